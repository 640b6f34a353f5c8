"""What a known issue is, and which ones are kept in a session."""

from __future__ import annotations

from collections.abc import Iterable

from msolemu.foundation.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class KnownIssue:
    """A documented behaviour that can be switched; `source` cites where it is documented."""

    id: str
    summary: str
    source: str


class UnknownKnownIssue(LookupError):
    """No switch has this id; the message names those that are near."""


@dataclass(frozen=True, slots=True)
class KnownIssueSet:
    """The issues that are switched on."""

    on: frozenset[str] = frozenset()

    def keep(self, issue: KnownIssue) -> bool:
        """Whether the defect is reproduced."""
        return issue.id in self.on

    def switched(self, issue: KnownIssue, on: bool) -> KnownIssueSet:
        """The same set but for one switch."""
        return KnownIssueSet(self.on | {issue.id} if on else self.on - {issue.id})

    @classmethod
    def of(cls, issues: Iterable[KnownIssue]) -> KnownIssueSet:
        """The set in which exactly these are on."""
        return cls(frozenset(issue.id for issue in issues))
