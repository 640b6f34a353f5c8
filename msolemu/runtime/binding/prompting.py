"""Asks for mandatory parameters that were not given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msolemu.runtime.binding.parameters import ParameterInfo

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Host
    from msolemu.runtime.values.objects import Value

SUPPLY = "Supply values for the following parameters:\n"


def ask_for(host: Host, command: str, parameters: Sequence[ParameterInfo], position: int) -> dict[str, Value] | None:
    """What the user types for each parameter; None at the end of input or where nobody can be asked.

    The lines above the first question are part of its prompt, so that a host which cannot ask shows nothing.
    """
    named = [(parameter, _message(parameter)) for parameter in parameters]
    heading = f"\ncmdlet {command} at command pipeline position {position}\n{SUPPLY}"
    if any(message for _, message in named):
        heading += "(Type !? for Help.)\n"
    answers: dict[str, Value] = {}
    for parameter, message in named:
        answer: Value = _answer(host, parameter, heading, message)
        if answer is None:
            return None
        answers[parameter.name] = answer
        heading = ""
    return answers


def _answer(host: Host, parameter: ParameterInfo, heading: str, message: str) -> Value:
    if parameter.type_name.endswith("[]"):
        return _elements(host, parameter, heading)
    return _line(host, f"{heading}{parameter.name}: ", message)


def _message(parameter: ParameterInfo) -> str:
    return next((place.help_message for place in parameter.places.values() if place.help_message), "")


def _line(host: Host, prompt: str, message: str) -> str | None:
    while True:
        answer = host.read_line(prompt)
        if answer != "!?":
            return answer
        prompt = (message or "No help is available.") + "\n" + prompt.rpartition("\n")[2]


def _elements(host: Host, parameter: ParameterInfo, heading: str) -> list[Value] | None:
    """Lines until an empty one."""
    found: list[Value] = []
    while True:
        answer = host.read_line(f"{heading}{parameter.name}[{len(found)}]: ")
        heading = ""
        if answer is None:
            return None
        if not answer:
            return found
        found.append(answer)
