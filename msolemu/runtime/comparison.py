"""Comparison operators, by PowerShell's rules."""

from __future__ import annotations

from msolemu.runtime.objects import Value
from msolemu.runtime.types.net_type import NetType


def eq(left: Value, right: Value) -> Value:
    raise NotImplementedError


def ceq(left: Value, right: Value) -> Value:
    raise NotImplementedError


def ne(left: Value, right: Value) -> Value:
    raise NotImplementedError


def cne(left: Value, right: Value) -> Value:
    raise NotImplementedError


def ge(left: Value, right: Value) -> Value:
    raise NotImplementedError


def cge(left: Value, right: Value) -> Value:
    raise NotImplementedError


def gt(left: Value, right: Value) -> Value:
    raise NotImplementedError


def cgt(left: Value, right: Value) -> Value:
    raise NotImplementedError


def le(left: Value, right: Value) -> Value:
    raise NotImplementedError


def cle(left: Value, right: Value) -> Value:
    raise NotImplementedError


def lt(left: Value, right: Value) -> Value:
    raise NotImplementedError


def clt(left: Value, right: Value) -> Value:
    raise NotImplementedError


def like(left: Value, right: Value) -> Value:
    raise NotImplementedError


def clike(left: Value, right: Value) -> Value:
    raise NotImplementedError


def notlike(left: Value, right: Value) -> Value:
    raise NotImplementedError


def cnotlike(left: Value, right: Value) -> Value:
    raise NotImplementedError


def contains(left: Value, right: Value) -> Value:
    raise NotImplementedError


def ccontains(left: Value, right: Value) -> Value:
    raise NotImplementedError


def notcontains(left: Value, right: Value) -> Value:
    raise NotImplementedError


def cnotcontains(left: Value, right: Value) -> Value:
    raise NotImplementedError


def in_(left: Value, right: Value) -> Value:
    raise NotImplementedError


def cin(left: Value, right: Value) -> Value:
    raise NotImplementedError


def notin(left: Value, right: Value) -> Value:
    raise NotImplementedError


def cnotin(left: Value, right: Value) -> Value:
    raise NotImplementedError


def match_groups(left: Value, right: Value, exact: bool, negated: bool) -> tuple[Value, list[tuple[Value, Value]] | None]:
    raise NotImplementedError


def matches(text: str, pattern: str) -> bool:
    raise NotImplementedError


def is_type(value: Value, kind: NetType | None) -> bool:
    raise NotImplementedError


def collation_key(text: str, ignore_case: bool = True) -> object:
    raise NotImplementedError


def try_compare(first: Value, second: Value, *, ignore_case: bool = True) -> int | None:
    raise NotImplementedError
