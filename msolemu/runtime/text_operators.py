"""Operators on text: `-f`, `-join`, `-split`, `-replace`, in the forms that take one operand and two."""

from __future__ import annotations

from msolemu.runtime.objects import Value


def format_composite(left: Value, right: Value) -> str:
    """`-f`: the composite format with the right operand's elements filled in."""
    raise NotImplementedError


def format_value(value: Value, directive: str | None = None) -> str:
    """What `ToString(directive)` gives under the session's culture."""
    raise NotImplementedError


def join(left: Value, right: Value) -> str:
    """`-join` between a collection and a separator."""
    raise NotImplementedError


def join_all(value: Value) -> str:
    """`-join` before a collection."""
    raise NotImplementedError


def split(left: Value, right: Value) -> list[Value]:
    """`-split`, ignoring case."""
    raise NotImplementedError


def csplit(left: Value, right: Value) -> list[Value]:
    """`-csplit`."""
    raise NotImplementedError


def split_on_space(value: Value) -> list[Value]:
    """`-split` before a text."""
    raise NotImplementedError


def replace(left: Value, right: Value) -> Value:
    """`-replace`, ignoring case."""
    raise NotImplementedError


def creplace(left: Value, right: Value) -> Value:
    """`-creplace`."""
    raise NotImplementedError
