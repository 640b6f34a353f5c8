"""The part of XPath that scripts use: steps by name, `//`, `@name`, `..`, `*`, conditions on values and positions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.types.xml_nodes import Document, Element, Node
from msolemu.runtime.types.xml_text import inner_text

_STEP = re.compile(r"(//?)?(\.\.|\.|@?[\w.:*-]+(?:\(\))?)((?:\[[^\]]*\])*)")
_COMPARED = re.compile(r"""^(@?[\w.:-]+|\.|text\(\)) *(=|!=|>=|<=|>|<) *(?:'([^']*)'|"([^"]*)"|([\d.]+))$""")
_CALLED = re.compile(r"""^(contains|starts-with)\((@?[\w.:-]+|\.|text\(\)), *(?:'([^']*)'|"([^"]*)")\)$""")


def select(node: Node, path: str) -> list[Node]:
    """The nodes that the path finds from a node, in document order."""
    found: list[Node] = []
    for alternative in path.split("|"):
        for one in _steps(node, alternative.strip()):
            if not any(one is other for other in found):
                found.append(one)
    return found


def _steps(node: Node, path: str) -> list[Node]:
    current: list[Node] = [node]
    position = 0
    while position < len(path):
        match = _STEP.match(path, position)
        if match is None or (position and not match[1]):
            raise not_emulated("XPathNotEmulated", f"The XPath '{path}'")
        if match[1] and not position:
            current = [node if isinstance(node, Document) or node.document is None else node.document]
        current = _step(current, match[2], deep=match[1] == "//")
        for condition in re.findall(r"\[([^\]]*)\]", match[3]):
            current = _filtered(current, condition, path)
        position = match.end()
    return current


def _step(nodes: Iterable[Node], name: str, *, deep: bool) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        for start in [node, *_below(node)] if deep else [node]:
            found.extend(_named(start, name))
    return found


def _named(node: Node, name: str) -> list[Node]:
    if name == ".":
        return [node]
    if name == "..":
        return [node.parent] if node.parent is not None else []
    if name.startswith("@"):
        items = node.attributes.items if isinstance(node, Element) else []
        return [item for item in items if name in ("@*", "@" + item.name)]
    if name == "text()":
        return [child for child in node.children if child.node_type in ("Text", "CDATA")]
    if name == "node()":
        return list(node.children)
    return [child for child in node.children if isinstance(child, Element) and name in ("*", child.name)]


def _below(node: Node) -> list[Node]:
    found: list[Node] = []
    for child in node.children:
        found += [child, *_below(child)]
    return found


def _filtered(nodes: list[Node], condition: str, path: str) -> list[Node]:
    condition = condition.strip()
    if condition.isdigit():
        return _at(nodes, int(condition) - 1)
    if condition == "last()":
        return _at(nodes, -1)
    return [node for node in nodes if _holds(node, condition, path)]


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


def _holds(node: Node, condition: str, path: str) -> bool:
    for word, combine in ((" or ", any), (" and ", all)):
        if word in condition:
            return combine(_holds(node, part.strip(), path) for part in condition.split(word))
    if condition.startswith("not(") and condition.endswith(")"):
        return not _holds(node, condition[4:-1], path)
    called = _CALLED.match(condition)
    if called is not None:
        wanted = called[3] if called[3] is not None else called[4]
        texts = [inner_text(found) for found in _named(node, called[2])]
        return any(wanted in text if called[1] == "contains" else text.startswith(wanted) for text in texts)
    compared = _COMPARED.match(condition)
    if compared is not None:
        return _compares(node, compared)
    if re.fullmatch(r"@?[\w.:*-]+", condition):
        return bool(_named(node, condition))
    raise not_emulated("XPathNotEmulated", f"The XPath '{path}'")


def _compares(node: Node, compared: re.Match[str]) -> bool:
    texts = [inner_text(found) for found in _named(node, compared[1])]
    if compared[5] is None:
        wanted = compared[3] if compared[3] is not None else compared[4]
        return any((text == wanted) == (compared[2] == "=") for text in texts)
    number = float(compared[5])
    return any(_ordered(_number(text), compared[2], number) for text in texts)


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
