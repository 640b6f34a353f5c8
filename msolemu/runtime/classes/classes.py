"""Classes that a script defines: their objects, members and constructors.

A class becomes a `NetType` with a Python class of its own, so that its objects are found, compared, sorted and shown by
the same rules as those of .NET. Methods run in the scope of the script that holds the class; what they output is
dropped, only `return` gives a value, and their errors reach the caller as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from msolemu.foundation.dataclass import dataclass, field
from msolemu.language import syntax
from msolemu.language.operators import Modifiers
from msolemu.runtime.casting.conversion import convert, to_text
from msolemu.runtime.classes.method_bodies import RESULT, method_code
from msolemu.runtime.compiling.type_names import resolve
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.errors.records import ErrorCategory, Position, PowerShellError, runtime_error
from msolemu.runtime.invoking.declarations import read as read_attribute
from msolemu.runtime.invoking.declarations import rule_of
from msolemu.runtime.invoking.scriptblock import ScriptBlock
from msolemu.runtime.state.frame import Evaluated, Frame
from msolemu.runtime.state.scopes import Scope
from msolemu.runtime.types.arrays import default_of
from msolemu.runtime.types.net_type import Method, NetType, Overload, Property
from msolemu.runtime.types.registry import OBJECT, STRING
from msolemu.runtime.types.signature import Parameter, Signature
from msolemu.runtime.values.objects import NOTHING, Value
from msolemu.runtime.values.overloads import bound, choose

if TYPE_CHECKING:
    from msolemu.language.position import Extent
    from msolemu.runtime.state.session import Session

_NOT_INITIALIZED = "System.TypeInitializationException"


class ScriptObject:
    """An object of a script's class; `fields` holds its properties by lower-case names."""

    fields: dict[str, Value]

    def __init__(self) -> None:
        self.fields = {}


class ScriptOverload(Overload):
    """A method of a script's class: its parameter types are looked up where the class stands."""

    __slots__ = ("constraints", "returns", "session")

    def __init__(
        self,
        signature: Signature,
        call: Callable[..., Any],
        session: Session,
        constraints: Sequence[syntax.TypeNameBase | None],
    ) -> None:
        super().__init__(signature, call, checked=False)
        self.session = session
        self.constraints = constraints

    def types(self, owner: NetType) -> tuple[NetType, ...]:
        """The types of the parameters."""
        known = self._resolved.get(owner)
        if known is None:
            known = self._resolved[owner] = tuple(
                OBJECT if name is None else resolve(self.session, name) for name in self.constraints
            )
        return known


@dataclass(slots=True)
class ClassField:
    """A property that a class declares."""

    name: str
    type_name: syntax.TypeNameBase | None
    initial: Evaluated | None
    extent: Extent
    checks: Sequence[syntax.Attribute] = ()
    hidden: bool = False


@dataclass(slots=True)
class ScriptClass:
    """What belongs to one class definition."""

    node: syntax.TypeDefinition
    session: Session
    scope: Scope
    kind: NetType
    fields: list[ClassField] = field(default_factory=list)
    static_fields: list[ClassField] = field(default_factory=list)
    statics: dict[str, Value] = field(default_factory=dict)
    initialized: bool = False
    failure: PowerShellError | None = None
    """Why the class cannot be used: its static members could not be set up."""

    def resolved(self, name: syntax.TypeNameBase | None) -> NetType:
        """A type as the class names it."""
        return OBJECT if name is None else resolve(self.session, name)

    def frame(self, this: Value) -> Frame:
        """A frame for expressions of the class: its script's scope, with `$this`."""
        scope = Scope(self.scope)
        scope.module = self.scope.module
        scope.values["this"] = this
        current = self.session.frame
        return Frame(self.session, scope, current.emit, current.streams)

    def run(self, block: ScriptBlock, arguments: Sequence[Value], this: Value) -> list[Value]:
        """Run a body; gives what `return` gave, in a list, or an empty one."""
        session = self.session
        kept = session.frame
        result: list[Value] = []
        session.frame = Frame(session, self.scope, _dropped, kept.streams)
        session.propagates += 1
        try:
            block.invoke(list(arguments), emit=_dropped, variables={"this": this, RESULT: result})
        finally:
            session.propagates -= 1
            session.frame = kept
        return result

    def initialize(self) -> None:
        """Set up the static members, once, when the class is first used."""
        if self.initialized:
            if self.failure is not None:
                raise self.failure
            return
        self.initialized = True
        try:
            for declared in self.static_fields:
                if declared.initial is not None:
                    self.statics[declared.name.lower()] = self.first_value(declared, declared.initial, None)
            run_static_constructor(self)
        except PowerShellError as error:
            self.failure = runtime_error(
                _NOT_INITIALIZED,
                f"The type initializer for '{self.node.name}' threw an exception.",
                ErrorCategory.OPERATION_STOPPED,
                _NOT_INITIALIZED,
                inner=error.record.exception,
            )
            raise self.failure from None

    def first_value(self, declared: ClassField, initial: Evaluated, this: Value) -> Value:
        """The value that a property begins with; what goes wrong is told at the property."""
        try:
            return convert(self.evaluate(initial, this), self.resolved(declared.type_name))
        except PowerShellError as error:
            if error.record.position is None:
                error.record.position = Position(declared.extent)
            raise

    def fill(self, made: Any) -> None:
        """Give a new object's properties their first values, those of the base class first."""
        self.initialize()
        base = self.kind.base
        if base is not None and isinstance(base.script_class, ScriptClass):
            base.script_class.fill(made)
        for declared in self.fields:
            made.fields.setdefault(declared.name.lower(), _default(self.resolved(declared.type_name)))
        for declared in self.fields:
            if declared.initial is not None:
                made.fields[declared.name.lower()] = self.first_value(declared, declared.initial, made)

    def evaluate(self, expression: Evaluated, this: Value) -> Value:
        """The value of an expression of the class."""
        session = self.session
        kept = session.frame
        session.frame = frame = self.frame(this)
        session.propagates += 1
        try:
            value = expression(frame)
        finally:
            session.propagates -= 1
            session.frame = kept
        return None if value is NOTHING else value


