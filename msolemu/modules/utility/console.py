"""Write-Host, Read-Host, Get-Host."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.modules.utility.parameters import UtilityCall
from msolemu.runtime.binding.confirmation import NOBODY
from msolemu.runtime.casting.conversion import culture_text, to_text
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.state.host_object import HostObject, host_object
from msolemu.runtime.state.streams import InformationRecord
from msolemu.runtime.values.objects import Hashtable, Value, enumerate_value, is_enumerable, unwrap

COLOR = "System.ConsoleColor"
write_host = Cmdlet(
    "Write-Host",
    "Writes to the screen.",
    examples={
        "Write-Host 'Done.' -ForegroundColor Green": "Writes in green, where there are colours.",
        "Write-Host 1, 2, 3 -Separator ' - '": "Writes the elements with text between them.",
    },
)


@write_host.parameter_set()
def write(
    call: UtilityCall,
    object_: Annotated[
        Value,
        Parameter(
            "What to write.",
            position=0,
            type="System.Object",
            from_pipeline=True,
            remaining=True,
            aliases=("Msg", "Message"),
        ),
    ] = None,
    no_newline: Annotated[Switch, Parameter("Stays on the line.")] = False,
    separator: Annotated[Value, Parameter("What stands between the elements.", type="System.Object")] = " ",
    foreground_color: Annotated[Value, Parameter("The colour of the text.", type=COLOR)] = None,
    background_color: Annotated[Value, Parameter("The colour behind the text.", type=COLOR)] = None,
) -> None:
    """The text goes through the information stream, so that `6>` can take it, and is shown whatever the preference."""
    call.streams.write_information(
        InformationRecord(
            host_text(object_, separator),
            "",
            ("PSHOST",),
            True,
            not no_newline,
            _color_name(foreground_color),
            _color_name(background_color),
        )
    )


def _color_name(value: Value) -> str | None:
    return None if value is None else to_text(value)


def host_text(value: Value, separator: Value) -> str:
    """The text of what Write-Host writes: elements of collections joined, entries of dictionaries in brackets."""
    plain = unwrap(value)
    if plain is None:
        return ""
    if type(plain) is str:
        return plain
    if isinstance(plain, Hashtable):
        return to_text(separator).join(f"[{to_text(key)}, {to_text(held)}]" for key, held in plain.items())
    if is_enumerable(plain):
        parts = [host_text(one, separator) for one in enumerate_value(plain)]
        return to_text(separator).join(parts)
    return culture_text(value)


read_host = Cmdlet(
    "Read-Host",
    "Reads a line that the user types.",
    examples={"try { Read-Host 'Name' } catch { 'nobody answers' }": "Asks for a name, where somebody can answer."},
)
Prompt = Annotated[
    Value, Parameter("The question; a colon is put after it.", position=0, type="System.Object", remaining=True)
]


def asked(call: UtilityCall, prompt: Value, *, secret: bool = False) -> str:
    """The line that was typed; where nobody can be asked that is an error."""
    from msolemu.foundation.text import from_units, to_units

    words = [prompt] if not is_enumerable(unwrap(prompt)) else list(enumerate_value(unwrap(prompt)))
    question = " ".join(map(culture_text, words))
    answer = call.session.host.read_line(from_units(f"{question}: ") if prompt is not None else "", secret=secret)
    if answer is None:
        raise call.error(
            "InvalidOperation",
            NOBODY,
            ErrorCategory.INVALID_OPERATION,
            "System.Management.Automation.PSInvalidOperationException",
        )
    return to_units(answer)


@read_host.parameter_set("AsString", default=True)
def read(
    call: UtilityCall,
    prompt: Prompt = None,
    mask_input: Annotated[Switch, Parameter("Shows asterisks for what is typed.")] = False,
) -> Output[str]:
    """On a terminal somebody is asked; else the next line of standard input is the answer."""
    yield asked(call, prompt, secret=mask_input)


@read_host.parameter_set("AsSecureString")
def read_secretly(
    call: UtilityCall,
    prompt: Prompt = None,
    as_secure_string: Annotated[Switch, Parameter("Keeps what is typed as a secure string.")] = False,
) -> Output[Value]:
    """The answer as a secure string, for passwords."""
    from msolemu.runtime.types.credentials import SecureString

    yield SecureString(asked(call, prompt, secret=True))


get_host = Cmdlet(
    "Get-Host", "Describes the host of the session.", output=HostObject, examples={"(Get-Host).Name": "Names the host."}
)


@get_host.parameter_set()
def shown_host(call: UtilityCall) -> Output[Value]:
    """The object that $Host holds too."""
    yield host_object(call.session)
