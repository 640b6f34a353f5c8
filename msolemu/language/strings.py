"""Strings in all their forms: quoted, here-strings, and what is expanded inside."""

from __future__ import annotations

from .characters import (
    BLANK_RUN,
    BRACED_RUN,
    DOUBLE_QUOTED_RUN,
    DOUBLE_QUOTES,
    HERE_RUN,
    LINE_BREAK,
    SINGLE_QUOTED_RUN,
    SINGLE_QUOTES,
    VARIABLE_RUN,
    VARIABLE_START,
)
from .errors import Wrong
from .operators import StringKind, VariableScope
from .reading import Part, Reading
from .syntax import Expression, Using, Variable
from .tokens import Kind, SubText, TextToken, Token, ValueToken

ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "e": "\x1b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
}
SCOPES = {
    scope.value: scope
    for scope in VariableScope
    if scope not in (VariableScope.NONE, VariableScope.DRIVE)
}
HEX_DIGITS = "0123456789abcdefABCDEF"


def append(parts: list[Part], text: str) -> None:
    """Adds literal text, to the piece before it if there is one."""
    if not text:
        return
    if parts and isinstance(last := parts[-1], str):
        parts[-1] = last + text
    else:
        parts.append(text)


def variable_named(path: str) -> tuple[str, VariableScope, str | None]:
    """Name, scope and drive of a variable's path; `variable:` is where variables are anyway."""
    qualifier, colon, name = path.partition(":")
    if not colon or not qualifier:
        return path, VariableScope.NONE, None
    scope = SCOPES.get(qualifier.lower())
    if scope is None:
        return name, VariableScope.DRIVE, qualifier
    return name, scope, None