def _dropped(value: Value) -> None:
    """What a method outputs goes nowhere."""


def _default(kind: NetType) -> Value:
    return None if kind is STRING else default_of(kind)


def declare_field(owner: ScriptClass, node: syntax.PropertyMember, initial: Evaluated | None) -> None:
    """Declare a property of the class."""
    constraint = node.property_type.type_name if node.property_type is not None else None
    declared = ClassField(
        node.name, constraint, initial, node.extent, node.attributes, bool(node.modifiers & Modifiers.HIDDEN)
    )
    if is_static(node):
        _declare_static_field(owner, declared)
        return
    owner.fields.append(declared)
    lower = node.name.lower()
    owner.kind.own.properties[lower] = Property(
        node.name,
        lambda made: made.fields.get(lower),
        lambda made, value: made.fields.__setitem__(lower, _checked(owner, declared, value)),
        "System.Object" if constraint is None else _type_text(owner, constraint),
        declared.hidden,
    )


def _type_text(owner: ScriptClass, constraint: syntax.TypeNameBase) -> str:
    from msolemu.runtime.compiling.type_names import find

    found = find(owner.session, constraint)
    return constraint.full_name if found is None else found.full_name


def _checked(owner: ScriptClass, declared: ClassField, value: Value) -> Value:
    value = convert(None if value is NOTHING else value, owner.resolved(declared.type_name))
    for attribute in declared.checks:
        _check(owner, attribute, value)
    return value


def _check(owner: ScriptClass, attribute: syntax.Attribute, value: Value) -> None:
    from msolemu.runtime.binding.validation import VALIDATION_METADATA, ValidationFailed

    rule = rule_of(read_attribute(attribute, owner.frame(None)))
    try:
        if rule is not None:
            rule.check(value)
    except ValidationFailed as failure:
        raise NetError(VALIDATION_METADATA, str(failure)) from None


def _declare_static_field(owner: ScriptClass, declared: ClassField) -> None:
    lower = declared.name.lower()
    statics = owner.statics
    statics[lower] = _default(owner.resolved(declared.type_name))
    owner.static_fields.append(declared)

    def read(kind: NetType) -> Value:
        owner.initialize()
        return statics[lower]

    def write(kind: NetType, value: Value) -> None:
        owner.initialize()
        statics[lower] = _checked(owner, declared, value)

    constraint = declared.type_name
    type_name = "System.Object" if constraint is None else _type_text(owner, constraint)
    owner.kind.own.statics[lower] = Property(declared.name, read, write, type_name, declared.hidden)


def run_static_constructor(owner: ScriptClass) -> None:
    """Run `static Name() { … }`, if the class has it."""
    name = owner.node.name.lower()
    for member in owner.node.members:
        if isinstance(member, syntax.FunctionMember) and member.name.lower() == name and is_static(member):
            owner.run(ScriptBlock(method_code(member), owner.session, owner.scope.module), [], None)


def is_static(member: syntax.PropertyMember | syntax.FunctionMember) -> bool:
    """Whether a member belongs to the class and not to its objects."""
    return bool(member.modifiers & Modifiers.STATIC)


def signature_of(owner: ScriptClass, node: syntax.FunctionMember, name: str) -> Signature:
    """The signature of a method or constructor."""
    parameters = tuple(
        Parameter(parameter.name.name, _shown(owner, _constraint(parameter))) for parameter in node.parameters
    )
    listed = ", ".join(f"{parameter.type_name} {parameter.name}" for parameter in parameters)
    if node.name.lower() == owner.node.name.lower():
        return Signature(name, owner.node.name, parameters, text=f"{name}({listed})")
    returns = _shown(owner, node.return_type.type_name) if node.return_type is not None else "void"
    prefix = "static " if is_static(node) else ""
    return Signature(name, returns, parameters, text=f"{prefix}{returns} {name}({listed})")


