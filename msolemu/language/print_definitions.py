"""Script blocks, functions, classes and what a script asks for as text."""

from __future__ import annotations

from . import syntax
from .operators import Modifiers, TypeKind
from .print_statements import argument_text
from .print_values import lines_of
from .print_words import NAME_OR_FLAG, name_text, quoted, variable_text
from .written import written

APART = "\n" * 4
"""Empty lines that part the help of a script from that of its first function."""


@written.register
def _script_block(node: syntax.ScriptBlock) -> str:
    pieces = [] if node.requirements is None else [written(node.requirements) + "\n"]
    if node.help_text is not None:
        pieces.append(node.help_text + APART)
    pieces += map(written, node.using_statements)
    if node.param_block is not None:
        pieces.append(written(node.param_block))
    blocks = (node.dynamic_param_block, node.begin_block, node.process_block, node.end_block, node.clean_block)
    pieces += (written(block) for block in blocks if block is not None)
    return "\n".join(pieces)


@written.register
def _named_block(node: syntax.NamedBlock) -> str:
    return lines_of(node) if node.unnamed else f"{node.kind.value} {{\n{lines_of(node)}\n}}"


@written.register
def _param_block(node: syntax.ParamBlock) -> str:
    return f"{''.join(map(written, node.attributes))}param({_parameters(node.parameters)})"


def _parameters(parameters: tuple[syntax.Parameter, ...]) -> str:
    return ",\n".join(map(written, parameters))


@written.register
def _parameter(node: syntax.Parameter) -> str:
    default = "" if node.default_value is None else f" = {written(node.default_value)}"
    return f"{''.join(map(written, node.attributes))}{written(node.name)}{default}"


@written.register
def _requirements(node: syntax.ScriptRequirements) -> str:
    lines = []
    if node.version is not None:
        lines.append(f"-Version {node.version}")
    lines += (f"-PSEdition {quoted(edition)}" for edition in node.editions[:1])
    if node.modules:
        texts = (_one_line(module) for module in node.modules)
        lines.append(f"-Modules {', '.join(texts)}")
    if node.assemblies:
        lines.append(f"-Assembly {', '.join(map(quoted, node.assemblies))}")
    if node.run_as_administrator:
        lines.append("-RunAsAdministrator")
    if node.shell_id is not None:
        lines.append(f"-ShellId {quoted(node.shell_id)}")
    return "\n".join(f"#requires {line}" for line in lines)


def _one_line(module: syntax.Expression) -> str:
    if isinstance(module, syntax.Hashtable):
        return "@{" + "; ".join(f"{argument_text(pair.key)} = {written(pair.value)}" for pair in module.pairs) + "}"
    return argument_text(module)


@written.register
def _function(node: syntax.FunctionDefinition) -> str:
    keyword = "workflow" if node.is_workflow else "filter" if node.is_filter else "function"
    parameters = "" if node.parameters is None else f"({_parameters(node.parameters)})"
    text = f"{keyword} {name_text(node.name)}{parameters} {{\n{written(node.body)}\n}}"
    if node.help_text is None or node.help_text == node.body.help_text:
        return text
    return f"{node.help_text}\n{text}"


@written.register
def _configuration(node: syntax.ConfigurationDefinition) -> str:
    return f"configuration {argument_text(node.name)} {written(node.body)}"


@written.register
def _using(node: syntax.UsingStatement) -> str:
    alias = "" if node.alias is None else f"{_item(node.alias)} = "
    item = _item(node.name or "") if node.module_specification is None else written(node.module_specification)
    return f"using {node.kind.value} {alias}{item}"


def _item(name: str) -> str:
    return name if all(map(NAME_OR_FLAG.fullmatch, name.split("."))) else quoted(name)


@written.register
def _type(node: syntax.TypeDefinition) -> str:
    bases = f" : {', '.join(written(base.type_name) for base in node.base_types)}" if node.base_types else ""
    enum = node.kind is TypeKind.ENUM
    members = (_enum_member(m) if enum and isinstance(m, syntax.PropertyMember) else written(m) for m in node.members)
    head = "".join(f"{written(attribute)}\n" for attribute in node.attributes)
    return f"{head}{node.kind.value} {node.name}{bases} {{\n" + "\n".join(members) + "\n}"


def _enum_member(node: syntax.PropertyMember) -> str:
    return node.name if node.initial_value is None else f"{node.name} = {written(node.initial_value)}"


def _head(node: syntax.PropertyMember | syntax.FunctionMember, kind: syntax.TypeConstraint | None) -> str:
    """Attributes, modifiers and type before a member's name."""
    words = [f"{written(attribute)} " for attribute in node.attributes]
    words += ("static " for _ in range(Modifiers.STATIC in node.modifiers))
    words += ("hidden " for _ in range(Modifiers.HIDDEN in node.modifiers))
    return "".join(words) + ("" if kind is None else f"{written(kind)} ")


@written.register
def _property(node: syntax.PropertyMember) -> str:
    value = "" if node.initial_value is None else f" = {written(node.initial_value)}"
    return f"{_head(node, node.property_type)}{variable_text(node.name)}{value}"


@written.register
def _method(node: syntax.FunctionMember) -> str:
    base = "" if node.base_arguments is None else f" : base({', '.join(map(written, node.base_arguments))})"
    head = f"{_head(node, node.return_type)}{node.name}({_parameters(node.parameters)}){base}"
    return f"{head} {{\n{written(node.body)}\n}}"
