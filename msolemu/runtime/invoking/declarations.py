"""From declared parameters to the metadata that the binder takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from msolemu.language import syntax
from msolemu.runtime.binding import validation as rules
from msolemu.runtime.binding.attributes import Attribute
from msolemu.runtime.binding.common_parameters import common_parameters
from msolemu.runtime.binding.distinct_names import demand_distinct, metadata_error
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
from msolemu.runtime.errors.argument_errors import not_valid
from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error
from msolemu.runtime.invoking.validations import VALIDATIONS, texts, validation
from msolemu.runtime.state.frame import Frame
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import Value

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
        given = positional_arguments(node, frame), named_arguments(node, frame)
        return Attribute(name, *given, node.type_name.full_name, node.extent)
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
    should_process = to_bool(marks.get("supportsshouldprocess", False))
    demand_distinct(infos, common_parameters(should_process=should_process) if parameters.is_advanced else ())
    made = metadata(
        name,
        infos,
        kind=Kind.FUNCTION if parameters.is_advanced else Kind.SIMPLE_FUNCTION,
        default_set=to_text(marks["defaultparametersetname"]) if "defaultparametersetname" in marks else ALL_SETS,
        supports_should_process=should_process,
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
        set_name = to_text(marks.get("parametersetname", ALL_SETS))
        if set_name in places:
            raise metadata_error(
                "ParameterDeclaredInParameterSetMultipleTimes",
                f'The parameter "{name}" is declared in parameter-set "{set_name}" multiple times.',
            )
        places[set_name] = SetPlace(
            mandatory=to_bool(marks.get("mandatory", False)),
            position=_position(marks, position),
            by_value=to_bool(marks.get("valuefrompipeline", False)),
            by_name=to_bool(marks.get("valuefrompipelinebypropertyname", False)),
            remaining=to_bool(marks.get("valuefromremainingarguments", False)),
            help_message=_help_message(marks),
        )
    info = ParameterInfo(name, places=places)
    info.typed = kind is not None
    if kind is not None:
        info.known_type = kind
        info.type_name = kind.full_name
    _apply_attributes(info, attributes)
    return info


def _help_message(marks: dict[str, Value]) -> str:
    """The text that a prompt shows; it and what names its resource may be left out, but not empty."""
    for name in ("helpmessage", "helpmessagebasename", "helpmessageresourceid"):
        if name in marks and not to_text(marks[name]):
            raise not_valid("value")
    return to_text(marks.get("helpmessage", ""))


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
            aliases.extend(texts(one.positional))
        elif one.name == "obsolete":
            info.obsolete = to_text(one.positional[0]) if one.positional else ""
        elif one.name == "pstypename":
            info.ps_type_name = to_text(one.positional[0])
        elif one.name == "argumentcompleter":
            info.completer = one.positional[0] if one.positional else None
        elif one.name == "argumentcompletions":
            info.suggestions = texts(one.positional)
        elif one.name in _ALLOWS:
            setattr(info, _ALLOWS[one.name], True)
        elif one.name in VALIDATIONS:
            validations.append(validation(one))
        else:
            info.supports_wildcards = info.supports_wildcards or one.name == "supportswildcards"
    info.aliases = tuple(aliases)
    info.validations = tuple(reversed(validations))


_NO_RULES = frozenset(
    {
        *("parameter", "supportswildcards", "argumentcompleter", "argumentcompletions", "psdefaultvalue", "obsolete"),
        *("credential", "validatetrusteddata", "experimental", "alias", "pstypename", "cmdletbinding", "outputtype"),
    }
)
_ALLOWS = {
    "allownull": "allow_null",
    "allowemptystring": "allow_empty_text",
    "allowemptycollection": "allow_empty_collection",
}


def rule_of(attribute: Attribute | ClassAttribute) -> Any:
    """What judges a value, where the attribute does."""
    if isinstance(attribute, Attribute):
        return validation(attribute) if attribute.name in VALIDATIONS else None
    return attribute if attribute.validates else None


KNOWN = frozenset({*_NO_RULES, *_ALLOWS, *VALIDATIONS})
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


def variable_error(error: StatementError) -> StatementError:
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
