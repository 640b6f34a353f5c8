"""What is wrong with a text that can be parsed: the pass over the tree after parsing, as PowerShell makes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msolemu.foundation.pattern import pattern

from . import methods, syntax
from .constants import is_constant
from .errors import Wrong
from .flow import Flow
from .operators import AssignmentOperator, SwitchFlags, UnaryOperator, UsingKind
from .position import Extent
from .syntax import Node

Report = Callable[..., None]
STEPS = {
    UnaryOperator.PREFIX_INCREMENT: "++",
    UnaryOperator.POSTFIX_INCREMENT: "++",
    UnaryOperator.PREFIX_DECREMENT: "--",
    UnaryOperator.POSTFIX_DECREMENT: "--",
}
ASSIGNABLE = (syntax.Variable, syntax.Member, syntax.Index)
AUTOMATIC_TYPES = {
    "_": "System.Object",
    "args": "System.Object[]",
    "this": "System.Object",
    "input": "System.Object",
    "pscmdlet": "System.Management.Automation.PSScriptCmdlet",
    "psboundparameters": "System.Management.Automation.PSBoundParametersDictionary",
    "myinvocation": "System.Management.Automation.InvocationInfo",
    "psscriptroot": "System.String",
    "pscommandpath": "System.String",
}
SUPPORTED_USING = frozenset({UsingKind.NAMESPACE, UsingKind.ASSEMBLY, UsingKind.MODULE})
NAMESPACE = pattern(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")


def type_is(constraint: object, *names: str) -> bool:
    """Whether something is a constraint of a type that goes by one of some names."""
    if not isinstance(constraint, syntax.TypeConstraint):
        return False
    return constraint.type_name.full_name.lower().removeprefix("system.") in names


def is_ref(constraint: object) -> bool:
    """Whether something is `[ref]`."""
    return type_is(constraint, "ref", "management.automation.psreference", "psreference")


class Checks:
    """Goes over a tree, parents before children, and reports in PowerShell's order."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.above: list[Node] = []
        self.unassigned: set[int] = set()
        """The variables of methods that are read before they are assigned: their nodes' identities."""
        self.types: set[tuple[int, str]] = set()
        """The names of types that were met, with the script block that each stands in."""

    def check(self, node: Node) -> None:
        """Checks a node and all below it."""
        kind = type(node)
        check = CHECKS.get(kind)
        if check is not None:
            check(self, node)
        fields = kind.below
        if not fields:
            return
        self.above.append(node)
        for name in fields:
            value = getattr(node, name)
            if isinstance(value, Node):
                self.check(value)
            elif value and type(value) is tuple:
                for item in value:
                    if isinstance(item, Node):
                        self.check(item)
        self.above.pop()

    def parent(self, level: int = 1) -> Node | None:
        """The node so many levels above the one that is checked."""
        return self.above[-level] if len(self.above) >= level else None

    # parameters, attributes

    def _param_block(self, node: syntax.ParamBlock) -> None:
        self._parameters(node.parameters)

    def _parameters(self, parameters: tuple[syntax.Parameter, ...]) -> None:
        seen: set[str] = set()
        for parameter in parameters:
            name = parameter.name.user_path
            if name.lower() in seen:
                self.report(parameter.name.extent, Wrong.DuplicateFormalParameter, name)
            seen.add(name.lower())
            void = next((a for a in parameter.attributes if type_is(a, "void")), None)
            if void is not None:
                self.report(void.extent, Wrong.VoidTypeConstraintNotAllowed)

    def _parameter(self, node: syntax.Parameter) -> None:
        types = 0
        for attribute in node.attributes:
            if type_is(attribute, "ordered"):
                self.report(attribute.extent, Wrong.OrderedAttributeOnlyOnHashLiteralNode, "ordered")
            elif isinstance(attribute, syntax.TypeConstraint):
                types += 1
                if types > 1 and isinstance(self.parent(), syntax.FunctionMember):
                    self.report(attribute.extent, Wrong.MultipleTypeConstraintsOnMethodParam)

    def _attribute(self, node: syntax.Attribute) -> None:
        parent = self.parent()
        in_class = isinstance(parent, syntax.TypeDefinition | syntax.MemberDefinition) or (
            isinstance(parent, syntax.Parameter) and isinstance(self.parent(2), syntax.FunctionMember)
        )
        wrong = (
            Wrong.ParameterAttributeArgumentNeedsToBeConstant
            if in_class
            else Wrong.ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock
        )
        seen: set[str] = set()
        for named in node.named_arguments:
            if named.name.lower() in seen:
                self.report(named.extent, Wrong.DuplicateNamedArgument, named.name)
            elif named.argument is not None and not is_constant(named.argument, blocks=not in_class):
                self.report(named.argument.extent, wrong)
            seen.add(named.name.lower())
        for argument in node.positional_arguments:
            if not is_constant(argument, blocks=not in_class):
                self.report(argument.extent, wrong)

    def _attributed(self, node: syntax.AttributedExpression) -> None:
        inner: syntax.Expression = node
        while isinstance(inner, syntax.AttributedExpression):
            inner = inner.operand
        if not isinstance(inner, syntax.Variable):
            assert isinstance(node.attribute, syntax.Attribute)
            self.report(node.attribute.extent, Wrong.UnexpectedAttribute, node.attribute.type_name.full_name)

    # functions and classes

    def _function(self, node: syntax.FunctionDefinition) -> None:
        if node.parameters and node.body.param_block is not None:
            self.report(node.body.param_block.extent, Wrong.OnlyOneParameterListAllowed)
        elif node.parameters:
            self._parameters(node.parameters)
        if node.is_workflow:
            self.report(node.extent, Wrong.WorkflowNotSupportedInPowerShellCore)

    def _type(self, node: syntax.TypeDefinition) -> None:
        around = next(id(above) for above in reversed(self.above) if isinstance(above, syntax.ScriptBlock))
        if (around, node.name.lower()) in self.types:
            self.report(node.extent, Wrong.MemberAlreadyDefined, node.name)
        self.types.add((around, node.name.lower()))

    def _method(self, node: syntax.FunctionMember) -> None:
        holder = self.parent()
        assert isinstance(holder, syntax.TypeDefinition)
        flow = Flow(node)
        self.unassigned.update(map(id, flow.unassigned()))
        methods.check_method(node, holder, flow, self.report)

    def _property(self, node: syntax.PropertyMember) -> None:
        if node.property_type is not None and type_is(node.property_type, "void"):
            name = node.property_type.type_name.full_name
            self.report(node.property_type.extent, Wrong.TypeNotAllowedForProperty, name)

    # flow of control

    def _break(self, node: syntax.Break | syntax.Continue) -> None:
        label: str | None = ""
        if node.label is not None:
            label = node.label.value if isinstance(node.label, syntax.StringConstant) else None
        self._flow_out_of_finally(node.extent, label)
        if label:
            self._label_exists(node.extent, label)

    def _flow_out_of_finally(self, extent: Extent, label: str | None) -> None:
        """Leaving a finally block is told; an unknown label (None), and return, find no loop that stops them."""
        below: Node | None = None
        for node in reversed(self.above):
            if isinstance(node, syntax.NamedBlock | syntax.Trap | syntax.ScriptBlock):
                return
            if label is not None and isinstance(node, syntax.LabeledStatement) and _matches(label, node):
                return
            if isinstance(node, syntax.Try) and node.finally_block is below:
                self.report(extent, Wrong.ControlLeavingFinally)
                return
            below = node

    def _label_exists(self, extent: Extent, label: str) -> None:
        for node in reversed(self.above):
            if isinstance(node, syntax.FunctionDefinition):
                return
            if isinstance(node, syntax.FunctionMember):
                self.report(extent, Wrong.LabelNotFound, label)
                return
            if (
                isinstance(node, syntax.LabeledStatement)
                and not isinstance(node, syntax.Switch)
                and _matches(label, node)
            ):
                return

    def _return(self, node: syntax.Return) -> None:
        self._flow_out_of_finally(node.extent, None)
        block = next(
            (at for at in range(len(self.above) - 1, 0, -1) if isinstance(self.above[at], syntax.ScriptBlock)), 0
        )
        method = self.above[block - 1] if block else None
        if isinstance(method, syntax.FunctionMember) and methods.is_void(method) == (node.pipeline is not None):
            void = Wrong.VoidMethodHasReturn if node.pipeline is not None else Wrong.NonVoidMethodMissingReturnValue
            self.report(node.extent, void)

    def _try(self, node: syntax.Try) -> None:
        for number, clause in enumerate(node.catches):
            for later in node.catches[number + 1 :]:
                if not clause.types:
                    start = max(later.extent.start - 1, 0)
                    self.report(Extent(later.extent.source, start, start), Wrong.EmptyCatchNotLast)
                    break
                self._already_caught(clause, later)

    def _already_caught(self, clause: syntax.CatchClause, later: syntax.CatchClause) -> None:
        """Only what is said twice: which type derives from which is not known here."""
        caught = {_exception_name(type_) for type_ in clause.types}
        for type_ in later.types:
            name = _exception_name(type_)
            if name in caught:
                full = type_.type_name.full_name
                self.report(
                    type_.extent,
                    Wrong.ExceptionTypeAlreadyCaught,
                    full if full.lower().startswith("system.") else f"System.{full}",
                )

    def _switch(self, node: syntax.Switch) -> None:
        if SwitchFlags.PARALLEL in node.flags:
            self.report(node.extent, Wrong.KeywordParameterReservedForFutureUse, "switch", "parallel")

    def _foreach(self, node: syntax.ForEach) -> None:
        if node.parallel:
            self.report(node.extent, Wrong.KeywordParameterReservedForFutureUse, "foreach", "parallel")
        if node.throttle_limit is not None:
            self.report(node.extent, Wrong.KeywordParameterReservedForFutureUse, "foreach", "throttlelimit")
            if not node.parallel:
                self.report(node.extent, Wrong.ThrottleLimitRequiresParallelFlag)

    def _block(self, node: syntax.BlockStatement) -> None:
        if not any(isinstance(above, syntax.FunctionDefinition) and above.is_workflow for above in self.above):
            start = node.extent.start
            word = Extent(node.extent.source, start, start + len(node.kind))
            self.report(word, Wrong.UnexpectedKeyword, word.text)

    def _data(self, node: syntax.DataStatement) -> None:
        from .data_sections import check_data_section

        check_data_section(node, self.report)

    def _using(self, node: syntax.UsingStatement) -> None:
        if node.kind not in SUPPORTED_USING or node.alias is not None:
            self.report(node.extent, Wrong.UsingStatementNotSupported)
        if node.kind is UsingKind.NAMESPACE and node.name is not None and not NAMESPACE.fullmatch(node.name):
            end = node.extent.end
            self.report(Extent(node.extent.source, end - len(node.name), end), Wrong.InvalidNamespaceValue)

    # values

    def _assignment(self, node: syntax.Assignment) -> None:
        method = self._open_method()
        if method:
            methods.check_assignment(node, self.above[method - 1], self.report)
        simple = node.operator is AssignmentOperator.ASSIGN
        self._target(node.target, simple, lambda extent: self.report(extent, Wrong.InvalidLeftHandSide))

    def _unary(self, node: syntax.Unary) -> None:
        sign = STEPS.get(node.operator)
        if sign is not None:
            wrong = Wrong.OperatorRequiresVariableOrProperty
            self._target(node.operand, False, lambda extent: self.report(extent, wrong, sign))

    def _target(self, target: syntax.Expression, simple: bool, refuse: Callable[[Extent], None]) -> None:
        """What is assigned to must be a variable, member or index, or a list of such where `=` assigns."""
        if isinstance(target, syntax.ArrayLiteral) and simple:
            for element in target.elements:
                self._target(element, True, refuse)
        elif isinstance(target, syntax.Paren):
            inner = pure_expression(target.pipeline)
            if inner is None:
                refuse(target.pipeline.extent)
            else:
                self._target(inner, simple, refuse)
        elif isinstance(target, syntax.AttributedExpression):
            self._typed_target(target, simple, refuse)
        elif not isinstance(target, ASSIGNABLE) or getattr(target, "null_conditional", False):
            refuse(target.extent)

    def _typed_target(
        self, target: syntax.AttributedExpression, simple: bool, refuse: Callable[[Extent], None]
    ) -> None:
        types: list[syntax.TypeConstraint] = []
        inner: syntax.Expression = target
        while isinstance(inner, syntax.AttributedExpression):
            if isinstance(inner.attribute, syntax.TypeConstraint):
                types.append(inner.attribute)
                if type_is(inner.attribute, "void"):
                    self.report(inner.attribute.extent, Wrong.VoidTypeConstraintNotAllowed)
            inner = inner.operand
        refs = [type_ for type_ in types if is_ref(type_)]
        if refs and len(types) > 1:
            self.report(refs[-1].extent, Wrong.ReferenceNeedsToBeByItselfInTypeConstraint)
            return
        if isinstance(inner, syntax.Variable) and inner.drive is None:
            self._automatic(target.extent, inner.name, types)
        self._target(inner, simple, refuse)

    def _automatic(self, extent: Extent, name: str, types: list[syntax.TypeConstraint]) -> None:
        expected = AUTOMATIC_TYPES.get(name.lower())
        if expected is None:
            return
        given = types[-1].type_name.full_name.lower() if types else ""
        if given not in (expected.lower(), expected.lower().removeprefix("system.")):
            self.report(extent, Wrong.AssignmentStatementToAutomaticNotSupported, name, expected)

    def _convert(self, node: syntax.Convert) -> None:
        if type_is(node.attribute, "ordered"):
            if not isinstance(node.operand, syntax.Hashtable):
                self.report(
                    node.extent, Wrong.OrderedAttributeOnlyOnHashLiteralNode, node.attribute.type_name.full_name
                )
        elif is_ref(node.attribute):
            self._reference(node)

    def _reference(self, node: syntax.Convert) -> None:
        several = False
        child: syntax.Expression = node.operand
        while isinstance(child, syntax.AttributedExpression):
            if is_ref(child.attribute):
                several = True
                self.report(child.attribute.extent, Wrong.ReferenceNeedsToBeByItselfInTypeSequence)
            child = child.operand
        outer = self.parent()
        if several or not isinstance(outer, syntax.Convert) or is_ref(outer.attribute):
            return
        above = next(
            (n for n in reversed(self.above) if isinstance(n, syntax.Assignment | syntax.CommandExpression)), None
        )
        if not isinstance(above, syntax.Assignment):
            self.report(node.attribute.extent, Wrong.ReferenceNeedsToBeLastTypeInTypeConversion)

    def _using_expression(self, node: syntax.Using) -> None:
        """Only members and constant indexes may follow the variable."""
        inner = node.expression
        while not isinstance(inner, syntax.Variable):
            bad: syntax.Expression | None = inner
            if isinstance(inner, syntax.Index):
                bad = None if is_constant(inner.index, blocks=True) else inner.index
            elif type(inner) is syntax.Member and isinstance(inner.member, syntax.StringConstant):
                bad = None
            if bad is not None or not isinstance(inner, syntax.Index | syntax.Member):
                self.report((bad or inner).extent, Wrong.InvalidUsingExpression)
                return
            inner = inner.target

    def _variable(self, node: syntax.Variable) -> None:
        if node.splatted and not isinstance(self.parent(), syntax.Command | syntax.Using):
            in_list = isinstance(self.parent(), syntax.ArrayLiteral) and isinstance(self.parent(2), syntax.Command)
            wrong = Wrong.SplattingNotPermittedInArgumentList if in_list else Wrong.SplattingNotPermitted
            self.report(node.extent, wrong, node.user_path)
        if id(node) in self.unassigned:
            self.report(node.extent, Wrong.VariableNotLocal)
        if node.name.lower() == "this" and methods.in_static_member(self.above):
            self.report(node.extent, Wrong.NonStaticMemberAccessInStaticMember, node.user_path)

    def _open_method(self) -> int:
        """The depth of the method whose own statements are checked; 0 elsewhere."""
        for depth in range(len(self.above) - 1, 0, -1):
            if isinstance(self.above[depth], syntax.ScriptBlock):
                return depth - 1 if isinstance(self.above[depth - 1], syntax.FunctionMember) else 0
        return 0

    def _hashtable(self, node: syntax.Hashtable) -> None:
        seen: set[str] = set()
        for pair in node.pairs:
            if isinstance(pair.key, syntax.StringConstant | syntax.Constant):
                key = str(pair.key.value).removesuffix(".0")
                if key.lower() in seen:
                    self.report(pair.key.extent, Wrong.DuplicateKeyInHashLiteral, key)
                seen.add(key.lower())


