"""Words: bare words of commands, keywords, parameters, labels, operators that begin with a dash, numbers, type names."""

from __future__ import annotations

import re

from .characters import (
    AFTER_NUMBER,
    DOUBLE_QUOTES,
    IDENTIFIER,
    PARAMETER_RUN,
    PLAIN_WORD,
    SINGLE_QUOTES,
    TYPE_NAME_RUN,
    WORD_ENDS,
    WORD_RUN,
)
from .numbers import NUMBER, number_of
from .operators import StringKind
from .reading import Mode, Part
from .strings import Strings, append
from .syntax import Constant
from .tokens import DASH_OPERATORS, KEYWORDS, Kind, NamedToken, OperatorToken, TextToken, Token, ValueToken

NUMBER_ENDS = re.compile(f"[{WORD_ENDS}]")
NUMBER_ENDS_IN_EXPRESSION = re.compile(f"[{WORD_ENDS}{AFTER_NUMBER}]")
NUMBER_ENDS_IN_TERNARY = re.compile(f"[{WORD_ENDS}{AFTER_NUMBER}?:]")
LETTERS = re.compile(r"[A-Za-z]+")


class Words(Strings):
    """Reads what is made of letters and digits."""

    def identifier(self) -> Token:
        """A word that begins with a letter: keyword, bare word or name, by the mode."""
        start = self.position
        if self.mode is Mode.TYPE_NAME:
            return self.type_name()
        if self.mode is Mode.COMMAND and not self.simple_name:
            return self._command_word(start)
        found = IDENTIFIER.match(self.text, start)
        self.position = found.end() if found else start + 1
        token = self.token(Kind.IDENTIFIER, start)
        if self.mode is Mode.SIGNATURE and not self.simple_name:
            token.kind = KEYWORDS.get(token.text.lower(), Kind.IDENTIFIER)
        return token

    def _command_word(self, start: int) -> Token:
        found = PLAIN_WORD.match(self.padded, start)
        if found is None:
            return self.word()
        self.position = found.end()
        text = found[0]
        keyword = KEYWORDS.get(text.lower()) if len(text) < 14 else None
        if keyword is not None:
            return Token(keyword, start, self.position, text)
        return TextToken(Kind.WORD, start, self.position, text, text, StringKind.BAREWORD, None)

    def word(self, start: int | None = None) -> Token:
        """A bare word of a command, from `start`; it may hold quoted pieces, variables and escapes."""
        start = self.position if start is None else start
        parts: list[Part] = []
        values: list[str] = []
        self.position = start
        first = True
        while first or not self.ends_word(self.position):
            first = False
            if run := WORD_RUN.match(self.text, self.position):
                self._literal(parts, values, run[0])
                self.position = run.end()
            elif self.position >= self.length:
                break
            else:
                self._special_in_word(parts, values)
        text = self.text[start : self.position]
        expands = any(not isinstance(part, str) for part in parts)
        return TextToken(
            Kind.WORD, start, self.position, text, "".join(values), StringKind.BAREWORD, parts if expands else None
        )

    def _special_in_word(self, parts: list[Part], values: list[str]) -> None:
        """A quote, backtick or dollar sign inside a word, or the character that the word begins with."""
        character = self.text[self.position]
        if character in "`$":
            self.expand_one(parts, values, here=False)
        elif character in SINGLE_QUOTES:
            self.position += 1
            self._literal(parts, values, self.single_quoted_rest())
        elif character in DOUBLE_QUOTES:
            self.position += 1
            value, inner = self.double_quoted_rest()
            values.append(value)
            for part in [value] if inner is None else inner:
                if isinstance(part, str):
                    append(parts, part)
                else:
                    parts.append(part)
        else:
            self.position += 1
            self._literal(parts, values, character)

    def type_name(self) -> Token:
        """The name of a type, with its dots; keywords mean nothing here."""
        start = self.position
        found = TYPE_NAME_RUN.match(self.text, start)
        self.position = found.end() if found else start + 1
        return self.token(Kind.IDENTIFIER, start)

    def number(self) -> Token | None:
        """A number at the place, if what stands there is one to its end."""
        start = self.position
        found = NUMBER.match(self.text, start)
        if found is None or not self._number_ends(found.end()):
            return None
        value = number_of(found)
        if value is None:
            return None
        self.position = found.end()
        node = Constant(self.extent(start, self.position), *value)
        return ValueToken(Kind.NUMBER, start, self.position, found[0], node)

    def _number_ends(self, position: int) -> bool:
        if self.mode is not Mode.EXPRESSION:
            return NUMBER_ENDS.match(self.padded, position) is not None
        ends = NUMBER_ENDS_IN_TERNARY if self.ternary_ends_number else NUMBER_ENDS_IN_EXPRESSION
        return ends.match(self.padded, position) is not None

    def number_or_word(self) -> Token:
        """What begins with a digit."""
        return self.number() or self.word()

    def parameter_or_operator(self) -> Token:
        """What begins with a dash and a letter: in an expression an operator, if it is one."""
        start = self.position
        if self.mode is Mode.EXPRESSION:
            letters = LETTERS.match(self.text, start + 1)
            found = DASH_OPERATORS.get(letters[0].lower()) if letters else None
            if letters and found and not IDENTIFIER.match(self.text, letters.end()):
                self.position = letters.end()
                text = self.text[start : self.position]
                return OperatorToken(Kind.OPERATOR, start, self.position, text, *found)
        run = PARAMETER_RUN.match(self.text, start + 1)
        end = run.end() if run else start + 1
        following = self.padded[end]
        if self.mode is Mode.COMMAND and following in SINGLE_QUOTES + DOUBLE_QUOTES:
            return self.word(start)
        self.position = end + (following == ":")
        name = self.text[start + 1 : end]
        return NamedToken(Kind.PARAMETER, start, self.position, self.text[start : self.position], name, following == ":")

    def label(self) -> Token:
        """`:name` before a loop; in an expression just the colon."""
        start = self.position
        found = IDENTIFIER.match(self.text, start + 1)
        if self.mode is not Mode.COMMAND:
            self.position += 1
            return self.token(Kind.COLON, start)
        if found is None or not self.ends_word(found.end()):
            return self.word()
        self.position = found.end()
        return NamedToken(Kind.LABEL, start, self.position, self.text[start : self.position], found[0])
