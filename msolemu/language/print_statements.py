"""Statements, pipelines and commands as text."""

from __future__ import annotations

from . import syntax
from .operators import InvocationOperator, RedirectedStream, StringKind, SwitchFlags
from .print_values import lines_of
from .print_words import name_text
from .written import written

VERBATIM = "--%"
FLAGS = {
    SwitchFlags.REGEX: "-regex ",
    SwitchFlags.WILDCARD: "-wildcard ",
    SwitchFlags.EXACT: "-exact ",
    SwitchFlags.CASE_SENSITIVE: "-casesensitive ",
    SwitchFlags.PARALLEL: "-parallel ",
}


@written.register
def _statement_block(node: syntax.StatementBlock) -> str:
    return "{\n" + lines_of(node) + "\n}"


@written.register
def _if(node: syntax.If) -> str:
    texts = [f"if ({written(clause.condition)}) {written(clause.body)}" for clause in node.clauses]
    if node.else_clause is not None:
        return "else".join(texts) + f" else {written(node.else_clause)}"
    return "else".join(texts)


@written.register
def _foreach(node: syntax.ForEach) -> str:
    flags = "-parallel " if node.parallel else ""
    if node.throttle_limit is not None:
        flags += f"-throttlelimit {written(node.throttle_limit)} "
    head = f"{_label(node.label)}foreach {flags}({written(node.variable)} in {written(node.condition)})"
    return f"{head} {written(node.body)}"


def _label(name: str | None) -> str:
    return "" if name is None else f":{name} "


@written.register
def _for(node: syntax.For) -> str:
    parts = ("" if part is None else written(part) for part in (node.initializer, node.condition, node.iterator))
    return f"{_label(node.label)}for ({'; '.join(parts)}) {written(node.body)}"


@written.register
def _while(node: syntax.While) -> str:
    return f"{_label(node.label)}while ({written(node.condition)}) {written(node.body)}"


@written.register
def _do_while(node: syntax.DoWhile) -> str:
    return f"{_label(node.label)}do {written(node.body)} while ({written(node.condition)})"


@written.register
def _do_until(node: syntax.DoUntil) -> str:
    return f"{_label(node.label)}do {written(node.body)} until ({written(node.condition)})"


@written.register
def _switch(node: syntax.Switch) -> str:
    flags = "".join(text for flag, text in FLAGS.items() if flag in node.flags)
    condition = written(node.condition)
    condition = f"-file {condition}" if SwitchFlags.FILE in node.flags else f"({condition})"
    clauses = [f"{argument_text(clause.condition)} {written(clause.body)}" for clause in node.clauses]
    if node.default is not None:
        clauses.append(f"default {written(node.default)}")
    return f"{_label(node.label)}switch {flags}{condition} {{\n" + "\n".join(clauses) + "\n}"


@written.register
def _try(node: syntax.Try) -> str:
    catches = "".join(
        f" catch {', '.join(map(written, clause.types))} {written(clause.body)}" for clause in node.catches
    )
    last = "" if node.finally_block is None else f" finally {written(node.finally_block)}"
    return f"try {written(node.body)}{catches}{last}"


@written.register
def _trap(node: syntax.Trap) -> str:
    return f"trap {'' if node.type is None else written(node.type)} {written(node.body)}"


@written.register
def _data(node: syntax.DataStatement) -> str:
    name = f"{node.variable} " if node.variable else ""
    commands = ", ".join(map(argument_text, node.commands_allowed))
    allowed = f"-SupportedCommand {commands} " if commands else ""
    return f"data {name}{allowed}{written(node.body)}"


@written.register
def _break(node: syntax.Break) -> str:
    return f"break {_label_text(node.label)}"


@written.register
def _continue(node: syntax.Continue) -> str:
    return f"continue {_label_text(node.label)}"


def _label_text(label: syntax.Expression | None) -> str:
    if label is None:
        return ""
    is_word = isinstance(label, syntax.StringConstant) and label.kind is StringKind.BAREWORD
    return label.value if is_word and isinstance(label, syntax.StringConstant) else written(label)


@written.register
def _return(node: syntax.Return) -> str:
    return f"return {_optional(node.pipeline)}"


@written.register
def _exit(node: syntax.Exit) -> str:
    return f"exit {_optional(node.pipeline)}"


@written.register
def _throw(node: syntax.Throw) -> str:
    return f"throw {_optional(node.pipeline)}"


def _optional(node: syntax.Node | None) -> str:
    return "" if node is None else written(node)


@written.register
def _block_statement(node: syntax.BlockStatement) -> str:
    return f"{node.kind} {written(node.body)}"


@written.register
def _assignment(node: syntax.Assignment) -> str:
    return f"{written(node.target)} {node.operator.value} {written(node.value)}"


@written.register
def _chain(node: syntax.PipelineChain) -> str:
    return f"{written(node.left)} {node.operator.value} {written(node.right)}{' &' if node.background else ''}"


@written.register
def _pipeline(node: syntax.Pipeline) -> str:
    return " | ".join(map(written, node.elements)) + (" &" if node.background else "")


@written.register
def _command_expression(node: syntax.CommandExpression) -> str:
    return written(node.expression) + "".join(f" {written(redirection)}" for redirection in node.redirections)


@written.register
def _command(node: syntax.Command) -> str:
    """What stands behind `--%` is text to the end of the line, so redirections go before it."""
    operator = node.invocation_operator
    first, *rest = node.elements
    plain = isinstance(first, syntax.StringConstant) and first.kind is StringKind.BAREWORD
    name = name_text(first.value) if plain and isinstance(first, syntax.StringConstant) else written(first)
    words = [name] if operator is InvocationOperator.NONE else [operator.value, name]
    redirections = [written(redirection) for redirection in node.redirections]
    for place, element in enumerate(rest):
        if _is_word(element, VERBATIM) and place + 2 == len(rest):
            last = rest[-1]
            return " ".join((*words, *redirections, VERBATIM, getattr(last, "value", ""))) + "\n"
        words.append(argument_text(element))
    return " ".join((*words, *redirections))


def _is_word(element: syntax.CommandElement, value: str) -> bool:
    return isinstance(element, syntax.StringConstant) and element.kind is StringKind.BAREWORD and element.value == value


def argument_text(element: syntax.CommandElement) -> str:
    """A word of a command, or a list of words."""
    if isinstance(element, syntax.ArrayLiteral):
        return ", ".join(map(argument_text, element.elements))
    if isinstance(element, syntax.StringConstant) and element.kind is StringKind.BAREWORD:
        return name_text(element.value)
    return written(element)


@written.register
def _parameter(node: syntax.CommandParameter) -> str:
    if node.argument is None:
        return f"-{node.name}"
    return f"-{node.name}: {argument_text(node.argument)}"


@written.register
def _merging(node: syntax.MergingRedirection) -> str:
    return f"{_stream(node.stream)}>&{node.target.value}"


@written.register
def _file_redirection(node: syntax.FileRedirection) -> str:
    return f"{_stream(node.stream)}{'>>' if node.append else '>'} {argument_text(node.location)}"


def _stream(stream: RedirectedStream) -> str:
    if stream is RedirectedStream.OUTPUT:
        return ""
    return "*" if stream is RedirectedStream.ALL else str(stream.value)
