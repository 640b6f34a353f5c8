"""What the parser says of a text, in the short form that the tests read."""

from __future__ import annotations

from msolemu.language import syntax
from msolemu.language.parser import parse


def errors(text: str) -> list[str]:
    """Each error as `Id start-end`."""
    return [f"{error.id} {error.extent.start}-{error.extent.end}" for error in parse(text).errors]


def statement(text: str) -> syntax.Statement:
    """The first statement of a text without errors."""
    parsed = parse(text)
    assert not parsed.errors
    assert parsed.tree.end_block is not None
    return parsed.tree.end_block.statements[0]


def expression(text: str) -> syntax.Expression:
    """The expression that a text is."""
    pipeline = statement(text)
    assert isinstance(pipeline, syntax.Pipeline)
    element = pipeline.elements[0]
    assert isinstance(element, syntax.CommandExpression)
    return element.expression


def command(text: str) -> syntax.Command:
    """The first command of a text."""
    pipeline = statement(text)
    assert isinstance(pipeline, syntax.Pipeline)
    element = pipeline.elements[0]
    assert isinstance(element, syntax.Command)
    return element
