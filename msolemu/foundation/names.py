"""Names that ignore case and remember how they were spelt, as everywhere in PowerShell and in a directory."""

from __future__ import annotations

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, MutableMapping
from typing import Any, Self, TypeVar, overload

T = TypeVar("T")
D = TypeVar("D")


class NameMap(MutableMapping[str, T]):
    """A mapping whose keys ignore case; iterating gives the spelling under which a key was first set, in order."""

    __slots__ = ("_entries",)

    def __init__(self, pairs: Mapping[str, T] | Iterable[tuple[str, T]] = ()) -> None:
        self._entries: dict[str, tuple[str, T]] = {}
        for name, value in pairs.items() if isinstance(pairs, Mapping) else pairs:
            self[name] = value

    @classmethod
    def folded(cls, entries: dict[str, tuple[str, T]]) -> Self:
        """The mapping of these pairs of spelling and value, each under its key in lower case."""
        made = cls.__new__(cls)
        made._entries = entries
        return made

    def __getitem__(self, name: str) -> T:
        return self._entries[name.lower()][1]

    @overload
    def get(self, name: str, /) -> T | None: ...

    @overload
    def get(self, name: str, /, default: T | D) -> T | D: ...

    def get(self, name: str, /, default: Any = None) -> Any:
        """The value of a key, or the default."""
        known = self._entries.get(name.lower())
        return default if known is None else known[1]

    def __setitem__(self, name: str, value: T) -> None:
        folded = name.lower()
        known = self._entries.get(folded)
        self._entries[folded] = (known[0] if known else name, value)

    def __delitem__(self, name: str) -> None:
        del self._entries[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return (spelling for spelling, _ in self._entries.values())

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in self._entries

    def items(self) -> ItemsView[str, T]:
        """The keys as they were spelt, each with its value, as they are now."""
        return dict(self._entries.values()).items()

    def folded_keys(self) -> KeysView[str]:
        """The keys in lower case, in order."""
        return self._entries.keys()

    def folded_items(self) -> ItemsView[str, tuple[str, T]]:
        """The keys in lower case, each with its spelling and value, in order."""
        return self._entries.items()

    def spelling(self, name: str) -> str:
        """How a key is spelt; raises KeyError when it is not there."""
        return self._entries[name.lower()][0]

    def __repr__(self) -> str:
        return f"NameMap({dict(self.items())!r})"
