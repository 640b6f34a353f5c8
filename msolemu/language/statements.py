"""Statements, and lists of them."""

from __future__ import annotations

from collections.abc import Callable

from . import syntax
from .errors import Wrong
from .loops import Loops
from .pipelines import Word
from .position import Extent
from .tokens import KEYWORD_KINDS, TAKES_NO_ATTRIBUTE, Kind, NamedToken, Token

STRAY = frozenset({Kind.ELSE, Kind.ELSE_IF, Kind.CATCH, Kind.UNTIL})
RESERVED = frozenset({Kind.FROM, Kind.DEFINE, Kind.VAR})


class Statements(Loops):
    """Reads statements."""

    # statement-list:
    #     statement-terminators? ( statement statement-terminators? )*
    def statement_list(self) -> tuple[list[syntax.Statement], list[syntax.Trap], Extent | None]:
        """Statements, traps apart, and the place of all of them (None without any)."""
        statements: list[syntax.Statement] = []
        traps: list[syntax.Trap] = []
        first: Extent | None = None
        last: Extent | None = None
        self.skip_terminators()
        while (statement := self.statement()) is not None:
            if isinstance(statement, syntax.Trap):
                traps.append(statement)
            else:
                statements.append(statement)
            last = statement.extent
            first = first or last
            self.skip_terminators()
            if self.peek().kind in (Kind.RIGHT_PAREN, Kind.RIGHT_BRACE):
                break
        return statements, traps, None if first is None or last is None else first.to(last)

    # statement:
    #     attribute-list? ( class-statement | enum-statement | configuration-statement )
    #     if | switch | label? loop | function | flow-control | trap | try | data | using
    #     pipeline-chain
    def statement(self) -> syntax.Statement | None:
        """One statement; None when nothing that begins one comes next."""
        token = self.next()
        if token.kind is Kind.WORD and token.text[0] == "[":
            return self._after_attributes(token)
        read = STATEMENTS.get(token.kind)
        if read is not None:
            return read(self, token)
        return self._other_statement(token)

    def _other_statement(self, token: Token) -> syntax.Statement | None:
        kind = token.kind
        if kind is Kind.LABEL:
            self.skip_lines()
            return self._labeled(token)
        if kind is Kind.CLASS:
            return self.class_definition([], token)
        if kind is Kind.ENUM:
            return self.enum_definition([], token)
        if kind is Kind.END_OF_INPUT:
            self.unget(token)
            return None
        if kind in STRAY and self.errors:
            self.skip_lines()
            return self.statement()
        self.unget(token)
        return self.pipeline_chain()

    def _after_attributes(self, token: Token) -> syntax.Statement | None:
        """What `[` begins: attributes of a class or enum, or an expression."""
        restart = token.start
        self.resync(restart)
        attributes = self.attribute_list()
        following = self.next()
        kind = following.kind
        is_type = any(isinstance(attribute, syntax.TypeConstraint) for attribute in attributes)
        if kind in KEYWORD_KINDS and not (kind in TAKES_NO_ATTRIBUTE and is_type):
            return self._attributed(restart, attributes, following)
        self.resync(restart)
        return self.pipeline_chain()

    def _attributed(
        self, restart: int, attributes: list[syntax.AttributeBase], keyword: Token
    ) -> syntax.Statement | None:
        if keyword.kind in TAKES_NO_ATTRIBUTE:
            self.error(attributes[0].extent, Wrong.UnexpectedAttribute, type_of(attributes[0]))
        else:
            wrong = next((a for a in attributes if isinstance(a, syntax.TypeConstraint)), None)
            if wrong is not None:
                self.error(wrong.extent, Wrong.TypeNotAllowedBeforeStatement, type_of(wrong))
        if keyword.kind is Kind.CLASS:
            return self.class_definition(attributes, keyword)
        if keyword.kind is Kind.ENUM:
            return self.enum_definition(attributes, keyword)
        read = STATEMENTS.get(keyword.kind)
        if read is not None:
            return read(self, keyword)
        if keyword.kind in STRAY and self.errors:
            self.skip_lines()
            return self.statement()
        self.resync(restart)
        return self.pipeline_chain()

    def _labeled(self, label: Token) -> syntax.Statement | None:
        assert isinstance(label, NamedToken)
        token = self.next()
        loop = LOOPS.get(token.kind)
        if loop is not None:
            return loop(self, label, token)
        self.resync(label.start)
        return self.pipeline_chain()

    # flow-control-statement:
    #     ( 'break' | 'continue' ) label-expression?
    #     ( 'return' | 'exit' | 'throw' ) pipeline-chain?
    def _break(self, keyword: Token) -> syntax.Statement:
        start = self.place(keyword)
        label = self.label_or_key()
        extent = start if label is None else start.to(label.extent)
        return (syntax.Break if keyword.kind is Kind.BREAK else syntax.Continue)(extent, label)

    def _return(self, keyword: Token) -> syntax.Statement:
        start = self.place(keyword)
        value = self.pipeline_chain()
        extent = start if value is None else start.to(value.extent)
        if keyword.kind is Kind.RETURN:
            return syntax.Return(extent, value)
        return (syntax.Throw if keyword.kind is Kind.THROW else syntax.Exit)(extent, value)

    # trap-statement:
    #     'trap' new-lines? type-literal? statement-block
    def _trap(self, keyword: Token) -> syntax.Statement:
        restart = self.here()
        self.skip_lines()
        type_ = self.attribute()
        if isinstance(type_, syntax.Attribute):
            self.resync(restart)
        kept = type_ if isinstance(type_, syntax.TypeConstraint) else None
        start = self.place(keyword)
        body = self.statement_block()
        if body is None:
            end = kept.extent if kept is not None else start
            self.incomplete(self.after(end), Wrong.MissingTrapStatement)
            return syntax.ErrorStatement(start.to(end), (kept,) if kept is not None else ())
        return syntax.Trap(start.to(body.extent), kept, body)

    # try-statement:
    #     'try' statement-block catch-clause* ( new-lines? 'finally' statement-block )?
    def _try(self, keyword: Token) -> syntax.Statement:
        start = self.place(keyword)
        body = self.statement_block()
        if body is None:
            self.incomplete(self.after(keyword), Wrong.MissingTryStatementBlock)
            return syntax.ErrorStatement(start)
        catches: list[syntax.CatchClause] = []
        broken: Extent | None = None
        while isinstance(clause := self._catch(), syntax.CatchClause):
            catches.append(clause)
        broken = clause
        self.skip_lines()
        word = self.peek()
        last = None
        if word.kind is Kind.FINALLY:
            self.skip()
            last = self.statement_block()
            if last is None:
                broken = self.place(word)
                self.incomplete(self.after(word), Wrong.MissingFinallyStatementBlock, "finally")
        if not catches and last is None and broken is None:
            broken = body.extent
            self.incomplete(self.after(body), Wrong.MissingCatchOrFinally)
        if broken is not None:
            return syntax.ErrorStatement(start.to(broken), (body, *catches))
        end = last.extent if last is not None else catches[-1].extent
        return syntax.Try(start.to(end), body, tuple(catches), last)

    # catch-clause:
    #     new-lines? 'catch' ( new-lines? type-literal ( new-lines? ',' new-lines? type-literal )* )? statement-block
    def _catch(self) -> syntax.CatchClause | Extent | None:
        """A catch clause, where it ends if it is broken, None if there is none."""
        self.skip_lines()
        keyword = self.next()
        if keyword.kind is not Kind.CATCH:
            self.unget(keyword)
            return None
        types, comma = self._catch_types()
        body = self.statement_block()
        if body is not None:
            if comma is not None:
                return self.place(comma)
            return syntax.CatchClause(self.place(keyword).to(body.extent), tuple(types), body)
        end = self.place(comma) if comma is not None else types[-1].extent if types else self.place(keyword)
        if comma is None:
            self.incomplete(self.after(end), Wrong.MissingCatchHandlerBlock)
        return end

    def _catch_types(self) -> tuple[list[syntax.TypeConstraint], Token | None]:
        """The types, and the comma that no type follows."""
        types: list[syntax.TypeConstraint] = []
        comma: Token | None = None
        while True:
            restart = self.here()
            self.skip_lines()
            type_ = self.attribute()
            if type_ is None:
                if comma is not None:
                    self.incomplete(self.after(comma), Wrong.MissingTypeLiteralToken)
                return types, comma
            if not isinstance(type_, syntax.TypeConstraint):
                self.resync(restart)
                return types, None
            types.append(type_)
            self.skip_lines()
            comma = self.peek()
            if comma.kind is not Kind.COMMA:
                return types, None
            self.skip()

    # data-statement:
    #     'data' new-lines? simple-name? ( new-lines? '-supportedcommand' name ( ',' name )* )? statement-block
    def _data(self, keyword: Token) -> syntax.Statement:
        self.skip_lines()
        start = self.place(keyword)
        name = self.simple_name()
        self.skip_lines()
        end = start if name is None else self.place(name)
        commands, broken = self._supported_commands()
        body = None
        if broken is None:
            body = self.statement_block()
            if body is None:
                broken = commands[-1].extent if commands else end
                self.incomplete(self.after(broken), Wrong.MissingStatementBlockForDataSection)
        if body is None or broken is not None:
            return syntax.ErrorStatement(start.to(broken or end), tuple(commands))
        return syntax.DataStatement(start.to(body.extent), name.text if name else None, tuple(commands), body)

    def _supported_commands(self) -> tuple[list[syntax.Expression], Extent | None]:
        """The commands allowed, and where the list ends if it is broken."""
        parameter = self.peek()
        commands: list[syntax.Expression] = []
        broken: Extent | None = None
        if not isinstance(parameter, NamedToken) or parameter.kind is not Kind.PARAMETER:
            return commands, None
        self.skip()
        if not "supportedcommand".startswith(parameter.name.lower()):
            broken = self.place(parameter)
            self.error(broken, Wrong.InvalidParameterForDataSectionStatement, parameter.name)
        last: Token = parameter
        while True:
            self.skip_lines()
            command = self.single_argument(is_name=True)
            if command is None:
                if broken is None:
                    self.incomplete(self.after(last), Wrong.MissingValueForSupportedCommandInDataSectionStatement)
                return commands, self.place(last)
            commands.append(command)
            if self.peek().kind is not Kind.COMMA:
                return commands, broken
            last = self.next()

    # block-statement: ( 'parallel' | 'sequence' ) statement-block
    def _block(self, keyword: Token) -> syntax.Statement:
        start = self.place(keyword)
        body = self.statement_block()
        if body is None:
            self.incomplete(self.after(keyword), Wrong.MissingStatementAfterKeyword, keyword.text)
            return syntax.ErrorStatement(start)
        return syntax.BlockStatement(start.to(body.extent), keyword.kind.value, body)

    # configuration-statement:
    #     'configuration' new-lines? command-argument new-lines? script-block-expression
    def _configuration(self, keyword: Token) -> syntax.Statement | None:
        self.skip_lines()
        token = self.next()
        start = self.place(keyword)
        if token.kind is Kind.LEFT_BRACE:
            self.error(self.after(keyword), Wrong.MissingConfigurationName)
            self.script_block_expression(token)
            return syntax.ErrorStatement(start)
        if token.kind in (Kind.END_OF_INPUT, Kind.COMMA):
            self.unget(token)
            self.incomplete(self.after(token), Wrong.MissingConfigurationName)
            return None
        name = self.argument(Word.ARGUMENT, token)
        if name is None:
            self.error(self.after(token), Wrong.ParameterRequiresArgument, token.text)
            self.incomplete(self.place(token), Wrong.MissingConfigurationName)
            return syntax.ErrorStatement(start)
        self.skip_lines()
        brace = self.next()
        if brace.kind is not Kind.LEFT_BRACE:
            self.unget(brace)
            self.incomplete(self.after(name), Wrong.MissingCurlyInConfigurationStatement)
            return syntax.ErrorStatement(start.to(name.extent), (name,))
        body = self.script_block_expression(brace)
        return syntax.ConfigurationDefinition(start.to(body.extent), name, body)

    def _reserved(self, keyword: Token) -> syntax.Statement:
        extent = self.place(keyword)
        self.error(extent, Wrong.ReservedKeywordNotAllowed, keyword.kind.value)
        return syntax.ErrorStatement(extent)

    def _late_using(self, keyword: Token) -> syntax.Statement:
        statement = self.using(keyword)
        self.error(statement.extent, Wrong.UsingMustBeAtStartOfScript)
        return statement