def _shown(owner: ScriptClass, name: syntax.TypeNameBase | None) -> str:
    from msolemu.runtime.compiling.type_names import find

    if name is None:
        return "System.Object"
    found = find(owner.session, name)
    return name.full_name if found is None else short_name(found)


def short_name(kind: NetType) -> str:
    """A type as PowerShell writes it in a signature: `int`, `string[]`, `System.Object`."""
    if kind.element is not None:
        return f"{short_name(kind.element)}[{',' * (kind.rank - 1)}]"
    return kind.accelerators[0] if kind.accelerators else kind.script_name


def _constraint(parameter: syntax.Parameter) -> syntax.TypeNameBase | None:
    return next((item.type_name for item in parameter.attributes if isinstance(item, syntax.TypeConstraint)), None)


def declare_method(owner: ScriptClass, node: syntax.FunctionMember) -> None:
    """Declare a method of the class."""
    block = ScriptBlock(method_code(node), owner.session, owner.scope.module)
    signature = signature_of(owner, node, node.name)
    constraints = [_constraint(parameter) for parameter in node.parameters]
    returns = node.return_type.type_name if node.return_type is not None else None

    def give(result: list[Value]) -> Value:
        if signature.returns in ("void", "System.Void"):
            return NOTHING
        return convert(result[0] if result else None, owner.resolved(returns))

    def call(this: Value, *arguments: Value) -> Value:
        return give(owner.run(block, arguments, this))

    def call_static(*arguments: Value) -> Value:
        owner.initialize()
        return give(owner.run(block, arguments, None))

    static = is_static(node)
    table: Any = owner.kind.own.statics if static else owner.kind.own.methods
    method = table.setdefault(node.name.lower(), Method(node.name, []))
    method.overloads.append(ScriptOverload(signature, call_static if static else call, owner.session, constraints))


def declare_constructor(owner: ScriptClass, node: syntax.FunctionMember) -> None:
    """Declare a constructor: the base's first, then its own body."""
    block = ScriptBlock(method_code(node), owner.session, owner.scope.module)
    base_arguments = None
    if node.base_arguments:
        base_arguments = ScriptBlock(
            method_code(node, returning=node.base_arguments), owner.session, owner.scope.module
        )
    constraints = [_constraint(parameter) for parameter in node.parameters]

    def fill(this: Any, arguments: Sequence[Value]) -> None:
        given = owner.run(base_arguments, arguments, this)[0] if base_arguments is not None else []
        construct_base(owner, this, given)
        owner.run(block, arguments, this)

    def make(kind: NetType, *arguments: Value) -> Value:
        made = new_object(kind)
        fill(made, arguments)
        return made

    signature = signature_of(owner, node, owner.node.name)
    overload = ScriptOverload(signature, make, owner.session, constraints)
    overload.takes_type = True
    owner.kind.own.constructors.append(overload)
    _FILLERS[overload] = fill


_FILLERS: dict[Overload, Callable[[Any, Sequence[Value]], None]] = {}
"""What a constructor does to an object that is there already: for those of derived classes."""


def declare_default_constructor(owner: ScriptClass) -> None:
    """The constructor without parameters that a class has which declares none."""

    def fill(this: Any, arguments: Sequence[Value]) -> None:
        construct_base(owner, this, [])

    def make(kind: NetType) -> Value:
        made = new_object(kind)
        fill(made, [])
        return made

    overload = ScriptOverload(Signature(owner.node.name, "", ()), make, owner.session, ())
    overload.takes_type = True
    owner.kind.own.constructors.append(overload)
    _FILLERS[overload] = fill


def new_object(kind: NetType) -> Any:
    """An object of the class whose properties have their first values."""
    python: Any = kind.python
    made = python.__new__(python)
    made.fields = {}
    first = python.prepare
    if first is not None:
        first(made)
    kind.script_class.fill(made)
    return made


def construct_base(owner: ScriptClass, this: Any, arguments: Sequence[Value]) -> None:
    """Run the base class's constructor on an object."""
    base = owner.kind.base
    if base is None or base is OBJECT:
        return
    overloads = base.constructors
    candidate = choose(".ctor", overloads, base, arguments)
    given = bound(".ctor", candidate, base)(arguments)
    fill = _FILLERS.get(candidate.overload)
    if fill is not None:
        fill(this, given)
        return
    target = (base,) if candidate.overload.takes_type else ()
    adopt(this, candidate.overload.call(*target, *given))


def adopt(this: Any, made: Any) -> None:
    """Take over the content of an object of the .NET base class."""
    if isinstance(this, list):
        this.extend(made)
        return
    for name in getattr(type(made), "__slots__", ()):
        if name != "type_name" and hasattr(made, name):
            setattr(this, name, getattr(made, name))


def text_of(value: Any) -> str:
    """The object as its class's ToString has it."""
    from msolemu.runtime.values.members import invoke_method

    return to_text(invoke_method(value, "ToString", []))
