"""The expressions of System.Data: what `Select`, `RowFilter`, `Compute` and computed columns take.

A text is compiled once to a function of a `Scope`: the row at hand, and all rows for the aggregates. Null is None; a
comparison with it is neither true nor false.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Protocol

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.casting.conversion import convert, to_text
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.operations import arithmetic
from msolemu.runtime.operations.comparison import try_compare
from msolemu.runtime.types.registry import find_type
from msolemu.runtime.values.objects import Value

TOKENS = re.compile(
    r"""\s*(?:(?P<number>\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|'(?P<text>(?:[^']|'')*)'|\#(?P<date>[^#]*)\#"""
    r"""|\[(?P<quoted>(?:\\.|[^\]])*)\]|(?P<word>\w+)|(?P<sign><>|<=|>=|[-+*/%=<>(),]))"""
)
COMPARISONS: dict[str, Callable[[int], bool]] = {
    "=": lambda order: order == 0,
    "<>": lambda order: order != 0,
    "<": lambda order: order < 0,
    "<=": lambda order: order <= 0,
    ">": lambda order: order > 0,
    ">=": lambda order: order >= 0,
}
SUMS: dict[str, Callable[[Value, Value], Value]] = {"+": arithmetic.add, "-": arithmetic.subtract}
PRODUCTS: dict[str, Callable[[Value, Value], Value]] = {
    "*": arithmetic.multiply,
    "/": arithmetic.divide,
    "%": arithmetic.remainder,
}


class Readable(Protocol):
    """A row: its values by the names of its columns, null as None."""

    def read(self, column: str) -> Value:
        """The value; raises EvaluateException's error for a column that there is not."""
        ...


@dataclass(frozen=True, slots=True)
class Scope:
    """What an expression looks at."""

    row: Readable | None
    rows: Sequence[Readable]


Node = Callable[[Scope], Value]


def evaluate_error(message: str) -> NetError:
    """EvaluateException."""
    return NetError("System.Data.EvaluateException", message)


def syntax_error(message: str) -> NetError:
    """SyntaxErrorException."""
    return NetError("System.Data.SyntaxErrorException", message)


@functools.lru_cache(maxsize=128)
def compiled(text: str) -> Node:
    """The function of an expression; raises SyntaxErrorException's error."""
    parser = _Parser(text)
    node = parser.either()
    parser.expect_end()
    return node


class _Parser:
    """Recursive descent; OR binds loosest, then AND, NOT, comparisons, sums, products, signs."""

    def __init__(self, text: str) -> None:
        self.tokens: list[tuple[str, str]] = []
        at = 0
        while text[at:].strip():
            found = TOKENS.match(text, at)
            if found is None:
                raise syntax_error(f"The expression contains invalid syntax near '{text[at:].strip()[0]}'.")
            kind = str(found.lastgroup)
            self.tokens.append((kind, found[kind]))
            at = found.end()
        self.at = 0

    def _peek(self) -> tuple[str, str]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def _word(self, *words: str) -> str | None:
        kind, text = self._peek()
        if kind in ("word", "sign") and text.upper() in words:
            self.at += 1
            return text.upper()
        return None

    def _expect(self, word: str) -> None:
        if self._word(word) is None:
            raise self._unexpected()

    def expect_end(self) -> None:
        """Raise unless everything was read."""
        if self.at < len(self.tokens):
            raise self._unexpected()

    def _unexpected(self) -> NetError:
        kind, text = self._peek()
        if kind == "end":
            return syntax_error("Syntax error: Missing operand after the last operator.")
        return syntax_error(f"Syntax error: Missing operand before '{text}' operator.")

    def either(self) -> Node:
        """`both OR both`"""
        node = self._both()
        while self._word("OR"):
            node = _either(node, self._both())
        return node

    def _both(self) -> Node:
        node = self._negation()
        while self._word("AND"):
            node = _both(node, self._negation())
        return node

    def _negation(self) -> Node:
        if self._word("NOT"):
            return _not(self._negation())
        return self._comparison()

    def _comparison(self) -> Node:
        left = self._sum()
        sign = self._word(*COMPARISONS)
        if sign is not None:
            return _compared(left, self._sum(), COMPARISONS[sign])
        if self._word("IS"):
            wanted = self._word("NOT") is None
            self._expect("NULL")
            return lambda scope: (left(scope) is None) == wanted
        inverted = self._word("NOT") is not None
        node = self._like_or_in(left)
        if node is None:
            if inverted:
                raise self._unexpected()
            return left
        return _not(node) if inverted else node

    def _like_or_in(self, left: Node) -> Node | None:
        if self._word("LIKE"):
            return _like(left, self._sum())
        if not self._word("IN"):
            return None
        self._expect("(")
        members = self._arguments()
        return lambda scope: any(_order(left(scope), one(scope)) == 0 for one in members)

    def _sum(self) -> Node:
        node = self._product()
        while sign := self._word(*SUMS):
            node = _combined(node, self._product(), SUMS[sign])
        return node

    def _product(self) -> Node:
        node = self._signed()
        while sign := self._word(*PRODUCTS):
            node = _combined(node, self._signed(), PRODUCTS[sign])
        return node

    def _signed(self) -> Node:
        if self._word("-"):
            node = self._signed()
            return lambda scope: None if node(scope) is None else arithmetic.negate(node(scope))
        self._word("+")
        return self._operand()

    def _operand(self) -> Node:
        kind, text = self._peek()
        self.at += 1
        match kind:
            case "number":
                return _constant(float(text) if "." in text or "e" in text.lower() else int(text))
            case "text":
                return _constant(text.replace("''", "'"))
            case "date":
                return _constant(convert(text.strip("'"), _known("datetime")))
            case "quoted":
                return _column(re.sub(r"\\(.)", r"\1", text))
            case "word":
                return self._named(text)
        if text == "(":
            node = self.either()
            self._expect(")")
            return node
        self.at -= 1
        raise self._unexpected()

    def _named(self, word: str) -> Node:
        upper = word.upper()
        if self._word("("):
            if upper not in FUNCTIONS and upper not in AGGREGATES:
                raise evaluate_error(f"The expression contains undefined function call {word}().")
            given = self._arguments()
            return _aggregate(upper, given[0]) if upper in AGGREGATES else _called(upper, given)
        fixed = {"TRUE": True, "FALSE": False, "NULL": None}
        return _constant(fixed[upper]) if upper in fixed else _column(word)

    def _arguments(self) -> list[Node]:
        found: list[Node] = []
        while not self._word(")"):
            found.append(self.either())
            if self._peek() != ("sign", ")"):
                self._expect(",")
        return found


