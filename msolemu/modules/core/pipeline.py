"""Where-Object, ForEach-Object."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Allow, Cmdlet, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.core.comparisons import COMPARISONS, TAKES_A_COLLECTION, Compare, as_collection
from msolemu.modules.core.parameters import SCRIPT_BLOCK, InputObject
from msolemu.modules.core.services import CoreCall
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty, ValidateRange
from msolemu.runtime.casting.conversion import to_bool
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, StatementError
from msolemu.runtime.invoking.scriptblock import ScriptBlock
from msolemu.runtime.operations.comparison import eq
from msolemu.runtime.state.isolation import alone, apart, using_values
from msolemu.runtime.state.streams import Streams
from msolemu.runtime.text.wildcard import WildcardPattern, has_wildcards
from msolemu.runtime.values.members import find_property, invoke_method, properties_of
from msolemu.runtime.values.objects import (
    NOTHING,
    Hashtable,
    Value,
    enumerate_value,
    is_enumerable,
    unwrap,
)

ARGUMENT_EXCEPTION = "System.Management.Automation.PSArgumentException"
NO_VALUE = (
    "The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, "
    "and then try the command again."
)
NO_OPERATOR = (
    "An operator is required to compare the two specified values. Include one of the comparison operators, and then "
    "try the command again."
)

Property = Annotated[str, Parameter("The property to look at.", position=0, validate=(ValidateNotNullOrEmpty(),))]
Compared = Annotated[Value, Parameter("What the property is compared with.", position=1)]

where_object = Cmdlet(
    "Where-Object",
    "Lets through the objects that meet a condition.",
    aliases=("?", "where"),
    examples={
        "1..6 | Where-Object { $_ % 2 }": "Lets the odd numbers through.",
        "'anna', 'bo' | Where-Object Length -gt 2": "Compares a property, without a script block.",
    },
)


def member_of(record: Value, name: str) -> Value:
    """A property as these cmdlets read it: an entry of a dictionary first; null where there is none."""
    plain = unwrap(record)
    if isinstance(plain, Hashtable) and name in plain:
        return plain[name]
    if record is None:
        return None
    if has_wildcards(name):
        pattern = WildcardPattern(name)
        view = next((one for one in properties_of(record) if pattern.matches(one.name)), None)
    else:
        view = find_property(record, name)
    return None if view is None else view.value()


@where_object.parameter_set("EqualSet", default=True)
@dataclass
class Equal:
    """A property that counts as true, or equals the value where -EQ is given."""

    call: CoreCall
    property_: Property
    value: Compared = None
    eq: Annotated[Switch, Parameter("Equals, case aside.", name="EQ", aliases=("IEQ",))] = False

    def __post_init__(self) -> None:
        given = self.call.is_bound("Value")
        if self.eq and not given:
            raise _argument_error("ValueNotSpecifiedForWhereObject", NO_VALUE)
        if given and not self.eq:
            raise _argument_error("OperatorNotSpecified", NO_OPERATOR)

    def process(self, input_object: InputObject = NOTHING) -> Iterable[Value] | None:
        """Let the object through, or not."""
        if input_object is NOTHING:
            return None
        found = member_of(input_object, self.property_)
        return (input_object,) if to_bool(eq(found, self.value) if self.eq else found) else None


@where_object.parameter_set("ScriptBlockSet")
@dataclass
class Filtered:
    """The script block is run with the object as `$_`; what it gives decides."""

    call: CoreCall
    filter_script: Annotated[
        ScriptBlock, Parameter("The condition, in which $_ is the object.", position=0, type=SCRIPT_BLOCK)
    ]
    run: Callable[[Callable[[Value], None], Value], None] = field(init=False)

    def begin(self) -> None:
        """Make the script block ready for many objects."""
        self.run = self.filter_script.repeated(self.call.streams.for_blocks())

    def process(self, input_object: InputObject = NOTHING) -> None:
        """Let the object through, or not."""
        if input_object is NOTHING:
            return
        output: list[Value] = []
        self.run(output.append, input_object)
        if output:
            decides = output[0] if len(output) == 1 else output
            if decides is True or (decides is not False and to_bool(decides)):
                self.call.emit(input_object)


def _declare(set_name: str, switch: str, alias: str, compare: Compare) -> None:
    mark = Parameter(
        f"Compares with the operator -{switch.lower()}.", name=switch, aliases=(alias,) if alias else (), mandatory=True
    )

    @where_object.parameter_set(set_name, parameters={switch: Annotated[Switch, mark]})
    @dataclass
    class Comparing:
        """A property compares with the value as the operator says."""

        call: CoreCall
        property_: Property
        value: Compared = None

        def __post_init__(self) -> None:
            if not self.call.is_bound("Value"):
                raise _argument_error("ValueNotSpecifiedForWhereObject", NO_VALUE)
            if switch in TAKES_A_COLLECTION:
                self.value = as_collection(self.value)

        def process(self, input_object: InputObject = NOTHING) -> Iterable[Value] | None:
            """Let the object through, or not."""
            if input_object is NOTHING:
                return None
            return (input_object,) if to_bool(compare(member_of(input_object, self.property_), self.value)) else None


for _one in COMPARISONS:
    _declare(_one.set_name, _one.switch, _one.alias, _one.compare)


@where_object.parameter_set("Not")
@dataclass
class Negated:
    """A property that counts as false."""

    property_: Property
    not_: Annotated[Switch, Parameter("The property counts as false.", mandatory=True)]

    def process(self, input_object: InputObject = NOTHING) -> Iterable[Value] | None:
        """Let the object through, or not."""
        if input_object is NOTHING:
            return None
        return None if to_bool(member_of(input_object, self.property_)) else (input_object,)


def _argument_error(error_id: str, text: str) -> StatementError:
    from msolemu.cmdlets.errors import TerminatingError

    return TerminatingError(error_id, text, ErrorCategory.INVALID_ARGUMENT, ARGUMENT_EXCEPTION)


Blocks = Sequence[ScriptBlock | None]

for_each_object = Cmdlet(
    "ForEach-Object",
    "Runs a script block for each object, or reads a member of it.",
    aliases=("%", "foreach"),
    should_process=True,
    examples={
        "1..3 | ForEach-Object { $_ * 2 }": "Doubles each number.",
        "'anna', 'bo' | ForEach-Object Length": "Reads a property.",
        "'anna' | ForEach-Object Substring 0 2": "Calls a method with arguments.",
        "1..3 | ForEach-Object -Begin { $sum = 0 } -Process { $sum += $_ } -End { $sum }": "Adds the numbers up.",
    },
)


@for_each_object.parameter_set("ScriptBlockSet", default=True)
@dataclass
class Each:
    """The script blocks run in the scope of the caller, with the object as `$_`.

    Of several blocks without names the first runs at the beginning and, from three on, the last at the end.
    """

    call: CoreCall
    process_: Annotated[
        Blocks,
        Parameter(
            "What to run for each object.",
            position=0,
            name="Process",
            type=SCRIPT_BLOCK + "[]",
            allow=Allow.NULL | Allow.EMPTY_COLLECTION,
        ),
    ]
    begin_: Annotated[
        ScriptBlock | None, Parameter("What to run before the first object.", name="Begin", type=SCRIPT_BLOCK)
    ] = None
    end_: Annotated[
        ScriptBlock | None, Parameter("What to run after the last object.", name="End", type=SCRIPT_BLOCK)
    ] = None
    remaining_scripts: Annotated[
        Blocks,
        Parameter(
            "Further script blocks.",
            remaining=True,
            type=SCRIPT_BLOCK + "[]",
            allow=Allow.NULL | Allow.EMPTY_COLLECTION,
        ),
    ] = ()
    blocks: list[Callable[[Callable[[Value], None], Value], None]] = field(init=False, default_factory=list)
    streams: Streams = field(init=False)

    def begin(self) -> None:
        """Tell the blocks apart, and run what comes first."""
        self.streams = self.call.streams.for_blocks()
        bound = self.call.bound
        scripts = [self.begin_] if "Begin" in bound else []
        scripts += [*(self.process_ or ()), *(self.remaining_scripts or ())]
        end = len(scripts)
        if len(scripts) > 2 and "End" not in bound:
            end -= 1
            self.end_ = scripts[end]
        start = 1 if len(scripts) > 1 else 0
        self.blocks = [block.repeated(self.streams) for block in scripts[start:end] if block is not None]
        if start and scripts[0] is not None and end >= 2:
            scripts[0].run_into(self.call.emit, None, None, self.streams)

    def process(self, input_object: InputObject = None) -> None:
        """Run the blocks with the object."""
        emit = self.call.emit
        for block in self.blocks:
            block(emit, input_object)

    def end(self) -> None:
        """Run what comes last."""
        if self.end_ is not None:
            self.end_.run_into(self.call.emit, None, None, self.streams)


@for_each_object.parameter_set("PropertyAndMethodSet")
@dataclass
class OfEach:
    """The property's value is passed on, or what the method returns; an object without it gives null."""

    call: CoreCall
    member_name: Annotated[str, Parameter("The property or method.", position=0, validate=(ValidateNotNullOrEmpty(),))]
    argument_list: Annotated[
        Sequence[Any], Parameter("Arguments of the method.", aliases=("Args",), remaining=True)
    ] = ()

    def process(self, input_object: InputObject = NOTHING) -> Iterator[Value] | None:
        """What the member gives."""
        if input_object is NOTHING:
            return None
        name = self.member_name
        if not self.call.is_bound("ArgumentList"):
            action = f"Retrieve the value for property '{name}'"
            if self.call.confirmation.what_if and not self.call.should_process(_target(input_object), action):
                return None
            return _unrolled(self._read(input_object, name))
        given = list(self.argument_list or ())
        action = f"Invoke method '{name}' with arguments: {_listed(given)}"
        if not self.call.should_process(_target(input_object), action):
            return None
        return _unrolled(invoke_method(input_object, name, given))

    def _read(self, record: Value, name: str) -> Value:
        plain = unwrap(record)
        if isinstance(plain, Hashtable) and name in plain:
            return plain[name]
        if plain is None:
            raise self.call.error(
                "InputObjectIsNull",
                f"Input object is null, so member {name} cannot be read.",
                ErrorCategory.INVALID_ARGUMENT,
                ARGUMENT_EXCEPTION,
            )
        if has_wildcards(name) or find_property(record, name) is not None:
            return member_of(record, name)
        try:
            return invoke_method(record, name, [])
        except PowerShellError as error:
            if error.record.error_id.partition(",")[0] == "MethodNotFound":
                return None
            raise


