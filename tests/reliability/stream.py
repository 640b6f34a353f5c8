"""A stream of mixed changes: what the process that is killed runs, and what each change makes of the documents.

`python -m tests.reliability.stream FOLDER NUMBER` goes on from a number until somebody stops it, and tells before each
change `try` and after it `done`, with the number.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from msolemu.store import database, storage
from msolemu.store.snapshots import Snapshots
from msolemu.store.unit_of_work import UnitOfWork
from msolemu.store.workspace import LabSettings, Workspace
from tests.store.fakes import MADE, in_folder, put, remove

Documents = Mapping[str, list[str]]
KEYS, MANY, SNAPSHOTS = 8, 12, 3
WHAT = ("put",) * 10 + ("remove",) * 3 + ("many", "take", "restore", "fold")


@dataclass(frozen=True)
class Expected:
    """Documents and snapshots as they must be."""

    documents: Documents = field(default_factory=dict)
    snapshots: Mapping[str, Documents] = field(default_factory=dict)


@dataclass(frozen=True)
class Change:
    """One change, drawn from its number."""

    number: int
    what: str
    key: str

    @classmethod
    def of(cls, number: int) -> Change:
        """The change of a number, always the same."""
        chance = random.Random(number)
        what = chance.choice(WHAT)
        count = SNAPSHOTS if what in ("take", "restore") else KEYS
        return cls(number, what, f"key {chance.randrange(count)}")

    @property
    def value(self) -> str:
        """What is written."""
        return f"{self.number:09}"

    def applied_to(self, before: Expected) -> Expected:
        """What it makes of documents and snapshots."""
        documents, snapshots = dict(before.documents), dict(before.snapshots)
        match self.what:
            case "put":
                documents[self.key] = [self.value]
            case "remove":
                documents.pop(self.key, None)
            case "many":
                documents |= {f"many {place}": [self.value] for place in range(MANY)}
            case "take":
                snapshots[self.key] = documents
            case "restore":
                documents = dict(snapshots.get(self.key, documents))
        return Expected(documents, snapshots)

    def made_in(self, workspace: Workspace) -> None:
        """Make it."""
        snapshots = Snapshots(workspace)
        known = [one.name for one in snapshots.all()]
        match self.what:
            case "put":
                put(workspace, self.key, self.value)
            case "remove":
                remove(workspace, self.key)
            case "many":
                put_many(workspace, self.value)
            case "take":
                if self.key in known:
                    snapshots.remove(self.key)
                snapshots.take(self.key, MADE)
            case "restore" if self.key in known:
                snapshots.restore(self.key)
            case "fold":
                with UnitOfWork(workspace):
                    workspace.database.checkpoint()


def put_many(workspace: Workspace, value: str) -> None:
    """So many documents in one commit that the database is written anew."""
    with UnitOfWork(workspace) as work:
        for place in range(MANY):
            workspace.settings.put(f"many {place}", LabSettings(MADE, known_issues=frozenset({value})))
        work.commit()


def run(folder: Path, number: int) -> None:
    """Make one change after the other, for ever."""
    storage.SMALLEST_JOURNAL = 2000
    database.BULK = MANY - 1
    workspace = in_folder(folder)
    while True:
        number += 1
        print("try", number, flush=True)  # noqa: T201  what the killing process reads
        Change.of(number).made_in(workspace)
        print("done", number, flush=True)  # noqa: T201


if __name__ == "__main__":
    run(Path(sys.argv[1]), int(sys.argv[2]))
