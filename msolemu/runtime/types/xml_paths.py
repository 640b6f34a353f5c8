"""The part of XPath that scripts use: steps by name, `//`, `@name`, `..`, `*`, conditions on values and positions.

A name with a prefix means the namespace that the caller gives for it; one without means elements of no namespace.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.types.xml_nodes import Document, Element, Node
from msolemu.runtime.types.xml_text import inner_text

_STEP = re.compile(r"(//?)?(\.\.|\.|@?[\w.:*-]+(?:\(\))?)((?:\[[^\]]*\])*)")
_COMPARED = re.compile(r"""^(@?[\w.:-]+|\.|text\(\)) *(=|!=|>=|<=|>|<) *(?:'([^']*)'|"([^"]*)"|([\d.]+))$""")
_CALLED = re.compile(r"""^(contains|starts-with)\((@?[\w.:-]+|\.|text\(\)), *(?:'([^']*)'|"([^"]*)")\)$""")


def select(node: Node, path: str, namespaces: Mapping[str, str] | None = None) -> list[Node]:
    """The nodes that the path finds from a node, in document order; prefixes stand for the namespaces given."""
    search = _Search(path, namespaces or {})
    found: list[Node] = []
    for alternative in path.split("|"):
        for one in search.nodes(node, alternative.strip()):
            if not any(one is other for other in found):
                found.append(one)
    return found


@dataclass(frozen=True, slots=True)
class _Search:
    """One path with the namespaces of its prefixes."""

    path: str
    namespaces: Mapping[str, str]

    def nodes(self, node: Node, path: str) -> list[Node]:
        """What one of the path's alternatives finds."""
        current: list[Node] = [node]
        position = 0
        while position < len(path):
            match = _STEP.match(path, position)
            if match is None or (position and not match[1]):
                raise not_emulated("XPathNotEmulated", f"The XPath '{self.path}'")
            if match[1] and not position:
                current = [node if isinstance(node, Document) or node.document is None else node.document]
            current = self._step(current, match[2], deep=match[1] == "//")
            for condition in re.findall(r"\[([^\]]*)\]", match[3]):
                current = self._filtered(current, condition)
            position = match.end()
        return current

    def _step(self, nodes: Iterable[Node], name: str, *, deep: bool) -> list[Node]:
        found: list[Node] = []
        for node in nodes:
            for start in [node, *_below(node)] if deep else [node]:
                found.extend(self._named(start, name))
        return found

    def _named(self, node: Node, name: str) -> list[Node]:
        if name == ".":
            return [node]
        if name == "..":
            return [node.parent] if node.parent is not None else []
        if name.startswith("@"):
            return self._attributes(node, name[1:]) if isinstance(node, Element) else []
        if name == "text()":
            return [child for child in node.children if child.node_type in ("Text", "CDATA")]
        if name == "node()":
            return list(node.children)
        elements = [child for child in node.children if isinstance(child, Element)]
        return [one for one in elements if name == "*" or self._is_called(one, name, one.namespace)]

    def _attributes(self, node: Element, name: str) -> list[Node]:
        found = [one for one in node.attributes.items if one.name.partition(":")[0] != "xmlns"]
        spaces = {one.prefix: node.namespace_of(one.prefix) if one.prefix else "" for one in found}
        return [one for one in found if name == "*" or self._is_called(one, name, spaces[one.prefix])]

    def _is_called(self, node: Node, name: str, namespace: str) -> bool:
        prefix, _, local = name.rpartition(":")
        return local in ("*", node.local_name) and namespace == self._meant(prefix)

    def _meant(self, prefix: str) -> str:
        if not prefix:
            return ""
        if prefix not in self.namespaces:
            raise undefined_prefix(prefix, known=bool(self.namespaces))
        return self.namespaces[prefix]

    def _filtered(self, nodes: list[Node], condition: str) -> list[Node]:
        condition = condition.strip()
        if condition.isdigit():
            return _at(nodes, int(condition) - 1)
        if condition == "last()":
            return _at(nodes, -1)
        return [node for node in nodes if self._holds(node, condition)]

    def _holds(self, node: Node, condition: str) -> bool:
        for word, combine in ((" or ", any), (" and ", all)):
            if word in condition:
                return combine(self._holds(node, part.strip()) for part in condition.split(word))
        if condition.startswith("not(") and condition.endswith(")"):
            return not self._holds(node, condition[4:-1])
        called = _CALLED.match(condition)
        if called is not None:
            wanted = called[3] if called[3] is not None else called[4]
            texts = [inner_text(found) for found in self._named(node, called[2])]
            return any(wanted in text if called[1] == "contains" else text.startswith(wanted) for text in texts)
        compared = _COMPARED.match(condition)
        if compared is not None:
            return self._compares(node, compared)
        if re.fullmatch(r"@?[\w.:*-]+", condition):
            return bool(self._named(node, condition))
        raise not_emulated("XPathNotEmulated", f"The XPath '{self.path}'")

    def _compares(self, node: Node, compared: re.Match[str]) -> bool:
        texts = [inner_text(found) for found in self._named(node, compared[1])]
        if compared[5] is None:
            wanted = compared[3] if compared[3] is not None else compared[4]
            return any((text == wanted) == (compared[2] == "=") for text in texts)
        number = float(compared[5])
        return any(_ordered(_number(text), compared[2], number) for text in texts)


def undefined_prefix(prefix: str, *, known: bool) -> NetError:
    """The exception for a prefix that stands for no namespace."""
    needed = "Namespace Manager or XsltContext needed. This query has a prefix, variable, or user-defined function."
    text = f"Namespace prefix '{prefix}' is not defined." if known else needed
    return NetError("System.Xml.XPath.XPathException", text)


def _below(node: Node) -> list[Node]:
    found: list[Node] = []
    for child in node.children:
        found += [child, *_below(child)]
    return found


def _at(nodes: list[Node], index: int) -> list[Node]:
    """The node of a position among those of the same parent."""
    found = []
    parents: list[Node | None] = []
    for node in nodes:
        if not any(node.parent is known for known in parents):
            parents.append(node.parent)
    for parent in parents:
        siblings = [node for node in nodes if node.parent is parent]
        if -len(siblings) <= index < len(siblings):
            found.append(siblings[index])
    return found


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return float("nan")


def _ordered(one: float, operator: str, other: float) -> bool:
    return {
        "=": one == other,
        "!=": one != other,
        ">": one > other,
        "<": one < other,
        ">=": one >= other,
        "<=": one <= other,
    }[operator]
