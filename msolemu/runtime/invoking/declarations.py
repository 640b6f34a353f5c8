"""From declared parameters to the metadata that the binder takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from msolemu.language import syntax
from msolemu.runtime.binding import validation as rules
from msolemu.runtime.binding.attributes import Attribute
from msolemu.runtime.binding.parameters import (
    ALL_SETS,
    SWITCH_TYPE,
    CommandMetadata,
    ConfirmImpact,
    Kind,
    ParameterInfo,
    SetPlace,
    metadata,
)
from msolemu.runtime.casting.conversion import net_text, to_bool, to_text
from msolemu.runtime.compiling.compiler import compile_expression
from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error
from msolemu.runtime.state.frame import Frame
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import Value, collapse

if TYPE_CHECKING:
    from msolemu.runtime.classes.attribute_classes import ClassAttribute
    from msolemu.runtime.invoking.parameters import Parameters

SWITCH = known_type(SWITCH_TYPE)


def attribute_name(node: syntax.Attribute) -> str:
    """The attribute's plain name in lower case, without `Attribute`."""
    name = node.type_name.full_name.lower().rpartition(".")[2]
    return name.removesuffix("attribute") if name != "attribute" else name


def named_arguments(node: syntax.Attribute, frame: Frame) -> dict[str, Value]:
    """The named arguments by lower-case name; a name alone is true."""
    return {
        item.name.lower(): True if item.argument is None else compile_expression(item.argument)(frame)
        for item in node.named_arguments
    }


def positional_arguments(node: syntax.Attribute, frame: Frame) -> list[Value]:
    """The positional arguments."""
    return [compile_expression(item)(frame) for item in node.positional_arguments]


def read(node: syntax.Attribute, frame: Frame) -> Attribute | ClassAttribute:
    """An attribute of a script with its arguments; raises the error for one whose class nobody knows."""
    name = attribute_name(node)
    if name in KNOWN:
        return Attribute(name, positional_arguments(node, frame), named_arguments(node, frame))
    from msolemu.runtime.classes.attribute_classes import made

    return made(node, frame)


def metadata_of(parameters: Parameters, frame: Frame, name: str) -> CommandMetadata:
    """The metadata of a script's, function's or script block's parameters."""
    marks: dict[str, Value] = {}
    for node in parameters.attributes:
        if attribute_name(node) == "cmdletbinding":
            marks = named_arguments(node, frame)
    positional = to_bool(marks.get("positionalbinding", True))
    declared = [(item, [read(node, frame) for node in item.attributes]) for item in parameters.items]
    places = [one.named for _, attributes in declared for one in _parameter_attributes(attributes)]
    if any("position" in place or "parametersetname" in place for place in places):
        positional = False
    infos = []
    position = 0
    for item, attributes in declared:
        own = position if positional and not item.is_switch else None
        if own is not None and not _is_remaining_only(attributes):
            position += 1
        kind = None if item.type_of is None or item.is_switch else item.type_of(frame)
        infos.append(parameter_info(item.name, SWITCH if item.is_switch else kind, attributes, own))
    made = metadata(
        name,
        infos,
        kind=Kind.FUNCTION if parameters.is_advanced else Kind.SIMPLE_FUNCTION,
        default_set=to_text(marks["defaultparametersetname"]) if "defaultparametersetname" in marks else ALL_SETS,
        supports_should_process=to_bool(marks.get("supportsshouldprocess", False)),
        positional_binding=positional,
    )
    impact = marks.get("confirmimpact")
    if impact is not None:
        made.confirm_impact = ConfirmImpact[to_text(impact).upper()]
    return made


def _parameter_attributes(attributes: Sequence[Attribute | ClassAttribute]) -> list[Attribute]:
    return [one for one in attributes if isinstance(one, Attribute) and one.name == "parameter"]


def _is_remaining_only(attributes: Sequence[Attribute | ClassAttribute]) -> bool:
    places = [one.named for one in _parameter_attributes(attributes)]
    return bool(places) and all(to_bool(place.get("valuefromremainingarguments", False)) for place in places)


def parameter_info(
    name: str, kind: NetType | None, attributes: Sequence[Attribute | ClassAttribute], position: int | None = None
) -> ParameterInfo:
    """What binding knows of a parameter with that type, or none, and those attributes."""
    places: dict[str, SetPlace] = {}
    for marks in [one.named for one in _parameter_attributes(attributes)] or [{}]:
        places[to_text(marks.get("parametersetname", ALL_SETS))] = SetPlace(
            mandatory=to_bool(marks.get("mandatory", False)),
            position=_position(marks, position),
            by_value=to_bool(marks.get("valuefrompipeline", False)),
            by_name=to_bool(marks.get("valuefrompipelinebypropertyname", False)),
            remaining=to_bool(marks.get("valuefromremainingarguments", False)),
            help_message=to_text(marks.get("helpmessage", "")),
        )
    info = ParameterInfo(name, places=places)
    info.typed = kind is not None
    if kind is not None:
        info.known_type = kind
        info.type_name = kind.full_name
    _apply_attributes(info, attributes)
    return info


def _position(marks: dict[str, Value], otherwise: int | None) -> int | None:
    """Where the attribute puts the parameter; the least number means that it has no place."""
    position = int(marks["position"]) if "position" in marks else otherwise
    return None if position == -2147483648 else position


