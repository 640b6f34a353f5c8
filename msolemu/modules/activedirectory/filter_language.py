"""The filter language of `-Filter`, parsed into the predicate tree that every search of the directory takes.

    filter     := any
    any        := all ( '-or' all )*
    all        := one ( '-and' one )*
    one        := ( '-not' | '!' ) one | '(' filter ')' | comparison
    comparison := property operator value

The language is the module's own: it looks like PowerShell, and variables are read from the session, but it is not
evaluated as a script. `*` alone is everything.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msolemu.directory.query import (
    And,
    BitsAll,
    BitsAny,
    Equals,
    Everything,
    GreaterOrEqual,
    LessOrEqual,
    Like,
    Not,
    Or,
    Predicate,
    Present,
)
from msolemu.foundation.names import NameMap
from msolemu.modules.activedirectory.attributes import Kind, Property, property_of
from msolemu.modules.activedirectory.filter_tokens import FilterSyntaxError, Token, TokenKind, tokens
from msolemu.modules.activedirectory.filter_values import filter_text, is_true

Variables: TypeAlias = Callable[[str], object]
"""What a variable, with properties after dots, is worth; raises UndefinedVariable."""


class UndefinedVariable(LookupError):
    """A filter names a variable that the session does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


Comparison: TypeAlias = Callable[[str, str], Predicate]


def like(attribute: str, pattern: str) -> Predicate:
    """`-like`: a lone asterisk asks whether there is any value."""
    return Present(attribute) if pattern == "*" else Like(attribute, pattern)


COMPARISONS: dict[str, Comparison] = {
    "eq": Equals,
    "ne": lambda attribute, value: Not(Equals(attribute, value)),
    "like": like,
    "notlike": lambda attribute, pattern: Not(like(attribute, pattern)),
    "approx": Equals,
    "ge": GreaterOrEqual,
    "le": LessOrEqual,
    "gt": lambda attribute, value: And((GreaterOrEqual(attribute, value), Not(Equals(attribute, value)))),
    "lt": lambda attribute, value: And((LessOrEqual(attribute, value), Not(Equals(attribute, value)))),
    "band": lambda attribute, mask: BitsAll(attribute, int(mask)),
    "bor": lambda attribute, mask: BitsAny(attribute, int(mask)),
}
NEGATIVE = frozenset({"ne", "notlike"})
BITWISE = frozenset({"band", "bor"})


def parse_filter(query: str, extended: NameMap[Property], variables: Variables) -> Predicate:
    """The predicate of a filter text; raises FilterSyntaxError and UndefinedVariable."""
    if query.strip() == "*":
        return Everything()
    return _Parser(query, extended, variables).whole()


class _Parser:
    """Recursive descent over the tokens of one filter."""

    def __init__(self, query: str, extended: NameMap[Property], variables: Variables) -> None:
        self._query = query
        self._extended = extended
        self._variables = variables
        self._tokens = list(tokens(query))
        self._at = 0

    def _peek(self) -> Token:
        return self._tokens[self._at]

    def _take(self) -> Token:
        token = self._peek()
        self._at += 1
        return token

    def _wrong(self, token: Token, reason: str = "syntax error") -> FilterSyntaxError:
        return FilterSyntaxError(self._query, reason, token.position)

    def _is_operator(self, *names: str) -> bool:
        return self._peek().kind is TokenKind.OPERATOR and self._peek().text.lower() in names

    def whole(self) -> Predicate:
        """filter, then the end."""
        found = self._any()
        if self._peek().kind is not TokenKind.END:
            raise self._wrong(self._peek())
        return found

    def _any(self) -> Predicate:
        operands = [self._all()]
        while self._is_operator("or"):
            self._take()
            operands.append(self._all())
        return operands[0] if len(operands) == 1 else Or(tuple(operands))

    def _all(self) -> Predicate:
        operands = [self._one()]
        while self._is_operator("and"):
            self._take()
            operands.append(self._one())
        return operands[0] if len(operands) == 1 else And(tuple(operands))

    def _one(self) -> Predicate:
        if self._peek().kind is TokenKind.NOT or self._is_operator("not"):
            self._take()
            return Not(self._one())
        if self._peek().kind is TokenKind.OPEN:
            self._take()
            inner = self._any()
            if self._peek().kind is not TokenKind.CLOSE:
                raise self._wrong(self._peek())
            self._take()
            return inner
        return self._comparison()

    def _comparison(self) -> Predicate:
        name = self._take()
        if name.kind is not TokenKind.WORD:
            raise self._wrong(name)
        operator = self._take()
        if operator.kind is not TokenKind.OPERATOR:
            raise self._wrong(operator)
        if operator.text.lower() not in COMPARISONS:
            raise self._wrong(operator, f"Operator Not supported: -{operator.text}")
        last = self._peek()
        value = self._value(self._take())
        if operator.text.lower() in BITWISE and not str(value).isdecimal():
            raise self._wrong(last)
        return self._compared(name.text, operator.text.lower(), value)

    def _value(self, token: Token) -> object:
        match token.kind:
            case TokenKind.TEXT | TokenKind.WORD:
                return token.text
            case TokenKind.EXPANDABLE:
                return self._expanded(token.text)
            case TokenKind.VARIABLE:
                return self._variables(token.text)
        raise self._wrong(token)

    def _expanded(self, text: str) -> str:
        if not text.startswith("$") or not text[1:].replace("_", "").isalnum():
            return text
        return filter_text(self._variables(text[1:]), Kind.TEXT)

    def _compared(self, name: str, operator: str, value: object) -> Predicate:
        declared = property_of(name, self._extended)
        if declared is not None and declared.kind is Kind.FLAG:
            return _flag(declared, operator, value)
        attribute = declared.attribute if declared else name
        kind = declared.kind if declared else Kind.TEXT
        return COMPARISONS[operator](attribute.lower(), filter_text(value, kind))


def _flag(declared: Property, operator: str, value: object) -> Predicate:
    """A bit of a control word; `inverted` bits say no."""
    wanted = is_true(value) != declared.inverted
    if operator in NEGATIVE:
        wanted = not wanted
    is_set: Predicate = BitsAll(declared.attribute.lower(), declared.bit)
    return is_set if wanted else Not(is_set)
