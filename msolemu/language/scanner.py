"""The scanner: gives the next token in the mode that the grammar has set."""

from __future__ import annotations

from collections.abc import Callable

from msolemu.foundation.pattern import pattern

from .characters import (
    BLANK_RUN,
    BLANKS,
    DASHES,
    DOUBLE_QUOTES,
    LINE_BREAK,
    LINES,
    LINES_AND_SEMICOLONS,
    SINGLE_QUOTES,
    VARIABLE_START,
)
from .errors import Wrong
from .numbers import NUMBER
from .operators import NumberKind, RedirectedStream, StringKind
from .reading import Mode
from .syntax import Constant
from .tokens import Kind, RedirectionToken, TextToken, Token, ValueToken
from .words import Words

SINGLE = {
    ";": Kind.SEMICOLON,
    ",": Kind.COMMA,
    "(": Kind.LEFT_PAREN,
    ")": Kind.RIGHT_PAREN,
    "{": Kind.LEFT_BRACE,
    "}": Kind.RIGHT_BRACE,
    "]": Kind.RIGHT_BRACKET,
}
# Signs of expressions: what may follow them, and the kind of both together. In a command most begin a word.
SIGNS: dict[str, tuple[tuple[str, Kind], ...]] = {
    "=": (("=", Kind.EQUALS),),
    "+": (("++", Kind.PLUS_PLUS), ("+=", Kind.PLUS_EQUALS), ("+", Kind.PLUS)),
    "*": (("*=", Kind.MULTIPLY_EQUALS), ("*", Kind.MULTIPLY)),
    "/": (("/=", Kind.DIVIDE_EQUALS), ("/", Kind.DIVIDE)),
    "%": (("%=", Kind.REMAINDER_EQUALS), ("%", Kind.REMAINDER)),
    "[": (("[", Kind.LEFT_BRACKET),),
    "?": (("??=", Kind.COALESCE_EQUALS), ("??", Kind.COALESCE), ("?", Kind.QUESTION)),
}
COMMENT_STARTS = "#<`"
MEMBER_ACCESS = pattern(r"\.(?!\.)|::|\[|\?\.|\?\[")
ACCESS_KINDS = {
    ".": Kind.DOT,
    "::": Kind.COLON_COLON,
    "[": Kind.LEFT_BRACKET,
    "?.": Kind.QUESTION_DOT,
    "?[": Kind.QUESTION_BRACKET,
}
# In a command a point or `::` before one of these is no access to a member.
COMMAND_ENDS = " \t\v\f\x85\xa0\r\n\0"
PIPE_OR_COMMENT = pattern(rf"[{BLANKS}]*[|#<]")


