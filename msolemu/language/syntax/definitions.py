"""Script blocks, parameters, attributes, functions, classes, using."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.language.operators import BlockKind, Modifiers, TypeKind, UsingKind

from .base import AttributeBase, Node, Statement

if TYPE_CHECKING:
    from .base import Expression, TypeConstraint, TypeNameBase
    from .expressions import Hashtable, ScriptBlockExpression, Variable
    from .statements import Trap


class NamedAttributeArgument(Node):
    """`Mandatory=$true`; a name alone has the argument None and means true."""

    name: str
    argument: Expression | None


class Attribute(AttributeBase):
    """`[Parameter(Position=0)]`, `[ValidateSet('a','b')]`."""

    type_name: TypeNameBase
    positional_arguments: tuple[Expression, ...] = ()
    named_arguments: tuple[NamedAttributeArgument, ...] = ()


class Parameter(Node):
    """A parameter of a script block or function."""

    attributes: tuple[AttributeBase, ...]
    name: Variable
    default_value: Expression | None = None


class ParamBlock(Node):
    """`[CmdletBinding()] param(...)`."""

    attributes: tuple[AttributeBase, ...]
    parameters: tuple[Parameter, ...]


class NamedBlock(Node):
    """A part of a script block; `unnamed` when it was written without `begin`, `process`, `end`."""

    kind: BlockKind
    unnamed: bool
    statements: tuple[Statement, ...]
    traps: tuple[Trap, ...] = ()


class ScriptRequirements(Node):
    """What the `#requires` lines of a script ask for, as written; the script's runner judges it."""

    version: str | None = None
    editions: tuple[str, ...] = ()
    modules: tuple[Expression, ...] = ()
    assemblies: tuple[str, ...] = ()
    run_as_administrator: bool = False
    shell_id: str | None = None


class ScriptBlock(Node):
    """A script, a function's body or `{ ... }` as a value.

    Without named blocks everything stands in `end_block`, in a filter in `process_block`.
    """

    using_statements: tuple[UsingStatement, ...] = ()
    attributes: tuple[AttributeBase, ...] = ()
    param_block: ParamBlock | None = None
    dynamic_param_block: NamedBlock | None = None
    begin_block: NamedBlock | None = None
    process_block: NamedBlock | None = None
    end_block: NamedBlock | None = None
    clean_block: NamedBlock | None = None
    requirements: ScriptRequirements | None = None
    help_text: str | None = None


class FunctionDefinition(Statement):
    """`function Name(params) { ... }` or `filter`; `parameters` is None without parentheses.

    `help_text` is the comment block that holds its help.
    """

    name: str
    body: ScriptBlock
    parameters: tuple[Parameter, ...] | None = None
    is_filter: bool = False
    is_workflow: bool = False
    help_text: str | None = None


class ConfigurationDefinition(Statement):
    """`configuration Name { ... }` of Desired State Configuration."""

    name: Expression
    body: ScriptBlockExpression


class MemberDefinition(Node):
    """A member of a class or enum: PropertyMember or FunctionMember."""


class PropertyMember(MemberDefinition):
    """A property of a class, or a name of an enum (its value in `initial_value`)."""

    name: str
    property_type: TypeConstraint | None = None
    initial_value: Expression | None = None
    modifiers: Modifiers = Modifiers.NONE
    attributes: tuple[Attribute, ...] = ()


class FunctionMember(MemberDefinition):
    """A method; with the class's own name it is a constructor, and `base_arguments` are those of `: base(...)`."""

    name: str
    parameters: tuple[Parameter, ...]
    body: ScriptBlock
    return_type: TypeConstraint | None = None
    modifiers: Modifiers = Modifiers.NONE
    attributes: tuple[Attribute, ...] = ()
    base_arguments: tuple[Expression, ...] | None = None


class TypeDefinition(Statement):
    """`class` or `enum`."""

    kind: TypeKind
    name: str
    base_types: tuple[TypeConstraint, ...] = ()
    members: tuple[MemberDefinition, ...] = ()
    attributes: tuple[AttributeBase, ...] = ()


class UsingStatement(Statement):
    """`using namespace System.Text`, `using module Name`; `module_specification` when a hashtable stands for a name."""

    kind: UsingKind
    name: str | None
    alias: str | None = None
    module_specification: Hashtable | None = None
