"""The place in the text: looking ahead, putting back, changing the mode, recovery, and the list of errors."""

from __future__ import annotations

from abc import ABC, abstractmethod

from . import syntax
from .errors import ParseError, Wrong
from .position import Extent, Source
from .reading import Mode
from .scanner import Scanner
from .tokens import MODE_INVARIANT, Kind, SubText, Token

# What was read as one of these in a command reads the same in an expression.
ENDS_ALIKE = MODE_INVARIANT | {Kind.VARIABLE, Kind.SPLATTED, Kind.NUMBER}
CLOSING = {Kind.RIGHT_PAREN: Kind.LEFT_PAREN, Kind.RIGHT_BRACE: Kind.LEFT_BRACE, Kind.RIGHT_BRACKET: Kind.LEFT_BRACKET}
OPENING = {opening: closing for closing, opening in CLOSING.items()}


class Cursor(ABC):
    """One token of look-ahead over the scanner. A token put back is read again when the mode changes."""

    def __init__(self, text: str, file: str | None) -> None:
        self.source = Source(text, file)
        self.errors: list[ParseError] = []
        self._reported: set[tuple[Wrong, int, int]] = set()
        self.scanner = Scanner(self.source, text, self._save)
        self.waiting: Token | None = None
        self.commas_separate = False

    # the productions that others, read before them, go back to

    @abstractmethod
    def statement(self) -> syntax.Statement | None:
        """One statement."""

    @abstractmethod
    def statement_list(self) -> tuple[list[syntax.Statement], list[syntax.Trap], Extent | None]:
        """Statements, traps apart, and the place of all of them."""

    @abstractmethod
    def pipeline_chain(self) -> syntax.PipelineBase | None:
        """An assignment, or pipelines joined by `&&` and `||`."""

    @abstractmethod
    def single_argument(self, *, is_name: bool = False, is_list: bool = False) -> syntax.Expression | None:
        """One word of a command; a list of words only if that is said."""

    @abstractmethod
    def script_block(self, brace: Token | None, *, is_filter: bool = False) -> syntax.ScriptBlock:
        """The inside of a script block, up to its closing brace if an opening one is given."""

    @abstractmethod
    def expression(self, *, ternary_ends_number: bool = False) -> syntax.Expression | None:
        """An expression."""

    # tokens

    def next(self) -> Token:
        """The next token."""
        token = self.waiting
        if token is None:
            return self.scanner.next_token()
        self.waiting = None
        return token

    def peek(self) -> Token:
        """The next token, which stays there."""
        token = self.waiting
        if token is None:
            token = self.waiting = self.scanner.next_token()
        return token

    def skip(self) -> None:
        """Takes the token that was looked at."""
        self.waiting = None

    def unget(self, token: Token) -> None:
        """Puts a token back."""
        self.waiting = token

    def resync(self, position: int) -> None:
        """Goes on reading at a position of the text at hand."""
        self.waiting = None
        self.scanner.position = min(position, self.scanner.length)

    def here(self) -> int:
        """The position at which reading goes on."""
        return self.scanner.position if self.waiting is None else self.waiting.start

    def set_mode(self, mode: Mode) -> None:
        """Reads on in a mode; a token put back is read again in it, if that can matter."""
        scanner = self.scanner
        if mode is scanner.mode:
            return
        waiting = self.waiting
        if waiting is not None and waiting.kind not in (ENDS_ALIKE if scanner.mode is Mode.COMMAND else MODE_INVARIANT):
            self.resync(waiting.start)
        scanner.mode = mode

    def enter(self, mode: Mode) -> Mode:
        """Sets the mode and gives the one before, to be set again."""
        before = self.scanner.mode
        self.set_mode(mode)
        return before

    def skip_lines(self) -> None:
        """Passes over line ends."""
        waiting = self.waiting
        if waiting is None or waiting.kind is Kind.NEW_LINE:
            self.waiting = None
            self.scanner.skip_lines()

    def skip_terminators(self) -> None:
        """Passes over line ends and semicolons."""
        waiting = self.waiting
        if waiting is None or waiting.kind is Kind.NEW_LINE or waiting.kind is Kind.SEMICOLON:
            self.waiting = None
            self.scanner.skip_lines(semicolons=True)

    def next_member_access(self, *, brackets: bool) -> Token | None:
        """The operator of a member or index that follows at once, if nothing waits."""
        return None if self.waiting is not None else self.scanner.member_access(brackets=brackets)

    def next_invocation_bracket(self) -> Token | None:
        """The bracket of a method's arguments that follows at once, if nothing waits."""
        return None if self.waiting is not None else self.scanner.invocation_bracket()

    def next_left_bracket(self) -> Token | None:
        """The `[` of an attribute or type, if it comes next."""
        if self.waiting is None:
            return self.scanner.left_bracket()
        return self.next() if self.waiting.kind is Kind.LEFT_BRACKET else None

    def simple_name(self) -> Token | None:
        """A name of letters and digits, if one comes next."""
        self.scanner.simple_name = True
        token = self.peek()
        self.scanner.simple_name = False
        if token.kind is not Kind.IDENTIFIER:
            return None
        self.waiting = None
        return token

    def sync(self, *kinds: Kind, take: bool = True) -> None:
        """Passes over tokens up to one of some kinds that no bracket opened since encloses."""
        depth = {opening: int(closing in kinds) for opening, closing in OPENING.items()}
        while True:
            token = self.next()
            kind = token.kind
            if kind is Kind.END_OF_INPUT:
                self.waiting = token
                return
            if kind in depth:
                depth[kind] += 1
            elif kind in CLOSING:
                opening = CLOSING[kind]
                depth[opening] -= 1
                if not depth[opening] and kind in kinds:
                    self.waiting = None if take else token
                    return
            if kind in kinds and not any(depth.values()):
                return

    # texts out of strings

    def nested(self, text: SubText) -> tuple[Scanner, Token | None]:
        """Reads on in a text out of a string; gives what `leave` needs to come back."""
        before = self.scanner, self.waiting
        self.scanner = Scanner(self.source, text.text, self._save, text.base, text.skipped)
        self.scanner.mode = before[0].mode
        self.waiting = None
        return before

    def leave(self, before: tuple[Scanner, Token | None]) -> None:
        """Comes back from a text out of a string."""
        self.scanner, self.waiting = before

    # places

    def place(self, token: Token) -> Extent:
        """Where a token stands in the source."""
        scanner = self.scanner
        if not scanner.skipped or token.kind is Kind.END_OF_INPUT:
            base = scanner.base
            return Extent(self.source, token.start + base, token.end + base)
        return scanner.extent(token.start, token.end)

    def after(self, at: syntax.Node | Token | Extent) -> Extent:
        """The place right behind something."""
        extent = at if isinstance(at, Extent) else self.place(at) if isinstance(at, Token) else at.extent
        return Extent(self.source, extent.end, extent.end)

    def before(self, token: Token) -> Extent:
        """The place of the character before a token."""
        start = max(self.place(token).start - 1, 0)
        return Extent(self.source, start, start)

    # errors

    def error(self, extent: Extent, wrong: Wrong, *arguments: object) -> None:
        """Reports what no further input can mend."""
        self._save(extent, wrong, arguments, False)

    def unexpected(self, token: Token) -> None:
        """Reports a token that nothing can begin or go on with here."""
        extent = self.place(token)
        self._save(extent, Wrong.UnexpectedToken, (extent.text,), False)

    def incomplete(self, extent: Extent, wrong: Wrong, *arguments: object, seen_at: Extent | None = None) -> bool:
        """Reports what is missing; more input would mend it if the place (or the one given) is the end. Gives that."""
        unfinished = self.scanner.at_end((seen_at or extent).end)
        self._save(extent, wrong, arguments, unfinished)
        return unfinished

    def _save(self, extent: Extent, wrong: Wrong, arguments: tuple[object, ...], unfinished: bool) -> None:
        """Each error counts once for a place, as reading a piece again finds it again."""
        key = wrong, extent.start, extent.end
        if key not in self._reported:
            self._reported.add(key)
            self.errors.append(ParseError(wrong.name, wrong.value.format(*arguments), extent, unfinished))
