"""What nodes of the syntax tree tell beyond their fields: searches, places, values, the parser as a type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msolemu.language import syntax
from msolemu.language.operators import Modifiers, StringKind, TypeKind, VariableScope
from msolemu.language.parser import parse
from msolemu.language.position import Extent
from msolemu.runtime.compiling.data_language import DYNAMIC, value_of
from msolemu.runtime.compiling.expressions import number
from msolemu.runtime.compiling.type_names import find
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.filesystem.files import place_of, read_bytes
from msolemu.runtime.invoking.scriptblock import Code, ScriptBlock
from msolemu.runtime.reflection.syntax_nodes import AST, member, shown
from msolemu.runtime.reflection.syntax_trees import KINDS, ImpliedTrue, Tree, without_pipeline
from msolemu.runtime.state import current
from msolemu.runtime.state.script_text import script_text
from msolemu.runtime.types import enumerations, sequences
from msolemu.runtime.types.declaring import method, properties, static
from msolemu.runtime.types.lists import ReadOnlyCollection
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.parse_errors import ERROR, LANGUAGE
from msolemu.runtime.types.registry import OBJECT, declare, known_type, type_of
from msolemu.runtime.types.tuples import tuple_of
from msolemu.runtime.values.objects import GenericList, TypedArray, Value

# every node


@method(AST, "System.Collections.Generic.IEnumerable[Ast] FindAll(System.Func[Ast,bool] predicate, bool nested)")
def find_all(tree: Tree, predicate: Value, nested: bool) -> GenericList:
    """The nodes that a script block lets through, this one included."""
    return GenericList([one for one in tree.walk(nested=nested) if sequences.is_true(predicate, one)], AST)


@method(AST, "Ast Find(System.Func[Ast,bool] predicate, bool nested)")
def find_first(tree: Tree, predicate: Value, nested: bool) -> Tree | None:
    """The first node that a script block lets through."""
    return next((one for one in tree.walk(nested=nested) if sequences.is_true(predicate, one)), None)


@method(AST, "Ast Copy()")
def copy(tree: Tree) -> Tree:
    """The same node."""
    return tree


@method(AST, "string ToString()")
def to_string(tree: Tree) -> str:
    """Its text."""
    return str(tree)


@method(AST, "System.Object SafeGetValue()")
def safe_get_value(tree: Tree) -> Value:
    """The value of constants, arrays and hashtables; raises where something would have to run."""
    if isinstance(tree.node, ImpliedTrue):
        return True
    if isinstance(tree.node, syntax.ScriptBlock):
        raise NetError("System.InvalidOperationException", DYNAMIC.format(tree))
    return value_of(current.session(), str(tree), tree.node)


def tree_of(block: ScriptBlock) -> Tree:
    """The tree of a script block: that of the function whose body it is, or its own."""
    return Tree(block.code.definition or block.code.node)


def command_at(text: str, start: int) -> Tree | None:
    """The command that begins at a place of a text."""
    commands = (tree for tree in Tree(parse(text).tree).walk(nested=True) if isinstance(tree.node, syntax.Command))
    return next((one for one in commands if one.node.extent.start == start), None)


def script_block_of(tree: Tree) -> ScriptBlock:
    """A script block that runs a node's text."""
    session = current.session()
    if isinstance(tree.node, syntax.ScriptBlock):
        return ScriptBlock(Code(tree.node), session)
    return session.parse(str(tree))


# properties that are no fields

properties(AST, Parent=lambda tree: tree.parent, Extent=lambda tree: tree.node.extent)


def _declared(node: type[syntax.Node], **readers: Callable[[Any], Value]) -> None:
    properties(KINDS[node], **readers)


def _pairs(nodes: Callable[[Any], Any], first: str, second: str) -> Callable[[Tree], Value]:
    def read(tree: Tree) -> Value:
        found = nodes(tree.node)
        made = [tuple_of("Tuple", tree.child(getattr(one, first)), tree.child(getattr(one, second))) for one in found]
        return ReadOnlyCollection(made, OBJECT)

    return read


