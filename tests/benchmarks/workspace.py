"""How a workspace stands to stock TinyDB: `python -m tests.benchmarks.workspace [N]` prints it for N cloud users.

Both work in the same run, on the same documents; what counts are the ratios. Each figure is the median of several
turns, taken by turns. The goals stand beside the figures; nothing here fails when one is missed.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tinydb import TinyDB, where

from msolemu.bootstrap import Emulator, Settings, build
from msolemu.foundation.collector import collect_seldom
from msolemu.host.capture import CaptureHost

SMALL = 1000
TURNS = 3
CHANGES = 60
LOOKUPS = 20_000
ADMINISTRATOR = "admin@contoso.onmicrosoft.com"
MEMORY = (
    "import sys; from pathlib import Path; from tests.benchmarks.workspace import collect_seldom, opened\n"
    "collect_seldom()\n"
    "with opened(Path(sys.argv[1])) as emulator:\n"
    "    emulator.run(f'$null = Get-MsolUser -UserPrincipalName {sys.argv[2]}; $all = @(Get-MsolUser -All)')\n"
    "    peak = [line for line in Path('/proc/self/status').read_text().splitlines() if line.startswith('VmHWM')]\n"
    "print(int(peak[0].split()[1]) // 1024)"
)
"""What a process takes at most that has looked at every user; Linux alone can tell."""


def seconds(act: Callable[[], object]) -> float:
    """How long a call takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


@contextmanager
def opened(folder: Path, seed: str = "empty") -> Iterator[Emulator]:
    """The emulator on a workspace, which it has read."""
    with build(Settings(folder, connected=True, seed=seed), CaptureHost()) as emulator:
        emulator.begin()
        yield emulator


def stock(folder: Path) -> Path:
    """A database of the same users that stock TinyDB has written itself."""
    path = folder / "stock.json"
    if not path.exists():
        with TinyDB(folder / "workspace.json") as database:
            users = [dict(user) for user in database.table("users").all()]
        with TinyDB(path) as database:
            database.table("users").insert_multiple(users)
    return path


def change_ours(emulator: Emulator) -> list[float]:
    """Durable changes of one user, each one service call."""
    accounts = emulator.lab.tenant().accounts
    accounts.change(ADMINISTRATOR, {"title": "first"})
    titles = (f"title {number}" for number in range(CHANGES))
    return [seconds(lambda: accounts.change(ADMINISTRATOR, {"title": next(titles)})) for _ in range(CHANGES)]


def change_stock(path: Path) -> float:
    """One update of stock TinyDB, which reads and writes its whole file."""
    with TinyDB(path) as database:
        table, administrator = database.table("users"), where("user_principal_name") == ADMINISTRATOR
        return statistics.median(seconds(lambda: table.update({"title": "x"}, administrator)) for _ in range(TURNS))


def change_with_checkpoint(emulator: Emulator) -> float:
    """A change and the checkpoint that the next one would find due."""

    def change() -> None:
        emulator.lab.tenant().accounts.change(ADMINISTRATOR, {"title": "last"})
        with emulator.lab.work():
            emulator.lab.workspace.database.checkpoint()

    return seconds(change)


def opening(folder: Path) -> tuple[float, float]:
    """Opening a workspace and finding a user in it; and what stock TinyDB takes to have all of them."""

    def ours() -> None:
        with opened(folder) as emulator:
            emulator.lab.tenant().user_with_upn(ADMINISTRATOR, deleted=False)

    def theirs() -> None:
        with TinyDB(folder / "workspace.json") as database:
            database.table("users").all()

    turns = [(seconds(ours), seconds(theirs)) for _ in range(TURNS)]
    return statistics.median(one for one, _ in turns), statistics.median(other for _, other in turns)


def lookups(emulator: Emulator) -> float:
    """Lookups a second by name, through the cmdlet, in one running script."""
    line = f"foreach ($i in 1..{LOOKUPS}) {{ $null = Get-MsolUser -UserPrincipalName {ADMINISTRATOR} }}"
    emulator.run(f"$null = Get-MsolUser -UserPrincipalName {ADMINISTRATOR}")
    return LOOKUPS / statistics.median(seconds(lambda: emulator.run(line)) for _ in range(TURNS))


def importing(folder: Path, scratch: Path) -> tuple[float, float]:
    """Importing everything, rules checked; and inserting the same users into stock TinyDB."""
    with opened(folder) as emulator:
        text = emulator.states.exported()
    with TinyDB(folder / "workspace.json") as database:
        users = [dict(user) for user in database.table("users").all()]
    with opened(scratch / "imported") as emulator:
        ours = seconds(lambda: emulator.states.import_(text))
    with TinyDB(scratch / "inserted.json") as database:
        theirs = seconds(lambda: database.table("users").insert_multiple(users))
    return ours, theirs


def memory(folder: Path) -> str:
    """Megabytes of a process that has looked at every user."""
    words = [sys.executable, "-c", MEMORY, str(folder), ADMINISTRATOR]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def report(count: int, room: Path) -> Iterator[str]:
    """The figures, line by line."""
    small, large = room / "small", room / "large"
    costs: dict[Path, float] = {}
    for folder, size in ((small, min(SMALL, count)), (large, count)):
        with opened(folder, f"large:{size}") as emulator:
            costs[folder] = statistics.median(change_ours(emulator))
            if folder is large:
                fold = change_with_checkpoint(emulator)
    update = change_stock(stock(large))
    yield f"durable change at {count}: {costs[large] * 1e3:.2f} ms"
    yield f"  stock TinyDB {update * 1e3:.0f} ms: {update / costs[large]:.0f} times slower (goal: 100 at 100000)"
    yield f"  its own cost at {SMALL}: {costs[large] / costs[small]:.2f} times (goal: 2)"
    yield f"  with a checkpoint: {fold * 1e3:.0f} ms"
    ours, theirs = opening(large)
    yield f"opening and one lookup: {ours:.2f} s, {ours / theirs:.2f} times TinyDB's all() (goal: 2)"
    with opened(large) as emulator:
        yield f"lookups through the cmdlet: {lookups(emulator):.0f} a second (goal: 20000)"
    ours, theirs = importing(large, room)
    yield f"import, rules checked: {ours:.2f} s, {ours / theirs:.2f} times TinyDB's insert_multiple (goal: 5)"
    yield f"memory: {memory(large)} MB (goal: 600)"


if __name__ == "__main__":
    collect_seldom()
    with tempfile.TemporaryDirectory() as place:
        for line in report(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, Path(place)):
            print(line, flush=True)  # noqa: T201  a report for who runs it
