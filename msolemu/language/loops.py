"""Conditions, loops and switches."""

from __future__ import annotations

from . import syntax
from .classes import Classes
from .errors import Wrong
from .operators import StringKind, SwitchFlags
from .position import Extent
from .tokens import Kind, NamedToken, Token, ValueToken

SWITCH_FLAGS = {
    "regex": SwitchFlags.REGEX,
    "wildcard": SwitchFlags.WILDCARD,
    "exact": SwitchFlags.EXACT,
    "casesensitive": SwitchFlags.CASE_SENSITIVE,
    "parallel": SwitchFlags.PARALLEL,
    "file": SwitchFlags.FILE,
}
PATTERNS = SwitchFlags.REGEX | SwitchFlags.WILDCARD | SwitchFlags.EXACT


def beginning(name: str, names: dict[str, SwitchFlags]) -> SwitchFlags | None:
    """What a name stands for that may be shortened; the first that begins so."""
    lowered = name.lower()
    return next((flag for full, flag in names.items() if full.startswith(lowered)), None)


class SwitchParts:
    """What was read of a switch so far, and whether it is broken."""

    def __init__(self, start: Extent) -> None:
        self.start = start
        self.end = start
        self.flags = SwitchFlags.NONE
        self.condition: syntax.PipelineBase | None = None
        self.clauses: list[syntax.SwitchClause] = []
        self.default: syntax.StatementBlock | None = None
        self.nested: list[syntax.Node] = []
        self.broken = False
        self.unfinished = False


