"""What the text tells where the tree cannot yet: operators, the keys of tables and of indexes, namespaces.

The parser takes `-e` after a value for an error and `@{ ` for a table without keys. So these places are known by the
text before the cursor, and what they complete by what the tree says of the text before them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msolemu.language import syntax
from msolemu.language.operators import BinaryOperator
from msolemu.language.parser import parse
from msolemu.language.syntax.base import walk
from msolemu.runtime.completing.cursor import Cursor, command_name
from msolemu.runtime.completing.inference import Expected, Inference, Known
from msolemu.runtime.types.completion import CompletionResult, new_result
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.registry import find_type
from msolemu.runtime.values.objects import Hashtable, unwrap

if TYPE_CHECKING:
    from msolemu.runtime.state.session import Session

KINDS = "System.Management.Automation.CompletionResultType"
_OPERATOR = re.compile(r"(?<=[\w)\]}'\"])\s+(-\w*)\Z")
_KEY = re.compile(r"@\{(?P<before>[^{}@]*[;\n])?\s*(?P<word>\w*)\Z")
_INDEX = re.compile(r"\[\s*(?P<word>['\"]?[\w ]*)\Z")
_NAMESPACE = re.compile(r"\busing\s+namespace\s+(?P<word>[\w.]*)\Z", re.IGNORECASE)
_MARK = re.compile(r"\[(\w+)\((?:[^()]*,)?\s*(?P<word>\w*)\Z")
_OWN_KEYS = re.compile(r"(?:^|[;\n])\s*(\w+)\s*=")

LABELLED = ("Expression", "FormatString", "Label")
CALCULATED: dict[tuple[str, str], Sequence[str]] = {
    ("format-table", "property"): ("Expression", "FormatString", "Label", "Width", "Alignment"),
    ("format-list", "property"): LABELLED,
    ("format-wide", "property"): ("Expression", "FormatString"),
    ("format-custom", "property"): ("Expression", "Depth"),
    **{(f"format-{view}", "groupby"): LABELLED for view in ("table", "list", "wide", "custom")},
    ("select-object", "property"): ("Name", "Expression"),
    ("sort-object", "property"): ("Expression", "Ascending", "Descending"),
    ("group-object", "property"): ("Expression",),
    ("compare-object", "property"): ("Expression",),
    ("measure-object", "property"): ("Expression",),
}
"""The keys of a calculated property, by command and parameter."""


class Unfinished:
    """A place that the text tells; `start` is where its word begins, `words` what it can become."""

    def __init__(self, start: int, word: str, kind: str, words: Sequence[str]) -> None:
        self.start = start
        self.word = word
        self.kind = kind
        self.words = words

    def found(self) -> list[CompletionResult]:
        """The words that begin as the typed one does."""
        typed = self.word.strip("'\" ").lower()
        begun = (one for one in self.words if one.strip("'").lower().startswith(typed))
        return [new_result(one, one.strip("'"), member(KINDS, self.kind)) for one in begun]


def unfinished(session: Session, before: str) -> Unfinished | None:
    """The place at the end of a text, if it is one of these."""
    by_text = _operator(before) or _namespace(before) or _attribute(before)
    return by_text or _key(session, before) or _index(session, before)


def _operator(before: str) -> Unfinished | None:
    found = _OPERATOR.search(before)
    if found is None:
        return None
    tree = parse(f"{before[: found.start(1)]}-eq 0")
    ends = (node for node in walk(tree.tree) if isinstance(node, syntax.Binary) and node.operator is BinaryOperator.IEQ)
    if tree.errors or not any(node.operator_extent.start == found.start(1) for node in ends):
        return None
    words = sorted(one.value for one in BinaryOperator if one.value.startswith("-") and len(one.value) > 1)
    return Unfinished(found.start(1), found[1], "ParameterName", words)


def _namespace(before: str) -> Unfinished | None:
    found = _NAMESPACE.search(before)
    if found is None:
        return None
    from msolemu.runtime.types import catalogue, enumerations, exceptions

    typed = found["word"]
    parts = typed.count(".") + 1
    names = {*catalogue.CLASSES, *catalogue.STRUCTS, *enumerations.NAMES, *exceptions.EXCEPTIONS}
    spaces = {".".join(name.split(".")[:parts]) for name in names if name.count(".") >= parts}
    return Unfinished(found.start("word"), typed, "Namespace", sorted(spaces, key=str.lower))


def _attribute(before: str) -> Unfinished | None:
    found = _MARK.search(before)
    kind = None if found is None else find_type(f"System.Management.Automation.{found[1]}Attribute")
    if found is None or kind is None:
        return None
    names = sorted(one.name for one in kind.all_properties() if one.write is not None)
    return Unfinished(found.start("word"), found["word"], "Property", names) if names else None


def _key(session: Session, before: str) -> Unfinished | None:
    found = _KEY.search(before)
    if found is None:
        return None
    cursor = Cursor(before[: found.start()])
    words = _of_command(session, cursor) or _of_type(session, before[: found.start()])
    taken = {one.lower() for one in _OWN_KEYS.findall(found["before"] or "")}
    left = [one for one in words if one.lower() not in taken]
    return Unfinished(found.start("word"), found["word"], "Property", left) if words else None


def _of_command(session: Session, cursor: Cursor) -> Sequence[str]:
    """The keys that a command takes in a table at the cursor."""
    from msolemu.runtime.completing.arguments import Argument
    from msolemu.runtime.reflection.command_types import metadata_of

    command = cursor.around(syntax.Command)
    target = None if command is None else session.find_command(command_name(command))
    metadata = None if target is None else metadata_of(target)
    if command is None or metadata is None:
        return ()
    parameter = Argument(Inference(session, cursor), command, metadata, "").parameter
    if parameter is None:
        return ()
    return CALCULATED.get((metadata.name.lower(), parameter.name.lower()), ())


def _of_type(session: Session, before: str) -> Sequence[str]:
    """The properties of the type that a table is cast to."""
    cursor = Cursor(before + "0;[int]")
    casts = [node for node in walk(cursor.path[0]) if isinstance(node, syntax.Convert)]
    operand = f"{before}x"
    near = [node for node in casts if node.operand.extent.end in (len(before) + 1, len(operand))]
    if not near:
        return ()
    found = Inference(session, cursor).of(near[-1])
    kinds = [guess.kind for guess in found if isinstance(guess, Expected)]
    return [one.name for kind in kinds for one in kind.all_properties() if one.write is not None and not one.hidden]


def _index(session: Session, before: str) -> Unfinished | None:
    found = _INDEX.search(before)
    if found is None or not before[: found.start()].strip():
        return None
    cursor = Cursor(f"{before[: found.start()]}.")
    holder = cursor.around(syntax.Member)
    if holder is None:
        return None
    guesses = Inference(session, cursor).of(holder.target)
    tables = [unwrap(guess.value) for guess in guesses if isinstance(guess, Known)]
    keys = [key for table in tables if isinstance(table, Hashtable) for key in table if isinstance(key, str)]
    quoted = ["'" + key.replace("'", "''") + "'" for key in keys]
    return Unfinished(found.start("word"), found["word"], "Property", quoted) if quoted else None
