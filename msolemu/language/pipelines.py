"""Pipelines, their chains and assignments; commands with their words and redirections."""

from __future__ import annotations

from msolemu.foundation.enumeration import Enum

from . import syntax
from .errors import Wrong
from .expressions import Expressions
from .operators import ChainOperator, InvocationOperator, RedirectedStream, StringKind
from .position import Extent
from .reading import Mode
from .tokens import ASSIGNMENTS, KEYWORD_KINDS, Kind, NamedToken, RedirectionToken, TextToken, Token

VERBATIM = "--%"
CHAINS = {Kind.AND_AND: ChainOperator.AND, Kind.OR_OR: ChainOperator.OR}
INVOCATIONS = {Kind.AMPERSAND: InvocationOperator.CALL, Kind.DOT: InvocationOperator.DOT}
ENDS_PIPELINE = frozenset(
    {
        *(Kind.SEMICOLON, Kind.NEW_LINE, Kind.RIGHT_PAREN, Kind.RIGHT_BRACE, Kind.END_OF_INPUT),
        *(Kind.AND_AND, Kind.OR_OR, Kind.AMPERSAND),
    }
)
ENDS_COMMAND = ENDS_PIPELINE | {Kind.PIPE}
NO_ARGUMENT = ENDS_COMMAND | {Kind.REDIRECTION, Kind.INPUT_REDIRECTION, Kind.MINUS_MINUS, Kind.COMMA}
VALUES = frozenset(
    {
        *(Kind.SPLATTED, Kind.VARIABLE, Kind.NUMBER, Kind.STRING, Kind.LEFT_PAREN, Kind.DOLLAR_PAREN),
        *(Kind.AT_PAREN, Kind.AT_BRACE, Kind.LEFT_BRACE),
    }
)
STREAM_NAMES = {stream: f"{stream.name.lower()} stream" for stream in RedirectedStream} | {
    RedirectedStream.ALL: "* stream"
}


class Word(Enum):
    """What a word of a command is for: a name called plainly expands nothing, only arguments may be lists."""

    NAME = "name"
    CALLED_NAME = "called name"
    SINGLE = "single"
    ARGUMENT = "argument"


class CommandParts:
    """What was read of a command so far."""

    def __init__(self, first: Token, extent: Extent) -> None:
        self.first = first
        self.end = extent
        self.elements: list[syntax.CommandElement] = []
        self.redirections: list[syntax.Redirection] = []
        self.saw_dashes = False
        self.verbatim = False

    def add(self, element: syntax.CommandElement) -> None:
        """The next word."""
        self.elements.append(element)
        self.end = element.extent


