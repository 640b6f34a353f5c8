"""Binds one call: named arguments, positional ones, what remains, then each record of the pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from msolemu.foundation.names import NameMap
from msolemu.runtime.binding.arguments import ArgumentReader
from msolemu.runtime.binding.binding_errors import BindingError, BindingErrors
from msolemu.runtime.binding.delayed import Delayed, waiting
from msolemu.runtime.binding.parameter_sets import ParameterSets
from msolemu.runtime.binding.parameters import CommandMetadata, Kind, ParameterInfo
from msolemu.runtime.binding.plans import Plan, keep_plan, known_plan
from msolemu.runtime.binding.positional import bind_positional
from msolemu.runtime.binding.records import RecordBinder
from msolemu.runtime.binding.words import Word, assign_names
from msolemu.runtime.invoking.pipeline import MISSING
from msolemu.runtime.values.objects import GenericList, is_enumerable, unwrap

if TYPE_CHECKING:
    from msolemu.language.position import Extent
    from msolemu.runtime.binding.default_values import DefaultValues
    from msolemu.runtime.invoking.pipeline import Argument, Shape
    from msolemu.runtime.values.objects import Value

Ask = Callable[[Sequence[ParameterInfo]], "dict[str, Value] | None"]
"""Asks the user for parameters; None where nobody can be asked."""


class Binding:
    """The parameters of one call.

    After `bind_command_line`, `values` has what was typed; after `bind_record` also what the record gave. `leftovers`
    is `$args` of a simple function. `defaults` are those of `$PSDefaultParameterValues` that concern the command.
    """

    def __init__(
        self,
        metadata: CommandMetadata,
        arguments: Sequence[Argument],
        *,
        expects_input: bool = False,
        extent: Extent | None = None,
        ask: Ask | None = None,
        defaults: DefaultValues | None = None,
        exact: bool = True,
        shape: Shape | None = None,
    ) -> None:
        self.metadata = metadata
        self.arguments = arguments
        self.expects_input = expects_input
        self.ask = ask
        self.defaults = defaults
        self.exact = exact
        self.shape = shape
        self.errors = BindingErrors(metadata, extent)
        self._reader: ArgumentReader | None = None
        self.sets = ParameterSets(metadata)
        self.values: NameMap[Value] = NameMap()
        self.leftovers: list[Value] = []
        self.delayed: list[Delayed] = []
        self._records: RecordBinder | None = None

    @property
    def reader(self) -> ArgumentReader:
        """What turns arguments into values; made when one needs it, for most calls have none."""
        if self._reader is None:
            self._reader = ArgumentReader(self.metadata, self.errors, exact=self.exact)
        return self._reader

    @property
    def parameter_set(self) -> str:
        """The set that was chosen."""
        return self.sets.chosen

    def bind_command_line(self) -> None:
        """Bind everything that was typed, then ask for what is missing."""
        plan = None if self.shape is None or self.defaults else known_plan(self, self.shape)
        if plan is not None:
            self._bind_as(plan)
            return
        named, words = assign_names(self.metadata, self.arguments, self.errors, exact=self.exact)
        for parameter, word in named:
            self.bind_typed(parameter, word.value, word.extent)
        placed = bind_positional(self, words)
        rest_taker = self._bind_remaining(placed.left)
        self._bind_defaults()
        self._decide()
        asked = self._demand_mandatory()
        if self.shape is not None and not (asked or self.defaults or self.leftovers or placed.by_value):
            keep_plan(self, self.shape, [*named, *placed.taken], rest_taker, placed.left)

    def bind_known(self) -> None:
        """Bind of what was typed all that the command knows before its dynamic parameters are there."""
        named, words = assign_names(self.metadata, self.arguments, self.errors, exact=self.exact)
        for parameter, word in named:
            self.bind_typed(parameter, word.value, word.extent)
        loose = [one for before, one in pairwise([None, *words]) if one is not None and not _is_unknown(before, one)]
        bind_positional(self, loose)
        self._bind_defaults()

    def _bind_as(self, plan: Plan) -> None:
        """Bind as a line of the same shape was bound."""
        bound: dict[str, tuple[str, Value]] = {}
        arguments = self.arguments
        for parameter, folded, index, as_is in plan.takers:
            argument = arguments[index]
            value = True if argument.value is MISSING else argument.value
            if type(value) is not as_is or not value:
                if argument.bare:
                    value = Word(value, raw=argument.text, bare=True).value_for(parameter)
                if not self._waits(parameter, value, argument.extent):
                    value = self.reader.read(parameter, value, argument.extent)
            bound[folded] = (parameter.name, value)
        self.values = NameMap.folded(bound)
        self.sets.valid = plan.sets
        if plan.rest_taker is not None:
            self._bind_rest(plan.rest_taker, [arguments[index].value for index in plan.rest])

    def bind(self, parameter: ParameterInfo, value: Value, extent: Extent | None = None) -> None:
        """Bind one argument."""
        if not self.sets.allows(parameter):
            raise self.errors.unresolved_set()
        self.values[parameter.name] = self.reader.read(parameter, value, extent)
        self.sets.narrow(parameter)

    def bind_typed(self, parameter: ParameterInfo, value: Value, extent: Extent | None = None) -> None:
        """Bind an argument of the command line; a block that waits for records stands for itself until then."""
        if self._waits(parameter, value, extent):
            self.values[parameter.name] = value
            self.sets.narrow(parameter)
        else:
            self.bind(parameter, value, extent)

    def _waits(self, parameter: ParameterInfo, value: Value, extent: Extent | None) -> bool:
        """Whether an argument is a block that waits for records; without input there are none to wait for."""
        block = waiting(parameter, value, extent, self.sets)
        if block is None:
            return False
        if not self.expects_input:
            raise self.errors.block_without_input(parameter, extent)
        self.delayed.append(block)
        return True

    @property
    def records(self) -> RecordBinder:
        """What binds records, now that the line is bound."""
        if self._records is None:
            self._records = RecordBinder(self)
        return self._records

    def bind_record(self, record: Value) -> None:
        """Bind a record of the pipeline; raises the error when it fits nothing."""
        self.records.bind(record)

    def close(self) -> None:
        """The call is over: let go of what refers back, so that nobody has to look for the circle."""
        self._records = None

    def _bind_remaining(self, left: Sequence[Word]) -> ParameterInfo | None:
        """Bind what no place took; gives the parameter that takes all the rest, if there is one."""
        if self.metadata.kind is Kind.SIMPLE_FUNCTION and not self.metadata.takes_remaining:
            self.leftovers = [part for word in left for part in word.as_arguments()]
            return None
        parameter = self._remaining_parameter() if left else None
        if parameter is not None:
            self._bind_rest(parameter, [part for word in left for part in word.as_remaining()])
            return parameter
        for word in left:
            if word.name is not None:
                raise self.errors.unknown_parameter(word.name, word.extent, word.better)
            raise self.errors.unknown_positional(word.text)
        return None

    def _bind_rest(self, parameter: ParameterInfo, values: list[Value]) -> None:
        only_one = len(values) == 1 and is_enumerable(plain := unwrap(values[0])) and isinstance(plain, Iterable)
        self.bind(parameter, list(values[0]) if only_one else _loose(values))

    def _remaining_parameter(self) -> ParameterInfo | None:
        for parameter in self.metadata.parameters.values():
            places = (parameter.place(name) for name in self.sets.valid)
            if parameter.name not in self.values and any(place is not None and place.remaining for place in places):
                return parameter
        return None

    def _bind_defaults(self) -> None:
        """What `$PSDefaultParameterValues` gives to parameters that are not bound; unusable values only warn."""
        defaults = self.defaults
        if defaults is None:
            return
        for parameter, given in defaults.chosen(self.metadata).values():
            if parameter.name in self.values or not self.sets.allows(parameter):
                continue
            for value in defaults.value(given, self):
                try:
                    self.bind(parameter, value)
                except BindingError as error:
                    defaults.failed(parameter, value, error)

    def _decide(self) -> None:
        """Choose the set, if the arguments and the pipeline leave a choice."""
        sets = self.sets
        if not sets.valid:
            raise self.errors.unresolved_set()
        if len(sets.valid) == 1:
            return
        if self.expects_input and sets.taking_pipeline(self.values):
            return
        if sets.default_is_valid:
            sets.choose(self.metadata.default_set)
            return
        if not sets.has_default and self._no_set_is_named():
            return
        complete = sets.complete(self.values, lambda parameter, name: False)
        demanding = [name for name in complete if _demands(self.metadata, name)]
        found = demanding if len(demanding) == 1 else complete
        if len(found) != 1:
            raise self.errors.unresolved_set()
        sets.choose(found[0])

    def _no_set_is_named(self) -> bool:
        return self.sets.all_sets_only

    def _demand_mandatory(self) -> bool:
        """Ask for what is missing; whether anything was."""
        missing = self._missing()
        if not missing:
            return False
        answers = self.ask(missing) if self.ask is not None else None
        if answers is None:
            raise self.errors.missing_mandatory(missing)
        for parameter in missing:
            self.bind(parameter, answers[parameter.name])
        return True

    def _missing(self) -> list[ParameterInfo]:
        """What is mandatory in the chosen set and neither bound nor waiting for the pipeline."""
        sets = self.sets
        if not self.expects_input:
            return sets.mandatory(sets.chosen, self.values)
        waiting = sets.taking_pipeline(self.values)
        ready = [name for name in sets.complete(self.values, _from_pipeline) if name in waiting]
        if ready and not self._default_must_be_typed(ready):
            sets.valid = tuple(ready)
            return []
        if len(waiting) > 1 and not ready and not sets.has_default:
            raise self.errors.unresolved_set()
        missing = sets.mandatory(sets.chosen if len(sets.valid) == 1 else (waiting or [*sets.valid])[0], self.values)
        return [one for one in missing if not _from_pipeline(one, sets.chosen)]

    def _default_must_be_typed(self, ready: Sequence[str]) -> bool:
        """Whether the default set lacks something, and the others would need properties that a record may not have."""
        sets = self.sets
        if not sets.default_is_valid or sets.metadata.default_set in ready:
            return False
        return not sets.complete(self.values, _from_pipeline_by_value)


def _is_unknown(before: Word | None, word: Word) -> bool:
    """Whether a word names a parameter that is not known, or is the value of one."""
    return word.name is not None or (before is not None and before.name is not None and before.value is MISSING)


def _from_pipeline_by_value(parameter: ParameterInfo, set_name: str) -> bool:
    place = parameter.place(set_name)
    return place is not None and place.by_value


def _from_pipeline(parameter: ParameterInfo, set_name: str) -> bool:
    place = parameter.place(set_name)
    return place is not None and (place.by_value or place.by_name)


def _demands(metadata: CommandMetadata, set_name: str) -> bool:
    """Whether the set itself, and not only all sets, has something mandatory."""
    return any(
        set_name in parameter.places and parameter.places[set_name].mandatory
        for parameter in metadata.parameters.values()
    )


def _loose(values: list[Value]) -> Value:
    """Loose words arrive as `List[object]`."""
    from msolemu.runtime.types.registry import find_type

    element = find_type("System.Object")
    return values if element is None else GenericList(values, element)