def type_of(attribute: syntax.AttributeBase) -> str:
    """The name of an attribute's or constraint's type."""
    assert isinstance(attribute, syntax.Attribute | syntax.TypeConstraint)
    return attribute.type_name.full_name


Loop = Callable[[Statements, NamedToken | None, Token], syntax.Statement]
LOOPS: dict[Kind, Loop] = {
    Kind.SWITCH: Statements.switch,
    Kind.FOREACH: Statements.foreach,
    Kind.FOR: Statements.for_statement,
    Kind.WHILE: Statements.while_statement,
    Kind.DO: Statements.do_statement,
}


def _unlabeled(loop: Loop) -> Callable[[Statements, Token], syntax.Statement]:
    return lambda parser, keyword: loop(parser, None, keyword)


STATEMENTS: dict[Kind, Callable[[Statements, Token], syntax.Statement | None]] = {
    **{kind: _unlabeled(loop) for kind, loop in LOOPS.items()},
    **dict.fromkeys((Kind.FUNCTION, Kind.FILTER, Kind.WORKFLOW), Statements.function),
    **dict.fromkeys((Kind.RETURN, Kind.THROW, Kind.EXIT), Statements._return),
    **dict.fromkeys((Kind.BREAK, Kind.CONTINUE), Statements._break),
    **dict.fromkeys((Kind.PARALLEL, Kind.SEQUENCE), Statements._block),
    **dict.fromkeys(RESERVED, Statements._reserved),
    Kind.IF: Statements.if_statement,
    Kind.TRAP: Statements._trap,
    Kind.TRY: Statements._try,
    Kind.DATA: Statements._data,
    Kind.CONFIGURATION: Statements._configuration,
    Kind.USING: Statements._late_using,
}
