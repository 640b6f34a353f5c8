"""`msolemu workspace snapshot`, `snapshots`, `restore`, `undo`, `diff`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from msolemu.cli.console import Console
from msolemu.cli.opening import opened
from msolemu.foundation.text import from_units

if TYPE_CHECKING:
    from msolemu.bootstrap import Emulator
    from msolemu.bootstrap.workspace_states import Difference
    from msolemu.cli.invocation import Invocation

LONGEST = 40
"""Characters of a value that a table shows."""


@contextmanager
def _opened(invocation: Invocation) -> Iterator[Emulator]:
    """The emulator; a snapshot that is not there is a usage error."""
    from msolemu.bootstrap import NothingToUndo, SnapshotExists, SnapshotNotFound

    with opened(invocation, Console()) as emulator:
        try:
            emulator.begin()
            yield emulator
        except (NothingToUndo, SnapshotExists, SnapshotNotFound) as error:
            raise click.UsageError(str(error)) from error


@click.command()
@click.argument("name")
@click.option("--remove", is_flag=True, help="Forget the snapshot instead.")
@click.pass_obj
def snapshot(invocation: Invocation, name: str, *, remove: bool) -> None:
    """Keep the present state under a NAME. It stays until it is removed, and costs nothing."""
    with _opened(invocation) as emulator:
        if remove:
            emulator.states.remove(name)
        else:
            emulator.states.take(name)


@click.command()
@click.pass_obj
def snapshots(invocation: Invocation) -> None:
    """List the snapshots, the oldest first."""
    from tabulate import tabulate

    with _opened(invocation) as emulator:
        rows = [
            (one.name, f"{one.taken:%Y-%m-%d %H:%M}", "automatic" if one.automatic else "named")
            for one in emulator.states.snapshots()
        ]
        click.echo(tabulate(rows, headers=("Name", "Taken (UTC)", "Kind")) if rows else "There are no snapshots.")


@click.command()
@click.argument("name")
@click.pass_obj
def restore(invocation: Invocation, name: str) -> None:
    """Go back to the state of a snapshot. `undo` takes that back."""
    with _opened(invocation) as emulator:
        emulator.states.restore(name)


@click.command()
@click.pass_obj
def undo(invocation: Invocation) -> None:
    """Go back to before the last script. Once more goes to before the one before."""
    with _opened(invocation) as emulator:
        click.echo(f"The workspace is as it was {emulator.states.undo().name}.")


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="[B]", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON array instead of a table.")
@click.pass_obj
def diff(invocation: Invocation, before: str, after: str | None, *, as_json: bool) -> None:
    """Show what differs between A and B. Both are snapshots; without B, between A and now."""
    with _opened(invocation) as emulator:
        found = emulator.states.differences(before, after)
    click.echo(_json(found) if as_json else _table(found))


def _json(found: Sequence[Difference]) -> str:
    rows = [
        {
            "change": one.change,
            "kind": one.kind,
            "key": one.key,
            "name": one.name,
            "attributes": {name: {"before": old, "after": new} for name, (old, new) in one.attributes.items()},
        }
        for one in found
    ]
    return json.dumps(rows, indent=1)


def _table(found: Sequence[Difference]) -> str:
    from tabulate import tabulate

    if not found:
        return "There are no differences."
    rows = [
        (one.change, one.kind, from_units(one.name), *cells)
        for one in found
        for cells in ([("", "", "")] if one.change != "changed" else _attributes(one))
    ]
    return tabulate(rows, headers=("Change", "Kind", "Object", "Attribute", "Before", "After"), disable_numparse=True)


def _attributes(one: Difference) -> Iterator[tuple[str, str, str]]:
    for name, (old, new) in one.attributes.items():
        yield name, _shown(old), _shown(new)


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)
    return from_units(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")
