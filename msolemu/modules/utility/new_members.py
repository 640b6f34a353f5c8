"""The member that a kind with one or two values means, for Add-Member and Update-TypeData."""

from __future__ import annotations

from typing import NoReturn

from msolemu.cmdlets.declaration import UNSET
from msolemu.cmdlets.errors import TerminatingError
from msolemu.modules.utility.parameters import UtilityCall
from msolemu.runtime.binding.confirmation import nobody_answers
from msolemu.runtime.casting.conversion import convert, to_text
from msolemu.runtime.errors.records import ErrorCategory, not_emulated
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.extended import AliasProperty, MemberSet, PropertySet, ScriptMethod, ScriptProperty
from msolemu.runtime.values.objects import Value, enumerate_value, is_enumerable

SCRIPT_BLOCK = "System.Management.Automation.ScriptBlock"
METHOD_INFO = "System.Reflection.MethodInfo"
MEMBERS = "System.Collections.ObjectModel.Collection[System.Management.Automation.PSMemberInfo]"


def member_of_kind(call: UtilityCall, kind: str, value: Value, second: Value) -> Value:
    """The member that kind and values mean; a value that is UNSET was not given."""
    return _Values(call, kind, value, second).member()


_FAULTS = {
    "Value2ShouldNotBeSpecified": (
        'The SecondValue parameter is not necessary for a member of type "{0}", and should not be specified. Do not '
        "specify the SecondValue parameter when you add members of this type."
    ),
    "Value1AndValue2AreNotBothNull": (
        'Both Value and SecondValue parameters should not be null for a member of type "{0}". Specify a non-null value '
        "for one of the two parameters."
    ),
    "Value1ShouldNotBeNull": (
        'The Value parameter should not be null for a member of type "{0}". Specify a non-null value for the Value '
        "parameter when adding members of this type."
    ),
    "Value2ShouldNotBeNull": (
        'The SecondValue parameter should not be null for a member of type "{0}". Specify a non-null value for the '
        "SecondValue parameter when adding members of this type."
    ),
    "CannotAddMemberType": (
        'Cannot add a member with type "{0}". Specify a different type for the MemberTypes parameter.'
    ),
    "WrongMemberCount": (
        'To add a member, only one member type can be specified. The member types specified are: "{0}"'
    ),
}


class _Values:
    """The values of one new member, and what its kind demands of them."""

    def __init__(self, call: UtilityCall, kind: str, value: Value, second: Value) -> None:
        self.call = call
        self.kind = kind
        self.value = value
        self.second = second

    def member(self) -> Value:
        """The member, of whichever kind."""
        match self.kind:
            case "AliasProperty" | "ScriptProperty" | "CodeProperty":
                return self._of_two()
            case "NoteProperty" | "ScriptMethod" | "CodeMethod" | "PropertySet":
                return self._of_one()
            case "MemberSet":
                return self._set()
            case _:
                raise self._fault("WrongMemberCount" if "," in self.kind else "CannotAddMemberType")

    def _of_two(self) -> Value:
        self._demand_value()
        if self.kind == "AliasProperty":
            return self._alias()
        if self.value is None and self.second in (None, UNSET):
            raise self._fault("Value1AndValue2AreNotBothNull")
        if self.kind == "ScriptProperty":
            return ScriptProperty(_converted(self.value, SCRIPT_BLOCK), _converted(self.second, SCRIPT_BLOCK))
        return self._of_code()

    def _alias(self) -> AliasProperty:
        if self.value is None:
            raise self._fault("Value1ShouldNotBeNull")
        if self.second is None:
            raise self._fault("Value2ShouldNotBeNull")
        kind = _converted(self.second, "System.Type")
        return AliasProperty(to_text(self.value), kind.full_name if kind is not None else "")

    def _of_one(self) -> Value:
        self._demand_single()
        self._demand_value()
        if self.kind == "NoteProperty":
            return self.value
        if self.value is None:
            raise self._fault("Value1ShouldNotBeNull")
        if self.kind == "ScriptMethod":
            return ScriptMethod(_converted(self.value, SCRIPT_BLOCK))
        if self.kind == "PropertySet":
            return PropertySet(tuple(map(to_text, _each(self.value))))
        return self._of_code()

    def _of_code(self) -> NoReturn:
        """Methods of .NET classes that stand for a member; no script of ours can name one."""
        _converted(self.value, METHOD_INFO)
        raise not_emulated("CodeMemberNotEmulated", f"A member of type {self.kind}")

    def _set(self) -> MemberSet:
        self._demand_single()
        if self.value in (None, UNSET):
            return MemberSet({})
        members = convert(self.value, known_type(MEMBERS))
        return MemberSet({one.name.lower(): [one.name, one.held] for one in enumerate_value(members)})

    def _demand_single(self) -> None:
        if self.second is not UNSET:
            raise self._fault("Value2ShouldNotBeSpecified")

    def _demand_value(self) -> None:
        """Ask for a value that was not given."""
        if self.value is UNSET:
            self.value = self.call.session.host.read_line(
                f'The Value parameter is required for a member of type "{self.kind}". Specify the Value parameter when '
                "adding members of this type.\nValue: "
            )
            if self.value is None:
                raise nobody_answers()

    def _fault(self, error_id: str) -> TerminatingError:
        text = _FAULTS[error_id].format(self.kind)
        return self.call.error(error_id, text, ErrorCategory.INVALID_OPERATION, "System.InvalidOperationException")


def _converted(value: Value, type_name: str) -> Value:
    return None if value in (None, UNSET) else convert(value, known_type(type_name))


def _each(value: Value) -> list[Value]:
    return list(enumerate_value(value)) if is_enumerable(value) else [value]
