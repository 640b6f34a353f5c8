"""A cycle that breaks off at any commit is resumed by the next one, with the result that it would have had."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from msolemu.bootstrap import Emulator, Settings, build
from msolemu.foundation.identifiers import RandomIds
from msolemu.host.capture import CaptureHost
from msolemu.store.errors import WorkspaceUnwritable
from msolemu.store.storage import JournalStorage

ROOT = Path(__file__).parent.parent.parent
BEFORE = (
    f"$null = Import-EmuForest '{ROOT / 'samples' / 'contoso.ldif'}'; "
    "Set-MsolDirSyncFeature -Feature DuplicateUPNResiliency -Enable $true -Force; "
    "Set-MsolDirSyncFeature -Feature DuplicateProxyAddressResiliency -Enable $true -Force"
)
CYCLE = "$null = Start-ADSyncSyncCycle -PolicyType Delta"
DRAWN = re.compile(r"\d{4}(?=@contoso\.onmicrosoft\.com)")
"""The digits of a placeholder are drawn anew when a step is run again."""


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace before its first synchronization."""
    folder = tmp_path_factory.mktemp("start") / "lab"
    with opened(folder) as emulator:
        assert not emulator.run(BEFORE).failed
    return folder


def opened(folder: Path) -> Emulator:
    settings = Settings(folder, at=datetime(2016, 6, 1, 8, tzinfo=UTC), connected=True, allowed=(ROOT,))
    return build(settings, CaptureHost(), ids=RandomIds(1))


def result(emulator: Emulator) -> list[tuple[str, ...]]:
    """What the tenant holds after synchronization."""
    state = emulator.lab.workspace.directory
    return sorted(
        (
            one.object_type,
            one.display_name or "",
            one.immutable_id or "",
            DRAWN.sub("####", getattr(one, "user_principal_name", None) or ""),
            DRAWN.sub("####", " ".join(sorted(one.proxy_addresses))),
            " ".join(sorted(f"{value.property_name} {value.value}" for value in one.quarantine)),
        )
        for collection in (state.users, state.groups, state.contacts)
        for one in collection
    )


def copied(start: Path, tmp_path: Path) -> Iterator[Path]:
    """One fresh copy of the workspace after the other."""
    number = 0
    while True:
        yield Path(shutil.copytree(start, tmp_path / f"{number}"))
        number += 1


def test_a_cycle_that_broke_off_is_resumed(start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is refused in one export is settled in the next, so two cycles are compared with two."""
    copies = copied(start, tmp_path)
    append, left = JournalStorage.append, [10_000]

    def failing(storage: JournalStorage, record: object) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise WorkspaceUnwritable(storage.path, "the disk is full.")
        append(storage, record)  # type: ignore[arg-type]

    monkeypatch.setattr(JournalStorage, "append", failing)
    with opened(next(copies)) as emulator:
        assert not emulator.run(CYCLE).failed
        commits = 10_000 - left[0]
        assert not emulator.run(CYCLE).failed
        whole = result(emulator)
    assert commits >= 8
    for number in range(commits):
        folder = next(copies)
        left[0] = number
        with opened(folder) as emulator:
            assert emulator.run(CYCLE).failed
            left[0] = 10_000
        with opened(folder) as emulator:
            for _ in range(2):
                assert not emulator.run(CYCLE).failed
            assert result(emulator) == whole, number
