"""Get-Variable, Set-Variable, New-Variable, Clear-Variable, Remove-Variable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.parameters import PassThru, UtilityCall
from msolemu.modules.utility.scopes import scope_of
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, StatementError, runtime_error
from msolemu.runtime.reflection.variable_objects import OPTIONS, VISIBILITY, VariableObject, variables_seen
from msolemu.runtime.state.scopes import UNSET, VariableRule, not_writable
from msolemu.runtime.state.scopes import Scope as VariableScope
from msolemu.runtime.text.wildcard import WildcardPattern, has_wildcards, is_among
from msolemu.runtime.values.objects import NOTHING, Value

SOMETHING = (ValidateNotNullOrEmpty(),)
VARIABLE = "System.Management.Automation.PSVariable"
ScopeName = Annotated[
    str | None, Parameter("The scope: Global, Script, Local, or so many levels up.", validate=SOMETHING)
]
Include = Annotated[list[str] | None, Parameter("Patterns of which a name must match one.")]
Exclude = Annotated[list[str] | None, Parameter("Patterns of which a name must match none.")]
Force = Annotated[Switch, Parameter("Also what is read-only.")]
Option = Annotated[Value, Parameter("ReadOnly, Constant, Private.", type=OPTIONS)]
Visibility = Annotated[Value, Parameter("Whether scripts see it; they always do here.", type=VISIBILITY)]
Description = Annotated[str | None, Parameter("What the variable is for.")]


def chosen(
    call: UtilityCall, names: list[str], scope: str | None, include: list[str] | None, exclude: list[str] | None
) -> Iterator[VariableObject]:
    """The variables that names and patterns mean; a missing one is an error of its own."""
    seen = _seen(call, scope)
    for name in names:
        if has_wildcards(name):
            pattern = WildcardPattern(name)
            found = [one for one in seen.values() if pattern.matches(one.name)]
        else:
            known = seen.get(name.lower())
            if known is None:
                call.write_error(_missing(call, name))
            found = [] if known is None else [known]
        for one in sorted(found, key=lambda variable: variable.name.lower()):
            if is_among(one.name, include, exclude):
                yield one


def _missing(call: UtilityCall, name: str) -> PowerShellError:
    return call.error(
        "VariableNotFound",
        f"Cannot find a variable with the name '{name}'.",
        ErrorCategory.OBJECT_NOT_FOUND,
        "System.Management.Automation.ItemNotFoundException",
        target=name,
    )


def _seen(call: UtilityCall, scope: str | None) -> dict[str, VariableObject]:
    if scope is None:
        return variables_seen(call.session, call.session.frame.scope)
    level = scope_of(call, scope)
    return {name: VariableObject(level, level.spelling(name)) for name in level.values}


get_variable = Cmdlet(
    "Get-Variable",
    "Gives variables, or their values.",
    output=VariableObject,
    aliases=("gv",),
    examples={"$city = 'Oslo'; Get-Variable city -ValueOnly": "Gives the value."},
)


@get_variable.parameter_set()
def get(
    call: UtilityCall,
    name: Annotated[
        list[str] | None,
        Parameter("Names; wildcards count.", position=0, from_pipeline=True, from_property=True, validate=SOMETHING),
    ] = None,
    value_only: Annotated[Switch, Parameter("The values in place of the variables.")] = False,
    include: Include = None,
    exclude: Exclude = None,
    scope: ScopeName = None,
) -> Output[Value]:
    """Without a name all variables are given that can be seen from here."""
    for variable in chosen(call, name or ["*"], scope, include, exclude):
        yield variable.value if value_only else variable


@dataclass(frozen=True, kw_only=True)
class Marks:
    """What is put on a variable besides its value."""

    description: Description = None
    option: Option = None
    visibility: Visibility = None

    def lay_on(self, scope: VariableScope, name: str, *, new: bool, private: bool = False) -> None:
        """Put description and options on a variable; only a new one can be made constant."""
        if self.description is None and self.option is None and not private:
            return
        rule = scope.rule(name.lower()) or VariableRule()
        if self.description is not None:
            rule.description = self.description
        if self.option is not None:
            words = to_text(self.option).lower()
            if "constant" in words and not rule.constant and not new:
                raise never_constant(name)
            rule.read_only = "readonly" in words
            rule.constant = "constant" in words
            rule.private = "private" in words
        if private and new:
            rule.private = True
        scope.put_rule(name.lower(), rule)


def never_constant(name: str) -> StatementError:
    """A variable that is there already stays one that can be changed."""
    return runtime_error(
        "VariableCannotBeMadeConstant",
        f"Existing variable {name} cannot be made constant. Variables can be made constant only at creation time.",
        ErrorCategory.WRITE_ERROR,
        "System.Management.Automation.SessionStateUnauthorizedAccessException",
        target=name,
    )


def assign(call: UtilityCall, scope: VariableScope, name: str, value: Value, *, force: bool) -> None:
    """Give a variable of a scope its value; what is read-only needs force."""
    rule = scope.rule(name.lower())
    if rule is not None and (rule.constant or (rule.read_only and not force)):
        raise not_writable(name)
    scope.assign(name, value, force=force)


set_variable = Cmdlet(
    "Set-Variable",
    "Sets variables.",
    should_process=True,
    aliases=("set", "sv"),
    examples={"Set-Variable city 'Oslo'; $city": "Sets a variable by its name."},
)


@set_variable.parameter_set()
@dataclass(kw_only=True)
class SetVariable:
    """A variable that is not there is made. Several values from the pipeline make an array."""

    call: UtilityCall
    include: Include = None
    exclude: Exclude = None
    marks: Marks
    force: Force = False
    pass_thru: PassThru = False
    append: Annotated[Switch, Parameter("Adds the value to those that are there.")] = False
    scope: ScopeName = None
    names: list[str] = field(init=False, default_factory=list)
    typed: bool = field(init=False, default=False)
    values: list[Value] = field(init=False, default_factory=list)

    def begin(self) -> None:
        """See whether the names were typed."""
        self.names = list(self.call.bound.get("Name") or ())
        self.typed = bool(self.names)

    def process(
        self,
        name: Annotated[list[str], Parameter("The names.", position=0, from_property=True)],
        value: Annotated[
            Value,
            Parameter("The value.", position=1, type="System.Object", from_pipeline=True, from_property=True),
        ] = NOTHING,
    ) -> Iterator[Value]:
        """Keep a value for the end; a record that brings the names as well is set at once."""
        if value is not NOTHING:
            self.values.append(value)
        if not self.typed:
            yield from self._set(name)
            self.values.clear()

    def end(self) -> Iterator[Value]:
        """Set the variables that were typed."""
        yield from self._set(self.names)

    def _set(self, names: list[str]) -> Iterator[Value]:
        value = self.values[0] if len(self.values) == 1 else list(self.values) or None
        scope = scope_of(self.call, self.scope)
        for name in (found for one in names for found in self._meant(scope, one)):
            if not self.call.should_process(f"Name: {name} Value: {to_text(value)}", "Set variable"):
                continue
            known = scope.values.get(name.lower(), UNSET)
            if self.append:
                value = [*self._known(scope, name), *self.values]
            try:
                given = value if self.values or known is UNSET else known
                assign(self.call, scope, name, given, force=self.force)
                self.marks.lay_on(scope, name, new=known is UNSET, private=(self.scope or "").lower() == "private")
            except PowerShellError as error:
                self.call.write_error(error)
                continue
            if self.pass_thru:
                yield VariableObject(scope, name)

    def _meant(self, scope: VariableScope, name: str) -> list[str]:
        """The variables of the scope that a pattern means, or the name itself."""
        pattern = WildcardPattern(name)
        names = [scope.spelling(one) for one in scope.values if pattern.matches(one)] if has_wildcards(name) else [name]
        return [one for one in names if is_among(one, self.include, self.exclude)]

    @staticmethod
    def _known(scope: VariableScope, name: str) -> list[Value]:
        known = scope.values.get(name.lower())
        if known is None:
            return []
        return list(known) if isinstance(known, list) else [known]


new_variable = Cmdlet(
    "New-Variable",
    "Makes a variable.",
    should_process=True,
    aliases=("nv",),
    examples={"New-Variable limit 3 -Option ReadOnly -Force": "Makes a variable that cannot be assigned to."},
)


@new_variable.parameter_set()
def new(
    call: UtilityCall,
    name: Annotated[str, Parameter("The name.", position=0, from_property=True)],
    marks: Marks,
    value: Annotated[
        Value, Parameter("The value.", position=1, type="System.Object", from_pipeline=True, from_property=True)
    ] = None,
    force: Force = False,
    pass_thru: PassThru = False,
    scope: ScopeName = None,
) -> Output[Value]:
    """A variable that is there in the scope is an error, unless -Force is said."""
    level = scope_of(call, scope)
    if name.lower() in level.values and not force:
        call.write_error(
            "VariableAlreadyExists",
            f"A variable with name '{name}' already exists.",
            ErrorCategory.RESOURCE_EXISTS,
            "System.Management.Automation.SessionStateException",
            target=name,
        )
        return
    if not call.should_process(f"Name: {name} Value: {to_text(value)}", "New variable"):
        return
    assign(call, level, name, value, force=force)
    level.put_rule(name.lower(), None)
    marks.lay_on(level, name, new=True)
    if pass_thru:
        yield VariableObject(level, name)


clear_variable = Cmdlet(
    "Clear-Variable",
    "Empties variables.",
    should_process=True,
    aliases=("clv",),
    examples={"$x = 1; Clear-Variable x; $null -eq $x": "Leaves a variable that holds nothing."},
)
Names = Annotated[list[str], Parameter("The names; wildcards count.", position=0, from_property=True)]


@clear_variable.parameter_set()
def clear(
    call: UtilityCall,
    name: Names,
    include: Include = None,
    exclude: Exclude = None,
    force: Force = False,
    pass_thru: PassThru = False,
    scope: ScopeName = None,
) -> Output[Value]:
    """The variables stay, with $null in them."""
    for variable in list(chosen(call, name, scope, include, exclude)):
        if not call.should_process(f"Name: {variable.name}", "Clear variable"):
            continue
        try:
            assign(call, variable.scope, variable.name, None, force=force)
        except PowerShellError as error:
            call.write_error(error)
            continue
        if pass_thru:
            yield variable


remove_variable = Cmdlet(
    "Remove-Variable",
    "Removes variables.",
    should_process=True,
    aliases=("rv",),
    examples={"$x = 1; Remove-Variable x": "Removes a variable."},
)


@remove_variable.parameter_set()
def remove(
    call: UtilityCall,
    name: Names,
    include: Include = None,
    exclude: Exclude = None,
    force: Force = False,
    scope: ScopeName = None,
) -> None:
    """What is constant cannot be removed, what is read-only only with -Force."""
    for variable in list(chosen(call, name, scope, include, exclude)):
        if not call.should_process(f"Name: {variable.name}", "Remove variable"):
            continue
        try:
            variable.remove(force=force)
        except PowerShellError as error:
            call.write_error(error)
