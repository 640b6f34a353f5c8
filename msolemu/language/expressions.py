"""Expressions with their operators."""

from __future__ import annotations

from . import syntax
from .errors import Wrong
from .operators import BinaryOperator, UnaryOperator
from .primaries import Primaries
from .reading import Mode
from .tokens import PRECEDENCE, SIGNS, UNARY_SIGNS, Kind, NamedToken, OperatorToken, Token

POSTFIX = {Kind.PLUS_PLUS: UnaryOperator.POSTFIX_INCREMENT, Kind.MINUS_MINUS: UnaryOperator.POSTFIX_DECREMENT}
Pending = tuple[BinaryOperator, int, syntax.Expression, Token]


def binary_operator(token: Token) -> BinaryOperator | None:
    """The operator between two values that a token is."""
    if token.kind is Kind.OPERATOR:
        assert isinstance(token, OperatorToken)
        return token.binary
    return SIGNS.get(token.kind)


def unary_operator(token: Token) -> UnaryOperator | None:
    """The operator before a value that a token is."""
    if token.kind is Kind.OPERATOR:
        assert isinstance(token, OperatorToken)
        return token.unary
    return UNARY_SIGNS.get(token.kind)


class Expressions(Primaries):
    """Reads expressions, the weakest operators first."""

    # expression:
    #     binary-expression
    #     binary-expression '?' new-lines? expression new-lines? ':' new-lines? expression
    def expression(self, *, ternary_ends_number: bool = False) -> syntax.Expression | None:
        """An expression; None when what comes next begins none."""
        mode = self.enter(Mode.EXPRESSION)
        value = self._binary(ternary_ends_number)
        if value is not None and self.peek().kind is Kind.QUESTION:
            value = self._ternary(value)
        self.set_mode(mode)
        return value

    def _ternary(self, condition: syntax.Expression) -> syntax.Expression:
        question = self.next()
        self.skip_lines()
        if_true = self._branch(question)
        self.skip_lines()
        colon = self.next()
        if colon.kind is not Kind.COLON:
            self.unget(colon)
            nested: tuple[syntax.Node, ...] = (condition,)
            if not isinstance(if_true, syntax.ErrorExpression):
                nested = condition, if_true
                self.incomplete(self.place(colon), Wrong.MissingColonInTernaryExpression)
            return syntax.ErrorExpression(condition.extent.to(self.before(colon)), nested)
        self.skip_lines()
        if_false = self._branch(colon)
        return syntax.Ternary(condition.extent.to(if_false.extent), condition, if_true, if_false)

    def _branch(self, sign: Token) -> syntax.Expression:
        value = self.expression(ternary_ends_number=True)
        if value is None:
            value = syntax.ErrorExpression(self.after(sign))
            self.incomplete(value.extent, Wrong.ExpectedValueExpression, sign.text)
        return value

    # binary-expression: operands joined by, from weak to strong,
    #     '-and' '-or' '-xor'; '-band' '-bor' '-bxor'; comparisons; '??'; '+' dash; '*' '/' '%'; '-f'; '..'
    #     each with new-lines? behind it
    def _binary(self, ternary_ends_number: bool) -> syntax.Expression | None:
        value = self._array_literal(ternary_ends_number)
        if value is None:
            return None
        token = self.peek()
        operator = binary_operator(token)
        pending: list[Pending] = []
        while operator is not None:
            self.skip()
            rank = PRECEDENCE[operator]
            while pending and pending[-1][1] >= rank:
                value = self._joined(pending.pop(), value)
            pending.append((operator, rank, value, token))
            self.skip_lines()
            value = self._operand(token)
            token = self.peek()
            operator = binary_operator(token)
        while pending:
            value = self._joined(pending.pop(), value)
        if token.kind is Kind.PARAMETER:
            return self._unknown_operator(value, token)
        return value

    def _operand(self, operator: Token) -> syntax.Expression:
        value = self._array_literal(ternary_ends_number=True)
        if value is None:
            value = syntax.ErrorExpression(self.after(operator))
            self.incomplete(value.extent, Wrong.ExpectedValueExpression, operator.text)
        return value

    def _joined(self, pending: Pending, right: syntax.Expression) -> syntax.Binary:
        operator, _, left, token = pending
        return syntax.Binary(left.extent.to(right.extent), left, operator, right, self.place(token))

    def _unknown_operator(self, value: syntax.Expression, token: Token) -> syntax.Expression:
        """A parameter in an expression is taken for an operator that is not yet written to its end."""
        assert isinstance(token, NamedToken)
        extent = self.place(token)
        self.unexpected(token)
        self.skip()
        return syntax.ErrorExpression(value.extent.to(extent), (value, syntax.CommandParameter(extent, token.name)))

    # array-literal-expression:
    #     unary-expression
    #     unary-expression ',' new-lines? array-literal-expression
    def _array_literal(self, ternary_ends_number: bool) -> syntax.Expression | None:
        value = self.unary(ternary_ends_number=ternary_ends_number)
        if value is None or self.commas_separate or self.peek().kind is not Kind.COMMA:
            return value
        elements = [value]
        while (comma := self.peek()).kind is Kind.COMMA:
            self.skip()
            self.skip_lines()
            element = self.unary(ternary_ends_number=True)
            if element is None:
                self.incomplete(self.after(comma), Wrong.MissingExpressionAfterToken, ",")
                elements.append(syntax.ErrorExpression(self.place(comma)))
                break
            elements.append(element)
        return syntax.ArrayLiteral(value.extent.to(elements[-1].extent), tuple(elements))

    # unary-expression:
    #     primary-expression ( '++' | '--' )?
    #     ( ',' | '-not' | '!' | '-bnot' | '+' | dash | '++' | '--' | '-split' | '-join' ) new-lines? unary-expression
    #     attribute-list unary-expression
    def unary(self, *, ternary_ends_number: bool = False) -> syntax.Expression | None:
        """A value with the operators, types and attributes before it."""
        token = self._first_of_value(ternary_ends_number)
        value: syntax.Expression | None
        if (operator := unary_operator(token)) is not None:
            if operator is UnaryOperator.COMMA and self.commas_separate:
                return None
            value = self._with_operator(operator, token)
            if isinstance(value, syntax.ErrorExpression):
                return value
        elif token.kind is Kind.LEFT_BRACKET:
            value = self._with_attributes(token)
        else:
            value = self.primary(with_members=True)
        if value is None or isinstance(value, syntax.ErrorExpression):
            return value
        postfix = POSTFIX.get((token := self.peek()).kind)
        if postfix is None:
            return value
        self.skip()
        return syntax.Unary(value.extent.to(self.place(token)), postfix, value)

    def _first_of_value(self, ternary_ends_number: bool) -> Token:
        """Looks at the next token where a number may have a sign."""
        scanner = self.scanner
        kept = scanner.signed_numbers, scanner.ternary_ends_number
        scanner.signed_numbers, scanner.ternary_ends_number = True, ternary_ends_number
        waiting = self.waiting
        if waiting is not None and (waiting.kind is Kind.MINUS or (ternary_ends_number and waiting.kind is Kind.WORD)):
            self.resync(waiting.start)
        token = self.peek()
        scanner.signed_numbers, scanner.ternary_ends_number = kept
        return token

    def _with_operator(self, operator: UnaryOperator, token: Token) -> syntax.Expression:
        self.skip()
        self.skip_lines()
        operand = self.unary(ternary_ends_number=True)
        if operand is None:
            self.incomplete(self.after(token), Wrong.MissingExpressionAfterOperator, token.text)
            return syntax.ErrorExpression(self.place(token))
        extent = self.place(token).to(operand.extent)
        if operator is UnaryOperator.COMMA:
            return syntax.ArrayLiteral(extent, (operand,))
        return syntax.Unary(extent, operator, operand)

    def _with_attributes(self, bracket: Token) -> syntax.Expression | None:
        attributes = self.attribute_list(in_expression=True)
        if not attributes:
            return None
        last = attributes.pop()
        value: syntax.Expression
        if isinstance(last, syntax.TypeConstraint):
            value = self._after_type(last)
        else:
            self.skip_lines()
            operand = self.unary(ternary_ends_number=True)
            if operand is None:
                name = last.type_name.full_name if isinstance(last, syntax.Attribute) else ""
                self.incomplete(last.extent, Wrong.UnexpectedAttribute, name)
                return syntax.ErrorExpression(self.place(bracket).to(last.extent), (*attributes, last))
            value = syntax.AttributedExpression(last.extent.to(operand.extent), last, operand)
        for attribute in reversed(attributes):
            extent = attribute.extent.to(value.extent)
            if isinstance(attribute, syntax.TypeConstraint):
                value = syntax.Convert(extent, attribute, value)
            else:
                value = syntax.AttributedExpression(extent, attribute, value)
        return value

    def _after_type(self, type_: syntax.TypeConstraint) -> syntax.Expression:
        """A static member, a conversion, or the type itself."""
        literal = syntax.TypeExpression(type_.extent, type_.type_name)
        access = self.next_member_access(brackets=False)
        if access is not None:
            return self.accesses(access, literal)
        if self.peek().kind in (Kind.NEW_LINE, Kind.COMMA):
            return literal
        operand = self.unary(ternary_ends_number=True)
        if operand is None:
            return literal
        return syntax.Convert(type_.extent.to(operand.extent), type_, operand)
