"""Words: bare words of commands, keywords, parameters, labels, operators with a dash, numbers, type names."""

from __future__ import annotations

from msolemu.foundation.pattern import pattern

from .characters import (
    AFTER_NUMBER,
    ASSEMBLY_RUN,
    DOUBLE_QUOTES,
    IDENTIFIER,
    PARAMETER_RUN,
    PLAIN_WORD,
    SINGLE_QUOTES,
    TYPE_NAME_RUN,
    WORD_ENDS,
    WORD_RUN,
)
from .errors import Wrong
from .numbers import NUMBER, number_of, plain_number
from .operators import NumberKind, StringKind
from .reading import Mode, Part
from .strings import Strings, append
from .syntax import Constant
from .tokens import DASH_OPERATORS, KEYWORDS, Kind, NamedToken, OperatorToken, TextToken, Token, ValueToken

DIGITS = "0123456789"
NUMBER_ENDS_IN_EXPRESSION = WORD_ENDS + AFTER_NUMBER
NUMBER_ENDS_IN_TERNARY = NUMBER_ENDS_IN_EXPRESSION + "?:"
LETTERS = pattern(r"[A-Za-z]+")


class Words(Strings):
    """Reads what is made of letters and digits."""

    def identifier(self) -> Token:
        """A word that begins with a letter: keyword, bare word or name, by the mode."""
        start = self.position
        mode = self.mode
        if mode is Mode.COMMAND and not self.simple_name:
            return self.command_word(start)
        found = (TYPE_NAME_RUN if mode is Mode.TYPE_NAME else IDENTIFIER).match(self.text, start)
        self.position = found.end() if found else start + 1
        text = self.text[start : self.position]
        kind = Kind.IDENTIFIER
        if mode is Mode.SIGNATURE and not self.simple_name:
            kind = KEYWORDS.get(text.lower(), kind)
        return Token(kind, start, self.position, text)

    def command_word(self, start: int) -> Token:
        """A keyword, or a word of a command that begins with a letter or a sign without meaning."""
        found = PLAIN_WORD.match(self.padded, start)
        if found is None:
            return self.word(start, start + 1)
        self.position = end = found.end()
        text = found[0]
        keyword = KEYWORDS.get(text.lower()) if len(text) < 14 else None
        if keyword is not None:
            return Token(keyword, start, end, text)
        return TextToken(Kind.WORD, start, end, text, text, StringKind.BAREWORD, None)

    def word(self, start: int, taken: int | None = None) -> Token:
        """A bare word of a command, from `start`; it may hold quoted pieces, variables and escapes.

        What stands before `taken` belongs to it as it is.
        """
        parts: list[Part] = []
        values: list[str] = []
        self.position = taken or start
        if taken:
            self._literal(parts, values, self.text[start:taken])
        while not self.ends_word(self.position):
            if run := WORD_RUN.match(self.text, self.position):
                self._literal(parts, values, run[0])
                self.position = run.end()
            else:
                self._special_in_word(parts, values)
        text = self.text[start : self.position]
        expands = any(not isinstance(part, str) for part in parts)
        return TextToken(
            Kind.WORD, start, self.position, text, "".join(values), StringKind.BAREWORD, parts if expands else None
        )

    def _special_in_word(self, parts: list[Part], values: list[str]) -> None:
        """A quote, backtick or dollar sign inside a word."""
        character = self.text[self.position]
        if character in "`$":
            self.expand_one(parts, values, here=False)
        elif character in SINGLE_QUOTES:
            self.position += 1
            self._literal(parts, values, self.single_quoted_rest())
        else:
            self.position += 1
            value, inner = self.double_quoted_rest()
            values.append(value)
            for part in [value] if inner is None else inner:
                if isinstance(part, str):
                    append(parts, part)
                else:
                    parts.append(part)

    def number_or_word(self) -> Token:
        """What begins with a digit, or a sign or point and a digit: a number if it is one to its end."""
        start = self.position
        end = self._end_of_digits(start)
        if start < end and self.padded[end] != "." and self.number_ends(end):
            value = plain_number(self.text[start:end])
        else:
            found = NUMBER.match(self.padded, start)
            if found is None or not self.number_ends(found.end()):
                return self.word(start)
            value, end = number_of(found), found.end()
        self.position = end
        text = self.text[start:end]
        if value is None:
            if self.mode is not Mode.EXPRESSION:
                return self.word(start)
            self.report(start, end, Wrong.BadNumericConstant, text)
            value = 0, NumberKind.INT32
        return ValueToken(Kind.NUMBER, start, end, text, Constant(self.extent(start, end), *value))

    def _end_of_digits(self, position: int) -> int:
        while self.padded[position] in DIGITS:
            position += 1
        return position

    def number_ends(self, position: int) -> bool:
        """Whether a number may end at a position: in an expression an operator may follow at once."""
        if self.mode is not Mode.EXPRESSION:
            return self.ends_word(position)
        ends = NUMBER_ENDS_IN_TERNARY if self.ternary_ends_number else NUMBER_ENDS_IN_EXPRESSION
        return self.padded[position] in ends

    def parameter_or_operator(self) -> Token:
        """What begins with a dash and a letter: in an expression an operator, if it is one."""
        start = self.position
        if self.mode is Mode.COMMAND:
            return self._parameter(start)
        letters = LETTERS.match(self.text, start + 1)
        if letters is None:
            self.position = start + 1
            return self.token(Kind.MINUS, start)
        self.position = end = letters.end()
        text = self.text[start:end]
        operator = DASH_OPERATORS.get(letters[0].lower()) if self.mode is Mode.EXPRESSION else None
        if operator is not None:
            return OperatorToken(Kind.OPERATOR, start, end, text, *operator)
        return NamedToken(Kind.PARAMETER, start, end, text, letters[0], self.padded[end] == ":")

    def _parameter(self, start: int) -> Token:
        run = PARAMETER_RUN.match(self.text, start + 1)
        end = run.end() if run else start + 1
        following = self.padded[end]
        if following in SINGLE_QUOTES or following in DOUBLE_QUOTES:
            return self.word(start, end)
        self.position = end + (following == ":")
        text = self.text[start : self.position]
        if end == start + 1:
            return Token(Kind.MINUS, start, self.position, text)
        return NamedToken(Kind.PARAMETER, start, self.position, text, self.text[start + 1 : end], following == ":")

    def label(self) -> Token:
        """`:name` before a loop; outside commands just the colon."""
        start = self.position
        if self.mode is not Mode.COMMAND:
            self.position += 1
            return self.token(Kind.COLON, start)
        found = IDENTIFIER.match(self.text, start + 1)
        if found is None or not self.ends_word(found.end()):
            return self.word(start, found.end() if found else start + 1)
        self.position = found.end()
        return NamedToken(Kind.LABEL, start, self.position, self.text[start : self.position], found[0])

    def assembly_name(self) -> str:
        """The name of an assembly after a type's name and a comma, with its properties."""
        pieces = [self._assembly_piece()]
        while self.padded[self.position] == ",":
            self.position += 1
            pieces.append(", " + self._assembly_piece())
            if self.padded[self.position] == "=":
                self.position += 1
                pieces.append("=" + self._assembly_piece())
        return "".join(pieces)

    def _assembly_piece(self) -> str:
        self.skip_blanks()
        found = ASSEMBLY_RUN.match(self.text, self.position)
        piece = found[0] if found else ""
        self.position += len(piece)
        self.skip_blanks()
        return piece
