"""The scanner: gives the next token in the mode that the grammar has set."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from .characters import BLANK_RUN, DASHES, DOUBLE_QUOTES, SINGLE_QUOTES, VARIABLE_START
from .errors import Wrong
from .operators import RedirectedStream
from .reading import Mode
from .tokens import Kind, RedirectionToken, Token, ValueToken
from .words import Words

SINGLE = {
    ";": Kind.SEMICOLON,
    ",": Kind.COMMA,
    "(": Kind.LEFT_PAREN,
    ")": Kind.RIGHT_PAREN,
    "{": Kind.LEFT_BRACE,
    "}": Kind.RIGHT_BRACE,
}
# Signs of expressions: what may follow them, and the kind of both together. In a command most begin a word.
SIGNS: dict[str, tuple[tuple[str, Kind], ...]] = {
    "=": (("=", Kind.EQUALS),),
    "+": (("++", Kind.PLUS_PLUS), ("+=", Kind.PLUS_EQUALS), ("+", Kind.PLUS)),
    "*": (("*=", Kind.MULTIPLY_EQUALS), ("*", Kind.MULTIPLY)),
    "/": (("/=", Kind.DIVIDE_EQUALS), ("/", Kind.DIVIDE)),
    "%": (("%=", Kind.REMAINDER_EQUALS), ("%", Kind.REMAINDER)),
    "!": (("!", Kind.EXCLAIM),),
    "[": (("[", Kind.LEFT_BRACKET),),
    "]": (("]", Kind.RIGHT_BRACKET),),
    "?": (
        ("??=", Kind.COALESCE_EQUALS),
        ("??", Kind.COALESCE),
        ("?.", Kind.QUESTION_DOT),
        ("?[", Kind.QUESTION_BRACKET),
        ("?", Kind.QUESTION),
    ),
}


class Scanner(Words):
    """Reads one token after the other."""

    def next_token(self) -> Token:
        """The next token in the present mode; at the end END_OF_INPUT, again and again."""
        padded = self.padded
        while True:
            if blank := BLANK_RUN.match(padded, self.position):
                self.position = blank.end()
            character = padded[self.position]
            if character == "#":
                self._comment()
            elif character == "<" and padded[self.position + 1] == "#":
                self._block_comment()
            elif character == "`" and padded[self.position + 1] in "\r\n" and self.position + 1 < self.length:
                self.position += 3 if padded.startswith("\r\n", self.position + 1) else 2
            elif character == "\0" and self.position < self.length:
                self.position += 1
            else:
                break
        if self.position >= self.length:
            return Token(Kind.END_OF_INPUT, self.length, self.length, "")
        if self.first_token_end is None:
            self.first_token_end = self.position
        reader = READERS.get(character)
        if reader is not None:
            return reader(self)
        if character.isalpha() or unicodedata.category(character) in ("Nl", "Mn", "Mc", "Nd"):
            return self.identifier()
        return self.word()

    def _comment(self) -> None:
        end = self.end_of_line(self.position)
        self.comments.append((self.position, end))
        self.position = end

    def _block_comment(self) -> None:
        start = self.position
        end = self.text.find("#>", start + 2)
        if end < 0:
            self.position = self.length
            self.report_unfinished(start, self.length, Wrong.MissingTerminatorMultiLineComment)
            return
        self.position = end + 2
        self.comments.append((start, self.position))

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
        return self.word()

    def _sign_or_word(self, kind: Kind, start: int, end: int) -> Token:
        """In a command a sign stands alone or begins a word."""
        if self.mode is Mode.COMMAND and not self.ends_word(end):
            return self.word(start)
        self.position = end
        return self.token(kind, start)

    def _plus(self) -> Token:
        if self.signed_numbers and self.padded[self.position + 1] in "0123456789." and (number := self.number()):
            return number
        return self._sign()

    def _question(self) -> Token:
        if self.mode is Mode.COMMAND:
            return self._command_word(self.position)
        return self._sign()

    def _dash(self) -> Token:
        start = self.position
        following = self.padded[start + 1]
        if following in DASHES:
            return self._sign_or_word(Kind.MINUS_MINUS, start, start + 2)
        if following == "=":
            return self._sign_or_word(Kind.MINUS_EQUALS, start, start + 2)
        if following.isalpha() or following in "_?":
            return self.parameter_or_operator()
        if self.signed_numbers and following in "0123456789." and (number := self.number()):
            return number
        return self._sign_or_word(Kind.MINUS, start, start + 1)

    def _asterisk(self) -> Token:
        if self.padded[self.position + 1] == ">":
            return self._redirection(RedirectedStream.ALL, self.position + 1)
        return self._sign()

    def _digit(self) -> Token:
        stream = self.text[self.position]
        if self.padded[self.position + 1] == ">" and "1" <= stream <= "6":
            return self._redirection(RedirectedStream(int(stream)), self.position + 1)
        return self.number_or_word()

    def _greater(self) -> Token:
        return self._redirection(RedirectedStream.OUTPUT, self.position)

    def _redirection(self, stream: RedirectedStream, sign: int) -> Token:
        """The place stands on the stream's number, if there is one; `sign` is where `>` stands."""
        start = self.position
        append = self.padded[sign + 1] == ">"
        self.position = sign + 2 if append else sign + 1
        target = None
        if self.padded[self.position] == "&" and not append and "1" <= self.padded[self.position + 1] <= "6":
            target = RedirectedStream(int(self.padded[self.position + 1]))
            self.position += 2
        text = self.text[start : self.position]
        return RedirectionToken(Kind.REDIRECTION, start, self.position, text, stream, append, target)

    def _less(self) -> Token:
        start = self.position
        self.position += 1
        return self.token(Kind.INPUT_REDIRECTION, start)

    def _at(self) -> Token:
        start = self.position
        following = self.padded[start + 1]
        if following in "({" and start + 1 < self.length:
            self.position += 2
            return self.token(Kind.AT_PAREN if following == "(" else Kind.AT_BRACE, start)
        if following in SINGLE_QUOTES or following in DOUBLE_QUOTES:
            return self.here_string(expandable=following in DOUBLE_QUOTES)
        if VARIABLE_START.match(following) and following not in ":{":
            return self.variable(splatted=True)
        self.position += 1
        self.report(start, start + 1, Wrong.UnrecognizedToken)
        return self.token(Kind.UNKNOWN, start)

    def _dollar(self) -> Token:
        start = self.position
        following = self.padded[start + 1]
        if following == "(":
            self.position += 2
            return self.token(Kind.DOLLAR_PAREN, start)
        if not VARIABLE_START.match(following) or (following == ":" and self.padded[start + 2] != ":"):
            return self.word()
        errors_later = self.mode is Mode.COMMAND
        token = self.variable()
        if errors_later and isinstance(token, ValueToken) and self._goes_on_as_word():
            return self.word(start)
        return token

    def _goes_on_as_word(self) -> bool:
        """Whether in a command the variable just read is the beginning of a longer word."""
        position = self.position
        following = self.padded[position]
        if following in ".[=" or self.ends_word(position):
            return False
        if following == ":" and self.padded[position + 1] == ":":
            return False
        return not (following == "?" and self.padded[position + 1] in ".[")

    def _dot(self) -> Token:
        start = self.position
        following = self.padded[start + 1]
        if following == ".":
            return self._sign_or_word(Kind.DOT_DOT, start, start + 2)
        if following in "0123456789" and not self.simple_name and (number := self.number()):
            return number
        if self.mode is Mode.COMMAND and not self.ends_word(start + 1) and following not in "$'\"\u2018\u201c":
            return self.word()
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
        if self.position + 1 >= self.length:
            self.position = self.length
            self.report_unfinished(self.length + 1, self.length + 1, Wrong.IncompleteString)
            return Token(Kind.END_OF_INPUT, self.length, self.length, "")
        return self.word()


READERS: dict[str, Callable[[Scanner], Token]] = {
    **dict.fromkeys("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", Scanner.identifier),
    **dict.fromkeys("0123456789", Scanner._digit),
    **dict.fromkeys(SINGLE_QUOTES, Scanner.single_quoted),
    **dict.fromkeys(DOUBLE_QUOTES, Scanner.double_quoted),
    **dict.fromkeys(DASHES, Scanner._dash),
    **dict.fromkeys("\r\n", Scanner._new_line),
    **dict.fromkeys(SINGLE, Scanner._single),
    **dict.fromkeys("=/%![]", Scanner._sign),
    "$": Scanner._dollar,
    "@": Scanner._at,
    "+": Scanner._plus,
    "*": Scanner._asterisk,
    "?": Scanner._question,
    ".": Scanner._dot,
    ":": Scanner._colon,
    "|": Scanner._pipe,
    "&": Scanner._ampersand,
    "<": Scanner._less,
    ">": Scanner._greater,
    "`": Scanner._backtick,
}
