"""The attributes of parameters and functions as objects: what they are made of, and what they show."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msolemu.runtime.binding.attributes import NAMESPACE, Attribute
from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.types.declaring import constructor, typed_property
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import Value, enumerate_value

TEXT, TRUTH, NUMBER, ANY = "System.String", "System.Boolean", "System.Int32", "System.Object"
NO_POSITION = -2147483648
MESSAGE = {"ErrorMessage": (TEXT, None)}

Named = dict[str, tuple[str, Value]]
"""Properties that a script may set by name, each with its type and what it is when nothing was given."""


def _declare(name: str, *signatures: str, shown: Sequence[str] = (), named: Named | None = None) -> None:
    """A class whose constructors take those parameters; `shown` are the properties that tell the arguments again."""
    kind = known_type(f"{NAMESPACE}{name}Attribute")
    for signature in signatures or ("",):
        constructor(kind, f"{name}Attribute({signature})")(_maker(name.lower()))
    for place, shown_name in enumerate(shown):
        rest = "Params" in signatures[0]
        typed_property(kind, ANY, shown_name, _all_positional if rest else _positional(place))
    for property_name, (type_name, unset) in (named or {}).items():
        read, write = _named(property_name.lower(), type_name, unset)
        typed_property(kind, type_name, property_name, read, write)
    typed_property(kind, "System.Type", "TypeId", lambda one: one.net_type)


def _maker(name: str) -> Callable[..., Attribute]:
    return lambda *given: Attribute(name, list(given), {})


def _all_positional(one: Attribute) -> list[Value]:
    return [item for given in one.positional for item in enumerate_value(given)]


def _positional(place: int) -> Callable[[Attribute], Value]:
    return lambda one: one.positional[place] if place < len(one.positional) else None


def _named(lower: str, type_name: str, unset: Value) -> tuple[Callable[[Attribute], Value], Callable[..., None]]:
    def read(one: Attribute) -> Value:
        return convert(one.named[lower], known_type(type_name)) if lower in one.named else unset

    def write(one: Attribute, value: Value) -> None:
        one.named[lower] = convert(value, known_type(type_name))

    return read, write


_declare(
    "Parameter",
    named={
        "ExperimentName": (TEXT, None),
        "ExperimentAction": (TEXT, "None"),
        "Position": (NUMBER, NO_POSITION),
        "ParameterSetName": (TEXT, "__AllParameterSets"),
        "Mandatory": (TRUTH, False),
        "ValueFromPipeline": (TRUTH, False),
        "ValueFromPipelineByPropertyName": (TRUTH, False),
        "ValueFromRemainingArguments": (TRUTH, False),
        "HelpMessage": (TEXT, None),
        "HelpMessageBaseName": (TEXT, None),
        "HelpMessageResourceId": (TEXT, None),
        "DontShow": (TRUTH, False),
    },
)
_declare("Alias", "Params string[] aliasNames", shown=("AliasNames",))
_declare(
    "CmdletBinding",
    named={
        "PositionalBinding": (TRUTH, True),
        "DefaultParameterSetName": (TEXT, "__AllParameterSets"),
        "SupportsShouldProcess": (TRUTH, False),
        "SupportsPaging": (TRUTH, False),
        "SupportsTransactions": (TRUTH, False),
        "ConfirmImpact": (NAMESPACE + "ConfirmImpact", "Medium"),
        "HelpUri": (TEXT, ""),
    },
)
_declare("OutputType", "Params System.Object[] type", shown=("Type",), named={"ParameterSetName": (ANY, ())})
_declare(
    "ValidateSet",
    "Params string[] validValues",
    shown=("ValidValues",),
    named={"IgnoreCase": (TRUTH, True), **MESSAGE},
)
_declare(
    "ValidateRange",
    "System.Object minRange, System.Object maxRange",
    "string rangeKind",
    shown=("MinRange", "MaxRange"),
)
_declare("ValidateLength", "int minLength, int maxLength", shown=("MinLength", "MaxLength"))
_declare("ValidateCount", "int minLength, int maxLength", shown=("MinLength", "MaxLength"))
_declare(
    "ValidatePattern", "string regexPattern", shown=("RegexPattern",), named={"Options": (ANY, "IgnoreCase"), **MESSAGE}
)
_declare("ValidateScript", "scriptblock scriptBlock", shown=("ScriptBlock",), named=MESSAGE)
_declare("ArgumentCompleter", "scriptblock scriptBlock", shown=("ScriptBlock",))
_declare("ArgumentCompletions", "Params string[] completions")
_declare("PSTypeName", "string psTypeName", shown=("PSTypeName",))
_declare("PSDefaultValue", named={"Value": (ANY, None), "Help": (TEXT, None)})
for _plain in (
    *("ValidateNotNull", "ValidateNotNullOrEmpty", "ValidateNotNullOrWhiteSpace", "ValidateTrustedData"),
    *("AllowNull", "AllowEmptyString", "AllowEmptyCollection", "SupportsWildcards", "Credential"),
    *("ArgumentTypeConverter", "ValidateArguments", "ValidateEnumeratedArguments", "ArgumentTransformation"),
):
    _declare(_plain)
