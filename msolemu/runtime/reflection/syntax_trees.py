"""The syntax tree as scripts see it: the nodes of `language.syntax` under PowerShell's names, each with its parent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msolemu.language import syntax
from msolemu.language.syntax import Node

if TYPE_CHECKING:
    from msolemu.runtime.types.net_type import NetType

PAIRS = (syntax.IfClause, syntax.SwitchClause, syntax.KeyValuePair)
"""What PowerShell has as tuples: no nodes of their own there."""
NESTED = (syntax.ScriptBlockExpression, syntax.FunctionDefinition)
"""Below these a search goes only when it is to look into script blocks."""
KINDS: dict[type[Node], NetType] = {}
"""The .NET type of each class of node; `syntax_nodes` fills it."""


class ImpliedTrue(syntax.Expression):
    """The constant that PowerShell has where an attribute's argument is a name alone."""


class Tree:
    """A node, and the one that it stands in; two are equal when they are the same piece of the same text."""

    __slots__ = ("_found", "_parent", "node")

    def __init__(self, node: Node, parent: Tree | None = None) -> None:
        self.node = node
        self._parent = parent
        self._found = parent is not None

    @property
    def net_type(self) -> NetType:
        """The class of the node."""
        return KINDS[type(self.node)]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tree) and self._place() == other._place()

    def __hash__(self) -> int:
        return hash(self._place())

    def __str__(self) -> str:
        return self.node.extent.text

    def _place(self) -> tuple[object, ...]:
        extent = self.node.extent
        return type(self.node), extent.start, extent.end, extent.source.text, extent.file

    @property
    def parent(self) -> Tree | None:
        """The node around it; of one that was taken out of its script, as the script's text has it."""
        if not self._found:
            self._found = True
            self._parent = _around(self)
        return self._parent

    def child(self, node: Node) -> Tree:
        """A node below as a child."""
        return Tree(node, self)

    def children(self) -> list[Tree]:
        """The nodes directly below, in the order of the text."""
        return sorted(map(self.child, self._below()), key=lambda tree: tree.node.extent.start)

    def _below(self) -> Iterator[Node]:
        for node in self.node.children():
            if isinstance(node, PAIRS):
                yield from node.children()
            elif isinstance(self.node, syntax.Assignment):
                yield without_pipeline(node)
            elif not isinstance(node, syntax.TypeNameBase | syntax.ScriptRequirements):
                yield node
        if isinstance(self.node, syntax.FunctionMember):
            yield method_function(self.node)
        if isinstance(self.node, syntax.NamedAttributeArgument) and self.node.argument is None:
            yield ImpliedTrue(self.node.extent)

    def walk(self, *, nested: bool) -> Iterator[Tree]:
        """The node and every node below it, parents first; those in script blocks below only if that is asked for."""
        waiting = [self]
        while waiting:
            found = waiting.pop()
            yield found
            if nested or not isinstance(found.node, NESTED):
                waiting.extend(reversed(found.children()))


def without_pipeline(node: Node) -> Node:
    """What an assignment assigns: an expression without the pipeline that it makes alone."""
    if isinstance(node, syntax.Pipeline) and not node.background and len(node.elements) == 1:
        only = node.elements[0]
        if isinstance(only, syntax.CommandExpression):
            return only
    return node


def method_function(node: syntax.FunctionMember) -> syntax.FunctionDefinition:
    """The function that PowerShell has inside each method."""
    return syntax.FunctionDefinition(node.extent, node.name, node.body, node.parameters)


def _around(tree: Tree) -> Tree | None:
    from msolemu.language.parser import parse

    source = tree.node.extent.source
    root = Tree(parse(source.text, source.file).tree)
    root._found = True
    return next((found.parent for found in root.walk(nested=True) if found == tree), None)
