"""`-WhatIf`, `-Confirm` and the questions that a command may ask before it acts."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.binding.parameters import ConfirmImpact
from msolemu.runtime.errors.records import ErrorCategory, StatementError, not_emulated, runtime_error, stopped

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.state.streams import Streams
    from msolemu.runtime.values.objects import Value

SURE = "Are you sure you want to perform this action?"
NOBODY = "PowerShell is in NonInteractive mode. Read and Prompt functionality is not available."


class Choice(enum.Enum):
    """An answer to a confirmation prompt: key, label, and what it means."""

    YES = ("Y", "Yes", "Continue with only the next step of the operation.")
    YES_TO_ALL = ("A", "Yes to All", "Continue with all the steps of the operation.")
    NO = ("N", "No", "Skip this operation and proceed with the next operation.")
    NO_TO_ALL = ("L", "No to All", "Skip this operation and all subsequent operations.")
    HALT = ("H", "Halt Command", "Stop this command.")
    SUSPEND = (
        "S",
        "Suspend",
        'Pause the current pipeline and return to the command prompt. Type "exit" to resume the pipeline.',
    )

    @property
    def key(self) -> str:
        """The letter that picks it."""
        return self.value[0]

    @property
    def label(self) -> str:
        """The word that picks it."""
        return self.value[1]

    @property
    def meaning(self) -> str:
        """What the help says of it."""
        return self.value[2]


EVERY_CHOICE = tuple(choice for choice in Choice if choice is not Choice.HALT)
GOING_ON = (Choice.YES, Choice.YES_TO_ALL, Choice.HALT, Choice.SUSPEND)
ONE_STEP = (Choice.YES, Choice.NO, Choice.SUSPEND)


def ask(session: Session, caption: str, text: str, choices: Sequence[Choice]) -> Choice:
    """Ask until one of the choices is picked; an empty answer is Yes. Fails where nobody can be asked."""
    keys = "  ".join(f"[{choice.key}] {choice.label}" for choice in choices)
    line = f'{keys}  [?] Help (default is "Y"): '
    prompt = f"\n{caption}\n{text}\n{line}"
    while True:
        answer = session.host.read_line(prompt)
        if answer is None:
            raise nobody_answers()
        wanted = answer.strip().lower()
        for choice in choices:
            if wanted in (choice.key.lower(), choice.label.lower()) or (not wanted and choice is Choice.YES):
                return _unless_suspend(choice)
        meanings = "".join(f"{choice.key} - {choice.meaning}\n" for choice in choices) if wanted == "?" else ""
        prompt = meanings + line


def _unless_suspend(choice: Choice) -> Choice:
    if choice is Choice.SUSPEND:
        raise not_emulated("SuspendNotEmulated", "Suspending a pipeline at a prompt")
    return choice


def inquire(session: Session, text: str = "Continue with this operation?") -> bool:
    """Ask whether to go on, as the action Inquire wants it; whether the answer holds for all that follows."""
    choice = ask(session, "Confirm", text, GOING_ON)
    if choice is Choice.HALT:
        raise stopped("The running command stopped because the user selected the Stop option.")
    return choice is Choice.YES_TO_ALL


def nobody_answers() -> StatementError:
    """The error of a prompt that nobody can answer, as `pwsh -NonInteractive` gives it."""
    return runtime_error(
        "InvalidOperation",
        NOBODY,
        ErrorCategory.INVALID_OPERATION,
        "System.Management.Automation.PSInvalidOperationException",
    )


@dataclass(slots=True)
class Confirmation:
    """What one call of a command may do without asking, and what it was told."""

    session: Session
    streams: Streams
    command: str
    impact: ConfirmImpact = ConfirmImpact.MEDIUM
    what_if: bool | None = None
    """`-WhatIf`; None leaves it to `$WhatIfPreference`."""
    confirm: bool | None = None
    """`-Confirm`; None leaves it to `$ConfirmPreference`."""
    for_all: bool | None = None
    """The answer given for all further steps."""

    def should_process(self, target: str, action: str = "") -> bool:
        """Whether to perform an action, named by default after the command, on a target."""
        return self.decide(f'Performing the operation "{action or self.command}" on target "{target}".')

    def decide(self, description: str, warning: str = "", caption: str = "") -> bool:
        """The same with the texts of `ShouldProcess` in its long form."""
        if self.for_all is not None:
            return self.for_all
        if self._pretends():
            self.session.host.write_line(f"What if: {description}")
            return False
        if self._needs_no_answer():
            self.streams.write_verbose(description)
            return True
        return self._answered(caption or "Confirm", warning or f"{SURE}\n{description}", EVERY_CHOICE)

    def should_continue(self, query: str, caption: str = "Confirm", *, for_all: bool = False) -> bool:
        """A question that is asked whatever the preferences."""
        return self._answered(caption, query, EVERY_CHOICE if for_all else ONE_STEP)

    def _answered(self, caption: str, text: str, choices: Sequence[Choice]) -> bool:
        choice = ask(self.session, caption, text, choices)
        if choice in (Choice.YES_TO_ALL, Choice.NO_TO_ALL):
            self.for_all = choice is Choice.YES_TO_ALL
        return choice in (Choice.YES, Choice.YES_TO_ALL)

    def _pretends(self) -> bool:
        if self.what_if is not None:
            return self.what_if
        return _truth(self.streams.scope.find("whatifpreference"))

    def _needs_no_answer(self) -> bool:
        if self.confirm is not None:
            return not self.confirm or self.impact is ConfirmImpact.NONE
        threshold = impact_of(self.streams.scope.find("confirmpreference"))
        return threshold is ConfirmImpact.NONE or self.impact < threshold


_IMPACTS = {impact.name.lower(): impact for impact in ConfirmImpact}


def impact_of(value: Value) -> ConfirmImpact:
    """The impact that a value of `$ConfirmPreference` names; High, its default, for what names none."""
    if isinstance(value, int) and value in _IMPACTS.values():
        return ConfirmImpact(value)
    name = value.name if isinstance(value, enum.Enum) else value
    return _IMPACTS.get(name.lower(), ConfirmImpact.HIGH) if isinstance(name, str) else ConfirmImpact.HIGH


def _truth(value: Value) -> bool:
    return value if isinstance(value, bool) else bool(value) and value not in ("", 0)