def _apply_attributes(info: ParameterInfo, attributes: Sequence[Attribute | ClassAttribute]) -> None:
    validations: list[Any] = []
    aliases: list[str] = []
    for one in attributes:
        if not isinstance(one, Attribute):
            info.transformations = (*info.transformations, one.transform) if one.transforms else info.transformations
            validations.extend([one] if one.validates else [])
        elif one.name == "alias":
            aliases.extend(_texts(one.positional))
        elif one.name == "pstypename":
            info.ps_type_name = to_text(one.positional[0])
        elif one.name == "argumentcompleter":
            info.completer = one.positional[0] if one.positional else None
        elif one.name == "argumentcompletions":
            info.suggestions = _texts(one.positional)
        elif one.name in _ALLOWS:
            setattr(info, _ALLOWS[one.name], True)
        elif one.name in _VALIDATIONS:
            validations.append(validation(one))
        else:
            info.supports_wildcards = info.supports_wildcards or one.name == "supportswildcards"
    info.aliases = tuple(aliases)
    info.validations = tuple(reversed(validations))


def _texts(given: list[Value]) -> list[str]:
    """Words that may stand alone or in arrays."""
    return [to_text(word) for item in given for word in (item if isinstance(item, list) else [item])]


_NO_RULES = frozenset(
    {
        *("parameter", "supportswildcards", "argumentcompleter", "argumentcompletions", "psdefaultvalue"),
        *("credential", "validatetrusteddata", "experimental", "alias", "pstypename", "cmdletbinding", "outputtype"),
    }
)
_ALLOWS = {
    "allownull": "allow_null",
    "allowemptystring": "allow_empty_text",
    "allowemptycollection": "allow_empty_collection",
}


def validation(attribute: Attribute) -> Any:
    """The binder's validation for an attribute that is one."""
    return _VALIDATIONS[attribute.name](attribute.positional, attribute.named)


def _validate_set(words: list[Value], marks: dict[str, Value]) -> Any:
    if len(words) == 1 and isinstance(words[0], NetType):
        from msolemu.runtime.classes.attribute_classes import generated_values

        words = generated_values(words[0])
    return rules.ValidateSet(
        _texts(words), to_bool(marks.get("ignorecase", True)), to_text(marks.get("errormessage", ""))
    )


def _validate_range(words: list[Value], marks: dict[str, Value]) -> Any:
    if len(words) == 1:
        return rules.ValidateRange(kind=rules.RangeKind[to_text(words[0])])
    return rules.ValidateRange(words[0], words[1])


def _validate_pattern(words: list[Value], marks: dict[str, Value]) -> Any:
    from msolemu.runtime.operations import comparison

    pattern = to_text(words[0])
    options = to_text(marks.get("options", "IgnoreCase"))

    def matches(text: str) -> bool:
        return to_bool(comparison.match_groups(text, pattern, "IgnoreCase" not in options, False)[0])

    return rules.ValidatePattern(pattern, matches, to_text(marks.get("errormessage", "")))


def _validate_script(words: list[Value], marks: dict[str, Value]) -> Any:
    block = words[0]

    def accepts(value: Value) -> bool:
        return to_bool(collapse(block.run_with(value, [value])))

    return rules.ValidateScript(block, accepts, to_text(marks.get("errormessage", "")))


_VALIDATIONS: dict[str, Callable[[list[Value], dict[str, Value]], Any]] = {
    "validateset": _validate_set,
    "validaterange": _validate_range,
    "validatelength": lambda words, marks: rules.ValidateLength(int(words[0]), int(words[1])),
    "validatecount": lambda words, marks: rules.ValidateCount(int(words[0]), int(words[1])),
    "validatepattern": _validate_pattern,
    "validatescript": _validate_script,
    "validatenotnull": lambda words, marks: rules.ValidateNotNull(),
    "validatenotnullorempty": lambda words, marks: rules.ValidateNotNullOrEmpty(),
    "validatenotnullorwhitespace": lambda words, marks: rules.ValidateNotNullOrEmpty(white_space=True),
}


def rule_of(attribute: Attribute | ClassAttribute) -> Any:
    """What judges a value, where the attribute does."""
    if isinstance(attribute, Attribute):
        return validation(attribute) if attribute.name in _VALIDATIONS else None
    return attribute if attribute.validates else None


KNOWN = frozenset({*_NO_RULES, *_ALLOWS, *_VALIDATIONS})
"""The attributes that are no classes of scripts."""


def variable_validation(
    node: syntax.Attribute, frame: Frame, name: str, *, declared: bool
) -> list[Callable[[Value], Value]]:
    """What a validation attribute does to each value that its variable is given, its first one already or not yet."""
    attribute = read(node, frame)
    if not isinstance(attribute, Attribute) and attribute.transforms:
        return [attribute.transform]
    rule = rule_of(attribute)
    if rule is None:
        return []

    def transform(value: Value) -> Value:
        nonlocal declared
        first, declared = not declared, True
        try:
            rule.check(value)
        except rules.ValidationFailed:
            shown = net_text(value)
            raise runtime_error(
                "ValidateSetFailure",
                f"The attribute cannot be added because variable {name} with value {shown} would no longer be valid."
                if first
                else f"The variable cannot be validated because the value {shown} is not a valid value for the {name} "
                "variable.",
                ErrorCategory.METADATA_ERROR,
                "System.Management.Automation.ValidationMetadataException",
            ) from None
        return value

    return [transform]


def metadata_error(error: StatementError) -> StatementError:
    """A failed conversion of a typed variable: PowerShell calls it a metadata error."""
    record = error.record
    message = record.exception.message
    return runtime_error(
        "RuntimeException",
        message,
        ErrorCategory.METADATA_ERROR,
        "System.Management.Automation.ArgumentTransformationMetadataException",
        inner=record.exception,
    )
