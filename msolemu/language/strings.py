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
    VARIABLE_PATH,
    VARIABLE_START,
)
from .errors import Wrong
from .operators import StringKind, VariableScope
from .reading import Mode, Part, Reading
from .syntax import Using, Variable
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
BAD_ESCAPE = "\uffff"
SCOPES = {scope.value: scope for scope in VariableScope if scope not in (VariableScope.NONE, VariableScope.DRIVE)}
PLAIN_SCOPES = frozenset({"", "global", "local", "private", "script", "variable"})
"""What a variable's name may begin with that is no drive."""
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
    """Name, scope and drive of a variable's path."""
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
        return ESCAPES.get(character, character)

    def _code_point(self) -> str:
        """`{1F600}` after a backtick and u, as UTF-16 units."""
        start = self.position - 2
        if self.padded[self.position] != "{":
            self.report(start, self.position, Wrong.InvalidUnicodeEscapeSequence)
            return BAD_ESCAPE
        begin = end = self.position + 1
        while end - begin < 6 and self.padded[end] in HEX_DIGITS:
            end += 1
        self.position = end
        if self.padded[end] != "}":
            return self._bad_code_point(end, end - begin)
        self.position = end + 1
        if begin == end:
            self.report(start, self.position, Wrong.InvalidUnicodeEscapeSequence)
            return BAD_ESCAPE
        value = int(self.text[begin:end], 16)
        if value > 0x10FFFF:
            self.report(start + 3, end, Wrong.InvalidUnicodeEscapeSequenceValue)
            return BAD_ESCAPE
        if value < 0x10000:
            return chr(value)
        return chr(0xD7C0 + (value >> 10)) + chr(0xDC00 + (value & 0x3FF))

    def _bad_code_point(self, position: int, digits: int) -> str:
        """The error for what stands at a position after so many digits."""
        if digits < 6:
            wrong = Wrong.InvalidUnicodeEscapeSequence
        elif self.padded[position] in HEX_DIGITS:
            wrong = Wrong.TooManyDigitsInUnicodeEscapeSequence
        else:
            wrong = Wrong.MissingUnicodeEscapeSequenceTerminator
        self.report(position, position + 1, wrong)
        return BAD_ESCAPE

    def nested(self, *, here: bool) -> Variable | Using | SubText | None:
        """The variable or subexpression that the dollar sign at the place begins, if any."""
        following = self.padded[self.position + 1]
        if following == "(":
            return self._sub_text(here=here)
        if following == "{":
            return self._braced(in_string=True)
        if VARIABLE_START.match(following):
            start = self.position
            self.position = self._end_of_variable(start + 1)
            return self._variable(start, self.text[start + 1 : self.position])
        return None

    def _sub_text(self, *, here: bool) -> SubText:
        """The text of `$( ... )`: brackets are counted, quotes that the string doubles are taken once."""
        start = position = self.position
        position += 2
        depth, pieces, skipped = 1, ["$("], []
        while depth and position < self.length:
            character = self.text[position]
            position += 1
            if character == "(":
                depth += 1
            elif character == ")":
                depth -= 1
            elif (
                not here and self.padded[position] in DOUBLE_QUOTES and (character == "`" or character in DOUBLE_QUOTES)
            ):
                skipped.append(position - 1)
                character = self.text[position]
                position += 1
            pieces.append(character)
        self.position = position
        if depth:
            self.report_unfinished(start, position, Wrong.IncompleteDollarSubexpressionReference)
        skips = tuple(place + self.base for place in skipped) or self.skipped
        return SubText(self.extent(start, start).start, "".join(pieces), skips)

    def variable(self) -> Token:
        """`$name`, `${name}`, `$scope:name`, `@name`; the place stands on its first character.

        In a command a variable that goes on is only the beginning of a word.
        """
        start = self.position
        splatted = self.text[start] == "@"
        if self.padded[start + 1] == "{":
            node = self._braced(in_string=False)
            goes_on = self.mode is Mode.COMMAND and self.padded[self.position] not in ".["
        else:
            self.position = end = self._end_of_variable(start + 1)
            special = end == start + 2 and self.text[start + 1] in "$?^"
            goes_on = self.mode is Mode.COMMAND and (special or self.padded[end] not in ".[=:")
            if goes_on and not self.ends_word(end):
                return self.word(start)
            node = self._variable(start, self.text[start + 1 : end], splatted=splatted)
        if goes_on and not self.ends_word(self.position):
            return self.word(start)
        kind = Kind.SPLATTED if splatted else Kind.VARIABLE
        return ValueToken(kind, start, self.position, self.text[start : self.position], node)

    def word(self, start: int, taken: int | None = None) -> Token:
        """A bare word of a command; what stands before `taken` belongs to it as it is."""
        raise NotImplementedError

    def _end_of_variable(self, position: int) -> int:
        """Where an unbraced variable's path ends; `$$`, `$?` and `$^` are one character long."""
        if self.padded[position] in "$?^":
            return position + 1
        run = VARIABLE_PATH.match(self.text, position + 1)
        return run.end() if run else position + 1

    def _braced(self, *, in_string: bool) -> Variable | Using:
        """A variable whose name stands between braces, its escapes resolved."""
        start = self.position
        name, closed = self._braced_name(in_string=in_string)
        if not closed:
            self.report_unfinished(start + 1, self.position, Wrong.IncompleteDollarVariableReference)
        if not name:
            if closed:
                self.report(self.position - 1, self.position, Wrong.EmptyVariableReference)
            name = ":Error:"
        if name.endswith(":") and name.find(":") == len(name) - 1:
            self.report(start, self.position, Wrong.InvalidBracedVariableReference)
        return self._named(start, name)

    def _braced_name(self, *, in_string: bool) -> tuple[str, bool]:
        """The name up to the closing brace, which is passed over, and whether there is one."""
        self.position += 2
        pieces: list[str] = []
        while True:
            if run := BRACED_RUN.match(self.text, self.position):
                pieces.append(run[0])
                self.position = run.end()
            if self.position >= self.length:
                return "".join(pieces), False
            character = self.text[self.position]
            self.position += 1
            if character == "}":
                return "".join(pieces), True
            if character == "`":
                if self.position >= self.length:
                    return "".join(pieces), False
                character = self.escape()
            elif character == "{":
                self.report(self.position, self.position + 1, Wrong.OpenBraceNeedsToBeBackTickedInVariableName)
            elif in_string and self.padded[self.position] in DOUBLE_QUOTES:
                character = self.text[self.position]
                self.position += 1
            pieces.append(character)

    def _variable(self, start: int, path: str, *, splatted: bool = False) -> Variable | Using:
        """The variable with a path; one that has no name is an error."""
        qualifier, colon, name = path.partition(":")
        if colon and not name:
            scope = qualifier.lower() in PLAIN_SCOPES
            wrong = Wrong.InvalidVariableReference if scope else Wrong.InvalidVariableReferenceWithDrive
            self.report(start, self.position, wrong)
        return self._named(start, path, splatted=splatted)

    def _named(self, start: int, path: str, *, splatted: bool = False) -> Variable | Using:
        name, scope, drive = variable_named(path)
        extent = self.extent(start, self.position)
        if scope is VariableScope.USING:
            inner, inner_scope, inner_drive = variable_named(name)
            return Using(extent, Variable(extent, inner, inner_scope, inner_drive, splatted))
        return Variable(extent, name, scope, drive, splatted)

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
        """Where the here-string's text begins; None (and an error) when the header's line holds more or is the last.

        An unfit header is passed over up to a footer in the same line.
        """
        start, quote = position - 2, "'" if self.text[position - 1] in SINGLE_QUOTES else '"'
        if blank := BLANK_RUN.match(self.text, position):
            position = blank.end()
        if line_break := LINE_BREAK.match(self.text, position):
            return line_break.end()
        self.position = position
        if position >= self.length:
            self.report_unfinished(start, position, Wrong.TerminatorExpectedAtEndOfString, quote + "@")
            return None
        self.report(position, position + 1, Wrong.UnexpectedCharactersAfterHereStringHeader)
        line_end = self.end_of_line(position)
        footer_at = self.text.find(quote + "@", position, line_end)
        self.position = line_end if footer_at < 0 else footer_at + 2
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
                self.report_unfinished(blank.end(), self.length, Wrong.WhitespaceBeforeHereStringFooter)
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