class Strings(Reading):
    """Reads strings, variables and escapes."""

    def single_quoted(self) -> Token:
        """`'text'`, a quote inside is written twice."""
        start = self.position
        self.position += 1
        value = self.single_quoted_rest()
        return TextToken(
            Kind.STRING,
            start,
            self.position,
            self.text[start : self.position],
            value,
            StringKind.SINGLE_QUOTED,
            None,
        )

    def single_quoted_rest(self) -> str:
        """What stands up to the closing quote, which is passed over; the opening one stands just before the place."""
        start = self.position - 1
        text, position, pieces = self.text, self.position, []
        while True:
            run = SINGLE_QUOTED_RUN.match(text, position)
            if run:
                pieces.append(run[0])
                position = run.end()
            if position >= self.length:
                self.position = position
                self.report_unfinished(start, position, Wrong.TerminatorExpectedAtEndOfString, "'")
                return "".join(pieces)
            if self.padded[position + 1] not in SINGLE_QUOTES:
                self.position = position + 1
                return "".join(pieces)
            pieces.append(text[position])
            position += 2

    def double_quoted(self) -> Token:
        """`"text"` with variables, subexpressions and escapes."""
        start = self.position
        self.position += 1
        value, parts = self.double_quoted_rest()
        return TextToken(
            Kind.STRING, start, self.position, self.text[start : self.position], value, StringKind.DOUBLE_QUOTED, parts
        )

    def double_quoted_rest(self) -> tuple[str, list[Part] | None]:
        """Value and parts up to the closing quote, which is passed over; the opening one stands just before."""
        start = self.position - 1
        parts: list[Part] = []
        values: list[str] = []
        while True:
            if run := DOUBLE_QUOTED_RUN.match(self.text, self.position):
                self._literal(parts, values, run[0])
                self.position = run.end()
            if self.position >= self.length:
                self.report_unfinished(start, self.position, Wrong.TerminatorExpectedAtEndOfString, '"')
                break
            character = self.text[self.position]
            if character in DOUBLE_QUOTES:
                self.position += 1
                if self.padded[self.position] not in DOUBLE_QUOTES:
                    break
                self.position += 1
                self._literal(parts, values, character)
            else:
                self.expand_one(parts, values, here=False)
        return "".join(values), None if all(isinstance(part, str) for part in parts) else parts

    def expand_one(self, parts: list[Part], values: list[str], *, here: bool) -> None:
        """Reads the backtick or dollar sign at the place and what belongs to it."""
        if self.text[self.position] == "`":
            self.position += 1
            self._literal(parts, values, self.escape())
            return
        start = self.position
        nested = self.nested(here=here)
        if nested is None:
            self.position = start + 1
            self._literal(parts, values, "$")
        else:
            parts.append(nested)
            values.append(self.text[start : self.position])

    @staticmethod
    def _literal(parts: list[Part], values: list[str], text: str) -> None:
        append(parts, text)
        values.append(text)

    def escape(self) -> str:
        """What the character after a backtick stands for; the place is passed over it."""
        if self.position >= self.length:
            return "`"
        character = self.text[self.position]
        self.position += 1
        if character == "u":
            return self._code_point()
        if character == "\r" and self.padded[self.position] == "\n":
            self.position += 1
            return "\r\n"
        return ESCAPES.get(character, character)

    def _code_point(self) -> str:
        """`{1F600}` after a backtick and u, as UTF-16 units."""
        start = self.position - 2
        if self.padded[self.position] != "{":
            self.report(start, self.position, Wrong.InvalidUnicodeEscapeSequence)
            return "u"
        end = position = self.position + 1
        while self.padded[end] in HEX_DIGITS:
            end += 1
        digits = self.text[position:end]
        self.position = end
        if self.padded[end] != "}":
            self.report(start, end, Wrong.InvalidUnicodeEscapeSequence if end < self.length else
                        Wrong.MissingUnicodeEscapeSequenceTerminator)
            return "\ufffd"
        self.position = end + 1
        if not digits:
            self.report(start, self.position, Wrong.InvalidUnicodeEscapeSequence)
            return "\ufffd"
        if len(digits) > 6:
            self.report(start, self.position, Wrong.TooManyDigitsInUnicodeEscapeSequence)
            return "\ufffd"
        value = int(digits, 16)
        if value > 0x10FFFF:
            self.report(start, self.position, Wrong.InvalidUnicodeEscapeSequenceValue)
            return "\ufffd"
        if value < 0x10000:
            return chr(value)
        return chr(0xD7C0 + (value >> 10)) + chr(0xDC00 + (value & 0x3FF))

    def nested(self, *, here: bool) -> Variable | Using | SubText | None:
        """The variable or subexpression that the dollar sign at the place begins, if any."""
        following = self.padded[self.position + 1]
        if following == "(":
            return self._sub_text(here=here)
        if VARIABLE_START.match(following) and not (following == ":" and self.padded[self.position + 2] != ":"):
            token = self.variable(in_string=True)
            return token.node if isinstance(token, ValueToken) else None  # type: ignore[return-value]
        return None

    def _sub_text(self, *, here: bool) -> SubText:
        """The text of `$( ... )`: brackets are counted, quotes that the string doubles are taken once."""
        start = position = self.position
        position += 2
        depth, pieces, offsets = 1, ["$("], [start, start + 1]
        while depth and position < self.length:
            character = self.text[position]
            pieces.append(character)
            offsets.append(position)
            position += 1
            if character == "(":
                depth += 1
            elif character == ")":
                depth -= 1
            elif not here and character in DOUBLE_QUOTES and self.padded[position] in DOUBLE_QUOTES:
                position += 1
            elif not here and character == "`" and self.padded[position] in DOUBLE_QUOTES:
                pieces[-1], offsets[-1] = self.text[position], position
                position += 1
        self.position = position
        offsets.append(position)
        if depth:
            self.report_unfinished(start, position, Wrong.IncompleteDollarSubexpressionReference)
            # The text counts as one longer, so that what is missing in it is reported behind the end.
            pieces.append(" ")
            offsets.append(position + 1)
        return SubText(start, position, "".join(pieces), offsets)

    def variable(self, *, in_string: bool = False, splatted: bool = False) -> Token:
        """`$name`, `${name}`, `$scope:name`, `@name`; the place stands on its first character."""
        start = self.position
        if self.padded[start + 1] == "{":
            path = self._braced_name(start, in_string=in_string)
            return self._variable_token(start, path, splatted=splatted)
        position = start + 1
        if self.padded[position] in "$?^" and not splatted or self.padded[position] == "$":
            self.position = position + 1
            if self.padded[position] == "$" or not VARIABLE_RUN.match(self.padded, position + 1):
                return self._variable_token(start, self.text[position], splatted=splatted)
        self.position = self._end_of_path(position)
        path = self.text[position : self.position]
        if path.endswith(":"):
            self.report(start, self.position, Wrong.InvalidVariableReferenceWithDrive)
        return self._variable_token(start, path, splatted=splatted)

    def _end_of_path(self, position: int) -> int:
        """Where an unbraced variable's name ends: one colon inside may part scope and name."""
        run = VARIABLE_RUN.match(self.text, position)
        position = run.end() if run else position
        if self.padded[position] == "^":
            position += 1
        if self.padded[position] != ":" or self.padded[position + 1] == ":":
            return position
        after = VARIABLE_RUN.match(self.text, position + 1)
        return after.end() if after else position + 1

    def _braced_name(self, start: int, *, in_string: bool) -> str:
        """The name between braces, with its escapes resolved."""
        self.position = start + 2
        pieces: list[str] = []
        while True:
            if run := BRACED_RUN.match(self.text, self.position):
                pieces.append(run[0])
                self.position = run.end()
            if self.position >= self.length:
                self.report_unfinished(start + 1, self.position, Wrong.IncompleteDollarVariableReference)
                break
            character = self.text[self.position]
            self.position += 1
            if character == "}":
                break
            if character == "`":
                pieces.append(self.escape())
                continue
            if character == "{":
                self.report(self.position - 1, self.position, Wrong.OpenBraceNeedsToBeBackTickedInVariableName)
            elif in_string and self.padded[self.position] in DOUBLE_QUOTES:
                self.position += 1
            pieces.append(character)
        name = "".join(pieces)
        if not name and self.text[self.position - 1] == "}":
            self.report(start, self.position, Wrong.EmptyVariableReference)
        return name

    def _variable_token(self, start: int, path: str, *, splatted: bool) -> Token:
        name, scope, drive = variable_named(path)
        extent = self.extent(start, self.position)
        node: Expression
        if scope is VariableScope.USING:
            inner, inner_scope, inner_drive = variable_named(name)
            node = Using(extent, Variable(extent, inner, inner_scope, inner_drive, splatted))
        else:
            node = Variable(extent, name, scope, drive, splatted)
        kind = Kind.SPLATTED if splatted else Kind.VARIABLE
        return ValueToken(kind, start, self.position, self.text[start : self.position], node)

    def here_string(self, *, expandable: bool) -> Token:
        """`@'` or `@"` up to a line that begins with the quote and `@`."""
        start = self.position
        kind = StringKind.DOUBLE_QUOTED_HERE if expandable else StringKind.SINGLE_QUOTED_HERE
        body = self._here_header(start + 2)
        value, parts = "", None
        if body is not None:
            self.position = body
            value, parts = self._here_expandable(start) if expandable else (self._here_literal(start), None)
        return TextToken(Kind.STRING, start, self.position, self.text[start : self.position], value, kind, parts)

    def _here_header(self, position: int) -> int | None:
        """Where the here-string's text begins; None (and an error) when the header's line holds more."""
        if blank := BLANK_RUN.match(self.text, position):
            position = blank.end()
        if line_break := LINE_BREAK.match(self.text, position):
            return line_break.end()
        if position >= self.length:
            return position
        self.report(position, position + 1, Wrong.UnexpectedCharactersAfterHereStringHeader)
        self.position = self.end_of_line(position)
        return None

    def _footer(self, position: int, quotes: str) -> bool:
        return self.padded[position] in quotes and self.padded[position + 1] == "@" and position < self.length

    def _here_literal(self, start: int) -> str:
        """The lines up to the footer."""
        body = self.position
        if self._footer(body, SINGLE_QUOTES):
            self.position = body + 2
            return ""
        for line_break in LINE_BREAK.finditer(self.text, body):
            if self._footer(line_break.end(), SINGLE_QUOTES):
                self.position = line_break.end() + 2
                return self.text[body : line_break.start()]
        self.position = self.length
        self._missing_footer(start, SINGLE_QUOTES, "'@")
        return self.text[body:]

    def _missing_footer(self, start: int, quotes: str, footer: str) -> None:
        """A footer that only has blanks before it is told apart from none."""
        for line_break in LINE_BREAK.finditer(self.text, start):
            blank = BLANK_RUN.match(self.text, line_break.end())
            if blank and self._footer(blank.end(), quotes):
                self.report_unfinished(blank.end(), blank.end() + 2, Wrong.WhitespaceBeforeHereStringFooter)
                return
        self.report_unfinished(start, self.length, Wrong.TerminatorExpectedAtEndOfString, footer)

    def _here_expandable(self, start: int) -> tuple[str, list[Part] | None]:
        parts: list[Part] = []
        values: list[str] = []
        text = self.text
        if self._footer(self.position, DOUBLE_QUOTES):
            self.position += 2
            return "", None
        while self.position < self.length:
            character = text[self.position]
            if character in "`$":
                self.expand_one(parts, values, here=True)
                continue
            line_break = LINE_BREAK.match(text, self.position)
            if line_break and self._footer(line_break.end(), DOUBLE_QUOTES):
                self.position = line_break.end() + 2
                break
            run = HERE_RUN.match(text, self.position)
            piece = line_break[0] if line_break else run[0] if run else character
            self._literal(parts, values, piece)
            self.position += len(piece)
        else:
            self._missing_footer(start, DOUBLE_QUOTES, '"@')
        return "".join(values), None if all(isinstance(part, str) for part in parts) else parts
