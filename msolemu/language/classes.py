"""Classes and enumerations."""

from __future__ import annotations

from . import syntax
from .definitions import Definitions
from .errors import Wrong
from .operators import Modifiers, TypeKind
from .position import Extent
from .reading import Mode
from .tokens import Kind, Token, ValueToken

MODIFIERS = {Kind.STATIC: Modifiers.STATIC, Kind.HIDDEN: Modifiers.HIDDEN}
ENDS_MEMBER = frozenset({Kind.NEW_LINE, Kind.SEMICOLON, Kind.RIGHT_BRACE})
UNDERLYING_TYPES = frozenset(
    {
        *("byte", "sbyte", "int16", "short", "int", "int32", "int64", "long"),
        *("uint16", "ushort", "uint32", "uint", "uint64", "ulong"),
    }
)


class Head:
    """What stands before a member's name."""

    def __init__(self) -> None:
        self.start: Extent | None = None
        self.attributes: list[syntax.Attribute] = []
        self.type: syntax.TypeConstraint | None = None
        self.modifiers = Modifiers.NONE
        self.last: Extent | None = None


class Classes(Definitions):
    """Reads classes and enumerations."""

    # class-statement:
    #     attribute-list? 'class' new-lines? simple-name ( ':' type-name ( ',' type-name )* )? '{' class-member* '}'
    def class_definition(self, attributes: list[syntax.AttributeBase], keyword: Token) -> syntax.Statement:
        """A class; its keyword is taken already."""
        self.skip_lines()
        name = self.simple_name()
        if name is None:
            return self._nameless(keyword)
        self.skip_lines()
        mode = self.enter(Mode.SIGNATURE)
        bases = self._base_types()
        brace = self.next()
        if brace.kind is not Kind.LEFT_BRACE:
            self.unget(brace)
            last = bases[-1].extent if bases else self.place(name)
            statement = self._bodiless(keyword, last, bases)
        else:
            members, broken, last = self._members(name.text, self.place(brace))
            end = self._end_of_type(brace, last)
            start = attributes[0].extent if attributes else self.place(keyword)
            statement = syntax.TypeDefinition(
                start.to(end), TypeKind.CLASS, name.text, tuple(bases), tuple(members), tuple(attributes)
            )
            if broken:
                statement = syntax.ErrorStatement(start.to(end), (*broken, statement))
        self.set_mode(mode)
        return statement

    def _nameless(self, keyword: Token) -> syntax.ErrorStatement:
        self.incomplete(self.after(keyword), Wrong.MissingNameAfterKeyword, keyword.text)
        return syntax.ErrorStatement(self.place(keyword))

    def _bodiless(self, keyword: Token, last: Extent, bases: list[syntax.TypeConstraint]) -> syntax.Statement:
        self.incomplete(self.after(last), Wrong.MissingTypeBody, keyword.kind.value)
        return syntax.ErrorStatement(self.place(keyword).to(last), tuple(bases))

    def _end_of_type(self, brace: Token, last: Extent) -> Extent:
        closing = self.next()
        if closing.kind is Kind.RIGHT_BRACE:
            return self.place(closing)
        self.unget(closing)
        self.incomplete(self.after(brace), Wrong.MissingEndCurlyBrace, seen_at=self.place(closing))
        return last

    def _base_types(self) -> list[syntax.TypeConstraint]:
        bases: list[syntax.TypeConstraint] = []
        before = self.peek()
        if before.kind is not Kind.COLON:
            return bases
        while True:
            self.skip()
            self.skip_lines()
            base = self.type_name(with_assembly=False)
            if base is None:
                self.incomplete(self.after(before), Wrong.TypeNameExpected)
                return bases
            bases.append(syntax.TypeConstraint(base.extent, base))
            self.skip_lines()
            before = self.peek()
            if before.kind is not Kind.COMMA:
                return bases

    def _members(
        self, class_name: str, last: Extent
    ) -> tuple[list[syntax.MemberDefinition], list[syntax.Node], Extent]:
        """Members, what else was read of broken ones, and where the last thing read ends."""
        members: list[syntax.MemberDefinition] = []
        broken: list[syntax.Node] = []
        while True:
            head = self._head()
            known = len(broken)
            member = self._member_of_class(class_name, head, broken)
            if member is not None:
                members.append(member)
                last = member.extent
            elif len(broken) > known:
                last = broken[-1].extent
            else:
                return members, broken, last

    # class-member:
    #     ( attribute | 'static' | 'hidden' )* ( property-member | method-member )
    def _head(self) -> Head:
        head = Head()
        while True:
            self.skip_lines()
            attribute = self.attribute()
            if attribute is not None:
                self._add_attribute(head, attribute)
                continue
            token = self.peek()
            extent = self.place(token)
            head.start = head.start or extent
            modifier = MODIFIERS.get(token.kind)
            if modifier is None:
                return head
            if modifier in head.modifiers:
                self.error(extent, Wrong.DuplicateQualifier, token.text)
            head.modifiers |= modifier
            head.last = extent
            self.skip()

    def _add_attribute(self, head: Head, attribute: syntax.AttributeBase) -> None:
        head.last = attribute.extent
        head.start = head.start or attribute.extent
        if isinstance(attribute, syntax.Attribute):
            head.attributes.append(attribute)
        elif head.type is None and isinstance(attribute, syntax.TypeConstraint):
            head.type = attribute
        else:
            self.error(attribute.extent, Wrong.TooManyTypes)

    def _member_of_class(
        self, class_name: str, head: Head, broken: list[syntax.Node]
    ) -> syntax.MemberDefinition | None:
        token = self.peek()
        read = [*head.attributes, *([head.type] if head.type is not None else [])]
        if token.kind is Kind.VARIABLE:
            return self._property(head)
        if self.is_name(token):
            self.skip()
            method = self._method(token, class_name, head)
            if method is None:
                self.sync(Kind.RIGHT_BRACE, take=False)
                broken += read
            return method
        if head.last is not None:
            self.incomplete(self.after(head.last), Wrong.IncompleteMemberDefinition)
            broken += read
        return None

    # property-member:
    #     variable ( '=' new-lines? expression )?
    def _property(self, head: Head) -> syntax.PropertyMember:
        token = self.next()
        assert isinstance(token, ValueToken)
        assert head.start is not None
        end = self.place(token)
        value = None
        if self.peek().kind is Kind.EQUALS:
            self.skip()
            self.skip_lines()
            value = self.expression()
            end = value.extent if value is not None else end
        end = self._end_of_member(end)
        name = token.node.user_path if isinstance(token.node, syntax.Variable) else token.text[1:]
        return syntax.PropertyMember(head.start.to(end), name, head.type, value, head.modifiers, tuple(head.attributes))

    def _end_of_member(self, end: Extent, *, told: bool = False) -> Extent:
        """A semicolon, line end or closing brace must follow; a semicolon belongs to the member."""
        terminator = self.peek()
        if terminator.kind not in ENDS_MEMBER and not told:
            self.incomplete(self.after(end), Wrong.MissingPropertyTerminator)
        self.skip_terminators()
        return self.place(terminator) if terminator.kind is Kind.SEMICOLON else end

    # method-member:
    #     name '(' parameter-list? ')' ( ':' 'base' '(' argument-list ')' )? '{' script-block '}'
    def _method(self, name: Token, class_name: str, head: Head) -> syntax.FunctionMember | None:
        end = self.place(name)
        parameters: tuple[syntax.Parameter, ...] | None = ()
        broken = False
        if self.peek().kind is Kind.LEFT_PAREN:
            parameters, end, broken = self.function_parameters(end)
        else:
            self.incomplete(self.after(name), Wrong.MissingMethodParameterList)
        base: tuple[syntax.Expression, ...] | None = None
        if name.text.lower() == class_name.lower() and Modifiers.STATIC not in head.modifiers:
            base, whole = self._base_call()
            broken = broken or not whole
        brace = self.next()
        if brace.kind is not Kind.LEFT_BRACE:
            self.unget(brace)
            if not broken:
                self.incomplete(self.after(end), Wrong.MissingFunctionBody)
            broken = True
        if broken:
            return None
        mode = self.enter(Mode.COMMAND)
        body = self.script_block(brace)
        self.set_mode(mode)
        assert head.start is not None
        return syntax.FunctionMember(
            head.start.to(body.extent),
            name.text,
            parameters or (),
            body,
            head.type,
            head.modifiers,
            tuple(head.attributes),
            base,
        )

    def _base_call(self) -> tuple[tuple[syntax.Expression, ...] | None, bool]:
        """The arguments of `: base(...)`, None without it, and whether it is whole."""
        self.skip_lines()
        mode = self.enter(Mode.SIGNATURE)
        arguments: tuple[syntax.Expression, ...] | None = None
        whole = True
        colon = self.peek()
        if colon.kind is Kind.COLON:
            self.skip()
            self.skip_lines()
            base = self.peek()
            if base.kind is Kind.BASE:
                self.skip()
                self.skip_lines()
                arguments = self._base_arguments(base)
            else:
                self.incomplete(self.after(colon), Wrong.MissingBaseCtorCall)
            whole = arguments is not None
        self.set_mode(mode)
        return arguments, whole

    def _base_arguments(self, base: Token) -> tuple[syntax.Expression, ...] | None:
        paren = self.peek()
        if paren.kind is not Kind.LEFT_PAREN:
            self.incomplete(self.after(base), Wrong.MissingMethodParameterList)
            return None
        self.skip()
        arguments, _ = self.argument_list(paren)
        self.skip_lines()
        return arguments

    # enum-statement:
    #     attribute-list? 'enum' new-lines? simple-name ( ':' type-name )? new-lines? '{' enum-member* '}'
    def enum_definition(self, attributes: list[syntax.AttributeBase], keyword: Token) -> syntax.Statement:
        """An enumeration; its keyword is taken already."""
        self.skip_lines()
        name = self.simple_name()
        if name is None:
            return self._nameless(keyword)
        mode = self.enter(Mode.SIGNATURE)
        bases = self._underlying_type()
        self.skip_lines()
        brace = self.next()
        if brace.kind is not Kind.LEFT_BRACE:
            self.unget(brace)
            statement = self._bodiless(keyword, self.place(name), [])
        else:
            members: list[syntax.MemberDefinition] = []
            while (member := self._enum_member()) is not None:
                members.append(member)
            end = self._end_of_type(brace, members[-1].extent if members else self.place(brace))
            start = attributes[0].extent if attributes else self.place(keyword)
            statement = syntax.TypeDefinition(
                start.to(end), TypeKind.ENUM, name.text, bases, tuple(members), tuple(attributes)
            )
        self.set_mode(mode)
        return statement

    def _underlying_type(self) -> tuple[syntax.TypeConstraint, ...]:
        colon = self.peek()
        if colon.kind is not Kind.COLON:
            return ()
        self.skip()
        self.skip_lines()
        name = self.type_name(with_assembly=False)
        if name is None:
            self.incomplete(self.after(colon), Wrong.TypeNameExpected)
            return ()
        if name.full_name.lower().removeprefix("system.") not in UNDERLYING_TYPES:
            self.error(name.extent, Wrong.InvalidUnderlyingType, name.full_name)
        return (syntax.TypeConstraint(name.extent, name),)

    # enum-member:
    #     simple-name ( '=' expression )?
    def _enum_member(self) -> syntax.PropertyMember | None:
        self.skip_lines()
        name = self.simple_name()
        if name is None:
            return None
        mode = self.enter(Mode.EXPRESSION)
        start = end = self.place(name)
        value = None
        equals = self.peek()
        missing = False
        if equals.kind is Kind.EQUALS:
            self.skip()
            value = self.expression()
            missing = value is None
            if missing:
                self.error(self.after(equals), Wrong.ExpectedValueExpression, "=")
            end = value.extent if value is not None else self.place(equals)
        self.set_mode(mode)
        end = self._end_of_member(end, told=missing)
        return syntax.PropertyMember(start.to(end), name.text, None, value, Modifiers.STATIC)