def _unrolled(value: Value) -> Iterator[Value]:
    return iter(enumerate_value(value)) if is_enumerable(value) else iter((value,))


def _target(record: Value) -> str:
    from msolemu.runtime.casting.conversion import to_text

    return f"InputObject: {to_text(record)}"


def _listed(arguments: Sequence[Value]) -> str:
    from msolemu.runtime.casting.conversion import to_text

    return ", ".join(to_text(one) for one in arguments)


@for_each_object.parameter_set("ParallelParameterSet")
@dataclass
class InParallel:
    """The script blocks run one after another, each as in a session of its own; `$using:` brings them values."""

    call: CoreCall
    parallel: Annotated[ScriptBlock, Parameter("What to run for each object.", type=SCRIPT_BLOCK)]
    throttle_limit: Annotated[
        int, Parameter("How many may run at once; here it is one.", validate=(ValidateRange(1, 2147483647),))
    ] = 5
    timeout_seconds: Annotated[
        int,
        Parameter("Seconds after which no more objects are taken; 0 for all.", validate=(ValidateRange(0, 2147483),)),
    ] = 0
    use_new_runspace: Annotated[Switch, Parameter("Take a new runspace each time.")] = False
    started: datetime = field(init=False)
    using: dict[str, Value] = field(init=False)

    def begin(self) -> None:
        """Take the values for `$using:`; the time that is allowed starts to run."""
        self.using = using_values(self.parallel)
        for value in self.using.values():
            self._no_block(value, "ParallelUsingVariableCannotBeScriptBlock", "using variable")
        self.started = self.call.session.clock.now()

    def process(self, input_object: InputObject = None) -> None:
        """Run the block with the object, if there is time left."""
        spent = self.call.session.clock.now() - self.started
        if 0 < self.timeout_seconds <= spent.total_seconds():
            return
        self._no_block(input_object, "ParallelPipedInputObjectCannotBeScriptBlock", "piped input object")
        emit = self.call.emit
        try:
            with apart(self.call.session, self.using, self.call.streams):
                alone(self.parallel).invoke([], emit=emit, underscore=input_object)
        except PowerShellError as error:
            self.call.write_error(
                "PSTaskException", error.record.text, ErrorCategory.INVALID_OPERATION, error.record.exception.type_name
            )

    def _no_block(self, value: Value, error_id: str, what: str) -> None:
        if isinstance(value, ScriptBlock):
            raise self.call.error(
                error_id,
                f"A ForEach-Object -Parallel {what} cannot be a script block. Passed-in script block variables are not "
                "supported with ForEach-Object -Parallel, and can result in undefined behavior.",
                ErrorCategory.INVALID_TYPE,
                "System.Management.Automation.PSArgumentException",
            )
