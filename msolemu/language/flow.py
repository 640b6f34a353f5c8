"""The ways through a method of a class: which variables are surely assigned where, and whether every way returns.

The graph is PowerShell's own, with its simplifications: a `try` block counts as not run where a `catch` begins, and a
command may break or continue any loop around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from . import syntax
from .operators import BinaryOperator, InvocationOperator, VariableScope
from .syntax import Node, walk

AUTOMATIC = frozenset(
    {
        *("_", "psitem", "args", "this", "input", "pscmdlet", "psboundparameters", "myinvocation", "psscriptroot"),
        *("pscommandpath", "?", "true", "false", "null"),
        *("lastexitcode", "error", "stacktrace", "outputencoding", "nestedpromptlevel", "pwd", "matches"),
    }
)
"""The variables that a method may read though it does not set them."""
CHANGE_VARIABLES = frozenset(
    f"{module}{name}"
    for module in ("", "microsoft.powershell.utility\\")
    for name in ("new-variable", "remove-variable", "set-variable", "set-psbreakpoint")
) | {"nv", "rv", "sbp", "sv", "set"}
"""Commands behind which nobody knows what is assigned."""
LOCAL = (VariableScope.NONE, VariableScope.LOCAL, VariableScope.PRIVATE)


class Assigned(NamedTuple):
    """A variable that is given a value, by its name in lower case and the type that is written before it."""

    name: str
    type: str = ""


class Block:
    """Statements that run one after another; a block is reachable when one that is reachable flows to it."""

    __slots__ = ("assigned", "before", "events", "leaves", "next", "reachable")

    def __init__(self, *, reachable: bool = False) -> None:
        self.events: list[syntax.Variable | Assigned] = []
        self.next: list[Block] = []
        self.before: list[Block] = []
        self.leaves = False
        """Whether it ends with `return`, `throw`, `exit`, or a break without a loop."""
        self.reachable = reachable
        self.assigned: frozenset[str] | None = None
        """What is surely assigned at its end; None before that is known."""

    def to(self, following: Block) -> None:
        """Say that the other may follow."""
        if following not in self.next:
            following.reachable = following.reachable or self.reachable
            self.next.append(following)
            following.before.append(self)


class Loop(NamedTuple):
    """Where `break` and `continue` lead."""

    label: str
    end: Block
    again: Block


class Flow:
    """The graph of one method."""

    def __init__(self, method: syntax.FunctionMember) -> None:
        self.entry = self.current = Block(reachable=True)
        self.exit = Block()
        self.loops: list[Loop] = []
        self.iterators: set[str] = set()
        """`foreach` and `switch`, once such a statement was met."""
        self.untyped: set[str] = set()
        """Variables that have several types, or attributes: only whether they are ever assigned is known."""
        self.ever: set[str] = set()
        self.types: dict[str, str] = {}
        """The first type that each variable was assigned with."""
        self.dynamic = False
        """Whether commands may change what is assigned."""
        body = method.body.end_block
        for parameter in method.parameters:
            types = [one.type_name for one in parameter.attributes if isinstance(one, syntax.TypeConstraint)]
            self.entry.events.append(Assigned(parameter.name.name.lower(), types[0].full_name.lower() if types else ""))
        if body is not None:
            self.dynamic = any(map(_changes_variables, walk(body)))
            for statement in body.statements:
                self._visit(statement)
            self.current.to(self.exit)

    # what can be asked

    def leaves_everywhere(self) -> bool:
        """Whether no way through ends behind the last statement."""
        return all(block.leaves or not block.reachable for block in self.exit.before)

    def unassigned(self) -> Iterator[syntax.Variable]:
        """The variables that are read where they need not have a value."""
        doubtful = [variable for block in self._in_order() for variable in self._read_too_early(block)]
        for variable in doubtful:
            name = _plain(variable)
            if name not in self.ever or not (self.dynamic or name in self.untyped):
                yield variable

    def _in_order(self) -> list[Block]:
        """The blocks that can be reached, each behind those that lead to it, loops aside."""
        order: list[Block] = []
        seen = {self.entry}
        waiting = [(self.entry, iter(self.entry.next))]
        while waiting:
            block, following = waiting[-1]
            found = next((one for one in following if one not in seen), None)
            if found is None:
                waiting.pop()
                order.append(block)
            else:
                seen.add(found)
                waiting.append((found, iter(found.next)))
        return order[::-1]

    def _read_too_early(self, block: Block) -> Iterator[syntax.Variable]:
        known = [one.assigned for one in block.before if one.assigned is not None]
        assigned = set(frozenset.intersection(*known)) if known else set()
        for event in block.events:
            if isinstance(event, Assigned):
                self._note_type(event, event.name in assigned)
                assigned.add(event.name)
                self.ever.add(event.name)
            elif _plain(event) not in assigned:
                yield event
        block.assigned = frozenset(assigned)

    def _note_type(self, event: Assigned, known: bool) -> None:
        first = self.types.setdefault(event.name, event.type)
        if event.type != first and (event.type or not known):
            self.untyped.add(event.name)

    # statements

    def _visit(self, node: Node) -> None:
        visit = VISITS.get(type(node))
        if visit is not None:
            visit(self, node)
        elif not isinstance(node, NOT_LOOKED_INTO):
            for child in node.children():
                self._visit(child)

    def _branch(self, *before: Block) -> Block:
        """A new block that some others lead to becomes the current one."""
        self.current = Block()
        for block in before:
            block.to(self.current)
        return self.current

    def _if(self, node: syntax.If) -> None:
        after = Block()
        for clause in node.clauses:
            self._visit(clause.condition)
            asked = self.current
            self._branch(asked)
            self._visit(clause.body)
            self.current.to(after)
            self._branch(asked)
        if node.else_clause is not None:
            self._visit(node.else_clause)
        self.current.to(after)
        self.current = after

    def _ternary(self, node: syntax.Ternary) -> None:
        after = Block()
        self._visit(node.condition)
        asked = self.current
        for branch in (node.if_true, node.if_false):
            self._branch(asked)
            self._visit(branch)
            self.current.to(after)
        self.current = after

    def _binary(self, node: syntax.Binary) -> None:
        self._visit(node.left)
        asked = self.current
        if node.operator in (BinaryOperator.AND, BinaryOperator.OR):
            self._branch(asked)
        self._visit(node.right)
        if self.current is not asked:
            self._branch(asked, self.current)

    def _loop(
        self,
        label: str | None,
        condition: Callable[[], None] | None,
        body: Callable[[], None],
        step: Node | None = None,
    ) -> None:
        again, end = Block(), Block()
        before = self.current
        if step is None:
            before.to(again)
            self.current = again
        else:
            self.current = again
            self._visit(step)
            self._branch(before, self.current)
        if condition is not None:
            condition()
            self.current.to(end)
        self.loops.append(Loop((label or "").lower(), end, again))
        self._branch(self.current)
        body()
        self.current.to(again)
        self.current = end
        self.loops.pop()

    def _while(self, node: syntax.While) -> None:
        self._loop(node.label, lambda: self._visit(node.condition), lambda: self._visit(node.body))

    def _for(self, node: syntax.For) -> None:
        if node.initializer is not None:
            self._visit(node.initializer)
        asked = node.condition
        condition = None if asked is None else lambda: self._visit(asked)
        self._loop(node.label, condition, lambda: self._visit(node.body), node.iterator)

    def _foreach(self, node: syntax.ForEach) -> None:
        self.iterators.add("foreach")
        after = Block()

        def condition() -> None:
            self._visit(node.condition)
            self.current.to(after)
            self.current.events.append(Assigned(_plain(node.variable)))

        self._loop(node.label, condition, lambda: self._visit(node.body))
        self.current.to(after)
        self.current = after

    def _switch(self, node: syntax.Switch) -> None:
        self.iterators.add("switch")

        def body() -> None:
            after = Block()
            for place, clause in enumerate(node.clauses, 1):
                self._visit(clause.condition)
                asked = self.current
                self._branch(asked)
                self._visit(clause.body)
                last = place == len(node.clauses) and node.default is None
                if last:
                    asked.to(after)
                else:
                    self._branch(asked, self.current)
            if node.default is not None:
                self.current.to(after)
                self._visit(node.default)
            self.current.to(after)
            self.current = after

        self._loop(node.label, lambda: self._visit(node.condition), body)

    def _do(self, node: syntax.DoWhile | syntax.DoUntil) -> None:
        again, end = Block(), Block()
        self.loops.append(Loop((node.label or "").lower(), end, again))
        body = self._branch(self.current)
        self._visit(node.body)
        self.current.to(again)
        self.current = again
        self._visit(node.condition)
        self.current.to(end)
        self._branch(self.current).to(body)
        self.current = end
        self.loops.pop()

    def _try(self, node: syntax.Try) -> None:
        before = self.current
        after = Block()
        last = Block() if node.finally_block is not None else after
        self._branch(before)
        self._visit(node.body)
        tried = self.current
        for clause in node.catches:
            self._branch(before)
            self._visit(clause.body)
            self.current.to(last)
        tried.to(last)
        if node.finally_block is not None:
            self.current = last
            self._visit(node.finally_block)
            self.current.to(after)
            if all(clause.types for clause in node.catches):
                before.to(last)
                rethrown = self.current
                self._branch(rethrown).leaves = True
                self.current.to(self.exit)
        self.current = after

    def _leave(self, node: syntax.Return | syntax.Throw | syntax.Exit) -> None:
        if node.pipeline is not None:
            self._visit(node.pipeline)
        self.current.to(self.exit)
        self.current.leaves = True
        self.current = Block()

    def _break(self, node: syntax.Break | syntax.Continue) -> None:
        label = node.label.value.lower() if isinstance(node.label, syntax.StringConstant) else None
        found = [loop for loop in self.loops if node.label is None or loop.label == label]
        if found:
            self.current.to(found[-1].end if isinstance(node, syntax.Break) else found[-1].again)
        else:
            self.current.to(self.exit)
            self.current.leaves = True
        self.current = Block()

    def _pipeline(self, node: syntax.Pipeline) -> None:
        for element in node.elements:
            for child in element.children():
                self._visit(child)
        if self.loops and any(isinstance(element, syntax.Command) for element in node.elements):
            for loop in self.loops:
                self.current.to(loop.end)
                self.current.to(loop.again)
            self._branch(self.current)

    # variables

    def _data(self, node: syntax.DataStatement) -> None:
        self._visit(node.body)
        if node.variable is not None:
            self.current.events.append(Assigned(node.variable.lower()))

    def _assignment(self, node: syntax.Assignment) -> None:
        self._visit(node.value)
        for target in _targets(node.target):
            inner, types, plain = target, [], True
            while isinstance(inner, syntax.AttributedExpression):
                if isinstance(inner, syntax.Convert):
                    types.append(inner.attribute.type_name.full_name.lower())
                plain = plain and isinstance(inner, syntax.Convert)
                inner = inner.operand
            if not isinstance(inner, syntax.Variable):
                self._visit(target)
            elif not plain or len(types) > 1:
                self.untyped.add(_plain(inner))
            elif _is_local(inner):
                self.current.events.append(Assigned(_plain(inner), "".join(types)))

    def _variable(self, node: syntax.Variable) -> None:
        name = _plain(node)
        if _is_local(node) and name not in AUTOMATIC and name not in self.iterators:
            self.current.events.append(node)


def _is_local(variable: syntax.Variable) -> bool:
    return variable.drive is None and variable.scope in LOCAL


def _plain(variable: syntax.Variable) -> str:
    return variable.name.lower()


def _targets(target: Node) -> Iterator[Node]:
    """What an assignment assigns to, one by one."""
    match target:
        case syntax.ArrayLiteral():
            for element in target.elements:
                yield from _targets(element)
        case syntax.Paren(
            pipeline=syntax.Pipeline(elements=(syntax.CommandExpression(expression=inner, redirections=()),))
        ):
            yield from _targets(inner)
        case _:
            yield target


def _changes_variables(node: Node) -> bool:
    if not isinstance(node, syntax.Command):
        return False
    first = node.elements[0] if node.elements else None
    named = isinstance(first, syntax.StringConstant) and first.value.lower() in CHANGE_VARIABLES
    return named or node.invocation_operator is InvocationOperator.DOT


NOT_LOOKED_INTO = (
    syntax.ScriptBlockExpression,
    syntax.FunctionDefinition,
    syntax.TypeDefinition,
    syntax.Trap,
    syntax.Using,
)
"""What has variables of its own."""
VISITS: dict[type[Node], Callable[..., None]] = {
    syntax.If: Flow._if,
    syntax.Ternary: Flow._ternary,
    syntax.Binary: Flow._binary,
    syntax.While: Flow._while,
    syntax.For: Flow._for,
    syntax.ForEach: Flow._foreach,
    syntax.Switch: Flow._switch,
    syntax.DoWhile: Flow._do,
    syntax.DoUntil: Flow._do,
    syntax.Try: Flow._try,
    syntax.Return: Flow._leave,
    syntax.Throw: Flow._leave,
    syntax.Exit: Flow._leave,
    syntax.Break: Flow._break,
    syntax.Continue: Flow._break,
    syntax.Pipeline: Flow._pipeline,
    syntax.DataStatement: Flow._data,
    syntax.Assignment: Flow._assignment,
    syntax.Variable: Flow._variable,
}
