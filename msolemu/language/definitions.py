"""Script blocks with their parameters and named blocks, functions, `using`."""

from __future__ import annotations

from . import syntax
from .errors import Wrong
from .help_comments import help_before, help_inside
from .operators import BlockKind, UsingKind
from .pipelines import Pipelines, Word
from .position import Extent
from .reading import Mode
from .tokens import BLOCK_NAMES, KEYWORD_KINDS, Kind, TextToken, Token, ValueToken

USING_KINDS = {
    Kind.NAMESPACE: UsingKind.NAMESPACE,
    Kind.TYPE: UsingKind.TYPE,
    Kind.MODULE: UsingKind.MODULE,
    Kind.COMMAND: UsingKind.COMMAND,
    Kind.ASSEMBLY: UsingKind.ASSEMBLY,
}
NEEDS_ALIAS = frozenset({UsingKind.TYPE, UsingKind.COMMAND})
ENDS_USING = frozenset({Kind.END_OF_INPUT, Kind.NEW_LINE, Kind.SEMICOLON})
NO_FUNCTION_NAME = frozenset(
    {
        *(Kind.PIPE, Kind.LEFT_PAREN, Kind.LEFT_BRACE, Kind.AT_PAREN, Kind.AT_BRACE, Kind.RIGHT_BRACE),
        *(Kind.RIGHT_PAREN, Kind.END_OF_INPUT, Kind.SEMICOLON, Kind.REDIRECTION, Kind.INPUT_REDIRECTION),
        *(Kind.AND_AND, Kind.OR_OR, Kind.AMPERSAND, Kind.VARIABLE, Kind.SPLATTED, Kind.STRING),
    }
)
Blocks = dict[BlockKind, syntax.NamedBlock]


