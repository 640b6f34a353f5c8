"""System.Management.Automation.ScriptBlock."""

from __future__ import annotations

from typing import Any

from msolemu.runtime.casting.conversion import convert, to_text
from msolemu.runtime.errors.net_errors import NetError, argument_error
from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.invoking.functions import Function
from msolemu.runtime.invoking.scriptblock import ScriptBlock
from msolemu.runtime.state import current
from msolemu.runtime.state.frame import Frame
from msolemu.runtime.state.scopes import Scope
from msolemu.runtime.types.declaring import method, properties, refused, static
from msolemu.runtime.types.lists import Collection, collection
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import Hashtable, Value, collapse, unwrap

INVALID_OPERATION = "System.Management.Automation.PSInvalidOperationException"
EMPTY_FUNCTION_NAME = (
    "The key property for an entry in the dictionary of functions to define cannot be empty because the key property "
    "is used as the function name. Specify a non-empty string as the value of the key property, and then try the "
    "operation again."
)
NULL_FUNCTION_BODY = (
    "The script block that defines function '{0}' cannot be null or empty. Provide a non-empty script block in the "
    "function definition dictionary, and then try the operation again."
)
NULL_VARIABLE = (
    "A null entry was found in the list of variable entries to create in the script block scope. Remove the entry at "
    "index {0}, or replace it with a non-null entry, and then try again."
)
SCRIPT_BLOCK = known_type("System.Management.Automation.ScriptBlock")


def _tree(block: ScriptBlock) -> Value:
    from msolemu.runtime.reflection import syntax_members

    return syntax_members.tree_of(block)


def _attributes(block: ScriptBlock) -> list[Value]:
    from msolemu.runtime.invoking.declarations import read

    return [read(node, block.session.frame) for node in block.code.parameters.attributes]


properties(
    SCRIPT_BLOCK,
    Attributes=_attributes,
    File=lambda block: block.code.node.extent.file,
    IsFilter=lambda block: block.code.is_filter,
    IsConfiguration=lambda block: False,
    Module=lambda block: block.module,
    StartPosition=lambda block: None,
    DebuggerHidden=lambda block: False,
    Id=lambda block: current.session().ids.guid(),
    Ast=_tree,
)


@method(SCRIPT_BLOCK, "System.Collections.ObjectModel.Collection[psobject] Invoke(Params System.Object[] args)")
def invoke(block: ScriptBlock, arguments: list[Value]) -> Collection:
    """The output of the block, called with arguments."""
    return collection(block.invoke(list(arguments)))


@method(SCRIPT_BLOCK, "System.Object InvokeReturnAsIs(Params System.Object[] args)")
def invoke_return_as_is(block: ScriptBlock, arguments: list[Value]) -> Value:
    """The output of the block as an expression has it: nothing, one value, or an array."""
    return collapse(block.invoke(list(arguments)))


@method(
    SCRIPT_BLOCK,
    "System.Collections.ObjectModel.Collection[psobject] InvokeWithContext("
    "System.Collections.IDictionary functionsToDefine, "
    "System.Object variablesToDefine, Params System.Object[] args)",
)
def invoke_with_context(
    block: ScriptBlock, functions: Hashtable | None, variables: Any, arguments: list[Value]
) -> Collection:
    """The output of the block, called with functions and variables of the caller's making."""
    session = block.session
    caller = session.frame
    session.frame = Frame(session, _defining(caller.scope, functions or Hashtable()), caller.emit, caller.streams)
    try:
        return collection(block.invoke(list(arguments), variables=_given(variables)))
    finally:
        session.frame = caller


def _defining(around: Scope, functions: Hashtable) -> Scope:
    """A scope with functions of its own; raises for one without name or body."""
    scope = Scope(around)
    scope.functions = {}
    for key, body in functions.items():
        name = to_text(key)
        if not name.strip():
            raise NetError(INVALID_OPERATION, EMPTY_FUNCTION_NAME)
        if not isinstance(unwrap(body), ScriptBlock):
            raise NetError(INVALID_OPERATION, NULL_FUNCTION_BODY.format(name))
        scope.functions[name.lower()] = Function(name, unwrap(body))
    return scope


def _given(variables: Any) -> dict[str, Value]:
    listed = variables if isinstance(variables, list) else [] if variables is None else [variables]
    given = {}
    for number, each in enumerate(listed):
        if each is None:
            raise NetError(INVALID_OPERATION, NULL_VARIABLE.format(number))
        variable = convert(each, known_type("System.Management.Automation.PSVariable"))
        given[variable.name.lower()] = variable.value
    return given


@method(SCRIPT_BLOCK, "scriptblock GetNewClosure()")
def get_new_closure(block: ScriptBlock) -> ScriptBlock:
    """The block with the variables that stand here now."""
    return block.closure(block.session.frame.scope)


@method(
    SCRIPT_BLOCK,
    "System.Management.Automation.SteppablePipeline GetSteppablePipeline()",
    "System.Management.Automation.SteppablePipeline GetSteppablePipeline("
    "System.Management.Automation.CommandOrigin commandOrigin)",
    "System.Management.Automation.SteppablePipeline GetSteppablePipeline("
    "System.Management.Automation.CommandOrigin commandOrigin, System.Object[] args)",
)
def get_steppable_pipeline(block: ScriptBlock, origin: Value = None, arguments: list[Value] | None = None) -> Value:
    """The pipeline of the block, to be moved record by record."""
    from msolemu.runtime.invoking.steppable import SteppablePipeline

    if arguments:
        raise not_emulated("SteppablePipelineArgumentsNotEmulated", "Arguments for GetSteppablePipeline")
    return SteppablePipeline(block, block.session.frame)


@method(SCRIPT_BLOCK, "string ToString()")
def to_string(block: ScriptBlock) -> str:
    """The text between the braces."""
    return str(block)


@static(SCRIPT_BLOCK, "scriptblock Create(string script)")
def create(text: str) -> ScriptBlock:
    """The text as a script block."""
    if text is None:
        raise argument_error("Value cannot be null.", "script")
    return current.session().parse(text)


refused(SCRIPT_BLOCK, "runs every script in its own session", "GetPowerShell()", "CheckRestrictedLanguage()")
