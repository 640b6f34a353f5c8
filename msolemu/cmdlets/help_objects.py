"""What scripts see of help: the topic and its parts as objects, as a MAML file would have them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from msolemu.cmdlets.help import HelpExample, HelpParameter, HelpTopic
from msolemu.cmdlets.help_text import example_title
from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, declare, net_object
from msolemu.runtime.values.objects import PSCustomObject, Value

MAML = "MamlCommandHelpInfo"


@net_object("MamlParaTextItem")
@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    Text: str

    def __str__(self) -> str:
        return self.Text


@dataclass(frozen=True, slots=True)
class HelpPart:
    """One part of a topic; each kind is a type of its own, so that it has its own view."""

    topic: HelpTopic


class SyntaxPart(HelpPart):
    """How the command is written."""


class ParametersPart(HelpPart):
    """All parameters."""


class ExamplesPart(HelpPart):
    """All examples."""


@dataclass(frozen=True, slots=True)
class NumberedExample:
    """An example with its place among the others."""

    example: HelpExample
    number: int


def paragraphs(lines: Sequence[str]) -> list[Value]:
    """Lines as one paragraph; nothing for none."""
    return [Paragraph("\n".join(lines))] if lines else []


def _syntax_items(part: HelpPart) -> list[Value]:
    return [
        PSCustomObject([("name", part.topic.name), ("parameter", list(one))], (f"{MAML}#syntaxItem",))
        for one in part.topic.sets
    ]


def _examples(part: HelpPart) -> list[Value]:
    return [NumberedExample(one, number) for number, one in enumerate(part.topic.examples, 1)]


def _named(kind: str, lines: Sequence[str]) -> Value:
    """Types in and out: a list of objects with the name of a type."""
    types = [_plain(type=_plain(name=line)) for line in lines if line]
    return _plain(**{kind: types})


def _links(topic: HelpTopic) -> Value:
    links = [
        _plain(uri=link if "://" in link else None, linkText=None if "://" in link else link) for link in topic.links
    ]
    return _plain(navigationLink=links)


def _details(topic: HelpTopic) -> Value:
    verb, _, noun = topic.name.rpartition("-")
    return _plain(name=topic.name, verb=verb, noun=noun, description=paragraphs(topic.synopsis.split("\n")))


def _plain(**properties: Value) -> PSCustomObject:
    return PSCustomObject(list(properties.items()))


def _declare(type_name: str, cls: type, readers: dict[str, Callable[[Any], Value]]) -> NetType:
    kind = declare(type_name, OBJECT, cls)
    for name, read in readers.items():
        kind.declare_property(name, read)
    return kind


TOPIC = _declare(
    MAML,
    HelpTopic,
    {
        "Name": lambda topic: topic.name,
        "Category": lambda topic: topic.category,
        "Synopsis": lambda topic: topic.synopsis,
        "Component": lambda topic: topic.marks.get("component"),
        "Role": lambda topic: topic.marks.get("role"),
        "Functionality": lambda topic: topic.marks.get("functionality"),
        "ModuleName": lambda topic: topic.module,
        "details": _details,
        "Syntax": SyntaxPart,
        "description": lambda topic: paragraphs(topic.description),
        "parameters": ParametersPart,
        "examples": lambda topic: ExamplesPart(topic) if topic.examples else None,
        "inputTypes": lambda topic: _named("inputType", topic.inputs),
        "returnValues": lambda topic: _named("returnValue", topic.outputs),
        "alertSet": lambda topic: _plain(alert=paragraphs(topic.notes)) if topic.notes else None,
        "relatedLinks": _links,
    },
)
_declare(f"{MAML}#syntax", SyntaxPart, {"syntaxItem": _syntax_items})
_declare(f"{MAML}#parameters", ParametersPart, {"parameter": lambda part: list(part.topic.parameters)})
_declare(f"{MAML}#examples", ExamplesPart, {"example": _examples})
_declare(
    f"{MAML}#example",
    NumberedExample,
    {
        "title": lambda one: example_title(one.number),
        "introduction": lambda one: paragraphs([one.example.prompt]),
        "code": lambda one: one.example.code,
        "remarks": lambda one: paragraphs(one.example.remarks),
    },
)
PARAMETER = _declare(
    f"{MAML}#parameter",
    HelpParameter,
    {
        "name": lambda one: one.name,
        "description": lambda one: paragraphs(one.text),
        "required": lambda one: "true" if one.required else "false",
        "position": lambda one: "named" if one.position is None else str(one.position),
        "defaultValue": lambda one: one.default,
        "pipelineInput": lambda one: one.pipeline,
        "globbing": lambda one: "true" if one.wildcards else "false",
        "aliases": lambda one: one.aliases,
        "parameterValue": lambda one: None if one.is_switch else one.type_name,
        "type": lambda one: _plain(name=one.type_name),
    },
)
