"""Attributes that a script declares as classes: they turn arguments, judge them, or give the values of a set."""

from __future__ import annotations

from msolemu.language import syntax
from msolemu.runtime.binding.validation import ValidationFailed
from msolemu.runtime.compiling.type_names import resolve
from msolemu.runtime.errors.records import PowerShellError, runtime_error
from msolemu.runtime.reflection.cmdlet_types import engine
from msolemu.runtime.state.frame import Frame
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.members import construct, invoke_method, set_property
from msolemu.runtime.values.objects import Value, enumerate_value

NAMESPACE = "System.Management.Automation."
TRANSFORMATION = known_type(NAMESPACE + "ArgumentTransformationAttribute")
VALIDATION = known_type(NAMESPACE + "ValidateArgumentsAttribute")
OF_ELEMENTS = known_type(NAMESPACE + "ValidateEnumeratedArgumentsAttribute")


class ClassAttribute:
    """An object of such a class at work on a parameter."""

    def __init__(self, value: Value, kind: NetType, frame: Frame) -> None:
        self.value = value
        self.frame = frame
        self.transforms = kind.is_a(TRANSFORMATION)
        self.validates = kind.is_a(VALIDATION)
        self.of_elements = kind.is_a(OF_ELEMENTS)

    def transform(self, value: Value) -> Value:
        """What the attribute makes of an argument."""
        return invoke_method(self.value, "Transform", [engine(self.frame.session), value])

    def check(self, value: Value) -> None:
        """Raise `ValidationFailed` with what the attribute throws."""
        try:
            if self.of_elements:
                for element in enumerate_value(value):
                    invoke_method(self.value, "ValidateElement", [element])
            else:
                invoke_method(self.value, "Validate", [value, engine(self.frame.session)])
        except PowerShellError as error:
            cause = error.record.exception.innermost()
            raise ValidationFailed(error.record.error_id, cause.message, cause) from None


def made(node: syntax.Attribute, frame: Frame) -> ClassAttribute:
    """The attribute of a parameter; raises the error for one that is no class of the session."""
    from msolemu.runtime.invoking.declarations import named_arguments, positional_arguments

    kind = _class_of(node, frame)
    value = construct(kind, positional_arguments(node, frame))
    for name, argument in named_arguments(node, frame).items():
        set_property(value, name, argument)
    return ClassAttribute(value, kind, frame)


def _class_of(node: syntax.Attribute, frame: Frame) -> NetType:
    types, scope = frame.session.types, frame.scope
    name = node.type_name.full_name.lower()
    found = types.find(scope, name, node.extent) or types.find(scope, name + "attribute", node.extent)
    if found is None:
        try:
            found = resolve(frame.session, node.type_name)
        except PowerShellError:
            raise runtime_error(
                "CustomAttributeTypeNotFound",
                f"Cannot find the type for custom attribute '{node.type_name.full_name}'. "
                "Make sure that the assembly that contains this type is loaded.",
                target=node.type_name.full_name,
            ) from None
    return found


def generated_values(kind: NetType) -> list[Value]:
    """The values that a class gives for `[ValidateSet([Class])]`; raises ValidationFailed when it gives none."""
    found = invoke_method(construct(kind, []), "GetValidValues", [])
    if found is None:
        raise ValidationFailed(
            "ValidateSetGeneratedValidValuesListIsNull", "Valid values generator return a null value."
        )
    return list(enumerate_value(found))
