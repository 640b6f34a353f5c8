"""What a script does through `$Host.UI`: lines of every kind, and questions with choices of its own."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from msolemu.runtime.errors.net_errors import argument_error, out_of_range
from msolemu.runtime.state import current
from msolemu.runtime.state.host_object import UserInterface
from msolemu.runtime.types.declaring import constructor, method, typed_property, writer
from msolemu.runtime.types.registry import known_type, net_type_of_class, represent
from msolemu.runtime.values.objects import Value

INTERFACE = net_type_of_class(UserInterface)
CHOICE = known_type("System.Management.Automation.Host.ChoiceDescription")
_COLOR = "System.ConsoleColor"


class ChoiceDescription:
    """A choice: its label, in which `&` stands before the letter that picks it, and what the help says of it."""

    __slots__ = ("help_message", "label")

    def __init__(self, label: str, help_message: str = "") -> None:
        self.label = label
        self.help_message = help_message

    @property
    def key(self) -> str:
        """The letter that picks it; empty when the label marks none."""
        return self.label.partition("&")[2][:1].upper()

    @property
    def word(self) -> str:
        """The label without its mark."""
        return self.label.replace("&", "", 1)


represent(CHOICE, ChoiceDescription)
typed_property(CHOICE, "System.String", "Label", lambda choice: choice.label)
typed_property(CHOICE, "System.String", "HelpMessage", lambda choice: choice.help_message, writer("help_message"))


@constructor(
    CHOICE,
    "System.Management.Automation.Host.ChoiceDescription(string label)",
    "System.Management.Automation.Host.ChoiceDescription(string label, string helpMessage)",
)
def new_choice(label: str, help_message: str = "") -> ChoiceDescription:
    """A choice."""
    if not label:
        raise argument_error('The value of argument "label" is not valid.', "label")
    return ChoiceDescription(label, help_message)


def _color(color: Value) -> str | None:
    return color.name if isinstance(color, enum.Enum) else None


@method(INTERFACE, "void Write(string value)")
def write(interface: UserInterface, text: str) -> None:
    """Text on the screen."""
    current.session().host.write(text or "")


@method(INTERFACE, f"void Write({_COLOR} foregroundColor, {_COLOR} backgroundColor, string value)")
def write_colored(interface: UserInterface, foreground: Value, background: Value, text: str) -> None:
    """Text on the screen in colours."""
    current.session().host.write(text or "", _color(foreground), _color(background))


@method(INTERFACE, "void WriteLine()", "void WriteLine(string value)")
def write_line(interface: UserInterface, text: str = "") -> None:
    """A line on the screen."""
    current.session().host.write_line(text or "")


@method(INTERFACE, f"void WriteLine({_COLOR} foregroundColor, {_COLOR} backgroundColor, string value)")
def write_colored_line(interface: UserInterface, foreground: Value, background: Value, text: str) -> None:
    """A line on the screen in colours."""
    current.session().host.write_line(text or "", _color(foreground), _color(background))


@method(INTERFACE, "void WriteErrorLine(string value)")
def write_error_line(interface: UserInterface, text: str) -> None:
    """A line where errors go."""
    current.session().host.write_error_line(text or "")


def _declare_marked(name: str, mark: str) -> None:
    def marked(interface: UserInterface, text: str) -> None:
        current.session().host.write_line(f"{mark}: {text or ''}")

    method(INTERFACE, f"void {name}(string message)")(marked)


for _kind in ("Warning", "Verbose", "Debug"):
    _declare_marked(f"Write{_kind}Line", _kind.upper())


@method(INTERFACE, "string ReadLine()")
def read_line(interface: UserInterface) -> str:
    """A line that is typed; fails where nobody can be asked."""
    return _typed("")


def _typed(prompt: str) -> str:
    from msolemu.runtime.binding.confirmation import nobody_answers

    answer = current.session().host.read_line(prompt)
    if answer is None:
        raise nobody_answers()
    return answer


@method(
    INTERFACE,
    "int PromptForChoice(string caption, string message, "
    "System.Management.Automation.Host.ChoiceDescription[] choices, int defaultChoice)",
)
def prompt_for_choice(
    interface: UserInterface, caption: str, message: str, choices: Sequence[ChoiceDescription], default: int
) -> int:
    """The number of the choice that is picked; an empty answer is the default, -1 is none."""
    if not choices:
        raise argument_error('The value of argument "choices" is not valid.', "choices")
    if not -1 <= default < len(choices):
        raise out_of_range('The value of argument "defaultChoice" is not valid.', "defaultChoice", str(default))
    heading = "\n".join(line for line in (caption, message) if line)
    listed = "  ".join(f"[{choice.key}] {choice.word}" for choice in choices)
    standard = f' (default is "{choices[default].key or choices[default].word}")' if default >= 0 else ""
    line = f"{listed}  [?] Help{standard}: "
    prompt = f"\n{heading}\n{line}"
    while True:
        wanted = _typed(prompt).strip().lower()
        if not wanted and default >= 0:
            return default
        for number, choice in enumerate(choices):
            if wanted and wanted in (choice.key.lower(), choice.word.lower()):
                return number
        meanings = "".join(f"{choice.key} - {choice.help_message}\n" for choice in choices) if wanted == "?" else ""
        prompt = meanings + line
