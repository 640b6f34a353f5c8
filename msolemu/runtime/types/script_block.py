"""System.Management.Automation.ScriptBlock."""

from __future__ import annotations

from typing import Any

from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.errors.net_errors import argument_error
from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.invoking.scriptblock import ScriptBlock
from msolemu.runtime.state import current
from msolemu.runtime.types.declaring import method, properties, static
from msolemu.runtime.types.lists import Collection, collection
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.objects import NOTHING, Hashtable, Value, collapse

SCRIPT_BLOCK = known_type("System.Management.Automation.ScriptBlock")


def _no_tree(block: ScriptBlock) -> Value:
    raise not_emulated("ScriptBlockAstNotEmulated", "The syntax tree of a script block")


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
    Ast=_no_tree,
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
    """The output of the block, called with variables of the caller's making."""
    if functions:
        raise not_emulated("InvokeWithContextFunctionsNotEmulated", "Functions for InvokeWithContext")
    listed = variables if isinstance(variables, list) else [] if variables is None else [variables]
    given = {
        one.name.lower(): one.value
        for one in (convert(each, known_type("System.Management.Automation.PSVariable")) for each in listed)
    }
    underscore = given.pop("_", NOTHING)
    if underscore is not NOTHING:
        given["_"] = underscore
    return collection(block.invoke(list(arguments), variables=given))


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
