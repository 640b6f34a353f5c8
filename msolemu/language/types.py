"""Names of types, and the attributes that stand in brackets before something."""

from __future__ import annotations

from . import syntax
from .cursor import Cursor
from .errors import Wrong
from .position import Extent
from .reading import Mode
from .tokens import Kind, Token

ERROR_NAME = ":ErrorTypeName:"
HIGHEST_RANK = 32


class Types(Cursor):
    """Reads type names and attributes."""

    # attribute-list:
    #     attribute
    #     attribute-list attribute
    def attribute_list(self, *, in_expression: bool = False) -> list[syntax.AttributeBase]:
        """Attributes and types, as many as stand there."""
        found: list[syntax.AttributeBase] = []
        while (attribute := self.attribute()) is not None:
            found.append(attribute)
            if not in_expression or isinstance(attribute, syntax.Attribute):
                self.skip_lines()
        return found

    # attribute:
    #     '[' new-lines? type-spec ( '(' attribute-arguments? new-lines? ')' )? ']'
    def attribute(self) -> syntax.AttributeBase | None:
        """`[type]` or `[attribute(arguments)]`."""
        bracket = self.next_left_bracket()
        if bracket is None:
            return None
        self.skip_lines()
        name = self.type_name()
        if name is None:
            self.resync(bracket.start)
            self.incomplete(self.after(bracket), Wrong.MissingTypename)
            return None
        token = self.next()
        if token.kind is Kind.LEFT_PAREN:
            return self._attribute_with_arguments(self.place(bracket), name, token)
        if token.kind is Kind.RIGHT_BRACKET:
            return syntax.TypeConstraint(self.place(bracket).to(self.place(token)), name)
        self.unget(token)
        self.error(self.before(token), Wrong.EndSquareBracketExpectedAtEndOfAttribute)
        return syntax.TypeConstraint(self.place(bracket).to(name.extent), name)

    def _attribute_with_arguments(self, start: Extent, name: syntax.TypeNameBase, paren: Token) -> syntax.Attribute:
        self.skip_lines()
        mode = self.enter(Mode.EXPRESSION)
        positional, named, end = self.attribute_arguments(self.place(paren))
        self.set_mode(mode)
        self.skip_lines()
        closing = self.next()
        closed = closing.kind is Kind.RIGHT_PAREN
        if closed:
            end = self.place(closing)
        else:
            self.unget(closing)
            self.incomplete(self.after(end), Wrong.MissingEndParenthesisInExpression)
        self.skip_lines()
        bracket = self.next()
        if bracket.kind is Kind.RIGHT_BRACKET:
            end = self.place(bracket)
        else:
            self.unget(bracket)
            if closed:
                self.incomplete(self.after(closing), Wrong.EndSquareBracketExpectedAtEndOfAttribute)
        return syntax.Attribute(start.to(end), name, tuple(positional), tuple(named))

    # attribute-arguments:
    #     attribute-argument
    #     attribute-argument new-lines? ',' attribute-arguments
    # attribute-argument:
    #     new-lines? expression
    #     new-lines? property-name ( '=' new-lines? expression )?
    def attribute_arguments(
        self, end: Extent
    ) -> tuple[list[syntax.Expression], list[syntax.NamedAttributeArgument], Extent]:
        """Arguments by position and by name, and where the last thing that was read ends."""
        positional: list[syntax.Expression] = []
        named: list[syntax.NamedAttributeArgument] = []
        commas = self.commas_separate
        self.commas_separate = True
        comma: Token | None = None
        while True:
            self.skip_lines()
            if (name := self.simple_name()) is not None:
                end = self._named_argument(name, named, end)
            elif (value := self.expression()) is not None:
                positional.append(value)
                end = value.extent
            elif comma is not None:
                end = self.after(comma)
                self.incomplete(end, Wrong.MissingExpressionAfterToken, ",")
                positional.append(syntax.ErrorExpression(end))
            self.skip_lines()
            comma = self.peek()
            if comma.kind is not Kind.COMMA:
                break
            end = self.place(comma)
            self.skip()
        self.commas_separate = commas
        return positional, named, end

    def _named_argument(self, name: Token, named: list[syntax.NamedAttributeArgument], end: Extent) -> Extent:
        start = self.place(name)
        value = None
        if self.peek().kind is Kind.EQUALS:
            equals = self.next()
            self.skip_lines()
            value = self.expression()
            if value is None:
                value = syntax.ErrorExpression(self.after(equals))
                self.incomplete(value.extent, Wrong.MissingExpressionInNamedArgument)
                self.sync(Kind.COMMA, Kind.RIGHT_PAREN, Kind.RIGHT_BRACKET, Kind.NEW_LINE)
            end = value.extent
        if any(argument.name == name.text for argument in named):
            self.error(start, Wrong.DuplicateNamedArgument, name.text)
        else:
            extent = start if value is None else start.to(value.extent)
            named.append(syntax.NamedAttributeArgument(extent, name.text, value))
        return end

    # type-spec:
    #     type-name
    #     type-name '[' dimension? ']'
    #     type-name '[' generic-type-arguments ']'
    def type_name(self, *, with_assembly: bool = True) -> syntax.TypeNameBase | None:
        """The name of a type; keywords mean nothing in it."""
        mode = self.enter(Mode.TYPE_NAME)
        token = self.next()
        if token.kind is Kind.IDENTIFIER:
            name: syntax.TypeNameBase | None = self._type_spec(token, with_assembly=with_assembly)
        else:
            self.unget(token)
            name = None
        self.set_mode(mode)
        return name

    def _type_spec(self, token: Token, *, bare: bool = False, with_assembly: bool = True) -> syntax.TypeNameBase:
        """What follows a type's name; `bare` arguments of a generic type cannot name an assembly."""
        extent = self.place(token)
        following = self.peek()
        if following.kind is Kind.LEFT_BRACKET:
            self.skip()
            self.skip_lines()
            return self._bracketed(token, following, bare=bare)
        if following.kind is Kind.COMMA and with_assembly and not bare:
            self.skip()
            assembly = self.scanner.assembly_name()
            if not assembly.strip():
                self.error(self.after(following), Wrong.MissingAssemblyNameSpecification)
                return syntax.TypeName(extent, token.text)
            position = self.scanner.position
            return syntax.TypeName(extent.to(self.scanner.extent(position, position)), token.text, assembly)
        return syntax.TypeName(extent, token.text)

    def _bracketed(self, token: Token, bracket: Token, *, bare: bool) -> syntax.TypeNameBase:
        name = syntax.TypeName(self.place(token), token.text)
        first = self.next()
        if first.kind in (Kind.RIGHT_BRACKET, Kind.COMMA):
            return self._array(name, first, bare=bare)
        if first.kind in (Kind.LEFT_BRACKET, Kind.IDENTIFIER):
            return self._generic(name, first, bare=bare)
        if first.kind is Kind.END_OF_INPUT:
            self.unget(first)
            self.incomplete(self.after(bracket), Wrong.MissingTypename)
        else:
            self.unexpected(first)
            self.sync(Kind.RIGHT_BRACKET)
        return name

    # generic-type-arguments:
    #     type-spec
    #     generic-type-arguments ',' type-spec
    def type_arguments(self, first: Token) -> tuple[list[syntax.TypeNameBase], Token]:
        """The arguments of a generic type or method, and the token behind them."""
        arguments = [self._type_argument(first)]
        while True:
            self.skip_lines()
            token = self.next()
            if token.kind is not Kind.COMMA:
                return arguments, token
            self.skip_lines()
            following = self.peek()
            if following.kind in (Kind.IDENTIFIER, Kind.LEFT_BRACKET):
                self.skip()
                arguments.append(self._type_argument(following))
            else:
                self.incomplete(self.after(token), Wrong.MissingTypename)
                arguments.append(syntax.TypeName(self.place(token), ERROR_NAME))

    def _type_argument(self, first: Token) -> syntax.TypeNameBase:
        if first.kind is Kind.IDENTIFIER:
            return self._type_spec(first, bare=True)
        token = self.next()
        if token.kind is not Kind.IDENTIFIER:
            self.unget(token)
            self.incomplete(self.after(token), Wrong.MissingTypename)
            return syntax.TypeName(self.place(first), ERROR_NAME)
        name = self._type_spec(token)
        closing = self.next()
        if closing.kind is not Kind.RIGHT_BRACKET:
            self.unget(closing)
            self.incomplete(self.before(closing), Wrong.EndSquareBracketExpectedAtEndOfType)
        return name

    def _generic(self, name: syntax.TypeName, first: Token, *, bare: bool) -> syntax.TypeNameBase:
        arguments, closing = self.type_arguments(first)
        end = self.place(closing)
        if closing.kind is not Kind.RIGHT_BRACKET:
            self.unget(closing)
            self.incomplete(self.before(closing), Wrong.EndSquareBracketExpectedAtEndOfAttribute)
            end = arguments[-1].extent
        extent = name.extent.to(end)
        token = self.peek()
        if token.kind is Kind.LEFT_BRACKET:
            self.skip()
            return self._array(syntax.GenericTypeName(extent, name, tuple(arguments)), self.next(), bare=bare)
        if token.kind is Kind.COMMA and not bare:
            self.skip()
            name = self._qualified(name, token)
        return syntax.GenericTypeName(extent, name, tuple(arguments))

    def _qualified(self, name: syntax.TypeName, comma: Token) -> syntax.TypeName:
        assembly = self.scanner.assembly_name()
        if not assembly:
            self.error(self.after(comma), Wrong.MissingAssemblyNameSpecification)
            return name
        return syntax.TypeName(name.extent, name.name, assembly)

    def _array(
        self, element: syntax.TypeName | syntax.GenericTypeName, first: Token, *, bare: bool
    ) -> syntax.TypeNameBase:
        """The dimensions of an array after its first `[`, as many as follow."""
        ranks: list[tuple[int, Extent]] = []
        while True:
            if (rank := self._rank(first)) is not None:
                ranks.append(rank)
            token = self.peek()
            if token.kind is Kind.COMMA and not bare:
                self.skip()
                element = self._element_of_assembly(element, token)
                break
            if token.kind is not Kind.LEFT_BRACKET:
                break
            self.skip()
            first = self.next()
        array: syntax.TypeNameBase = element
        for number, end in ranks:
            array = syntax.ArrayTypeName(element.extent.to(end), array, number)
        return array

    def _element_of_assembly(
        self, element: syntax.TypeName | syntax.GenericTypeName, comma: Token
    ) -> syntax.TypeName | syntax.GenericTypeName:
        if isinstance(element, syntax.TypeName):
            return self._qualified(element, comma)
        return syntax.GenericTypeName(element.extent, self._qualified(element.generic, comma), element.arguments)

    def _rank(self, first: Token) -> tuple[int, Extent] | None:
        """How many dimensions one pair of brackets has, and where it ends; None after an error."""
        if first.kind is Kind.RIGHT_BRACKET:
            return 1, self.place(first)
        if first.kind is Kind.COMMA:
            return self._dimensions(first)
        if first.kind is Kind.END_OF_INPUT:
            self.unget(first)
            self.error(self.before(first), Wrong.EndSquareBracketExpectedAtEndOfAttribute)
        else:
            self.unexpected(first)
            self.sync(Kind.RIGHT_BRACKET)
        return None

    def _dimensions(self, first: Token) -> tuple[int, Extent] | None:
        rank, token, last = 1, first, first
        while token.kind is Kind.COMMA:
            last = token
            rank += 1
            token = self.next()
        closed = token.kind is Kind.RIGHT_BRACKET
        if not closed:
            self.unget(token)
        if rank > HIGHEST_RANK:
            self.error(self.place(first).to(self.place(last)), Wrong.ArrayHasTooManyDimensions, rank)
            return None
        if not closed:
            self.error(self.after(last), Wrong.EndSquareBracketExpectedAtEndOfAttribute)
        return rank, self.place(token)
