"""What an expression would give, told before it runs: from the values that variables have, and the types that cmdlets,
properties, methods and casts declare. Nothing is called and nothing is changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from msolemu.foundation.dataclass import dataclass
from msolemu.language import syntax
from msolemu.language.operators import BinaryOperator
from msolemu.language.syntax.base import Node, walk
from msolemu.runtime.compiling.type_names import find as find_named
from msolemu.runtime.completing.cursor import Cursor, command_name
from msolemu.runtime.errors.records import PowerShellError
from msolemu.runtime.reflection.command_types import metadata_of
from msolemu.runtime.reflection.output_types import output_names
from msolemu.runtime.reflection.variable_objects import COMPUTED_NAMES, ComputedVariable
from msolemu.runtime.state.scopes import UNSET
from msolemu.runtime.types.extended_members import methods_of
from msolemu.runtime.types.net_type import Method, NetType
from msolemu.runtime.types.registry import find_type, known_type, parameter_type, type_of
from msolemu.runtime.values.members import get_property
from msolemu.runtime.values.objects import Hashtable, Value, entries_of, unwrap
from msolemu.runtime.values.property_views import properties_of

if TYPE_CHECKING:
    from msolemu.runtime.binding.parameters import CommandMetadata
    from msolemu.runtime.state.session import Session

PASSING = {
    *("where-object", "sort-object", "select-object", "tee-object", "get-unique", "foreach-object"),
}
"""Commands that pass on what they are given; ForEach-Object does when it is given no member and no block."""
COMPARING = frozenset(one for one in BinaryOperator if one.value[-2:] in ("eq", "ne", "gt", "ge", "lt", "le"))
COMPUTED = frozenset(map(str.lower, COMPUTED_NAMES))
LOOKED_AT = 16
"""How many elements of a collection are looked at."""


@dataclass(frozen=True, slots=True)
class Known:
    """A value that is there."""

    value: Value


@dataclass(frozen=True, slots=True)
class Expected:
    """A value that is not there yet, of a type; or the type itself, whose static members are meant."""

    kind: NetType
    is_type: bool = False


Guess: TypeAlias = "Known | Expected"


@dataclass(frozen=True, slots=True)
class Named:
    """A member: what it is called, and whether it is called with arguments."""

    name: str
    is_method: bool


class Inference:
    """What the expressions of one text would give."""

    def __init__(self, session: Session, cursor: Cursor) -> None:
        self.session = session
        self.cursor = cursor
        self._asked: set[str] = set()

    def of(self, node: Node) -> list[Guess]:
        """What a node would give, as far as it can be told."""
        for kind, rule in _RULES.items():
            if isinstance(node, kind):
                found: list[Guess] = rule(self, node)
                return found
        return []

    def before(self, command: syntax.CommandBase) -> list[Guess]:
        """What the pipeline gives to a command."""
        for node in self.cursor.above(command):
            if isinstance(node, syntax.Pipeline) and command in node.elements:
                return self._pipeline(node.elements[: node.elements.index(command)])
        return []

    def named(self) -> Iterator[str]:
        """The variables that the text itself names: assigned, run through, or declared as parameters."""
        for node in walk(self.cursor.path[0]):
            if isinstance(node, syntax.Assignment):
                target = node.target.operand if isinstance(node.target, syntax.Convert) else node.target
                yield from [target.name] if isinstance(target, syntax.Variable) and node not in self.cursor.path else []
            elif isinstance(node, syntax.ForEach):
                yield node.variable.name
            elif isinstance(node, syntax.Parameter):
                yield node.name.name

    def metadata(self, name: str) -> CommandMetadata | None:
        """What is known of a command of the session, or of a function that the text itself defines."""
        command: Any = self.session.find_command(name)
        if command is None:
            from msolemu.runtime.invoking.scriptblock import Code

            for node in walk(self.cursor.path[0]):
                if isinstance(node, syntax.FunctionDefinition) and node.name.lower() == name.lower():
                    parameters = Code(node.body, node.parameters).parameters
                    found: CommandMetadata = parameters.metadata(self.session.frame, name)
                    return found
        return metadata_of(command)

    def _binary(self, node: syntax.Binary) -> list[Guess]:
        if node.operator is BinaryOperator.RANGE:
            return [Known([1])]
        return [Expected(known_type("System.Boolean"))] if node.operator in COMPARING else []

    def _constant(self, node: Any) -> list[Guess]:
        return [Known(node.value)]

    def _text(self, node: Node) -> list[Guess]:
        return [Known("")]

    def _type(self, node: syntax.TypeExpression) -> list[Guess]:
        found = find_named(self.session, node.type_name)
        return [] if found is None else [Expected(found, is_type=True)]

    def _convert(self, node: syntax.Convert) -> list[Guess]:
        found = find_named(self.session, node.attribute.type_name)
        if found is None or found.full_name == "System.Management.Automation.PSObject":
            return self.of(node.operand)
        return [Expected(found)]

    def _hashtable(self, node: syntax.Hashtable) -> list[Guess]:
        table = Hashtable()
        for pair in node.pairs:
            if isinstance(pair.key, syntax.StringConstant):
                table[pair.key.value] = None
        return [Known(table)]

    def _array(self, node: syntax.ArrayLiteral) -> list[Guess]:
        return [guess for element in node.elements for guess in self.of(element)]

    def _block(self, node: Any) -> list[Guess]:
        return [guess for statement in node.block.statements for guess in self.of(statement)]

    def _paren(self, node: syntax.Paren) -> list[Guess]:
        return self.of(node.pipeline)

    def _assignment(self, node: syntax.Assignment) -> list[Guess]:
        return self.of(node.value)

    def _whole_pipeline(self, node: syntax.Pipeline) -> list[Guess]:
        return self._pipeline(node.elements)

    def _pipeline(self, elements: Sequence[syntax.CommandBase]) -> list[Guess]:
        if not elements:
            return []
        last = elements[-1]
        if isinstance(last, syntax.CommandExpression):
            return self.of(last.expression)
        assert isinstance(last, syntax.Command)
        command: Any = self.session.find_command(command_name(last))
        target = getattr(command, "resolved", command)
        if target is not None and target.name.lower() in PASSING:
            return self._pipeline(elements[:-1])
        return self._output(target)

    def _output(self, command: Any) -> list[Guess]:
        names = [] if command is None else output_names(command)
        return [Expected(kind) for name in names if (kind := find_type(name)) is not None]

    def _member(self, node: syntax.Member) -> list[Guess]:
        if not isinstance(node.member, syntax.StringConstant):
            return []
        called = isinstance(node, syntax.InvokeMember)
        return [found for guess in self.of(node.target) for found in _read(guess, node.member.value, called=called)]

    def _index(self, node: syntax.Index) -> list[Guess]:
        return [found for guess in self.of(node.target) for found in _elements(guess)]

    def _variable(self, node: syntax.Variable) -> list[Guess]:
        name = node.name.lower()
        if name in ("_", "psitem"):
            return self._current()
        held = self.session.frame.scope.find(name)
        if held is not UNSET and held is not None:
            return [Known(held)]
        if name in COMPUTED:
            return [Known(ComputedVariable(self.session, name).value)]
        if name in self._asked:
            return []
        self._asked.add(name)
        return self._loop(name) or self._assigned(name)

    def _current(self) -> list[Guess]:
        """`$_`: what comes to the command whose script block holds the cursor."""
        for node in reversed(self.cursor.path):
            if isinstance(node, syntax.ScriptBlockExpression):
                for outer in self.cursor.above(node):
                    if isinstance(outer, syntax.Command):
                        return [found for guess in self.before(outer) for found in _elements(guess)]
        held = self.session.frame.scope.find("_")
        return [] if held is UNSET or held is None else [Known(held)]

    def _loop(self, name: str) -> list[Guess]:
        for node in reversed(self.cursor.path):
            if isinstance(node, syntax.ForEach) and node.variable.name.lower() == name:
                return [found for guess in self.of(node.condition) for found in _elements(guess)]
        return []

    def _assigned(self, name: str) -> list[Guess]:
        """What the text itself assigns, the last time before the cursor."""
        found: list[Guess] = []
        for node in walk(self.cursor.path[0]):
            if isinstance(node, syntax.Assignment) and node not in self.cursor.path:
                target = node.target.operand if isinstance(node.target, syntax.Convert) else node.target
                if isinstance(target, syntax.Variable) and target.name.lower() == name:
                    found = self.of(node.value)
        return found


_RULES: dict[type[Node], Any] = {
    syntax.Variable: Inference._variable,
    syntax.Member: Inference._member,
    syntax.Index: Inference._index,
    syntax.TypeExpression: Inference._type,
    syntax.Convert: Inference._convert,
    syntax.StringConstant: Inference._constant,
    syntax.ExpandableString: Inference._text,
    syntax.Constant: Inference._constant,
    syntax.Hashtable: Inference._hashtable,
    syntax.ArrayLiteral: Inference._array,
    syntax.ArrayExpression: Inference._block,
    syntax.SubExpression: Inference._block,
    syntax.Paren: Inference._paren,
    syntax.Binary: Inference._binary,
    syntax.Pipeline: Inference._whole_pipeline,
    syntax.Assignment: Inference._assignment,
}


def _elements(guess: Guess) -> Iterator[Guess]:
    """What enumerating a guess gives: the elements of a collection, else itself."""
    if isinstance(guess, Known):
        plain = unwrap(guess.value)
        if isinstance(plain, list):
            yield from (Known(item) for item in plain[:LOOKED_AT] if item is not None)
        else:
            yield guess
        return
    element = _element_type(guess.kind)
    yield guess if element is None else Expected(element)


def _element_type(kind: NetType) -> NetType | None:
    if kind.element is not None:
        return kind.element
    is_list = len(kind.arguments) == 1 and "System.Collections.IEnumerable" in kind.all_interfaces()
    return kind.arguments[0] if is_list else None


def _read(guess: Guess, name: str, *, called: bool) -> Iterator[Guess]:
    """What a member of a guess would be."""
    if isinstance(guess, Known):
        if not called:
            try:
                value = get_property(guess.value, name)
            except PowerShellError:
                return
            if value is not None and value != []:
                yield Known(value)
                return
        guess = Expected(type_of(unwrap(guess.value)))
    for one in dict.fromkeys((guess, *_elements(guess))):
        assert isinstance(one, Expected)
        found = _declared(one, name.lower())
        if isinstance(found, Method):
            if called:
                yield from (Expected(parameter_type(item.signature.returns, one.kind)) for item in found.overloads[:1])
        elif found is not None:
            yield Expected(parameter_type(found.type_name, one.kind))
        elif called and guess.is_type and name.lower() == "new":
            yield Expected(one.kind)


def _declared(guess: Expected, name: str) -> Any:
    return guess.kind.static(name) if guess.is_type else guess.kind.property(name) or guess.kind.method(name)


def is_collection(guess: Guess) -> bool:
    """Whether a guess has elements, on which `ForEach` and `Where` work."""
    return isinstance(unwrap(guess.value), list) if isinstance(guess, Known) else _element_type(guess.kind) is not None


def members(guess: Guess) -> Iterator[Named]:
    """The members of a guess that a script may name, and those of its elements."""
    if isinstance(guess, Known):
        yield from _members_of_value(guess.value)
        return
    if guess.is_type:
        for level in guess.kind.lineage():
            level.load()
            yield from (Named(one.name, isinstance(one, Method)) for one in level.statics.values())
        yield Named("new", is_method=True)
        if guess.kind.is_enum:
            from msolemu.runtime.types.enumeration import get_names

            yield from (Named(name, is_method=False) for name in get_names(guess.kind))
        return
    for one in dict.fromkeys((*_elements(guess), guess)):
        assert isinstance(one, Expected)
        yield from (Named(found.name, is_method=False) for found in one.kind.all_properties() if not found.hidden)
        yield from (Named(found.name, is_method=True) for found in one.kind.all_methods())


def _members_of_value(value: Value) -> Iterator[Named]:
    plain = unwrap(value)
    if isinstance(plain, Hashtable):
        yield from (Named(str(entry.key), is_method=False) for entry in entries_of(plain))
    if isinstance(plain, list):
        kinds = {type_of(unwrap(item)): item for item in reversed(plain[:LOOKED_AT]) if item is not None}
        for item in kinds.values():
            yield from _members_of_value(item)
    yield from (Named(view.name, is_method=False) for view in properties_of(value))
    yield from (Named(one.name, is_method=True) for one in methods_of(value))
