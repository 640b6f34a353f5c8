"""Conditions of `if` and loops."""

from __future__ import annotations

from collections.abc import Callable

from msolemu.language import syntax
from msolemu.runtime.casting.conversion import to_bool
from msolemu.runtime.compiling.blocks import place
from msolemu.runtime.compiling.compiler import compile_value
from msolemu.runtime.compiling.shapes import calls_commands
from msolemu.runtime.errors.records import StatementError
from msolemu.runtime.state.frame import Evaluated, Frame
from msolemu.runtime.values.objects import Value


def asked(node: syntax.PipelineBase) -> Evaluated:
    """The value of a condition: whatever became of its commands, `$?` is true behind it."""
    evaluate = compile_value(node)
    if not calls_commands(node):
        return evaluate

    def ask(frame: Frame) -> Value:
        value = evaluate(frame)
        frame.session.ok = True
        return value

    return ask


def condition(node: syntax.PipelineBase) -> Callable[[Frame], bool]:
    """A condition as true or false; its errors stand at the condition, not at the whole statement."""
    evaluate = asked(node)
    extent = node.extent

    def test(frame: Frame) -> bool:
        try:
            value = evaluate(frame)
        except StatementError as error:
            place(error, extent)
            raise
        return value if type(value) is bool else to_bool(value)

    return test