_declared(syntax.If, Clauses=_pairs(lambda node: node.clauses, "condition", "body"))
_declared(syntax.Switch, Clauses=_pairs(lambda node: node.clauses, "condition", "body"))
_declared(syntax.Hashtable, KeyValuePairs=_pairs(lambda node: node.pairs, "key", "value"))
_declared(syntax.Assignment, Right=lambda tree: tree.child(without_pipeline(tree.node.value)))
_declared(syntax.CatchClause, IsCatchAll=lambda tree: not tree.node.types)
_declared(syntax.Throw, IsRethrow=lambda tree: tree.node.pipeline is None)
_declared(
    syntax.TypeDefinition,
    IsClass=lambda tree: tree.node.kind is TypeKind.CLASS,
    IsEnum=lambda tree: tree.node.kind is TypeKind.ENUM,
    IsInterface=lambda tree: tree.node.kind is TypeKind.INTERFACE,
)
for _member in (syntax.PropertyMember, syntax.FunctionMember):
    _declared(
        _member,
        IsStatic=lambda tree: Modifiers.STATIC in tree.node.modifiers,
        IsHidden=lambda tree: Modifiers.HIDDEN in tree.node.modifiers,
        IsPublic=lambda tree: Modifiers.HIDDEN not in tree.node.modifiers,
        IsPrivate=lambda tree: False,
    )


def _is_constructor(tree: Tree) -> bool:
    outer = tree.parent
    return (
        outer is not None
        and isinstance(outer.node, syntax.TypeDefinition)
        and isinstance(tree.node, syntax.FunctionMember)
        and outer.node.name.lower() == tree.node.name.lower()
    )


def _named(tree: Tree) -> Value:
    """The name of a `using` statement as the bareword it is."""
    node = tree.node
    assert isinstance(node, syntax.UsingStatement)
    if node.name is None:
        return None
    start = node.extent.start + node.extent.text.rindex(node.name)
    return tree.child(
        syntax.StringConstant(Extent(node.extent.source, start, start + len(node.name)), node.name, StringKind.BAREWORD)
    )


_declared(syntax.FunctionMember, IsConstructor=_is_constructor)
_declared(syntax.UsingStatement, Name=_named)
_declared(
    syntax.NamedAttributeArgument,
    Argument=lambda tree: tree.children()[0],
    ExpressionOmitted=lambda tree: tree.node.argument is None,
)
_declared(syntax.Using, StaticType=lambda tree: OBJECT)


# commands and pipelines


@method(KINDS[syntax.Command], "string GetCommandName()")
def command_name(tree: Tree) -> str | None:
    """The name of the command, where it is known without running anything."""
    assert isinstance(tree.node, syntax.Command)
    first = tree.node.elements[0] if tree.node.elements else None
    return first.value if isinstance(first, syntax.StringConstant) else None


@method(KINDS[syntax.Pipeline], "ExpressionAst GetPureExpression()")
def pure_expression(tree: Tree) -> Tree | None:
    """The expression that a pipeline is nothing but."""
    node = without_pipeline(tree.node)
    if isinstance(node, syntax.CommandExpression) and not node.redirections:
        return tree.child(node).child(node.expression)
    return None


@method(KINDS[syntax.ScriptBlock], "scriptblock GetScriptBlock()")
def get_script_block(tree: Tree) -> ScriptBlock:
    """The tree as code."""
    return script_block_of(tree)


# expressions

_SIGN_TEXTS = {"!": "Exclaim", ",": "Comma"}


def _unary_token(tree: Tree) -> Value:
    assert isinstance(tree.node, syntax.Unary)
    token = _SIGN_TEXTS.get(str(tree)[:1])
    return member(tree.node.operator) if token is None else enumerations.member(LANGUAGE + "TokenKind", token)


_declared(syntax.Unary, TokenKind=_unary_token)
KINDS[ImpliedTrue] = KINDS[syntax.Constant]
_declared(syntax.Constant, Value=lambda tree: isinstance(tree.node, ImpliedTrue) or number(tree.node))
_declared(syntax.StringConstant, Value=lambda tree: tree.node.value)
_declared(
    syntax.ExpandableString,
    Value=lambda tree: "".join(one if isinstance(one, str) else one.extent.text for one in tree.node.parts),
    NestedExpressions=lambda tree: shown(tree, tuple(one for one in tree.node.parts if not isinstance(one, str))),
)