def _known(name: str) -> Any:
    return find_type(name)


def _constant(value: Value) -> Node:
    return lambda scope: value


def _column(name: str) -> Node:
    def read(scope: Scope) -> Value:
        if scope.row is None:
            raise evaluate_error(f"Cannot find column [{name}].")
        return scope.row.read(name)

    return read


def _either(one: Node, other: Node) -> Node:
    return lambda scope: one(scope) is True or other(scope) is True


def _both(one: Node, other: Node) -> Node:
    return lambda scope: one(scope) is True and other(scope) is True


def _not(node: Node) -> Node:
    return lambda scope: None if (found := node(scope)) is None else not found


def _compared(left: Node, right: Node, test: Callable[[int], bool]) -> Node:
    def compare(scope: Scope) -> Value:
        order = _order(left(scope), right(scope))
        return None if order is None else test(order)

    return compare


def _order(left: Value, right: Value) -> int | None:
    """The order of two values; the right one, text or number, becomes what the left one is."""
    if left is None or right is None:
        return None
    if isinstance(left, str) and not isinstance(right, str):
        left, right = right, left
        found = _order(left, right)
        return None if found is None else -found
    return try_compare(left, convert(right, _type_of(left)) if type(left) is not type(right) else right)


def _type_of(value: Value) -> Any:
    from msolemu.runtime.types.registry import type_of

    numeric = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return _known("decimal") if numeric else type_of(value)


def _like(left: Node, right: Node) -> Node:
    def like(scope: Scope) -> Value:
        value, pattern = left(scope), right(scope)
        if value is None or pattern is None:
            return None
        return _pattern(to_text(pattern)).fullmatch(to_text(value)) is not None

    return like


@functools.lru_cache(maxsize=128)
def _pattern(text: str) -> re.Pattern[str]:
    """`*` and `%` stand for anything at the ends; brackets take them as they are."""
    pieces = re.split(r"(\[.\]|[*%])", text)
    made = "".join(".*" if piece in ("*", "%") else re.escape(piece.strip("[]") or piece) for piece in pieces if piece)
    return re.compile(made, re.IGNORECASE | re.DOTALL)


def _combined(left: Node, right: Node, combine: Callable[[Value, Value], Value]) -> Node:
    def result(scope: Scope) -> Value:
        one, other = left(scope), right(scope)
        if one is None or other is None:
            return None
        if isinstance(one, str) or isinstance(other, str):
            return to_text(one) + to_text(other)
        return combine(one, other)

    return result


def _substring(text: str, start: int, length: int) -> str:
    return to_text(text)[start - 1 : start - 1 + length]


def _converted(value: Value, name: str) -> Value:
    return None if value is None else convert(value, _known(name))


FUNCTIONS: dict[str, Callable[..., Value]] = {
    "LEN": lambda text: None if text is None else len(to_text(text)),
    "TRIM": lambda text: None if text is None else to_text(text).strip(),
    "ISNULL": lambda value, instead: instead if value is None else value,
    "IIF": lambda test, one, other: one if test is True else other,
    "SUBSTRING": _substring,
    "CONVERT": _converted,
}


def _called(name: str, given: list[Node]) -> Node:
    def call(scope: Scope) -> Value:
        try:
            return FUNCTIONS[name](*(one(scope) for one in given))
        except TypeError:
            raise evaluate_error(f"Invalid number of arguments: function {name.capitalize()}().") from None

    return call


def _mean(values: list[Value]) -> Value:
    return arithmetic.divide(functools.reduce(arithmetic.add, values), len(values))


def _extreme(sign: int) -> Callable[[list[Value]], Value]:
    return lambda values: functools.reduce(
        lambda one, other: one if (try_compare(one, other) or 0) * sign >= 0 else other, values
    )


AGGREGATES: dict[str, Callable[[list[Value]], Value]] = {
    "SUM": lambda values: functools.reduce(arithmetic.add, values),
    "AVG": _mean,
    "MIN": _extreme(-1),
    "MAX": _extreme(1),
    "COUNT": len,
}


def _aggregate(name: str, given: Node) -> Node:
    def result(scope: Scope) -> Value:
        values = [value for row in scope.rows if (value := given(Scope(row, scope.rows))) is not None]
        return AGGREGATES[name](values) if values or name == "COUNT" else None

    return result