def _matches(label: str, loop: syntax.LabeledStatement) -> bool:
    own: str | None = getattr(loop, "label", None)
    return not label or label.lower() == (own or "").lower()


def _exception_name(type_: syntax.TypeConstraint) -> str:
    return type_.type_name.full_name.lower().removeprefix("system.")


def pure_expression(pipeline: syntax.PipelineBase) -> syntax.Expression | None:
    """The expression that a pipeline is nothing but."""
    if isinstance(pipeline, syntax.Pipeline) and len(pipeline.elements) == 1 and not pipeline.background:
        only = pipeline.elements[0]
        if isinstance(only, syntax.CommandExpression) and not only.redirections:
            return only.expression
    return None


CHECKS: dict[type[Node], Callable[[Checks, Any], None]] = {
    syntax.ParamBlock: Checks._param_block,
    syntax.Parameter: Checks._parameter,
    syntax.Attribute: Checks._attribute,
    syntax.AttributedExpression: Checks._attributed,
    syntax.FunctionDefinition: Checks._function,
    syntax.TypeDefinition: Checks._type,
    syntax.FunctionMember: Checks._method,
    syntax.PropertyMember: Checks._property,
    syntax.Break: Checks._break,
    syntax.Continue: Checks._break,
    syntax.Return: Checks._return,
    syntax.Try: Checks._try,
    syntax.Switch: Checks._switch,
    syntax.ForEach: Checks._foreach,
    syntax.BlockStatement: Checks._block,
    syntax.DataStatement: Checks._data,
    syntax.UsingStatement: Checks._using,
    syntax.Assignment: Checks._assignment,
    syntax.Unary: Checks._unary,
    syntax.Convert: Checks._convert,
    syntax.Using: Checks._using_expression,
    syntax.Variable: Checks._variable,
    syntax.Hashtable: Checks._hashtable,
}