_STATIC: dict[type[syntax.Node], str] = {
    ImpliedTrue: "System.Boolean",
    syntax.StringConstant: "System.String",
    syntax.ExpandableString: "System.String",
    syntax.ArrayLiteral: "System.Object[]",
    syntax.ArrayExpression: "System.Object[]",
    syntax.Hashtable: "System.Collections.Hashtable",
    syntax.ScriptBlockExpression: "System.Management.Automation.ScriptBlock",
    syntax.TypeExpression: "System.Type",
}


def _static_type(tree: Tree) -> NetType:
    """The type that an expression has whatever happens; System.Object where that is not known."""
    node = tree.node
    if isinstance(node, syntax.Constant):
        return type_of(number(node))
    if isinstance(node, syntax.Convert):
        return find(current.session(), node.attribute.type_name) or OBJECT
    return known_type(_STATIC.get(type(node), "System.Object"))


def _parameter_type(tree: Tree) -> NetType:
    assert isinstance(tree.node, syntax.Parameter)
    types = [one.type_name for one in tree.node.attributes if isinstance(one, syntax.TypeConstraint)]
    return (find(current.session(), types[0]) if types else None) or OBJECT


_declared(syntax.Expression, StaticType=_static_type)
_declared(syntax.Parameter, StaticType=_parameter_type)


class VariablePath:
    """System.Management.Automation.VariablePath: the name of a variable with its scope."""

    def __init__(self, node: syntax.Variable) -> None:
        self.node = node

    def __str__(self) -> str:
        return self.node.user_path


VARIABLE_PATH = declare("System.Management.Automation.VariablePath", OBJECT, VariablePath)
properties(
    VARIABLE_PATH,
    UserPath=str,
    IsGlobal=lambda path: path.node.scope is VariableScope.GLOBAL,
    IsLocal=lambda path: path.node.scope is VariableScope.LOCAL,
    IsPrivate=lambda path: path.node.scope is VariableScope.PRIVATE,
    IsScript=lambda path: path.node.scope is VariableScope.SCRIPT,
    IsUnqualified=lambda path: path.node.scope is VariableScope.NONE,
    IsUnscopedVariable=lambda path: path.node.scope is VariableScope.NONE,
    IsVariable=lambda path: path.node.drive is None,
    IsDriveQualified=lambda path: path.node.drive is not None,
    DriveName=lambda path: path.node.drive,
)
method(VARIABLE_PATH, "string ToString()")(str)
_declared(syntax.Variable, VariablePath=lambda tree: VariablePath(tree.node))


@method(KINDS[syntax.Variable], "bool IsConstantVariable()")
def is_constant_variable(tree: Tree) -> bool:
    """Whether it is `$true`, `$false` or `$null`."""
    return isinstance(tree.node, syntax.Variable) and tree.node.name.lower() in ("true", "false", "null")


# the parser


class UnreadTokens:
    """What stands for the tokens of a text: asking anything of them says that they are not there."""


def _no_tokens(tokens: UnreadTokens) -> Value:
    raise not_emulated("TokensNotEmulated", "The list of tokens of a text")


TOKENS = declare(LANGUAGE + "Token", OBJECT, UnreadTokens)
properties(TOKENS, **dict.fromkeys(("Kind", "Text", "Extent", "TokenFlags", "HasError", "Count", "Length"), _no_tokens))
PARSER = declare(LANGUAGE + "Parser", OBJECT)


@static(PARSER, "ScriptBlockAst ParseInput(string input, [ref] System.Object tokens, [ref] System.Object errors)")
def parse_input(text: str, tokens: Value, errors: Value) -> Tree:
    """The tree of a text, and what is wrong with it; a list of its tokens is not emulated."""
    return _parsed(text, None, tokens, errors)


@static(PARSER, "ScriptBlockAst ParseFile(string fileName, [ref] System.Object tokens, [ref] System.Object errors)")
def parse_file(path: str, tokens: Value, errors: Value) -> Tree:
    """The tree of a file's text."""
    session = current.session()
    place = place_of(session, path)
    return _parsed(script_text(read_bytes(session, place)), place.shown, tokens, errors)


def _parsed(text: str, file: str | None, tokens: Value, errors: Value) -> Tree:
    found = parse(text, file)
    errors.value = TypedArray(found.errors, ERROR)
    tokens.value = UnreadTokens()
    return Tree(found.tree)
