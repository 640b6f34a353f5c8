"""How help is drawn: as `Get-Help` shows it with and without -Detailed, -Full, -Examples, -Parameter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msolemu.cmdlets.help import HelpExample, HelpParameter, HelpTopic

STEP = "    "
COMMON = (
    "<CommonParameters>",
    "    This cmdlet supports the common parameters: Verbose, Debug,",
    "    ErrorAction, ErrorVariable, WarningAction, WarningVariable,",
    "    OutBuffer, PipelineVariable, and OutVariable. For more information, see",
    "    about_CommonParameters (https://go.microsoft.com/fwlink/?LinkID=113216). ",
)


def help_text(topic: HelpTopic) -> str:
    """The text of a topic in its view."""
    match topic.view:
        case "examples":
            lines = [*_heading(topic), *_examples(topic)]
        case "detailed":
            lines = [*_head(topic), *_detailed(topic)]
        case "full":
            lines = [*_head(topic), *_full(topic)]
        case _:
            lines = [*_head(topic), *_links(topic), *_remarks(topic)]
    return "\n".join(lines)


def parameter_text(one: HelpParameter) -> str:
    """One parameter, as `-Parameter` shows it."""
    return "\n".join(_marks(one, ""))


def parameters_text(topic: HelpTopic) -> str:
    """All parameters."""
    return "\n\n".join(map(parameter_text, topic.parameters))


def example_text(one: HelpExample, number: int) -> str:
    """One example."""
    return "\n".join(_example(one, number))


def examples_text(topic: HelpTopic) -> str:
    """All examples."""
    return "\n".join(_examples(topic))


def _indented(lines: Sequence[str], margin: str = STEP) -> list[str]:
    return [margin + line for line in lines]


def _heading(topic: HelpTopic) -> list[str]:
    return ["NAME", STEP + topic.name, STEP, "SYNOPSIS", *_indented(topic.synopsis.split("\n")), STEP, STEP]


def _head(topic: HelpTopic) -> list[str]:
    lines = [*_heading(topic), "SYNTAX"]
    for line in topic.syntax or [topic.name]:
        lines += [STEP + line, STEP]
    return [*lines, STEP, "DESCRIPTION", *_indented(topic.description), STEP, ""]


def _links(topic: HelpTopic) -> list[str]:
    return ["RELATED LINKS", *(f"{STEP}{link} " for link in topic.links), ""]


def _remarks(topic: HelpTopic) -> list[str]:
    lines = [
        "REMARKS",
        f'{STEP}To see the examples, type: "Get-Help {topic.name} -Examples"',
        f'{STEP}For more information, type: "Get-Help {topic.name} -Detailed"',
        f'{STEP}For technical information, type: "Get-Help {topic.name} -Full"',
    ]
    if topic.links:
        lines.append(f'{STEP}For online help, type: "Get-Help {topic.name} -Online"')
    return [*lines, ""]


def _detailed(topic: HelpTopic) -> Iterator[str]:
    yield "PARAMETERS"
    for one in topic.parameters:
        yield STEP + _name(one)
        yield from _indented(one.text, STEP * 2)
        yield STEP * 2
    if topic.takes_common:
        yield from _indented(COMMON)
    yield STEP
    yield from _examples(topic)
    yield from _remarks(topic)


def _full(topic: HelpTopic) -> Iterator[str]:
    yield "PARAMETERS"
    for one in topic.parameters:
        yield from _marks(one, STEP)
    if topic.takes_common:
        yield from _indented(COMMON)
    yield STEP
    yield from ["INPUTS", *_indented(topic.inputs), STEP]
    yield from ["OUTPUTS", *_indented(topic.outputs), STEP]
    if topic.notes:
        yield from ["NOTES", STEP, STEP, *_indented(topic.notes, STEP * 2), STEP]
    yield from _examples(topic)
    yield from _links(topic)


def _name(one: HelpParameter) -> str:
    return f"-{one.name} [<SwitchParameter>]" if one.is_switch else f"-{one.name} <{one.type_name}>"


def _marks(one: HelpParameter, margin: str) -> Iterator[str]:
    yield margin + _name(one)
    inner = margin + STEP
    yield from _indented(one.text, inner)
    yield inner
    yield f"{inner}Required?                    {'true' if one.required else 'false'}"
    yield f"{inner}Position?                    {'named' if one.position is None else one.position}"
    yield f"{inner}Default value                {one.default}"
    yield f"{inner}Accept pipeline input?       {one.pipeline}"
    yield f"{inner}Aliases                      {one.aliases}"
    yield f"{inner}Accept wildcard characters?  {'true' if one.wildcards else 'false'}"
    yield inner


def _examples(topic: HelpTopic) -> Iterator[str]:
    for number, example in enumerate(topic.examples, 1):
        yield from _example(example, number)


def _example(example: HelpExample, number: int) -> Iterator[str]:
    yield STEP + example_title(number)
    yield STEP
    yield f"{STEP}{example.prompt}{example.code}"
    yield from _indented(example.remarks)
    yield from [STEP] * 7


def example_title(number: int) -> str:
    """The heading of an example."""
    return f"-------------------------- EXAMPLE {number} --------------------------"
