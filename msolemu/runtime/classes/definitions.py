"""`class`, `enum` and `using`. The definitions of a block hold before its first statement runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from msolemu.language import syntax
from msolemu.language.errors import ParseError
from msolemu.language.operators import TypeKind, UsingKind
from msolemu.runtime.classes.classes import (
    ScriptClass,
    ScriptObject,
    declare_constructor,
    declare_default_constructor,
    declare_field,
    declare_method,
    is_static,
    text_of,
)
from msolemu.runtime.classes.definition_errors import ClassErrors, Errors
from msolemu.runtime.classes.enumerations import define_enumerations
from msolemu.runtime.compiling.compiler import compile_expression, compiles_statement
from msolemu.runtime.compiling.type_names import resolve
from msolemu.runtime.errors.records import (
    ExceptionValue,
    FunctionError,
    Position,
    PowerShellError,
    ScriptError,
    not_emulated,
)
from msolemu.runtime.invoking.scriptblock import parse_failure
from msolemu.runtime.state.frame import Evaluated, Executed, Frame
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import INTERFACE_NAMES, OBJECT, known_type, represent
from msolemu.runtime.values import objects

if TYPE_CHECKING:
    from msolemu.runtime.state.modules import ScriptModule
    from msolemu.runtime.state.session import Session


class TypeDefinitions(syntax.Statement):
    """The classes and enums of one block."""

    types: tuple[syntax.TypeDefinition, ...]


@compiles_statement(TypeDefinitions)
def _definitions(group: TypeDefinitions) -> Executed:
    classes = [(node, _compiled(node)) for node in group.types if node.kind is not TypeKind.ENUM]

    made: dict[tuple[Session, ScriptModule | None], list[NetType]] = {}

    def run(frame: Frame) -> None:
        key = frame.session, frame.scope.module
        known = made.get(key)
        if known is None:
            made[key] = _make(group.types, classes, frame)
            return
        for node, kind in zip(group.types, known, strict=True):
            frame.session.types.define(frame.scope, node.extent, kind)
            if kind.script_class is not None:
                kind.script_class.scope = frame.scope.script

    return run


def _make(
    types: Sequence[syntax.TypeDefinition], classes: Sequence[tuple[syntax.TypeDefinition, Fields]], frame: Frame
) -> list[NetType]:
    """The types of a block: they are made once, however often it runs."""
    errors = Errors()
    ClassErrors(frame.session, types, errors).judge()
    made = define_enumerations(types, frame, errors)
    if errors.found:
        raise _refused(errors.found, frame)
    pending = [(_declared(node, frame), fields) for node, fields in classes]
    for owner, _ in pending:
        _set_bases(owner)
    for owner, fields in sorted(pending, key=lambda pair: len(pair[0].kind.lineage())):
        _define(owner, fields)
    made |= {owner.node: owner.kind for owner, _ in pending}
    return [made[node] for node in types]


def _refused(errors: list[ParseError], frame: Frame) -> FunctionError:
    """The error that ends the block, as PowerShell makes its types before any statement of it runs."""
    record = parse_failure(errors).record
    record.position = Position(errors[0].extent)
    return FunctionError(record, frame.scope.call)


def _declared(node: syntax.TypeDefinition, frame: Frame) -> ScriptClass:
    """A class whose name is known in the scope, and nothing else of it yet."""
    kind = NetType(node.name, OBJECT)
    frame.session.types.define(frame.scope, node.extent, kind)
    return ScriptClass(node, frame.session, frame.scope.script, kind)


Fields = list[tuple[syntax.PropertyMember, Evaluated | None]]


def _compiled(node: syntax.TypeDefinition) -> Fields:
    return [
        (item, None if item.initial_value is None else compile_expression(item.initial_value))
        for item in node.members
        if isinstance(item, syntax.PropertyMember)
    ]


def _set_bases(owner: ScriptClass) -> None:
    interfaces: list[str] = []
    for constraint in owner.node.base_types:
        found = resolve(owner.session, constraint.type_name)
        plain = found.definition or found
        if plain.full_name in INTERFACE_NAMES:
            interfaces.append(found.full_name)
        else:
            owner.kind.base = found
    owner.kind.interfaces = frozenset(interfaces)
    owner.kind.script_class = owner


def _define(owner: ScriptClass, fields: Fields) -> None:
    kind = owner.kind
    represent(kind, _python_class(owner))
    for item, initial in fields:
        declare_field(owner, item, initial)
    own_name = owner.node.name.lower()
    for member in owner.node.members:
        if not isinstance(member, syntax.FunctionMember):
            continue
        if member.name.lower() != own_name:
            declare_method(owner, member)
        elif not is_static(member):
            declare_constructor(owner, member)
    if not kind.own.constructors:
        declare_default_constructor(owner)
    _add_protocols(owner)


def _python_class(owner: ScriptClass) -> type:
    """The Python class of the objects: below the base's, so that a list stays a list."""
    base = owner.kind.base
    assert base is not None
    parent: type
    prepare: Callable[[Any], None] | None = None
    if base is OBJECT or base.is_a(known_type("System.Attribute")):
        parent = ScriptObject
    elif base.script_class is not None and base.python is not None:
        parent = base.python
        prepare = getattr(parent, "prepare", None)
    else:
        parent, prepare = _foreign(base, owner.kind)
    return type(owner.node.name, (parent,), {"prepare": prepare and staticmethod(prepare)})


