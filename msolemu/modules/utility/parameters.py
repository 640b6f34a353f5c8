"""Parameters that many cmdlets of the module have in common, and how their arguments are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, TypeAlias

from msolemu.cmdlets.call import Call
from msolemu.cmdlets.declaration import Allow, Parameter, Switch, Variation
from msolemu.modules.utility.services import UtilityServices
from msolemu.runtime.binding.validation import NotSettable, ValidateRange
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, not_emulated
from msolemu.runtime.text.encodings import TextEncoding, encoding_of
from msolemu.runtime.values.objects import Value
from msolemu.runtime.values.property_arguments import Key, PropertyArgument, PropertyArgumentError, property_arguments

UtilityCall: TypeAlias = Call[UtilityServices]

PS_OBJECT = "System.Management.Automation.PSObject"
NON_NEGATIVE = ValidateRange(0, 2**31 - 1)
POSITIVE = ValidateRange(1, 2**31 - 1)

InputObject = Annotated[Value, Parameter("The objects to work on.", type=PS_OBJECT, from_pipeline=True)]
Properties = Annotated[
    list[Value] | None,
    Parameter("Names of properties, wildcards, script blocks, or tables that say more.", position=0),
]
ORDERED_ALIKE = frozenset({"", "en", "de", "fr", "it", "nl", "pt"})
"""The languages that order text as en-US does."""


class OrdersAlike:
    """A culture that orders text as en-US does: another order is not made up."""

    def check(self, value: Value) -> None:
        """Refuse a name that is no culture's, and a culture with an order of its own."""
        from msolemu.runtime.types import culture as cultures

        name = value.strip().lower() if value else ""
        try:
            number = int(name[2:], 16) if name.startswith("0x") else int(name) if name.isdecimal() else None
            found = cultures.culture(name) if number is None else cultures.culture_of_number(number)
        except PowerShellError as error:
            raise NotSettable(error.record.exception.message) from error
        if found.name.partition("-")[0] not in ORDERED_ALIKE:
            raise not_emulated("CultureOrderNotEmulated", f"The order of text in {found.name}")


Culture = Annotated[str | None, Parameter("The culture to compare text by.", validate=(OrdersAlike(),))]
CaseSensitive = Annotated[Switch, Parameter("Upper and lower case differ.")]
Force = Annotated[Switch, Parameter("Overwrites a file that is read-only.")]
NoClobber = Annotated[Switch, Parameter("Leaves a file alone that is already there.", aliases=("NoOverwrite",))]
PassThru = Annotated[Switch, Parameter("Gives back what was worked on.")]
Encoding = Annotated[
    TextEncoding | None,
    Parameter("How text becomes bytes; UTF-8 without a mark unless said.", convert=encoding_of),
]
LiteralPaths = Annotated[
    list[str],
    Parameter("Paths in which no wildcard counts.", name="LiteralPath", aliases=("PSPath", "LP"), from_property=True),
]
LiteralPath = Annotated[
    str, Parameter("A path in which no wildcard counts.", name="LiteralPath", aliases=("PSPath", "LP"))
]
LiteralPathFromProperty = Annotated[
    str,
    Parameter("A path in which no wildcard counts.", name="LiteralPath", aliases=("PSPath", "LP"), from_property=True),
]
LITERALLY = Variation({"path": LiteralPaths}, {"literal": True})
"""The set of a cmdlet in which paths are taken as they are."""
ONE_LITERALLY = Variation({"path": LiteralPath}, {"literal": True})
"""The same of a cmdlet that takes one path."""
Scope = Annotated[str | None, Parameter("The scope: Global, Script, Local, or a number of levels up.")]
Paths = Annotated[list[str], Parameter("The files to read; wildcards count.", position=0)]
AnyInput = Annotated[
    Value, Parameter("The objects to work on.", type=PS_OBJECT, from_pipeline=True, mandatory=True, allow=Allow.NULL)
]


def evaluation_report(call: UtilityCall) -> Callable[[PowerShellError, Value], None]:
    """What writes the error of a property expression as one of the cmdlet."""

    def report(error: PowerShellError, value: Value) -> None:
        exception = error.record.exception
        call.write_error(
            "ExpressionEvaluation",
            exception.message,
            ErrorCategory.INVALID_RESULT,
            exception.type_name,
            target=value,
        )

    return report


def read_properties(
    call: UtilityCall, values: Sequence[Value] | None, keys: Sequence[Key]
) -> Sequence[PropertyArgument]:
    """The arguments of `-Property`; one that is none ends the cmdlet with PowerShell's words for it."""
    try:
        return property_arguments(values or (), keys)
    except PropertyArgumentError as error:
        raise call.error(
            error.error_id,
            "Specified method is not supported.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.NotSupportedException",
            details=error.text,
        ) from error