class Loops(Classes):
    """Reads `if`, `switch` and the loops; their keywords are taken already."""

    # if-statement:
    #     'if' new-lines? '(' pipeline-chain ')' statement-block
    #         ( 'elseif' new-lines? '(' pipeline-chain ')' statement-block )* ( 'else' statement-block )?
    def if_statement(self, keyword: Token) -> syntax.Statement:
        """`if` with what belongs to it."""
        start = self.place(keyword)
        clauses: list[syntax.IfClause] = []
        nested: list[syntax.Node] = []
        word = keyword
        while True:
            clause = self._if_clause(word, nested)
            if isinstance(clause, Extent):
                return syntax.ErrorStatement(start.to(clause), tuple(nested))
            clauses.append(clause)
            restart = self.here()
            self.skip_lines()
            word = self.peek()
            if word.kind is Kind.ELSE:
                return self._else(start, clauses, nested)
            if word.kind is not Kind.ELSE_IF:
                self.resync(restart)
                return syntax.If(start.to(clauses[-1].body.extent), tuple(clauses))
            self.skip()

    def _else(self, start: Extent, clauses: list[syntax.IfClause], nested: list[syntax.Node]) -> syntax.Statement:
        word = self.next()
        block = self.statement_block()
        if block is None:
            self.incomplete(self.after(word), Wrong.MissingStatementBlockAfterElse)
            return syntax.ErrorStatement(start.to(self.place(word)), tuple(nested))
        return syntax.If(start.to(block.extent), tuple(clauses), block)

    def _if_clause(self, word: Token, nested: list[syntax.Node]) -> syntax.IfClause | Extent:
        """Condition and block; where the broken clause ends if it is broken."""
        self.skip_lines()
        paren = self.next()
        if paren.kind is not Kind.LEFT_PAREN:
            self.unget(paren)
            self.incomplete(self.after(word), Wrong.MissingOpenParenthesisInIfStatement, word.text)
            return self.place(word)
        self.skip_lines()
        condition = self.pipeline_chain()
        if condition is None:
            condition = syntax.ErrorStatement(self.after(paren))
            self.incomplete(condition.extent, Wrong.IfStatementMissingCondition, word.text)
        else:
            nested.append(condition)
        self.skip_lines()
        closing = self.next()
        end = self.place(closing)
        if closing.kind is not Kind.RIGHT_PAREN:
            self.unget(closing)
            if not isinstance(condition, syntax.ErrorStatement):
                self.incomplete(end, Wrong.MissingEndParenthesisAfterStatement, word.text)
            return self.before(closing)
        body = self.statement_block()
        if body is None:
            self.incomplete(end, Wrong.MissingStatementBlock, word.text)
            return end
        nested.append(body)
        return syntax.IfClause(self.place(word).to(body.extent), condition, body)

    # switch-statement:
    #     'switch' new-lines? switch-parameter* ( '(' new-lines? pipeline-chain new-lines? ')' )?
    #         new-lines? '{' new-lines? switch-clause* '}'
    def switch(self, label: NamedToken | None, keyword: Token) -> syntax.Statement:
        """`switch` with its clauses."""
        parts = SwitchParts(self.place(label or keyword))
        self.skip_lines()
        while (token := self.peek()).kind is Kind.PARAMETER:
            self.skip()
            assert isinstance(token, NamedToken)
            self._switch_parameter(parts, token)
        self._switch_condition(parts)
        self.skip_lines()
        brace = self.next()
        end = parts.end
        if brace.kind is Kind.LEFT_BRACE:
            end = self._switch_clauses(parts, brace)
        else:
            self.unget(brace)
            if not parts.unfinished:
                parts.broken = True
                self.incomplete(self.after(parts.end), Wrong.MissingCurlyBraceInSwitchStatement)
        if parts.broken or parts.condition is None:
            nested = [parts.condition] if parts.condition is not None else []
            return syntax.ErrorStatement(parts.start.to(parts.end), (*nested, *parts.nested))
        return syntax.Switch(
            parts.start.to(end),
            label.name if label is not None else None,
            parts.condition,
            parts.flags,
            tuple(parts.clauses),
            parts.default,
        )

    # switch-parameter: '-regex' | '-wildcard' | '-exact' | '-casesensitive' | '-parallel' | '-file' argument
    def _switch_parameter(self, parts: SwitchParts, token: NamedToken) -> None:
        parts.end = self.place(token)
        flag = beginning(token.name, SWITCH_FLAGS)
        if flag is None:
            parts.broken = True
            self.error(parts.end, Wrong.InvalidSwitchFlag, token.name)
            return
        if flag in PATTERNS:
            parts.flags &= ~PATTERNS
        parts.flags |= flag
        if flag is SwitchFlags.FILE:
            self._switch_file(parts, token)

    def _switch_file(self, parts: SwitchParts, token: NamedToken) -> None:
        self.skip_lines()
        name = self.single_argument()
        if name is None:
            parts.broken = True
            parts.unfinished = self.incomplete(self.after(token), Wrong.MissingFilenameOption)
            return
        parts.end = name.extent
        parts.condition = syntax.Pipeline(name.extent, (syntax.CommandExpression(name.extent, name),))

    def _switch_condition(self, parts: SwitchParts) -> None:
        paren = self.peek()
        if paren.kind is not Kind.LEFT_PAREN:
            if parts.condition is None and SwitchFlags.FILE not in parts.flags:
                parts.broken = True
                parts.unfinished = self.incomplete(self.after(parts.end), Wrong.PipelineValueRequired)
            return
        parts.end = self.place(paren)
        self.skip()
        if SwitchFlags.FILE in parts.flags:
            parts.broken = True
            self.error(parts.end, Wrong.PipelineValueRequired)
        self.skip_lines()
        parts.condition = self.pipeline_chain()
        if parts.condition is None:
            parts.broken = True
            parts.unfinished = self.incomplete(self.after(paren), Wrong.PipelineValueRequired)
        else:
            parts.end = parts.condition.extent
        self.skip_lines()
        closing = self.next()
        if closing.kind is Kind.RIGHT_PAREN:
            parts.end = self.place(closing)
            return
        self.unget(closing)
        if not parts.unfinished:
            parts.broken = True
            wrong = Wrong.MissingEndParenthesisInSwitchStatement
            parts.unfinished = self.incomplete(self.after(parts.end), wrong)

    def _switch_clauses(self, parts: SwitchParts, brace: Token) -> Extent:
        """The clauses up to the closing brace; gives where they end."""
        parts.end = self.place(brace)
        self.skip_lines()
        while self._switch_clause(parts):
            self.skip_terminators()
            token = self.peek()
            if token.kind is Kind.RIGHT_BRACE:
                self.skip()
                return self.place(token)
            if token.kind is Kind.END_OF_INPUT:
                if not parts.unfinished:
                    parts.broken = True
                    self.incomplete(self.place(brace), Wrong.MissingEndCurlyBrace, seen_at=self.place(token))
                break
        return parts.end

    # switch-clause:
    #     ( 'default' | command-argument | primary-expression ) statement-block statement-terminators?
    def _switch_clause(self, parts: SwitchParts) -> bool:
        """One clause; whether another may follow."""
        token = self.peek()
        is_default = token.kind is Kind.DEFAULT
        condition: syntax.Expression | None
        if is_default:
            self.skip()
            condition = syntax.StringConstant(self.place(token), token.text, StringKind.BAREWORD)
        else:
            condition = self.single_argument()
        if condition is None:
            parts.broken = True
            self.incomplete(self.after(parts.end), Wrong.MissingSwitchConditionExpression)
            if self.peek().kind is Kind.RIGHT_BRACE:
                self.skip()
            return False
        parts.nested.append(condition)
        parts.end = condition.extent
        body = self.statement_block()
        if body is None:
            parts.broken = True
            parts.unfinished = self.incomplete(self.after(parts.end), Wrong.MissingSwitchStatementClause)
            return True
        parts.nested.append(body)
        parts.end = body.extent
        if not is_default:
            parts.clauses.append(syntax.SwitchClause(condition.extent.to(body.extent), condition, body))
            return True
        if parts.default is not None:
            parts.broken = True
            self.error(condition.extent, Wrong.MultipleSwitchDefaultClauses)
        parts.default = body
        return True

    # foreach-statement:
    #     'foreach' new-lines? foreach-parameter* new-lines? '(' new-lines? variable new-lines? 'in'
    #         new-lines? pipeline-chain new-lines? ')' statement-block
    def foreach(self, label: NamedToken | None, keyword: Token) -> syntax.Statement:
        """`foreach` over values."""
        start = self.place(label or keyword)
        self.skip_lines()
        parallel, throttle, broken = self._foreach_parameters()
        paren = self.next()
        if paren.kind is not Kind.LEFT_PAREN:
            self.unget(paren)
            return self._no_parenthesis(start, keyword)
        self.skip_lines()
        token = self.next()
        if not isinstance(token, ValueToken) or token.kind is Kind.NUMBER:
            self.unget(token)
            self.incomplete(self.after(paren), Wrong.MissingVariableNameAfterForeach)
            return syntax.ErrorStatement(start.to(self.place(paren)))
        variable = token.node.expression if isinstance(token.node, syntax.Using) else token.node
        assert isinstance(variable, syntax.Variable)
        self.skip_lines()
        condition, end = self._foreach_condition(variable)
        body = self.statement_block() if end is not None and condition is not None else None
        if body is None and end is not None and condition is not None:
            self.incomplete(self.after(end), Wrong.MissingForeachStatement)
        if body is None or condition is None or broken is not None:
            nested = tuple(node for node in (variable, condition, body) if node is not None)
            return syntax.ErrorStatement(start.to(broken or (end or variable.extent)), nested)
        name = label.name if label is not None else None
        return syntax.ForEach(start.to(body.extent), name, variable, condition, body, parallel, throttle)

    def _foreach_parameters(self) -> tuple[bool, syntax.Expression | None, Extent | None]:
        """`-parallel`, the throttle limit, and where a parameter stands that is none."""
        parallel, throttle, broken = False, None, None
        while (token := self.peek()).kind is Kind.PARAMETER:
            self.skip()
            assert isinstance(token, NamedToken)
            name = token.name.lower()
            if "parallel".startswith(name):
                parallel = True
            elif "throttlelimit".startswith(name):
                self.skip_lines()
                throttle = self.single_argument(is_list=True)
                if throttle is None:
                    self.incomplete(self.after(token), Wrong.MissingThrottleLimit)
            else:
                broken = self.place(token)
                self.error(broken, Wrong.InvalidForeachFlag, token.name)
            self.skip_lines()
        return parallel, throttle, broken

    def _foreach_condition(self, variable: syntax.Variable) -> tuple[syntax.PipelineBase | None, Extent | None]:
        """What is gone through, and where the closing parenthesis ends; None where something is missing."""
        word = self.next()
        if word.kind is not Kind.IN:
            self.unget(word)
            self.incomplete(self.after(variable), Wrong.MissingInInForeach)
            return None, None
        self.skip_lines()
        condition = self.pipeline_chain()
        if condition is None:
            self.incomplete(self.after(word), Wrong.MissingForeachExpression)
            return None, self.place(word)
        self.skip_lines()
        closing = self.next()
        if closing.kind is not Kind.RIGHT_PAREN:
            self.unget(closing)
            self.incomplete(self.after(condition), Wrong.MissingEndParenthesisAfterForeach)
            return condition, None
        return condition, self.place(closing)

    def _no_parenthesis(self, start: Extent, keyword: Token) -> syntax.ErrorStatement:
        self.incomplete(self.after(keyword), Wrong.MissingOpenParenthesisAfterKeyword, keyword.kind.value)
        return syntax.ErrorStatement(start.to(self.place(keyword)))

    # for-statement:
    #     'for' new-lines? '(' ( pipeline-chain? ( ';' | new-line ) ){0,2} pipeline-chain? new-lines? ')'
    #         statement-block
    def for_statement(self, label: NamedToken | None, keyword: Token) -> syntax.Statement:
        """`for` with its three parts."""
        start = self.place(label or keyword)
        self.skip_lines()
        paren = self.next()
        if paren.kind is not Kind.LEFT_PAREN:
            self.unget(paren)
            return self._no_parenthesis(start, keyword)
        end = self.place(paren)
        parts: list[syntax.PipelineBase | None] = []
        for number in range(3):
            self.skip_lines()
            part = self.pipeline_chain()
            parts.append(part)
            end = end if part is None else part.extent
            if number < 2 and self.peek().kind is Kind.SEMICOLON:
                end = self.place(self.next())
        self.skip_lines()
        closing = self.next()
        body = None
        if closing.kind is not Kind.RIGHT_PAREN:
            self.unget(closing)
            self.incomplete(self.after(end), Wrong.MissingEndParenthesisAfterStatement, "for")
        else:
            body = self._loop_body(closing, keyword)
            end = self.place(closing)
        if body is None:
            return syntax.ErrorStatement(start.to(end), tuple(part for part in parts if part is not None))
        name = label.name if label is not None else None
        return syntax.For(start.to(body.extent), name, parts[0], parts[1], parts[2], body)

    def _loop_body(self, closing: Token, keyword: Token) -> syntax.StatementBlock | None:
        body = self.statement_block()
        if body is None:
            self.incomplete(self.after(closing), Wrong.MissingLoopStatement, keyword.kind.value)
        return body

    # while-statement:
    #     'while' new-lines? '(' new-lines? pipeline-chain new-lines? ')' statement-block
    def while_statement(self, label: NamedToken | None, keyword: Token) -> syntax.Statement:
        """`while` with its condition before the block."""
        start = self.place(label or keyword)
        self.skip_lines()
        paren = self.next()
        if paren.kind is not Kind.LEFT_PAREN:
            self.unget(paren)
            self.incomplete(self.after(keyword), Wrong.MissingOpenParenthesisAfterKeyword, keyword.text)
            return syntax.ErrorStatement(start.to(self.place(keyword)))
        self.skip_lines()
        condition = self.pipeline_chain()
        if condition is None:
            condition = syntax.ErrorStatement(self.after(paren))
            self.incomplete(condition.extent, Wrong.MissingExpressionAfterKeyword, keyword.kind.value)
        self.skip_lines()
        closing = self.next()
        if closing.kind is not Kind.RIGHT_PAREN:
            self.unget(closing)
            if not isinstance(condition, syntax.ErrorStatement):
                wrong = Wrong.MissingEndParenthesisAfterStatement
                self.incomplete(self.after(condition), wrong, keyword.kind.value)
            return syntax.ErrorStatement(start.to(condition.extent), (condition,))
        body = self._loop_body(closing, keyword)
        if body is None:
            return syntax.ErrorStatement(start.to(self.place(closing)), (condition,))
        return syntax.While(start.to(body.extent), label.name if label is not None else None, condition, body)

    # do-statement:
    #     'do' statement-block new-lines? ( 'while' | 'until' ) new-lines? '(' new-lines? pipeline-chain new-lines? ')'
    def do_statement(self, label: NamedToken | None, keyword: Token) -> syntax.Statement:
        """`do` with its condition behind the block."""
        start = self.place(label or keyword)
        body = self.statement_block()
        if body is None:
            self.incomplete(self.after(keyword), Wrong.MissingLoopStatement, "do")
            return syntax.ErrorStatement(start.to(self.place(keyword)))
        self.skip_lines()
        word = self.next()
        if word.kind not in (Kind.WHILE, Kind.UNTIL):
            self.unget(word)
            self.incomplete(self.after(body), Wrong.MissingWhileOrUntilInDoWhile)
            return syntax.ErrorStatement(start.to(body.extent), (body,))
        condition, end = self._do_condition(word)
        if condition is None or isinstance(condition, syntax.ErrorStatement):
            return syntax.ErrorStatement(start.to(end), (body,))
        make = syntax.DoWhile if word.kind is Kind.WHILE else syntax.DoUntil
        return make(start.to(end), label.name if label is not None else None, condition, body)

    def _do_condition(self, word: Token) -> tuple[syntax.PipelineBase | None, Extent]:
        """The condition in its parentheses (None when broken), and where it ends."""
        self.skip_lines()
        paren = self.next()
        if paren.kind is not Kind.LEFT_PAREN:
            self.unget(paren)
            self.incomplete(self.after(word), Wrong.MissingOpenParenthesisAfterKeyword, word.kind.value)
            return None, self.place(word)
        self.skip_lines()
        condition = self.pipeline_chain()
        if condition is None:
            self.incomplete(self.after(paren), Wrong.MissingExpressionAfterKeyword, word.kind.value)
        self.skip_lines()
        closing = self.next()
        if closing.kind is Kind.RIGHT_PAREN:
            return condition, self.place(closing)
        self.unget(closing)
        if condition is None:
            return None, self.place(paren)
        self.incomplete(self.after(condition), Wrong.MissingEndParenthesisAfterStatement, word.kind.value)
        return None, condition.extent