def _foreign(base: NetType, kind: NetType) -> tuple[type, Callable[[Any], None]]:
    """The Python class of a .NET base, and what makes a bare object of it usable."""
    if any(found.full_name == "System.Exception" for found in base.lineage()):
        return ExceptionValue, lambda made: ExceptionValue.__init__(made, kind.full_name, "")
    if base.definition is not None and base.definition.full_name == "System.Collections.Generic.List`1":
        return objects.GenericList, lambda made: objects.GenericList.__init__(made, (), base.arguments[0])
    if base.python is not None and base.python in (objects.ArrayList, objects.Hashtable):
        parent: Any = base.python
        return parent, parent.__init__
    raise not_emulated("BaseClassNotEmulated", f"A class derived from [{base.script_name}]")


def _add_protocols(owner: ScriptClass) -> None:
    """Let Python's protocols go by the class's own ToString, Equals and GetHashCode."""
    python: Any = owner.kind.python
    own = owner.kind.own.methods
    from msolemu.runtime.values.members import invoke_method

    if "tostring" in own:
        python.__str__ = text_of
    if "equals" in own:
        python.__eq__ = lambda one, other: bool(invoke_method(one, "Equals", [other]))
        python.__hash__ = lambda one: int(invoke_method(one, "GetHashCode", []))


def import_module_file(frame: Frame, node: syntax.UsingStatement) -> None:
    """`using module`: Import-Module, where a relative path starts at the script's own folder, and the types with it."""
    import os

    name = node.name or ""
    folder = os.path.dirname(node.extent.file or "")  # noqa: PTH120  text in, text out
    if folder and name.startswith("."):
        name = f"{folder}/{name}"
    session = frame.session
    try:
        modules = session.invoke(session.parse("param($name) Import-Module $name -PassThru -ErrorAction Stop"), [name])
    except PowerShellError as error:
        if not error.record.error_id.startswith("Modules_"):
            raise
        message = f"Could not find the module '{node.name}'."
        failure = parse_failure([ParseError("ModuleNotFoundDuringParse", message, node.extent)])
        raise ScriptError(failure.record) from error
    for module in modules:
        for kind in _types_of(session, module):
            session.types.define(frame.scope, node.extent, kind)


def _types_of(session: Session, module: ScriptModule) -> Iterator[NetType]:
    for nested in module.nested:
        yield from _types_of(session, nested)
    yield from session.types.defined_in(module.scope).values()


@compiles_statement(syntax.UsingStatement)
def _using(node: syntax.UsingStatement) -> Executed:
    def run(frame: Frame) -> None:
        session = frame.session
        if node.kind is UsingKind.NAMESPACE:
            session.types.use_namespace(frame.scope, node.extent.source, node.name or "")
        elif node.kind is UsingKind.MODULE:
            import_module_file(frame, node)
        elif node.kind is UsingKind.ASSEMBLY:
            raise not_emulated("AssemblyLoadingNotEmulated", "Loading an assembly")
        else:
            raise not_emulated("UsingNotEmulated", f"using {node.kind.value}")

    return run