class Pipelines(Expressions):
    """Reads pipelines and commands."""

    # pipeline-chain:
    #     expression assignment-operator new-lines? statement
    #     pipeline ( ( '&&' | '||' ) new-lines? pipeline )* '&'?
    def pipeline_chain(self) -> syntax.PipelineBase | None:
        """An assignment, or pipelines with what joins them; None when nothing of that kind comes next."""
        value: syntax.Expression | None = None
        if not self._word_comes_next():
            mode = self.enter(Mode.EXPRESSION)
            value = self.expression()
            sign = self.peek() if value is not None else None
            if value is not None and sign is not None and sign.kind in ASSIGNMENTS:
                self.skip()
                self.set_mode(mode)
                return self._assignment(value, sign)
            self.set_mode(mode)
        return self._chain(value)

    def _word_comes_next(self) -> bool:
        """Whether a word that begins with a letter stands here, so that no expression needs to be tried."""
        waiting = self.waiting
        scanner = self.scanner
        if waiting is None:
            scanner.skip_blanks()
            letter = scanner.padded[scanner.position]
        elif waiting.kind is Kind.WORD or waiting.kind in KEYWORD_KINDS:
            letter = waiting.text[0]
        else:
            return False
        return scanner.mode is Mode.COMMAND and (letter == "_" or (letter.isascii() and letter.isalpha()))

    def _assignment(self, target: syntax.Expression, sign: Token) -> syntax.Assignment:
        self.skip_lines()
        value = self.statement()
        if value is None:
            value = syntax.ErrorStatement(self.after(sign))
            self.incomplete(value.extent, Wrong.ExpectedValueExpression, sign.text)
        extent = target.extent.to(value.extent)
        return syntax.Assignment(extent, target, ASSIGNMENTS[sign.kind], value, self.place(sign))

    def _chain(self, value: syntax.Expression | None) -> syntax.PipelineBase | None:
        chain: syntax.Pipeline | syntax.PipelineChain | None = None
        operator: Token | None = None
        while True:
            first = None if value is not None else self.peek()
            pipeline = self.pipeline(value)
            value = None
            if pipeline is None:
                return None if chain is None or operator is None else self._empty_link(chain, operator, first)
            token = self.peek()
            if token.kind not in CHAINS:
                return self._end_of_chain(chain, operator, pipeline, token)
            self.skip()
            self.skip_lines()
            chain = self._linked(chain, operator, pipeline)
            operator = token
            if self.peek().kind is Kind.END_OF_INPUT:
                self.incomplete(self.after(token), Wrong.EmptyPipelineChainElement, token.text)
                return chain

    @staticmethod
    def _linked(
        chain: syntax.Pipeline | syntax.PipelineChain | None,
        operator: Token | None,
        pipeline: syntax.Pipeline,
        *,
        background: bool = False,
    ) -> syntax.Pipeline | syntax.PipelineChain:
        if chain is None or operator is None:
            if not background:
                return pipeline
            return syntax.Pipeline(pipeline.extent, pipeline.elements, background=True)
        extent = chain.extent.to(pipeline.extent)
        return syntax.PipelineChain(extent, chain, CHAINS[operator.kind], pipeline, background)

    def _end_of_chain(
        self,
        chain: syntax.Pipeline | syntax.PipelineChain | None,
        operator: Token | None,
        pipeline: syntax.Pipeline,
        token: Token,
    ) -> syntax.PipelineBase:
        background = token.kind is Kind.AMPERSAND
        if background:
            self.skip()
            token = self.peek()
            if token.kind in CHAINS:
                self.skip()
                extent = self.place(token)
                self.error(extent, Wrong.BackgroundOperatorInPipelineChain)
                return syntax.ErrorStatement((chain or pipeline).extent.to(extent))
        return self._linked(chain, operator, pipeline, background=background)

    def _empty_link(self, chain: syntax.PipelineBase, operator: Token, first: Token | None) -> syntax.ErrorStatement:
        """A chain operator without a pipeline behind it; of a lonely `&` or `.` the command told already."""
        extent = self.place(operator)
        if first is not None and first.kind is Kind.END_OF_INPUT:
            self.incomplete(self.after(operator), Wrong.EmptyPipelineChainElement, operator.text)
        elif first is not None and first.kind not in INVOCATIONS:
            self.error(extent.to(self.place(first)), Wrong.EmptyPipelineChainElement, operator.text)
        return syntax.ErrorStatement(chain.extent.to(extent), (chain,))

    # pipeline:
    #     expression redirections? pipeline-tail?
    #     command pipeline-tail?
    # pipeline-tail:
    #     new-lines? '|' new-lines? command pipeline-tail?
    def pipeline(self, value: syntax.Expression | None = None) -> syntax.Pipeline | None:
        """Commands joined by `|`; the first may be the expression given, which was read already."""
        elements: list[syntax.CommandBase] = []
        pipe: Token | None = None
        while True:
            element = self._element_of_pipeline(value, first=not elements)
            value = None
            if element is not None:
                elements.append(element)
            elif elements or self.peek().kind is Kind.PIPE:
                place = self.after(pipe) if pipe is not None else self.place(self.peek())
                self.incomplete(place, Wrong.EmptyPipeElement)
            pipe = self._next_pipe()
            if pipe is None:
                break
        if not elements:
            return None
        return syntax.Pipeline(elements[0].extent.to(elements[-1].extent), tuple(elements))

    def _next_pipe(self) -> Token | None:
        """The `|` that comes next, on a later line too; anything else ends the pipeline."""
        token = self.peek()
        if token.kind is Kind.NEW_LINE and self.scanner.pipe_follows(self.place(token).end):
            self.skip_lines()
            token = self.peek()
        if token.kind is not Kind.PIPE:
            if token.kind not in ENDS_PIPELINE:
                self.unexpected(token)
            return None
        self.skip()
        self.skip_lines()
        if self.peek().kind is Kind.END_OF_INPUT:
            self.incomplete(self.after(token), Wrong.EmptyPipeElement)
            return None
        return token

    def _element_of_pipeline(self, value: syntax.Expression | None, *, first: bool) -> syntax.CommandBase | None:
        if value is None and not self._word_comes_next():
            mode = self.enter(Mode.EXPRESSION)
            value = self.expression()
            self.set_mode(mode)
        if value is None:
            return self.command()
        if not first:
            self.error(value.extent, Wrong.ExpressionsMustBeFirstInPipeline)
        redirections: list[syntax.Redirection] = []
        end = value.extent
        while (token := self.peek()).kind in (Kind.REDIRECTION, Kind.INPUT_REDIRECTION):
            self.skip()
            redirection, _ = self._redirection(token, redirections)
            end = redirection.extent if redirection is not None else value.extent
        return syntax.CommandExpression(value.extent.to(end), value, tuple(redirections))

    # redirection:
    #     merging-redirection-operator
    #     file-redirection-operator redirected-file-name
    def _redirection(self, token: Token, found: list[syntax.Redirection]) -> tuple[syntax.Redirection | None, Extent]:
        """Adds the redirection that a token begins, None for what is none (`<`), and gives its place."""
        extent = self.place(token)
        redirection: syntax.Redirection
        if isinstance(token, RedirectionToken) and token.target is not None:
            if token.target is not RedirectedStream.OUTPUT or token.stream is token.target:
                self.error(extent, Wrong.RedirectionNotSupported, token.text)
            redirection = syntax.MergingRedirection(extent, token.stream, RedirectedStream.OUTPUT)
            stream = token.stream
        else:
            location = self.single_argument()
            if location is None:
                self.error(self.after(token), Wrong.MissingFileSpecification)
                location = syntax.ErrorExpression(extent)
            if not isinstance(token, RedirectionToken):
                self.error(extent, Wrong.RedirectionNotSupported, token.text)
                return None, extent.to(location.extent)
            stream = token.stream
            redirection = syntax.FileRedirection(extent.to(location.extent), stream, location, token.append)
        if any(stream is getattr(other, "stream", None) for other in found):
            self.error(redirection.extent, Wrong.StreamAlreadyRedirected, STREAM_NAMES[stream])
        else:
            found.append(redirection)
        return redirection, redirection.extent

    def single_argument(self, *, is_name: bool = False, is_list: bool = False) -> syntax.Expression | None:
        """One word of a command outside a command: a file, a condition of a switch, a name; or a list of words."""
        if self.peek().kind in (Kind.COMMA, Kind.END_OF_INPUT):
            return None
        mode = self.enter(Mode.COMMAND)
        kind = Word.NAME if is_name else Word.ARGUMENT if is_list else Word.SINGLE
        value = self.argument(kind, self.next())
        self.set_mode(mode)
        return value

    # command-argument:
    #     word-or-value ( ',' new-lines? word-or-value )*
    def argument(self, kind: Word, token: Token) -> syntax.Expression | None:
        """The word that a token begins, or the list of words; None when a token begins none."""
        words: list[syntax.Expression] = []
        comma: Token | None = None
        while True:
            if token.kind in NO_ARGUMENT:
                self.unget(token)
                return None if comma is None else self._missing_word(words, comma)
            word = self._word(kind, token)
            if kind is not Word.ARGUMENT or (token.kind is Kind.WORD and token.text.lower() == VERBATIM):
                break
            comma = self.peek()
            if comma.kind is not Kind.COMMA:
                break
            words.append(word)
            self.skip()
            self.skip_lines()
            token = self.next()
        if not words:
            return word
        return syntax.ArrayLiteral(words[0].extent.to(word.extent), (*words, word))

    def _missing_word(self, words: list[syntax.Expression], comma: Token) -> syntax.ErrorExpression:
        self.incomplete(self.after(comma), Wrong.MissingExpression, ",")
        return syntax.ErrorExpression(words[0].extent.to(self.place(comma)), tuple(words))

    def _word(self, kind: Word, token: Token) -> syntax.Expression:
        if token.kind is Kind.WORD:
            assert isinstance(token, TextToken)
            if kind is Word.NAME:
                return syntax.StringConstant(self.place(token), token.value, StringKind.BAREWORD)
            return self.text(token)
        if token.kind in VALUES:
            self.unget(token)
            value = self.primary(with_members=True)
            assert value is not None
            return value
        return self.name_node(token)

    # command:
    #     command-name command-element*
    #     ( '&' | '.' ) command-name-expr command-element*
    # command-element:
    #     command-parameter | command-argument | redirection
    def command(self) -> syntax.Command | None:
        """A command with its words; None when nothing names one."""
        mode = self.enter(Mode.COMMAND)
        token = self.next()
        parts = CommandParts(token, self.place(token))
        kind = Word.NAME
        if token.kind in INVOCATIONS:
            kind = Word.CALLED_NAME
            token = self.next()
        while token.kind not in ENDS_COMMAND:
            self._command_element(parts, kind, token)
            if parts.verbatim:
                break
            kind = Word.ARGUMENT
            token = self.next()
        else:
            self.unget(token)
        self.set_mode(mode)
        operator = INVOCATIONS.get(parts.first.kind, InvocationOperator.NONE)
        start = self.place(parts.first)
        if not parts.elements:
            if operator is not InvocationOperator.NONE:
                self.error(start, Wrong.MissingExpression, parts.first.text)
            return None
        return syntax.Command(start.to(parts.end), tuple(parts.elements), operator, tuple(parts.redirections))

    def _command_element(self, parts: CommandParts, kind: Word, token: Token) -> None:
        match token.kind:
            case Kind.MINUS_MINUS:
                parts.add(
                    self.name_node(token) if parts.saw_dashes else syntax.CommandParameter(self.place(token), "-")
                )
                parts.saw_dashes = True
            case Kind.COMMA:
                parts.end = self.place(token)
                self.error(parts.end, Wrong.MissingArgument)
                self.skip_lines()
            case Kind.PARAMETER:
                if kind is Word.ARGUMENT and not parts.saw_dashes:
                    parts.add(self._parameter(token))
                else:
                    parts.add(self.name_node(token))
            case Kind.REDIRECTION | Kind.INPUT_REDIRECTION if kind is Word.ARGUMENT:
                _, parts.end = self._redirection(token, parts.redirections)
            case Kind.REDIRECTION | Kind.INPUT_REDIRECTION:
                parts.add(self.name_node(token))
            case _:
                self._command_word(parts, kind, token)

    def _command_word(self, parts: CommandParts, kind: Word, token: Token) -> None:
        word = self.argument(kind, token)
        assert word is not None
        parts.add(word)
        if not isinstance(token, TextToken) or token.value.lower() != VERBATIM:
            return
        waiting = self.waiting
        if waiting is None or waiting.kind is Kind.PARAMETER:
            self.waiting = None
            rest = self.scanner.verbatim()
            parts.verbatim = True
            parts.add(syntax.StringConstant(self.place(rest), rest.text, StringKind.BAREWORD))

    def _parameter(self, token: Token) -> syntax.CommandParameter:
        assert isinstance(token, NamedToken)
        extent = self.place(token)
        argument = None
        if token.has_colon and self.peek().kind is not Kind.COMMA:
            argument = self.argument(Word.ARGUMENT, self.next())
            if argument is None:
                self.error(self.after(token), Wrong.ParameterRequiresArgument, token.text)
            else:
                extent = extent.to(argument.extent)
        return syntax.CommandParameter(extent, token.name, argument, token.has_colon)
