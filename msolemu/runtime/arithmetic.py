"""Arithmetic operators, by PowerShell's rules of promotion."""

from __future__ import annotations

from msolemu.runtime.objects import Value


def add(left: Value, right: Value) -> Value:
    raise NotImplementedError


def subtract(left: Value, right: Value) -> Value:
    raise NotImplementedError


def multiply(left: Value, right: Value) -> Value:
    raise NotImplementedError


def divide(left: Value, right: Value) -> Value:
    raise NotImplementedError


def remainder(left: Value, right: Value) -> Value:
    raise NotImplementedError


def bitwise_and(left: Value, right: Value) -> Value:
    raise NotImplementedError


def bitwise_or(left: Value, right: Value) -> Value:
    raise NotImplementedError


def bitwise_xor(left: Value, right: Value) -> Value:
    raise NotImplementedError


def shift_left(left: Value, right: Value) -> Value:
    raise NotImplementedError


def shift_right(left: Value, right: Value) -> Value:
    raise NotImplementedError


def range_(left: Value, right: Value) -> Value:
    raise NotImplementedError


def bitwise_not(value: Value) -> Value:
    raise NotImplementedError


def plus(value: Value) -> Value:
    raise NotImplementedError


def negate(value: Value) -> Value:
    raise NotImplementedError


def increment(value: Value, step: int) -> Value:
    raise NotImplementedError
