"""Parameters as a script declares them: what the binder is told, and what stays on their variables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from msolemu.foundation.dataclass import dataclass
from msolemu.language import syntax
from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.compiling.compiler import compile_expression
from msolemu.runtime.compiling.expressions import typed
from msolemu.runtime.compiling.type_names import resolve
from msolemu.runtime.compiling.variables import ALL_SCOPES
from msolemu.runtime.errors.records import StatementError, runtime_error
from msolemu.runtime.state.frame import Evaluated, Frame
from msolemu.runtime.values.objects import NUMBER_TYPES, SwitchParameter, Value, is_number, unwrap

if TYPE_CHECKING:
    from msolemu.runtime.types.net_type import NetType

Transform = Callable[[Value], Value]

SWITCH_NAMES = ("switch", "switchparameter", "system.management.automation.switchparameter")


@dataclass(slots=True, eq=False)
class ScriptParameter:
    """One parameter with everything that was compiled of it."""

    node: syntax.Parameter
    name: str
    key: str
    default: Evaluated | None
    attributes: tuple[syntax.Attribute, ...]
    type_of: Evaluated | None
    is_switch: bool
    _rules: list[Transform] | None = None

    def rules(self, frame: Frame) -> list[Transform]:
        """What its type and attributes do to each value that its variable is given.

        They are read once, unless names may mean types of the script by now. The global scope has rules of its own.
        """
        if frame.session.types.names or frame.scope.parent is None:
            return self._read_rules(frame)
        if self._rules is None:
            self._rules = self._read_rules(frame)
        return self._rules

    def _read_rules(self, frame: Frame) -> list[Transform]:
        if self.attributes or self.type_of is None:
            return transforms_of(self.node.attributes, self.name, declared=True)(frame)
        kind = self.type_of(frame)
        return [lambda value: convert(value, kind)]

    def unset_value(self, frame: Frame) -> Value:
        """The value where no argument and no default is given: the type's own zero."""
        if self.type_of is None:
            return None
        if self.is_switch:
            return switch_value(False)
        return _empty(self.type_of(frame))


def _empty(kind: NetType) -> Value:
    """What stands for no value: the zero of a number, false, empty text; null for every other type."""
    if kind.python is str:
        return ""
    if kind.python is bool:
        return False
    if kind.python not in NUMBER_TYPES:
        return None
    return convert(0, kind)


def switch_value(given: bool) -> Value:
    """A switch parameter's value."""
    return SwitchParameter(given)


class Parameters:
    """The parameters of a script block, function or script."""

    __slots__ = ("_metadata", "attributes", "is_advanced", "items", "names", "refused")

    def __init__(self, items: Sequence[ScriptParameter], attributes: Sequence[syntax.AttributeBase]) -> None:
        self.items = tuple(items)
        self.attributes = tuple(item for item in attributes if isinstance(item, syntax.Attribute))
        self.names = tuple(item.key for item in self.items)
        self.refused = next((item.name for item in self.items if item.key in ALL_SCOPES), None)
        """A parameter that has the name of a variable which nothing can hide."""
        self.is_advanced = any(_named(item, "cmdletbinding") for item in self.attributes) or any(
            _named(attribute, "parameter") for item in self.items for attribute in item.attributes
        )
        self._metadata: Any = None

    @property
    def aliases(self) -> list[str]:
        """The names of the attribute `[Alias()]` of the function itself."""
        return [
            word.value
            for attribute in self.attributes
            if _named(attribute, "alias")
            for word in attribute.positional_arguments
            if isinstance(word, syntax.StringConstant)
        ]

    def metadata(self, frame: Frame, name: str) -> Any:
        """What the binder needs to know."""
        if self._metadata is None or frame.session.types.names:
            from msolemu.runtime.invoking.declarations import metadata_of

            self._metadata = metadata_of(self, frame, name)
        return self._metadata


def _named(attribute: syntax.Attribute, name: str) -> bool:
    plain = attribute.type_name.full_name.lower().rpartition(".")[2]
    return plain in (name, name + "attribute")


def parameters_of(node: syntax.ScriptBlock, listed: tuple[syntax.Parameter, ...] | None) -> Parameters:
    """The parameters of a script block; `listed` are those between a function's parentheses."""
    block = node.param_block
    nodes = listed if listed is not None else (block.parameters if block is not None else ())
    attributes = list(node.attributes) + (list(block.attributes) if block is not None else [])
    return Parameters([_parameter(item) for item in nodes], attributes)


def _parameter(node: syntax.Parameter) -> ScriptParameter:
    types = [item for item in node.attributes if isinstance(item, syntax.TypeConstraint)]
    others = tuple(item for item in node.attributes if isinstance(item, syntax.Attribute))
    kind = types[-1] if types else None
    default = _Late(node.default_value) if node.default_value is not None else None
    switch = kind is not None and kind.type_name.full_name.lower() in SWITCH_NAMES
    name = node.name.name
    return ScriptParameter(node, name, name.lower(), default, others, typed(kind) if kind is not None else None, switch)


class _Late:
    """A default value, compiled when it is first needed."""

    __slots__ = ("_compiled", "_node")

    def __init__(self, node: syntax.Expression) -> None:
        self._node = node
        self._compiled: Evaluated | None = None

    def __call__(self, frame: Frame) -> Value:
        if self._compiled is None:
            self._compiled = compile_expression(self._node)
        return self._compiled(frame)


def transforms_of(
    attributes: Sequence[syntax.AttributeBase], name: str, *, declared: bool = False
) -> Callable[[Frame], list[Transform]]:
    """The conversions and validations that a declaration lays on its variable, which has a value already or not yet."""

    def make(frame: Frame) -> list[Transform]:
        transforms: list[Transform] = []
        for attribute in reversed(attributes):
            if isinstance(attribute, syntax.TypeConstraint):
                transforms.append(_conversion(resolve(frame.session, attribute.type_name), frame))
        for attribute in reversed(attributes):
            if isinstance(attribute, syntax.Attribute):
                from msolemu.runtime.invoking.declarations import variable_validation

                transforms.extend(variable_validation(attribute, frame, name, declared=declared))
        return transforms

    return make


def convert_argument(value: Value, kind: NetType) -> Value:
    """A value as a parameter or a variable of the session takes it: a cast, but only numbers and truth are truth."""
    if kind.python is bool:
        plain = unwrap(value)
        if not isinstance(plain, bool | SwitchParameter) and not is_number(plain):
            from msolemu.runtime.binding.arguments import no_truth

            exception = no_truth(plain, kind.full_name)
            raise runtime_error("RuntimeException", exception.message, inner=exception)
    return convert(value, kind)


def _conversion(kind: NetType, frame: Frame) -> Transform:
    """What a type does to each value of its variable: inside functions a cast, whose errors come as they are."""
    if frame.scope is not frame.scope.top:
        return lambda value: convert(value, kind)

    def transform(value: Value) -> Value:
        try:
            return convert_argument(value, kind)
        except StatementError as error:
            from msolemu.runtime.invoking.declarations import variable_error

            raise variable_error(error) from None

    return transform