class Scanner(Words):
    """Reads one token after the other."""

    def next_token(self) -> Token:
        """The next token in the present mode; at the end END_OF_INPUT, again and again."""
        padded = self.padded
        while True:
            if blank := BLANK_RUN.match(padded, self.position):
                self.position = blank.end()
            character = padded[self.position]
            if character not in COMMENT_STARTS or not self._no_token(character):
                break
        if self.position >= self.length:
            end = self.length + 1
            return Token(Kind.END_OF_INPUT, end, end, "")
        reader = READERS.get(character)
        if reader is not None:
            return reader(self)
        return self.identifier() if character.isalpha() else self.word(self.position, self.position + 1)

    def skip_lines(self, *, semicolons: bool = False) -> None:
        """Passes over line ends, blanks and comments, and semicolons if wanted."""
        run = LINES_AND_SEMICOLONS if semicolons else LINES
        padded = self.padded
        while True:
            if found := run.match(padded, self.position):
                self.position = found.end()
            character = padded[self.position]
            if character not in COMMENT_STARTS or not self._no_token(character):
                return

    def _no_token(self, character: str) -> bool:
        """Passes over a comment or the backtick before a line end or blank, if one stands at the place."""
        following = self.padded[self.position + 1]
        if character == "#":
            self._comment()
        elif character == "<":
            if following != "#":
                return False
            self._block_comment()
        elif following in "\r\n":
            self.position += 3 if self.padded.startswith("\r\n", self.position + 1) else 2
        elif BLANK_RUN.match(following):
            self.position += 2
        else:
            return False
        return True

    def _comment(self) -> None:
        end = self.end_of_line(self.position)
        self.comments[self.position] = end
        self.position = end

    def _block_comment(self) -> None:
        start = self.position
        end = self.text.find("#>", start + 2)
        self.position = self.length if end < 0 else end + 2
        if end < 0:
            self.report_unfinished(start, self.length, Wrong.MissingTerminatorMultiLineComment)
        self.comments[start] = self.position

    def _new_line(self) -> Token:
        start = self.position
        self.position += 2 if self.padded.startswith("\r\n", start) else 1
        return self.token(Kind.NEW_LINE, start)

    def _single(self) -> Token:
        start = self.position
        self.position += 1
        character = self.text[start]
        return Token(SINGLE[character], start, start + 1, character)

    def _sign(self) -> Token:
        start = self.position
        for spelling, kind in SIGNS[self.text[start]]:
            if self.padded.startswith(spelling, start):
                return self._sign_or_word(kind, start, start + len(spelling))
        return self.word(start, start + 1)

    def _sign_or_word(self, kind: Kind, start: int, end: int) -> Token:
        """In a command a sign stands alone or begins a word."""
        if self.mode is Mode.COMMAND and not self.ends_word(end):
            return self.word(start, end)
        self.position = end
        return Token(kind, start, end, self.text[start:end])

    def _plus(self) -> Token:
        """`+`, which may begin a number."""
        if self.signed_numbers and self.padded[self.position + 1] in "0123456789.":
            return self.number_or_word()
        return self._sign()

    def _question(self) -> Token:
        if self.mode is not Mode.EXPRESSION:
            return self.command_word(self.position)
        return self._sign()

    def _exclaim(self) -> Token:
        start = self.position
        following = self.padded[start + 1]
        if self.mode is Mode.EXPRESSION:
            number = NUMBER.match(self.padded, start + 1) if following in "0123456789." else None
            is_word = following.isalpha() or following == "_" or (number and not self.number_ends(number.end()))
        else:
            is_word = self.mode is Mode.COMMAND and not self.ends_word(start + 1)
        if is_word:
            return self.word(start, start + 1)
        self.position = start + 1
        return Token(Kind.EXCLAIM, start, start + 1, "!")

    def _dash(self) -> Token:
        start = self.position
        following = self.padded[start + 1]
        if following in DASHES:
            return self._sign_or_word(Kind.MINUS_MINUS, start, start + 2)
        if following == "=":
            return self._sign_or_word(Kind.MINUS_EQUALS, start, start + 2)
        if following.isalpha() or following in "_?":
            return self.parameter_or_operator()
        if self.signed_numbers and following in "0123456789.":
            return self.number_or_word()
        return self._sign_or_word(Kind.MINUS, start, start + 1)

    def _asterisk(self) -> Token:
        if self.padded[self.position + 1] == ">":
            return self._redirection(RedirectedStream.ALL, self.position + 1, "1")
        return self._sign()

    def _digit(self) -> Token:
        start = self.position
        stream = self.text[start]
        if self.padded[start + 1] != ">" or not "1" <= stream <= "6":
            return self.number_or_word()
        token = self._redirection(RedirectedStream(int(stream)), start + 1, "12")
        if self.mode is not Mode.EXPRESSION or token.target is not None:
            return token
        self.position = start + 1
        node = Constant(self.extent(start, start + 1), int(stream), NumberKind.INT32)
        return ValueToken(Kind.NUMBER, start, start + 1, stream, node)

    def _greater(self) -> Token:
        return self._redirection(RedirectedStream.OUTPUT, self.position, "")

    def _redirection(self, stream: RedirectedStream, sign: int, targets: str) -> RedirectionToken:
        """The place stands on the stream's number, if there is one; `sign` is where `>` stands."""
        start = self.position
        append = self.padded[sign + 1] == ">"
        end = sign + 2 if append else sign + 1
        target = None
        if not append and self.padded[end] == "&" and self.padded[end + 1] in targets:
            target = RedirectedStream(int(self.padded[end + 1]))
            end += 2
        self.position = end
        return RedirectionToken(Kind.REDIRECTION, start, end, self.text[start:end], stream, append, target)

    def _less(self) -> Token:
        start = self.position
        self.position += 1
        return self.token(Kind.INPUT_REDIRECTION, start)

    def _at(self) -> Token:
        start = self.position
        following = self.padded[start + 1]
        if following in "({":
            self.position += 2
            return self.token(Kind.AT_PAREN if following == "(" else Kind.AT_BRACE, start)
        if following in SINGLE_QUOTES or following in DOUBLE_QUOTES:
            return self.here_string(expandable=following in DOUBLE_QUOTES)
        if VARIABLE_START.match(following):
            return self.variable()
        self.position += 1
        self.report(start, start + 1, Wrong.UnrecognizedToken)
        return self.token(Kind.UNKNOWN, start)

    def _dollar(self) -> Token:
        start = self.position
        following = self.padded[start + 1]
        if following == "(":
            self.position += 2
            return self.token(Kind.DOLLAR_PAREN, start)
        if following == "{" or VARIABLE_START.match(following):
            return self.variable()
        return self.word(start, start + 1)

    def _dot(self) -> Token:
        start = self.position
        following = self.padded[start + 1]
        if following == ".":
            if self.mode is Mode.COMMAND and not self.ends_word(start + 2):
                return self.word(start, start + 1)
            self.position += 2
            return self.token(Kind.DOT_DOT, start)
        if following in "0123456789":
            return self.number_or_word()
        if self.mode is Mode.COMMAND and not self.ends_word(start + 1) and following not in "$'\"":
            return self.word(start, start + 1)
        self.position += 1
        return self.token(Kind.DOT, start)

    def _colon(self) -> Token:
        start = self.position
        if self.padded[start + 1] != ":":
            return self.label()
        if self.simple_name:
            self.position += 2
            return self.token(Kind.COLON_COLON, start)
        return self._sign_or_word(Kind.COLON_COLON, start, start + 2)

    def _pipe(self) -> Token:
        start = self.position
        double = self.padded[start + 1] == "|"
        self.position += 1 + double
        return self.token(Kind.OR_OR if double else Kind.PIPE, start)

    def _ampersand(self) -> Token:
        start = self.position
        double = self.padded[start + 1] == "&"
        self.position += 1 + double
        return self.token(Kind.AND_AND if double else Kind.AMPERSAND, start)

    def _backtick(self) -> Token:
        start = self.position
        if start + 1 >= self.length:
            end = self.length + 1
            self.position = self.length
            self.report_unfinished(end, end, Wrong.IncompleteString)
            return Token(Kind.END_OF_INPUT, end, end, "")
        return self.word(start)

    def member_access(self, *, brackets: bool) -> Token | None:
        """The `.`, `::`, `?.`, `[` or `?[` that follows a value without a blank, if there is one."""
        padded = self.padded
        while padded.startswith("<#", self.position):
            self._block_comment()
        start = self.position
        character = padded[start]
        if character not in ".:[?":
            return None
        found = MEMBER_ACCESS.match(padded, start)
        if found is None or (not brackets and found[0][-1] == "["):
            return None
        end = found.end()
        if character in ".:" and self.mode is Mode.COMMAND and (end >= self.length or padded[end] in COMMAND_ENDS):
            return None
        self.position = end
        return Token(ACCESS_KINDS[found[0]], start, end, found[0])

    def invocation_bracket(self) -> Token | None:
        """The `(` or `{` that follows a member's name without a blank, if there is one."""
        start = self.position
        character = self.padded[start]
        if character not in "({":
            return None
        self.position = start + 1
        return Token(SINGLE[character], start, start + 1, character)

    def left_bracket(self) -> Token | None:
        """The `[` that comes next, if one does; blanks and comments before it are passed over."""
        restart = self.position
        blanks = False
        while True:
            start = self.position
            character = self.padded[start]
            if blank := BLANK_RUN.match(self.padded, start):
                blanks = True
                self.position = blank.end()
            elif character == "#":
                blanks = True
                self._comment()
            elif self.padded.startswith("<#", start):
                blanks = False
                self._block_comment()
            elif character == "[":
                self.position = start + 1
                return Token(Kind.LEFT_BRACKET, start, start + 1, "[")
            else:
                if blanks and character in ".:":
                    self.position = restart
                return None

    def verbatim(self) -> Token:
        """All up to the line's end or a pipe, as it stands."""
        self.skip_blanks()
        start = self.position
        quoted = False
        for position in range(start, self.end_of_line(start) + 1):
            character = self.padded[position]
            if character in DOUBLE_QUOTES:
                quoted = not quoted
            elif not quoted and (character == "|" or self.padded.startswith("&&", position)):
                break
        self.position = position
        text = self.text[start:position]
        return TextToken(Kind.WORD, start, position, text, text, StringKind.BAREWORD, None)

    def pipe_follows(self, position: int) -> bool:
        """Whether after a line end the next line that is no comment begins with a pipe; no line between is empty.

        As PowerShell does, this takes a place in the source for one in the text at hand: inside a string's `$(...)` a
        pipe on the next line is hardly ever found.
        """
        if position >= self.length or not PIPE_OR_COMMENT.match(self.padded, position):
            return False
        empty = True
        while position < self.length - 1:
            character = self.text[position]
            if blank := BLANK_RUN.match(self.text, position):
                position = blank.end()
            elif line_break := LINE_BREAK.match(self.text, position):
                if empty:
                    return False
                empty = True
                position = line_break.end()
            elif character == "#":
                empty = False
                position = self.end_of_line(position)
            elif self.text.startswith("<#", position):
                empty = False
                end = self.text.find("#>", position + 2)
                position = self.length if end < 0 else end + 2
            else:
                return character == "|"
        return self.text.endswith("|")


READERS: dict[str, Callable[[Scanner], Token]] = {
    **dict.fromkeys("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", Scanner.identifier),
    **dict.fromkeys("0123456789", Scanner._digit),
    **dict.fromkeys(SINGLE_QUOTES, Scanner.single_quoted),
    **dict.fromkeys(DOUBLE_QUOTES, Scanner.double_quoted),
    **dict.fromkeys(DASHES, Scanner._dash),
    **dict.fromkeys("\r\n", Scanner._new_line),
    **dict.fromkeys(SINGLE, Scanner._single),
    **dict.fromkeys("=/%[", Scanner._sign),
    "$": Scanner._dollar,
    "@": Scanner._at,
    "+": Scanner._plus,
    "*": Scanner._asterisk,
    "!": Scanner._exclaim,
    "?": Scanner._question,
    ".": Scanner._dot,
    ":": Scanner._colon,
    "|": Scanner._pipe,
    "&": Scanner._ampersand,
    "<": Scanner._less,
    ">": Scanner._greater,
    "`": Scanner._backtick,
}
