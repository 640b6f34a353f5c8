"""Values: variables, literals, everything in brackets, and the members and indexes that follow them."""

from __future__ import annotations

from abc import abstractmethod

from . import syntax
from .errors import Wrong
from .operators import StringKind
from .position import Extent
from .reading import Mode
from .tokens import Kind, SubText, TextToken, Token, ValueToken
from .types import Types

UNARY_BEGINNINGS = frozenset(
    {Kind.COMMA, Kind.EXCLAIM, Kind.PLUS, Kind.MINUS, Kind.PLUS_PLUS, Kind.MINUS_MINUS, Kind.LEFT_BRACKET}
)


class Primaries(Types):
    """Reads values."""

    @abstractmethod
    def unary(self, *, ternary_ends_number: bool = False) -> syntax.Expression | None:
        """A value with the operators before it."""

    # primary-expression:
    #     value
    #     primary-expression ( member-access | invocation | element-access )
    # value:
    #     parenthesized-expression | sub-expression | array-expression | script-block-expression
    #     hash-literal-expression | literal | variable
    def primary(self, *, with_members: bool) -> syntax.Expression | None:
        """A value, and the members and indexes behind it if wanted; None when none comes next."""
        token = self.next()
        value = self._value(token, with_members=with_members)
        if value is None:
            self.unget(token)
            return None
        if not with_members:
            return value
        access = self.next_member_access(brackets=True)
        return value if access is None else self.accesses(access, value)

    def _value(self, token: Token, *, with_members: bool) -> syntax.Expression | None:
        match token.kind:
            case Kind.VARIABLE | Kind.SPLATTED | Kind.NUMBER:
                assert isinstance(token, ValueToken)
                return self._using(token.node, with_members=with_members)
            case Kind.STRING:
                assert isinstance(token, TextToken)
                return self.text(token)
            case Kind.LEFT_PAREN:
                return self._parenthesized(token)
            case Kind.DOLLAR_PAREN | Kind.AT_PAREN:
                return self._sub_expression(token)
            case Kind.AT_BRACE:
                return self._hashtable(token)
            case Kind.LEFT_BRACE:
                return self.script_block_expression(token)
        return None

    def _using(self, node: syntax.Expression, *, with_members: bool) -> syntax.Expression:
        """`$using:name` holds the members that follow too, as the caller's side takes their value."""
        if not with_members or not isinstance(node, syntax.Using):
            return node
        access = self.next_member_access(brackets=True)
        if access is None:
            return node
        inner = self.accesses(access, node.expression)
        return syntax.Using(inner.extent, inner)

    def text(self, token: TextToken) -> syntax.Expression:
        """A string or word as a node; what is expanded inside is parsed now."""
        extent = self.place(token)
        if token.parts is None:
            return syntax.StringConstant(extent, token.value, token.string_kind)
        parts = tuple(self._part(part) for part in token.parts)
        return syntax.ExpandableString(extent, parts, token.string_kind)

    def _part(self, part: str | syntax.Expression | SubText) -> str | syntax.Expression:
        if not isinstance(part, SubText):
            return part
        before = self.nested(part)
        value = self.primary(with_members=True)
        self.leave(before)
        assert value is not None
        return value

    # parenthesized-expression:
    #     '(' new-lines? pipeline-chain new-lines? ')'
    def _parenthesized(self, paren: Token) -> syntax.Expression:
        mode = self.enter(Mode.COMMAND)
        commas, self.commas_separate = self.commas_separate, False
        self.skip_lines()
        pipeline = self.pipeline_chain()
        if pipeline is None:
            pipeline = syntax.ErrorStatement(self.after(paren))
            self.incomplete(pipeline.extent, Wrong.ExpectedExpression)
        self.skip_lines()
        closing = self.next()
        end = self.place(closing)
        if closing.kind is not Kind.RIGHT_PAREN:
            self.unget(closing)
            self.incomplete(self.after(pipeline), Wrong.MissingEndParenthesisInExpression)
            end = pipeline.extent
        self.commas_separate = commas
        self.set_mode(mode)
        return syntax.Paren(self.place(paren).to(end), pipeline)

    # sub-expression:
    #     '$(' new-lines? statement-list? new-lines? ')'
    # array-expression:
    #     '@(' new-lines? statement-list? new-lines? ')'
    def _sub_expression(self, opening: Token) -> syntax.Expression:
        mode = self.enter(Mode.COMMAND)
        commas, self.commas_separate = self.commas_separate, False
        self.skip_lines()
        statements, traps, extent = self.statement_list()
        self.skip_lines()
        closing = self.next()
        start = self.place(opening)
        end = self.place(closing)
        if closing.kind is not Kind.RIGHT_PAREN:
            self.unget(closing)
            self.incomplete(end, Wrong.MissingEndParenthesisInSubexpression)
            end = extent or start
        self.commas_separate = commas
        self.set_mode(mode)
        block = syntax.StatementBlock(extent or self.after(opening), tuple(statements), tuple(traps))
        if opening.kind is Kind.DOLLAR_PAREN:
            return syntax.SubExpression(start.to(end), block)
        return syntax.ArrayExpression(start.to(end), block)

    # script-block-expression:
    #     '{' new-lines? script-block new-lines? '}'
    def script_block_expression(self, brace: Token) -> syntax.ScriptBlockExpression:
        """A script block as a value; its opening brace is taken already."""
        commas, self.commas_separate = self.commas_separate, False
        mode = self.enter(Mode.COMMAND)
        self.skip_lines()
        block = self.script_block(brace)
        self.commas_separate = commas
        self.set_mode(mode)
        return syntax.ScriptBlockExpression(block.extent, block)

    # hash-literal-expression:
    #     '@{' new-lines? hash-entry ( statement-terminators hash-entry )* new-lines? '}'
    def _hashtable(self, opening: Token) -> syntax.Hashtable:
        self.skip_lines()
        pairs: list[syntax.KeyValuePair] = []
        while (pair := self._pair()) is not None:
            pairs.append(pair)
            if self.peek().kind not in (Kind.NEW_LINE, Kind.SEMICOLON):
                break
            self.skip_terminators()
        closing = self.next()
        end = self.place(closing)
        if closing.kind is not Kind.RIGHT_BRACE:
            self.unget(closing)
            self.incomplete(self.after(opening), Wrong.MissingEndCurlyBrace, seen_at=end)
            end = self.before(closing)
        return syntax.Hashtable(self.place(opening).to(end), tuple(pairs))

    # hash-entry:
    #     key-expression '=' new-lines? statement
    def _pair(self) -> syntax.KeyValuePair | None:
        mode = self.enter(Mode.EXPRESSION)
        key = self.label_or_key()
        if key is None:
            self.set_mode(mode)
            return None
        equals = self.next()
        self.set_mode(mode)
        if equals.kind is not Kind.EQUALS:
            self.unget(equals)
            missing = syntax.ErrorStatement(self.after(key))
            self.error(missing.extent, Wrong.MissingEqualsInHashLiteral)
            self.sync(Kind.RIGHT_BRACE, Kind.SEMICOLON, Kind.NEW_LINE, take=False)
            return syntax.KeyValuePair(key.extent.to(missing.extent), key, missing)
        self.set_mode(Mode.COMMAND)
        self.skip_lines()
        value = self.statement()
        if value is None:
            value = syntax.ErrorStatement(self.after(equals))
            self.incomplete(value.extent, Wrong.MissingStatementInHashLiteral)
        self.set_mode(mode)
        return syntax.KeyValuePair(key.extent.to(value.extent), key, value)

    # label-expression, key-expression:
    #     simple-name
    #     unary-expression
    def label_or_key(self) -> syntax.Expression | None:
        """What names a loop, or an entry of a hashtable."""
        name = self.simple_name()
        if name is not None:
            return self.name_node(name)
        if self.peek().kind in (Kind.NEW_LINE, Kind.SEMICOLON):
            return None
        commas, self.commas_separate = self.commas_separate, True
        value = self.unary()
        self.commas_separate = commas
        return value

    def name_node(self, token: Token) -> syntax.StringConstant:
        """A token as a bare word."""
        return syntax.StringConstant(self.place(token), token.text, StringKind.BAREWORD)

    def accesses(self, access: Token | None, value: syntax.Expression) -> syntax.Expression:
        """The members and indexes that follow a value one after the other, from the operator of the first on."""
        while access is not None:
            self.skip_lines()
            if access.kind in (Kind.LEFT_BRACKET, Kind.QUESTION_BRACKET):
                value = self._element(value, access)
            else:
                value = self._member(value, access)
            access = self.next_member_access(brackets=True)
        return value

    # member-access:
    #     primary-expression ( '.' | '::' | '?.' ) member-name ( generic-arguments? invocation )?
    def _member(self, target: syntax.Expression, operator: Token) -> syntax.Expression:
        static = operator.kind is Kind.COLON_COLON
        conditional = operator.kind is Kind.QUESTION_DOT
        member = self._member_name()
        if member is None:
            self.incomplete(self.after(operator), Wrong.MissingPropertyName)
            member = self.single_argument(is_list=True) or syntax.ErrorExpression(
                target.extent.to(self.place(operator))
            )
        elif self.waiting is None:
            restart = self.scanner.position
            types, closed = self._method_types(restart)
            bracket = self.next_invocation_bracket()
            if bracket is not None:
                arguments, end = self._arguments(bracket)
                extent = target.extent.to(end)
                return syntax.InvokeMember(extent, target, member, static, conditional, arguments, types)
            if closed:
                self.resync(restart)
        return syntax.Member(target.extent.to(member.extent), target, member, static, conditional)

    # member-name:
    #     simple-name | string-literal | expression-with-unary-operator | value
    def _member_name(self) -> syntax.Expression | None:
        name = self.simple_name()
        if name is not None:
            return self.name_node(name)
        token = self.peek()
        if token.kind in UNARY_BEGINNINGS or token.kind is Kind.OPERATOR:
            return self.unary()
        return self.primary(with_members=False)

    def _method_types(self, restart: int) -> tuple[tuple[syntax.TypeNameBase, ...], bool]:
        """The types in `.Method[int]()`, and whether their closing bracket was there; else reading restarts."""
        scanner = self.scanner
        scanner.skip_blanks()
        here = scanner.position
        if scanner.padded[here] != "[" or (scanner.mode is Mode.COMMAND and not scanner.ends_word(here + 1)):
            scanner.position = restart
            return (), False
        scanner.position = here + 1
        mode = self.enter(Mode.TYPE_NAME)
        self.skip_lines()
        first = self.next()
        if first.kind is not Kind.IDENTIFIER:
            self.set_mode(mode)
            self.resync(restart)
            return (), False
        types, closing = self.type_arguments(first)
        closed = closing.kind is Kind.RIGHT_BRACKET
        if not closed:
            self.unget(closing)
            self.incomplete(self.before(closing), Wrong.EndSquareBracketExpectedAtEndOfType)
        self.set_mode(mode)
        return tuple(types), closed

    def _arguments(self, bracket: Token) -> tuple[tuple[syntax.Expression, ...], Extent]:
        """The arguments of a method: in parentheses, or one script block at once."""
        if bracket.kind is Kind.LEFT_PAREN:
            return self.argument_list(bracket)
        self.skip_lines()
        block = self.script_block_expression(bracket)
        return (block,), block.extent

    # argument-list:
    #     '(' ( new-lines? expression ( new-lines? ',' expression )* )? new-lines? ')'
    def argument_list(self, paren: Token) -> tuple[tuple[syntax.Expression, ...], Extent]:
        """Arguments up to the closing parenthesis, and where they end; the opening one is taken already."""
        arguments: list[syntax.Expression] = []
        commas, self.commas_separate = self.commas_separate, True
        comma: Token | None = None
        reported = False
        while True:
            self.skip_lines()
            argument = self.expression()
            if argument is None:
                if comma is not None:
                    reported = True
                    self.incomplete(self.after(comma), Wrong.MissingExpressionAfterToken, ",")
                break
            arguments.append(argument)
            self.skip_lines()
            token = self.next()
            if token.kind is not Kind.COMMA:
                self.unget(token)
                comma = None
                break
            comma = token
        self.skip_lines()
        end = self._end_of_arguments(paren, arguments, comma, reported=reported)
        self.commas_separate = commas
        return tuple(arguments), end

    def _end_of_arguments(
        self, paren: Token, arguments: list[syntax.Expression], comma: Token | None, *, reported: bool
    ) -> Extent:
        closing = self.next()
        if closing.kind is Kind.RIGHT_PAREN:
            return self.place(closing)
        self.unget(closing)
        if not reported:
            last = arguments[-1] if arguments else paren
            self.incomplete(self.after(last), Wrong.MissingEndParenthesisInMethodCall)
        if comma is not None:
            return self.place(comma)
        return arguments[-1].extent if arguments else self.place(paren)

    # element-access:
    #     primary-expression '[' new-lines? expression new-lines? ']'
    def _element(self, target: syntax.Expression, bracket: Token) -> syntax.Index:
        commas, self.commas_separate = self.commas_separate, False
        index = self.expression()
        self.commas_separate = commas
        if index is None:
            self.incomplete(self.after(bracket), Wrong.MissingArrayIndexExpression)
            index = syntax.ErrorExpression(self.place(bracket))
        self.skip_lines()
        closing = self.next()
        end = self.place(closing)
        if closing.kind is not Kind.RIGHT_BRACKET:
            self.unget(closing)
            if not isinstance(index, syntax.ErrorExpression):
                self.incomplete(self.after(index), Wrong.MissingEndSquareBracket)
            end = index.extent
        return syntax.Index(target.extent.to(end), target, index, bracket.kind is Kind.QUESTION_BRACKET)
