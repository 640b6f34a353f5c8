"""Expressions that make values: constants, text, arrays, hashtables, script blocks, sub-expressions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msolemu.language import syntax
from msolemu.language.operators import NumberKind
from msolemu.runtime.casting.conversion import convert, to_bool, to_text
from msolemu.runtime.compiling.blocks import compile_block
from msolemu.runtime.compiling.compiler import compile_expression, compile_value, compiles_expression
from msolemu.runtime.compiling.shapes import local_name
from msolemu.runtime.compiling.type_names import resolve
from msolemu.runtime.errors.records import Position, StatementError, runtime_error
from msolemu.runtime.state.frame import Evaluated, Frame, captured, kept
from msolemu.runtime.state.scopes import UNSET
from msolemu.runtime.values import objects
from msolemu.runtime.values.objects import NOTHING, Hashtable, Value, collapse

_NUMBERS: dict[NumberKind, Callable[[Value], Value]] = {
    NumberKind.INT32: int,
    NumberKind.INT64: objects.Int64,
    NumberKind.UINT32: objects.UInt32,
    NumberKind.UINT64: objects.UInt64,
    NumberKind.INT16: objects.Int16,
    NumberKind.UINT16: objects.UInt16,
    NumberKind.SBYTE: objects.SByte,
    NumberKind.BYTE: objects.Byte,
    NumberKind.BIGINTEGER: objects.BigInteger,
    NumberKind.DECIMAL: lambda value: value,
    NumberKind.DOUBLE: float,
}


def number(node: syntax.Constant) -> Value:
    """The number as a value of its .NET type."""
    return _NUMBERS[node.kind](node.value)


@compiles_expression(syntax.Constant)
def _constant(node: syntax.Constant) -> Evaluated:
    value = number(node)
    return lambda frame: value


@compiles_expression(syntax.StringConstant)
def _string(node: syntax.StringConstant) -> Evaluated:
    value = node.value
    return lambda frame: value


@compiles_expression(syntax.ExpandableString)
def _expandable(node: syntax.ExpandableString) -> Evaluated:
    parts = node.parts
    if len(parts) == 1:
        return _piece(parts[0])
    start = parts[0] if isinstance(parts[0], str) else ""
    pairs = tuple(_followed(parts))
    if len(pairs) == 1:
        text, rest = pairs[0]
        return lambda frame: start + text(frame) + rest

    def join(frame: Frame) -> str:
        joined = start
        for text, rest in pairs:
            joined += text(frame) + rest
        return joined

    return join


def _followed(parts: Sequence[str | syntax.Expression]) -> Iterator[tuple[Callable[[Frame], str], str]]:
    """Each embedded expression with the plain text after it."""
    for part, after in zip(parts, (*parts[1:], ""), strict=True):
        if not isinstance(part, str):
            yield _piece(part), after if isinstance(after, str) else ""


def _piece(part: str | syntax.Expression) -> Callable[[Frame], str]:
    if isinstance(part, str):
        return lambda frame: part
    name = local_name(part)
    if name is not None:
        return _named_piece(name, _lenient(part))
    evaluate = _lenient(part) if isinstance(part, syntax.Variable) else compile_expression(part)

    def text(frame: Frame) -> str:
        value = evaluate(frame)
        kind = type(value)
        if kind is str:
            return value  # type: ignore[no-any-return]
        if kind is int:
            return str(value)
        return expanded(frame, value)

    return text


def _named_piece(name: str, read: Evaluated) -> Callable[[Frame], str]:
    def text(frame: Frame) -> str:
        value: Value = frame.locals.get(name)
        kind = type(value)
        if kind is str:
            return value  # type: ignore[no-any-return]
        if kind is int:
            return str(value)
        return expanded(frame, read(frame) if value is None else value)

    return text


def _lenient(node: syntax.Expression) -> Evaluated:
    """A variable in a string: strict mode 1 lets one pass that is not set."""
    read = compile_expression(node)

    def read_leniently(frame: Frame) -> Value:
        session = frame.session
        if session.strict != 1:
            return read(frame)
        session.strict = 0
        try:
            return read(frame)
        finally:
            session.strict = 1

    return read_leniently


def expanded(frame: Frame, value: Value) -> str:
    """A value inside an expandable string: collections are joined by `$OFS`."""
    if value is None or value is NOTHING:
        return ""
    separator = frame.scope.find("ofs")
    return to_text(value, " " if separator is UNSET or separator is None else to_text(separator))


@compiles_expression(syntax.ArrayLiteral)
def _array(node: syntax.ArrayLiteral) -> Evaluated:
    elements = tuple(compile_expression(element) for element in node.elements)
    return lambda frame: [None if (value := element(frame)) is NOTHING else value for element in elements]


def _element(value: Value) -> Value:
    return None if value is NOTHING else value


@compiles_expression(syntax.ArrayExpression)
def _array_expression(node: syntax.ArrayExpression) -> Evaluated:
    statements = node.block.statements
    if len(statements) == 1 and not node.block.traps and _is_literal(statements[0]):
        return compile_value(statements[0])
    run = compile_block(node.block)
    return lambda frame: captured(frame, run)


def _is_literal(statement: syntax.Statement) -> bool:
    """Whether `@(1, 2)` can be the array itself."""
    if not isinstance(statement, syntax.Pipeline) or len(statement.elements) != 1:
        return False
    element = statement.elements[0]
    return (
        isinstance(element, syntax.CommandExpression)
        and not element.redirections
        and isinstance(element.expression, syntax.ArrayLiteral)
    )


@compiles_expression(syntax.SubExpression)
def _subexpression(node: syntax.SubExpression) -> Evaluated:
    if not node.block.statements:
        return lambda frame: None
    run = compile_block(node.block)
    return lambda frame: collapse(kept(frame, run))


@compiles_expression(syntax.Paren)
def _paren(node: syntax.Paren) -> Evaluated:
    return compile_value(node.pipeline)


@compiles_expression(syntax.Ternary)
def _ternary(node: syntax.Ternary) -> Evaluated:
    condition = compile_expression(node.condition)
    positive = compile_expression(node.if_true)
    negative = compile_expression(node.if_false)
    return lambda frame: positive(frame) if to_bool(condition(frame)) else negative(frame)


@compiles_expression(syntax.Hashtable)
def _hashtable(node: syntax.Hashtable) -> Evaluated:
    return hashtable(node, Hashtable)


def hashtable(node: syntax.Hashtable, kind: type[Hashtable]) -> Evaluated:
    """The closure that builds a hashtable, or an ordered dictionary."""
    named = _written_keys(node)
    if named is not None:
        return lambda frame: kind.folded({key: (name, _element(value(frame))) for key, name, value in named})
    pairs = tuple((compile_expression(pair.key), compile_value(pair.value), pair.key) for pair in node.pairs)

    def build(frame: Frame) -> Value:
        table = kind()
        for key, value, at in pairs:
            name = key(frame)
            if name is None or name is NOTHING:
                raise _placed(runtime_error("InvalidNullKey", "A null key is not allowed in a hash literal."), at)
            if name in table:
                message = f"Item has already been added. Key in dictionary: '{to_text(name)}'  "
                message += f"Key being added: '{to_text(name)}'"
                raise _placed(runtime_error("DuplicateKeyInHashLiteral", message), at)
            found = value(frame)
            table[name] = None if found is NOTHING else found
        return table

    return build


def _written_keys(node: syntax.Hashtable) -> tuple[tuple[str, str, Evaluated], ...] | None:
    """The pairs of a table whose keys are words, all of them different: folded key, key, value."""
    keys = [pair.key.value for pair in node.pairs if isinstance(pair.key, syntax.StringConstant)]
    if len({key.lower() for key in keys}) != len(node.pairs):
        return None
    return tuple((key.lower(), key, compile_value(pair.value)) for key, pair in zip(keys, node.pairs, strict=True))


def _placed(error: StatementError, node: syntax.Node) -> StatementError:
    error.record.position = Position(node.extent)
    return error


@compiles_expression(syntax.TypeExpression)
def _type(node: syntax.TypeExpression) -> Evaluated:
    known: list[Value] = []

    def find(frame: Frame) -> Value:
        if known:
            return known[0]
        try:
            found = resolve(frame.session, node.type_name)
        except StatementError as error:
            raise _placed(error, node) from None
        if not frame.session.types.names:
            known.append(found)
        return found

    return find


def typed(node: syntax.TypeConstraint) -> Evaluated:
    """The closure that gives the type of a constraint."""
    return _type(syntax.TypeExpression(node.extent, node.type_name))


CUSTOM_OBJECT = ("pscustomobject", "system.management.automation.pscustomobject")


@compiles_expression(syntax.Convert)
def _convert(node: syntax.Convert) -> Evaluated:
    name = node.attribute.type_name.full_name.lower()
    if isinstance(node.operand, syntax.Hashtable) and name == "ordered":
        return hashtable(node.operand, objects.OrderedDictionary)
    if isinstance(node.operand, syntax.Hashtable) and name in CUSTOM_OBJECT:
        return _custom_object(node.operand)
    if name in ("ref", "system.management.automation.psreference"):
        from msolemu.runtime.values.references import reference_to

        return reference_to(node.operand)
    operand = compile_expression(node.operand)
    if name in CUSTOM_OBJECT:
        from msolemu.runtime.casting.casts import to_custom_object

        return lambda frame: to_custom_object(operand(frame))
    kind = typed(node.attribute)

    def run(frame: Frame) -> Value:
        value = operand(frame)
        target = kind(frame)
        return convert(None if value is NOTHING else value, target)

    return run


def _custom_object(node: syntax.Hashtable) -> Evaluated:
    """`[pscustomobject]@{ … }` keeps the order of its pairs."""
    named = _written_keys(node)
    if named is not None and not any(key in ("pstypename", "") for key, _, _ in named):
        return _plain_object(named)
    build = hashtable(node, objects.OrderedDictionary)

    def run(frame: Frame) -> Value:
        table: objects.OrderedDictionary = build(frame)
        made = objects.PSCustomObject()
        made.properties = {
            (name := key if type(key) is str else to_text(key)).lower(): [name, value] for key, value in table.items()
        }
        if "pstypename" in made.properties or "" in made.properties:
            from msolemu.runtime.casting.casts import named_type

            return named_type(made)
        return made

    return run


def _plain_object(named: tuple[tuple[str, str, Evaluated], ...]) -> Evaluated:
    def run(frame: Frame) -> Value:
        made = objects.PSCustomObject()
        made.properties = {
            key: [name, None if (found := value(frame)) is NOTHING else found] for key, name, value in named
        }
        return made

    return run


@compiles_expression(syntax.AttributedExpression)
def _attributed(node: syntax.AttributedExpression) -> Evaluated:
    return compile_expression(node.operand)


@compiles_expression(syntax.ScriptBlockExpression)
def _script_block(node: syntax.ScriptBlockExpression) -> Evaluated:
    from msolemu.runtime.invoking.scriptblock import Code, ScriptBlock

    code = Code(node.script_block)
    return lambda frame: ScriptBlock(code, frame.session, frame.scope.module)
