"""LDAP filters (RFC 4515), parsed into the predicate tree.

    filter  := '(' ( '&' filter* | '|' filter* | '!' filter | item ) ')'
    item    := attribute [ ':' rule ':' ] ( '=' | '>=' | '<=' | '~=' ) value

A filter without its outer parentheses is taken too, as the module takes it.
"""

from __future__ import annotations

import re

from msolemu.directory.query import (
    And,
    BitsAll,
    BitsAny,
    Equals,
    GreaterOrEqual,
    LessOrEqual,
    Like,
    Not,
    Or,
    Predicate,
    Present,
)


class LdapFilterError(Exception):
    """The text is no LDAP filter."""


AND_RULE = "1.2.840.113556.1.4.803"
OR_RULE = "1.2.840.113556.1.4.804"
_ITEM = re.compile(r"\s*(?P<attribute>[\w.;-]+)(?::(?P<rule>[\d.]+):)?(?P<operator>=|>=|<=|~=)(?P<value>[^()]*)")
_ESCAPE = re.compile(r"(?:\\[0-9a-fA-F]{2})+")


def parse_ldap_filter(text: str) -> Predicate:
    """The predicate of an LDAP filter; raises LdapFilterError."""
    stripped = text.strip()
    parser = _Parser(stripped if stripped.startswith("(") else f"({stripped})")
    found = parser.filter()
    if not parser.done:
        raise LdapFilterError(text)
    return found


class _Parser:
    """Recursive descent over the characters."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    @property
    def done(self) -> bool:
        """Whether nothing is left."""
        return not self._text[self._at :].strip()

    def _blank(self) -> None:
        while self._text[self._at : self._at + 1].isspace():
            self._at += 1

    def _accept(self, sign: str) -> bool:
        self._blank()
        if not self._text.startswith(sign, self._at):
            return False
        self._at += len(sign)
        return True

    def _expect(self, sign: str) -> None:
        if not self._accept(sign):
            raise LdapFilterError(self._text)

    def filter(self) -> Predicate:
        """One parenthesized filter."""
        self._expect("(")
        found = self._inner()
        self._expect(")")
        return found

    def _inner(self) -> Predicate:
        if self._accept("&"):
            return And(self._list())
        if self._accept("|"):
            return Or(self._list())
        if self._accept("!"):
            return Not(self.filter())
        return self._item()

    def _list(self) -> tuple[Predicate, ...]:
        found: list[Predicate] = []
        self._blank()
        while self._text.startswith("(", self._at):
            found.append(self.filter())
            self._blank()
        if not found:
            raise LdapFilterError(self._text)
        return tuple(found)

    def _item(self) -> Predicate:
        item = _ITEM.match(self._text, self._at)
        if item is None:
            raise LdapFilterError(self._text)
        self._at = item.end()
        attribute, value = item["attribute"].lower(), item["value"]
        match item["rule"], item["operator"]:
            case (str() as rule, "=") if value.isdigit() and rule in (AND_RULE, OR_RULE):
                return BitsAll(attribute, int(value)) if rule == AND_RULE else BitsAny(attribute, int(value))
            case (None, "="):
                return _equality(attribute, value)
            case (None, ">="):
                return GreaterOrEqual(attribute, unescaped(value))
            case (None, "<="):
                return LessOrEqual(attribute, unescaped(value))
            case (None, "~="):
                return Equals(attribute, unescaped(value))
        raise LdapFilterError(self._text)


def _equality(attribute: str, value: str) -> Predicate:
    if value == "*":
        return Present(attribute)
    return Like(attribute, value) if "*" in value else Equals(attribute, unescaped(value))


def unescaped(value: str) -> str:
    r"""`\2a` and its like as the characters that they stand for, in UTF-8."""
    return _ESCAPE.sub(lambda found: bytes.fromhex(found[0].replace("\\", "")).decode("utf-8", "replace"), value)
