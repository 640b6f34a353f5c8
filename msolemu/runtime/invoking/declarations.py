"""From declared parameters to the metadata that the binder takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msolemu.language import syntax
from msolemu.runtime.binding import validation as rules
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
from msolemu.runtime.values.objects import Value, collapse

if TYPE_CHECKING:
    from msolemu.runtime.invoking.parameters import Parameters, ScriptParameter


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


def metadata_of(parameters: Parameters, frame: Frame, name: str) -> CommandMetadata:
    """The metadata of a script's, function's or script block's parameters."""
    marks: dict[str, Value] = {}
    for attribute in parameters.attributes:
        if attribute_name(attribute) == "cmdletbinding":
            marks = named_arguments(attribute, frame)
    positional = to_bool(marks.get("positionalbinding", True))
    declared = [(item, _parameter_attributes(item, frame)) for item in parameters.items]
    if any("position" in mark or "parametersetname" in mark for _, marks_ in declared for mark in marks_):
        positional = False
    infos = []
    position = 0
    for item, attributes in declared:
        own = position if positional and not item.is_switch else None
        if own is not None and not _is_remaining_only(attributes):
            position += 1
        infos.append(_info(item, attributes, own, frame))
    kind = Kind.FUNCTION if parameters.is_advanced else Kind.SIMPLE_FUNCTION
    made = metadata(
        name,
        infos,
        kind=kind,
        default_set=to_text(marks["defaultparametersetname"]) if "defaultparametersetname" in marks else ALL_SETS,
        supports_should_process=to_bool(marks.get("supportsshouldprocess", False)),
        positional_binding=positional,
    )
    impact = marks.get("confirmimpact")
    if impact is not None:
        made.confirm_impact = ConfirmImpact[to_text(impact).upper()]
    return made


def _is_remaining_only(attributes: list[dict[str, Value]]) -> bool:
    return bool(attributes) and all(to_bool(mark.get("valuefromremainingarguments", False)) for mark in attributes)


def _parameter_attributes(item: ScriptParameter, frame: Frame) -> list[dict[str, Value]]:
    return [named_arguments(node, frame) for node in item.attributes if attribute_name(node) == "parameter"]


def _info(
    item: ScriptParameter, attributes: list[dict[str, Value]], position: int | None, frame: Frame
) -> ParameterInfo:
    places: dict[str, SetPlace] = {}
    for marks in attributes or [{}]:
        name = to_text(marks.get("parametersetname", ALL_SETS))
        places[name] = SetPlace(
            mandatory=to_bool(marks.get("mandatory", False)),
            position=int(marks["position"]) if "position" in marks else position,
            by_value=to_bool(marks.get("valuefrompipeline", False)),
            by_name=to_bool(marks.get("valuefrompipelinebypropertyname", False)),
            remaining=to_bool(marks.get("valuefromremainingarguments", False)),
            help_message=to_text(marks.get("helpmessage", "")),
        )
    info = ParameterInfo(item.name, places=places)
    info.typed = item.type_of is not None
    if item.is_switch:
        info.type_name = SWITCH_TYPE
    elif item.type_of is not None:
        info.known_type = item.type_of(frame)
        info.type_name = info.known_type.full_name
    _apply_attributes(info, item, frame)
    return info


def _apply_attributes(info: ParameterInfo, item: ScriptParameter, frame: Frame) -> None:
    validations = []
    aliases: list[str] = []
    for node in item.attributes:
        name = attribute_name(node)
        if name in _NO_RULES:
            info.supports_wildcards = info.supports_wildcards or name == "supportswildcards"
        elif name == "alias":
            aliases.extend(to_text(value) for value in positional_arguments(node, frame))
        elif name in _ALLOWS:
            setattr(info, _ALLOWS[name], True)
        elif name in _VALIDATIONS:
            validations.append(validation(node, frame))
        else:
            _apply_class(info, validations, node, frame)
    info.aliases = tuple(aliases)
    info.validations = tuple(reversed(validations))


_NO_RULES = frozenset(
    {
        *("parameter", "supportswildcards", "argumentcompleter", "argumentcompletions", "psdefaultvalue"),
        *("credential", "validatetrusteddata", "experimental"),
    }
)
_ALLOWS = {
    "allownull": "allow_null",
    "allowemptystring": "allow_empty_text",
    "allowemptycollection": "allow_empty_collection",
}


def validation(node: syntax.Attribute, frame: Frame) -> Any:
    """The binder's validation for an attribute."""
    make = _VALIDATIONS.get(attribute_name(node))
    if make is None:
        raise runtime_error(
            "CustomAttributeTypeNotFound",
            f"Cannot find the type for custom attribute '{node.type_name.full_name}'. "
            "Make sure that the assembly that contains this type is loaded.",
            target=node.type_name.full_name,
        )
    return make(positional_arguments(node, frame), named_arguments(node, frame))


def _apply_class(info: ParameterInfo, validations: list[Any], node: syntax.Attribute, frame: Frame) -> None:
    """Let an attribute that a script's class declares turn or judge the arguments."""
    from msolemu.runtime.classes.attribute_classes import made

    attribute = made(node, frame)
    if attribute.transforms:
        info.transformations = (*info.transformations, attribute.transform)
    if attribute.validates:
        validations.append(attribute)


def _validate_set(words: list[Value], marks: dict[str, Value]) -> Any:
    if len(words) == 1 and isinstance(words[0], NetType):
        from msolemu.runtime.classes.attribute_classes import generated_values

        words = generated_values(words[0])
    texts = [to_text(word) for item in words for word in (item if isinstance(item, list) else [item])]
    return rules.ValidateSet(texts, to_bool(marks.get("ignorecase", True)), to_text(marks.get("errormessage", "")))


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

    return rules.ValidateScript(str(block), accepts, to_text(marks.get("errormessage", "")))


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


def variable_validation(
    node: syntax.Attribute, frame: Frame, name: str, *, declared: bool
) -> list[Callable[[Value], Value]]:
    """What a validation attribute does to each value that its variable is given, its first one already or not yet."""
    if attribute_name(node) in _NO_RULES or attribute_name(node) in ("alias", *_ALLOWS):
        return []
    rule: Any
    if attribute_name(node) in _VALIDATIONS:
        rule = validation(node, frame)
    else:
        from msolemu.runtime.classes.attribute_classes import made

        rule = made(node, frame)
        if rule.transforms:
            return [rule.transform]

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