class Definitions(Pipelines):
    """Reads what is defined once: script blocks, functions, using statements."""

    # script-block:
    #     using-statements? param-block? statement-terminators? ( named-block-list | statement-list )
    def script_block(self, brace: Token | None, *, is_filter: bool = False) -> syntax.ScriptBlock:
        """The inside of a script block, up to its closing brace if an opening one is given."""
        self.skip_lines()
        using = tuple(self._using_statements()) if brace is None else ()
        restart = self.here()
        param = self._param_block()
        if param is None:
            self.resync(restart)
        self.skip_terminators()
        if self.peek().kind in BLOCK_NAMES:
            extent, blocks = self._named_blocks(brace, param)
        else:
            extent, blocks = self._statements_of_block(brace, param, is_filter=is_filter)
        return syntax.ScriptBlock(
            extent,
            using,
            (),
            param,
            blocks.get(BlockKind.DYNAMIC_PARAM),
            blocks.get(BlockKind.BEGIN),
            blocks.get(BlockKind.PROCESS),
            blocks.get(BlockKind.END),
            blocks.get(BlockKind.CLEAN),
            help_text=self._help_inside(brace, extent, blocks),
        )

    def _help_inside(self, brace: Token | None, extent: Extent, blocks: Blocks) -> str | None:
        """The comment in a body that holds help. Texts out of strings have none."""
        scanner = self.scanner
        if not scanner.comments or scanner.base:
            return None
        if brace is not None:
            return help_inside(self.source, sorted(scanner.comments.items()), extent.start + 1, extent.end - 1)
        body = blocks.get(BlockKind.END)
        first = body.statements[0] if body is not None and body.unnamed and body.statements else None
        function = first.extent.start if isinstance(first, syntax.FunctionDefinition) else None
        return help_inside(self.source, sorted(scanner.comments.items()), extent.start, extent.end, function)

    def _using_statements(self) -> list[syntax.UsingStatement]:
        found = []
        while (token := self.peek()).kind is Kind.USING:
            self.skip()
            statement = self.using(token)
            self.skip_terminators()
            if isinstance(statement, syntax.UsingStatement):
                found.append(statement)
        self.resync(token.start)
        return found

    # param-block:
    #     attribute-list? new-lines? 'param' new-lines? '(' parameter-list? new-lines? ')'
    def _param_block(self) -> syntax.ParamBlock | None:
        self.skip_lines()
        attributes = self.attribute_list()
        self.skip_lines()
        keyword = self.peek()
        if keyword.kind is not Kind.PARAM:
            return None
        self.skip()
        self.skip_lines()
        paren = self.next()
        if paren.kind is not Kind.LEFT_PAREN:
            self.unget(paren)
            return None
        parameters, end, _ = self._parameters_to_end(paren)
        for attribute in attributes:
            if isinstance(attribute, syntax.TypeConstraint):
                self.error(attribute.extent, Wrong.TypeNotAllowedBeforeParam, attribute.type_name.full_name)
        kept = tuple(attribute for attribute in attributes if isinstance(attribute, syntax.Attribute))
        return syntax.ParamBlock(self.place(keyword).to(end), kept, tuple(parameters))

    def _parameters_to_end(self, paren: Token) -> tuple[list[syntax.Parameter], Extent, bool]:
        """Parameters, where their closing parenthesis ends, and whether it was there."""
        parameters = self._parameter_list()
        self.skip_lines()
        closing = self.next()
        if closing.kind is Kind.RIGHT_PAREN:
            return parameters, self.place(closing), True
        self.unget(closing)
        last = parameters[-1].extent if parameters else self.place(paren)
        self.incomplete(self.after(last), Wrong.MissingEndParenthesisInFunctionParameterList)
        return parameters, last, False

    # parameter-list:
    #     script-parameter
    #     parameter-list new-lines? ',' script-parameter
    def _parameter_list(self) -> list[syntax.Parameter]:
        parameters: list[syntax.Parameter] = []
        comma: Token | None = None
        while (parameter := self._declared_parameter()) is not None:
            parameters.append(parameter)
            self.skip_lines()
            comma = self.peek()
            if comma.kind is not Kind.COMMA:
                return parameters
            self.skip()
        if comma is not None:
            self.incomplete(self.after(comma), Wrong.MissingExpressionAfterToken, ",")
        return parameters

    # script-parameter:
    #     new-lines? attribute-list? new-lines? variable ( new-lines? '=' new-lines? expression )?
    def _declared_parameter(self) -> syntax.Parameter | None:
        commas, self.commas_separate = self.commas_separate, True
        mode = self.enter(Mode.EXPRESSION)
        self.skip_lines()
        attributes = self.attribute_list()
        self.skip_lines()
        token = self.next()
        if isinstance(token, ValueToken) and token.kind is not Kind.NUMBER:
            parameter: syntax.Parameter | None = self._with_default(attributes, token)
        else:
            self.unget(token)
            parameter = self._no_parameter(attributes) if attributes else None
        self.commas_separate = commas
        self.set_mode(mode)
        return parameter

    def _with_default(self, attributes: list[syntax.AttributeBase], token: ValueToken) -> syntax.Parameter:
        node = token.node.expression if isinstance(token.node, syntax.Using) else token.node
        assert isinstance(node, syntax.Variable)
        self.skip_lines()
        equals = self.peek()
        default = None
        end = node.extent
        if equals.kind is Kind.EQUALS:
            self.skip()
            self.skip_lines()
            default = self.expression()
            if default is None:
                self.incomplete(self.after(equals), Wrong.MissingExpressionAfterToken, "=")
            else:
                end = default.extent
        start = attributes[0].extent if attributes else node.extent
        return syntax.Parameter(start.to(end), tuple(attributes), node, default)

    def _no_parameter(self, attributes: list[syntax.AttributeBase]) -> syntax.Parameter:
        """Attributes without a variable: the rest of the list is passed over."""
        self.incomplete(self.after(attributes[-1]), Wrong.InvalidFunctionParameter)
        self.sync(Kind.RIGHT_PAREN)
        extent = attributes[0].extent.to(attributes[-1].extent)
        return syntax.Parameter(extent, tuple(attributes), syntax.Variable(extent, "__error__"))

    def _statements_of_block(
        self, brace: Token | None, param: syntax.ParamBlock | None, *, is_filter: bool
    ) -> tuple[Extent, Blocks]:
        statements: list[syntax.Statement] = []
        traps: list[syntax.Trap] = []
        body = param.extent if param is not None else None
        while True:
            more, more_traps, extent = self.statement_list()
            statements += more
            traps += more_traps
            if extent is not None:
                body = extent if body is None else body.to(extent)
            whole = self._end_of_block(brace, body)
            if whole is not None:
                break
        kind = BlockKind.PROCESS if is_filter else BlockKind.END
        block = syntax.NamedBlock(body or self._inside(brace, whole), kind, True, tuple(statements), tuple(traps))
        return whole, {kind: block}

    def _inside(self, brace: Token | None, whole: Extent) -> Extent:
        """The place of what stands between braces."""
        return whole if brace is None else Extent(self.source, whole.start + 1, max(whole.end - 1, whole.start + 1))

    def _end_of_block(self, brace: Token | None, body: Extent | None) -> Extent | None:
        """The place of the whole block; None when the end of a script is not yet reached (which is told)."""
        token = self.next()
        if brace is None:
            if token.kind is Kind.END_OF_INPUT:
                self.unget(token)
                return self.scanner.extent(0, self.scanner.length)
            self.unexpected(token)
            return None
        start = self.place(brace)
        if token.kind is Kind.RIGHT_BRACE:
            return start.to(self.place(token))
        self.unget(token)
        self.incomplete(start, Wrong.MissingEndCurlyBrace, seen_at=self.place(token))
        return start.to(body or start)

    # named-block-list:
    #     ( statement-terminators? block-name statement-block )+
    def _named_blocks(self, brace: Token | None, param: syntax.ParamBlock | None) -> tuple[Extent, Blocks]:
        blocks: Blocks = {}
        start = self.place(brace) if brace is not None else param.extent if param is not None else None
        while (token := self.next()).kind in BLOCK_NAMES:
            end = self._named_block(token, blocks)
            start = start or self.place(token)
            self.skip_terminators()
        if token.kind in (Kind.RIGHT_BRACE, Kind.END_OF_INPUT):
            self.unget(token)
            whole = self._end_of_block(brace, end)
            return whole or self.scanner.extent(0, self.scanner.length), blocks
        if brace is not None:
            self.unget(token)
        self.error(self.place(token), Wrong.MissingNamedBlocks, token.text)
        assert start is not None
        return start.to(end) if brace is not None else self.scanner.extent(0, self.scanner.length), blocks

    def _named_block(self, token: Token, blocks: Blocks) -> Extent:
        name = self.place(token)
        kind = BlockKind(token.kind.value)
        body = self.statement_block()
        if body is None:
            self.incomplete(self.after(token), Wrong.MissingNamedStatementBlock, kind.value)
            body = syntax.StatementBlock(name, ())
        extent = name.to(body.extent)
        if kind in blocks:
            self.error(extent, Wrong.DuplicateScriptCommandClause, kind.value)
        else:
            blocks[kind] = syntax.NamedBlock(extent, kind, False, body.statements, body.traps)
        return body.extent

    # statement-block:
    #     new-lines? '{' statement-list? new-lines? '}'
    def statement_block(self) -> syntax.StatementBlock | None:
        """Statements in braces; None without an opening brace."""
        self.skip_lines()
        brace = self.next()
        if brace.kind is not Kind.LEFT_BRACE:
            self.unget(brace)
            return None
        statements, traps, extent = self.statement_list()
        closing = self.next()
        start = self.place(brace)
        end = self.place(closing)
        if closing.kind is not Kind.RIGHT_BRACE:
            self.unget(closing)
            self.incomplete(start, Wrong.MissingEndCurlyBrace, seen_at=end)
            end = extent or start
        return syntax.StatementBlock(start.to(end), tuple(statements), tuple(traps))

    # function-statement:
    #     ( 'function' | 'filter' | 'workflow' ) new-lines? function-name function-parameters? '{' script-block '}'
    def function(self, keyword: Token) -> syntax.Statement:
        """A function or filter; its keyword is taken already."""
        self.skip_lines()
        name = self.next()
        start = self.place(keyword)
        if name.kind in NO_FUNCTION_NAME:
            self.unget(name)
            self.incomplete(self.after(keyword), Wrong.MissingNameAfterKeyword, keyword.text)
            return syntax.ErrorStatement(start)
        parameters, end, broken = self.function_parameters(self.place(name))
        brace = self.next()
        if brace.kind is not Kind.LEFT_BRACE:
            self.unget(brace)
            if not broken:
                self.incomplete(self.after(end), Wrong.MissingFunctionBody)
            broken = True
        if broken:
            return syntax.ErrorStatement(start.to(end), tuple(parameters or ()))
        is_filter = keyword.kind is Kind.FILTER
        body = self.script_block(brace, is_filter=is_filter)
        text = name.value if isinstance(name, TextToken) else name.text
        return syntax.FunctionDefinition(
            start.to(body.extent),
            text,
            body,
            parameters,
            is_filter,
            keyword.kind is Kind.WORKFLOW,
            self._help_before(keyword) or body.help_text,
        )

    def _help_before(self, keyword: Token) -> str | None:
        comments = self.scanner.comments
        if not comments or self.scanner.base:
            return None
        before = sorted(item for item in comments.items() if item[0] < keyword.start)
        return help_before(self.source, before, keyword.start)

    # function-parameters:
    #     new-lines? '(' parameter-list new-lines? ')'
    def function_parameters(self, name: Extent) -> tuple[tuple[syntax.Parameter, ...] | None, Extent, bool]:
        """Parameters (None without parentheses), where the head of the function ends, whether it is broken."""
        self.skip_lines()
        paren = self.peek()
        if paren.kind is not Kind.LEFT_PAREN:
            return None, name, False
        self.skip()
        parameters, end, closed = self._parameters_to_end(paren)
        self.skip_lines()
        return tuple(parameters), end, not closed

    # using-statement:
    #     'using' ( 'namespace' | 'module' | 'type' | 'command' | 'assembly' ) name ( '=' name )?
    #     'using' 'module' ( name '=' )? hashtable
    def using(self, keyword: Token) -> syntax.Statement:
        """A using statement; its keyword is taken already."""
        start = self.place(keyword)
        directive = self.next()
        kind = USING_KINDS.get(directive.kind)
        if kind is None:
            self.unget(directive)
            self.incomplete(self.after(keyword), Wrong.MissingUsingStatementDirective)
            return syntax.ErrorStatement(start)
        token = self.next()
        if token.kind in ENDS_USING or token.kind is Kind.COMMA:
            self.incomplete(self.after(directive), Wrong.MissingUsingItemName)
            return syntax.ErrorStatement(start.to(self.place(directive)))
        item = self.argument(Word.ARGUMENT, token)
        if item is None:
            self.error(self.place(token), Wrong.InvalidValueForUsingItemName, token.text)
            self.sync(Kind.SEMICOLON, Kind.NEW_LINE)
            return syntax.ErrorStatement(start.to(self.place(token)))
        return self._using_item(start, kind, item)

    def _using_item(self, start: Extent, kind: UsingKind, item: syntax.Expression) -> syntax.Statement:
        if isinstance(item, syntax.Hashtable) and kind is UsingKind.MODULE:
            self._require_terminator()
            return syntax.UsingStatement(start.to(item.extent), kind, None, None, item)
        if not isinstance(item, syntax.StringConstant):
            self.error(item.extent, Wrong.InvalidValueForUsingItemName, item.extent.text)
            return syntax.ErrorStatement(start.to(item.extent))
        if kind is not UsingKind.ASSEMBLY and self.peek().kind is Kind.EQUALS:
            return self._using_alias(start, kind, item, self.next())
        if kind in NEEDS_ALIAS:
            self.incomplete(self.after(item), Wrong.MissingEqualsInUsingAlias)
            return syntax.ErrorStatement(start.to(item.extent), (item,))
        self._require_terminator()
        return syntax.UsingStatement(start.to(item.extent), kind, item.value)

    def _using_alias(
        self, start: Extent, kind: UsingKind, item: syntax.StringConstant, equals: Token
    ) -> syntax.Statement:
        token = self.next()
        if token.kind in ENDS_USING:
            self.unget(token)
            self.incomplete(self.after(equals), Wrong.MissingNamespaceAlias)
            return syntax.ErrorStatement(start.to(self.place(equals)))
        if token.kind is Kind.COMMA:
            self.error(self.place(token), Wrong.UnexpectedUnaryOperator, token.text)
            return syntax.ErrorStatement(start.to(self.place(token)))
        real = self.argument(Word.ARGUMENT, token)
        if isinstance(real, syntax.Hashtable) and kind is UsingKind.MODULE:
            self._require_terminator()
            return syntax.UsingStatement(start.to(real.extent), kind, None, item.value, real)
        if not isinstance(real, syntax.StringConstant):
            extent = self.place(token) if real is None else real.extent
            self.error(extent, Wrong.InvalidValueForUsingItemName, extent.text)
            return syntax.ErrorStatement(start.to(extent), (item,) if real is None else (item, real))
        self._require_terminator()
        return syntax.UsingStatement(start.to(real.extent), kind, real.value, item.value)

    def _require_terminator(self) -> None:
        token = self.peek()
        if token.kind in (Kind.NEW_LINE, Kind.SEMICOLON):
            self.skip()
        elif token.kind is not Kind.END_OF_INPUT:
            self.incomplete(self.place(token), Wrong.MissingStatementTerminator)

    def is_name(self, token: Token) -> bool:
        """Whether a token can name a member of a class."""
        return token.kind is Kind.IDENTIFIER or token.kind in KEYWORD_KINDS
