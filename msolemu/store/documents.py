"""Dataclasses as documents and back, by their annotations: what JSON holds, and what a reader of the file expects.

A field that has its default is left out; what a document lacks gets its default, so that a class may grow. Dates are
ISO 8601 with an offset, time spans seconds, GUIDs text, enumerations their member's name, sets sorted lists.
"""

from __future__ import annotations

import enum
import types
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import cache, cached_property
from typing import Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from msolemu.foundation.dataclass import MISSING, Field, fields, is_dataclass
from msolemu.foundation.text import to_units

Turn = Callable[[Any], Any]
NEVER = object()


class Codec:
    """Turns one class of values into JSON (`out`) and back (`into`)."""

    __slots__ = ("into", "out")

    def __init__(self, out: Turn, into: Turn) -> None:
        self.out = out
        self.into = into


def _same(value: Any) -> Any:
    return value


PLAIN: dict[Any, Codec] = {
    str: Codec(_same, to_units),
    int: Codec(_same, _same),
    float: Codec(_same, float),
    bool: Codec(_same, _same),
    type(None): Codec(_same, _same),
    datetime: Codec(datetime.isoformat, datetime.fromisoformat),
    timedelta: Codec(timedelta.total_seconds, lambda seconds: timedelta(seconds=seconds)),
    UUID: Codec(str, UUID),
    bytes: Codec(bytes.hex, bytes.fromhex),
}


@cache
def codec(kind: Any) -> Codec:
    """The codec of an annotation; raises TypeError for one that has no place in a document."""
    if kind in PLAIN:
        return PLAIN[kind]
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional(args)
    if origin is not None:
        return _container(origin, args)
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return Codec(lambda member: member.name, lambda name: kind[name])
    if isinstance(kind, type) and is_dataclass(kind):
        return record_codec(kind)
    raise TypeError(f"{kind!r} has no form in a document")


def _optional(args: tuple[Any, ...]) -> Codec:
    kinds = [kind for kind in args if kind is not type(None)]
    if len(kinds) != 1 or len(args) != 2:
        raise TypeError(f"of the union {args!r} only one kind may be something")
    inner = codec(kinds[0])
    return Codec(
        lambda value: None if value is None else inner.out(value),
        lambda value: None if value is None else inner.into(value),
    )


def _container(origin: Any, args: tuple[Any, ...]) -> Codec:
    if issubclass(origin, Mapping):
        return _mapping(codec(args[0]), codec(args[1]))
    if issubclass(origin, tuple) and not (len(args) == 2 and args[1] is Ellipsis):
        raise TypeError(f"a tuple of {args!r} has no form in a document; only tuple[X, ...] has")
    inner = codec(args[0])
    if issubclass(origin, frozenset | set):
        return Codec(lambda values: sorted(map(inner.out, values)), lambda items: origin(map(inner.into, items)))
    return Codec(lambda values: list(map(inner.out, values)), lambda items: origin(map(inner.into, items)))


def _mapping(keys: Codec, values: Codec) -> Codec:
    return Codec(
        lambda pairs: {keys.out(key): values.out(value) for key, value in pairs.items()},
        lambda found: {keys.into(key): values.into(value) for key, value in found.items()},
    )


class RecordCodec(Codec):
    """The codec of a dataclass; it reads whole documents at once, or each field of one when it is asked for."""

    def __init__(self, kind: Any) -> None:
        self.kind = kind
        hints = get_type_hints(kind)
        self._parts = [(part.name, codec(hints[part.name]), _default(part)) for part in fields(kind)]
        self._known = {name: each.into for name, each, _ in self._parts}
        super().__init__(self._out, self.whole)

    def _out(self, item: Any) -> dict[str, Any]:
        document = {}
        for name, each, default in self._parts:
            value = getattr(item, name)
            if value is not default and (default is NEVER or value != default):
                document[name] = each.out(value)
        return document

    @cached_property
    def defaults(self) -> dict[str, Any]:
        """What the fields hold that a document leaves out."""
        return {name: each.out(default) for name, each, default in self._parts if default is not NEVER}

    def whole(self, stored: dict[str, Any]) -> Any:
        """The item that a document holds; what the class does not know is passed over."""
        known = self._known
        return self.kind(**{name: known[name](value) for name, value in stored.items() if name in known})

    @cached_property
    def late(self) -> Turn:
        """Gives the item that a document holds, which decodes a field when that is read first. The class has slots."""
        return _late(self.kind, self._known, {name: default for name, _, default in self._parts})


@cache
def record_codec(kind: Any) -> RecordCodec:
    """The codec of a dataclass; raises TypeError for one that has no place in a document."""
    return RecordCodec(kind)


def _late(kind: Any, known: Mapping[str, Turn], defaults: Mapping[str, Any]) -> Turn:
    """Makes items of a dataclass whose slots are empty: Python asks `__getattr__` only for what a slot lacks."""

    def decoded(item: Any, name: str) -> Any:
        value = item.stored.get(name, NEVER) if name in known else NEVER
        value = defaults.get(name, NEVER) if value is NEVER else known[name](value)
        if value is NEVER:
            raise AttributeError(f"{kind.__name__} has no {name}")
        object.__setattr__(item, name, value)
        return value

    members = {"__slots__": ("stored",), "__getattr__": decoded, "__class__": property(lambda item: kind)}
    late: Any = type(kind.__name__, (kind,), members)
    make, keep = object.__new__, late.stored.__set__

    def item(stored: dict[str, Any]) -> Any:
        made = make(late)
        keep(made, stored)
        return made

    return item


def _default(part: Field[Any]) -> Any:
    if part.default is not MISSING:
        return part.default
    return part.default_factory() if part.default_factory is not MISSING else NEVER
