"""Binds the records of a pipeline: by value, by property name, then both again with conversion."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msolemu.runtime.binding.binding_errors import BindingError
from msolemu.runtime.binding.parameters import ParameterInfo
from msolemu.runtime.values.objects import unwrap

if TYPE_CHECKING:
    from msolemu.runtime.binding.binder import Binding
    from msolemu.runtime.values.objects import Value

ABSENT = object()
TRANSFORMATION = "ParameterArgumentTransformationError"
CONVERSIONS = ("CannotConvertArgumentNoMessage", "CannotConvertArgument", TRANSFORMATION, "MismatchedPSTypeName")


class RecordPlan(NamedTuple):
    """What is the same for all calls that have bound the same names and have the same sets left."""

    open: tuple[ParameterInfo, ...]
    """The parameters that records may fill."""
    simple: ParameterInfo | None
    """The one parameter that takes every record as it is, in the only possible set or the default one."""
    chosen: str
    """That set."""


class RecordBinder:
    """The state that is put back before each record: what the command line has bound, and the sets it left."""

    def __init__(self, binding: Binding) -> None:
        self.binding = binding
        self.valid = binding.sets.valid
        self.open, simple, chosen = self._plan(frozenset(binding.values.folded_keys()))
        self.simple = ""
        self.refuses_null = False
        if simple is not None:
            self.simple = simple.name
            self.refuses_null = simple.ever_mandatory
            binding.sets.choose(chosen)

    def _plan(self, typed: frozenset[str]) -> RecordPlan:
        cache = self.binding.metadata.cache
        plan: RecordPlan | None = cache.get((RecordPlan, typed, self.valid))
        if plan is None:
            parameters = self.binding.metadata.pipeline_parameters
            open_ = tuple(one for one in parameters if one.name.lower() not in typed)
            plan = cache[RecordPlan, typed, self.valid] = self._planned(open_)
        return plan

    def _planned(self, open_: tuple[ParameterInfo, ...]) -> RecordPlan:
        sets = self.binding.sets
        undecided = RecordPlan(open_, None, "")
        if len(open_) != 1 or (len(self.valid) != 1 and not sets.default_is_valid):
            return undecided
        one = open_[0]
        chosen = self.valid[0] if len(self.valid) == 1 else sets.metadata.default_set
        place = one.place(chosen)
        plain = one.is_any and not (one.validations or one.transformations or one.refused or one.ps_type_name)
        others = any(other is not one for other in sets.mandatory(chosen, self.binding.values))
        takes = place is not None and place.by_value and plain and not others
        return RecordPlan(open_, one, chosen) if takes else undecided

    def bind(self, record: Value) -> None:
        """Bind a record; raises when it fits no parameter or leaves mandatory ones open."""
        binding = self.binding
        for delayed in binding.delayed:
            binding.bind(delayed.parameter, delayed.argument(record, binding.errors), delayed.extent)
        if self.simple and (record is not None or not self.refuses_null):
            binding.values[self.simple] = record
            return
        for parameter in self.open:
            binding.values.pop(parameter.name, None)
        binding.sets.valid = self.valid
        if not self._bind_all(record) and not binding.delayed:
            raise binding.errors.input_not_bound(record)
        self._decide()
        missing = binding.sets.mandatory(binding.sets.chosen, binding.values)
        if missing:
            raise binding.errors.input_lacks(missing, record)

    def _bind_all(self, record: Value) -> bool:
        bound = False
        for converting in (False, True):
            for by_value in (True, False):
                bound = self._bind_state(record, by_value=by_value, converting=converting) or bound
        return bound

    def _bind_state(self, record: Value, *, by_value: bool, converting: bool) -> bool:
        sets = self.binding.sets
        if sets.default_is_valid and self._bind_in([sets.metadata.default_set], record, by_value, converting):
            return True
        return self._bind_in(sets.valid, record, by_value, converting)

    def _bind_in(self, names: list[str] | tuple[str, ...], record: Value, by_value: bool, converting: bool) -> bool:
        bound = False
        for parameter in self.open:
            if parameter.name in self.binding.values or not self.binding.sets.allows(parameter):
                continue
            places = [parameter.place(name) for name in names]
            if any(place is not None and (place.by_value if by_value else place.by_name) for place in places):
                value = record if by_value else self._property(parameter, record)
                if value is not ABSENT and self._try(parameter, value, by_value=by_value, converting=converting):
                    bound = True
        return bound

    def _property(self, parameter: ParameterInfo, record: Value) -> Value:
        from msolemu.runtime.values.members import find_property
        from msolemu.runtime.values.objects import Hashtable

        if record is None or isinstance(unwrap(record), Hashtable):
            return ABSENT
        for name in parameter.names:
            found = find_property(record, name)
            if found is not None:
                return found.value()
        return ABSENT

    def _try(self, parameter: ParameterInfo, value: Value, *, by_value: bool, converting: bool) -> bool:
        """Bind, if the value fits; a failed conversion only means that it does not.

        But a property that a function cannot take is an error of the record.
        """
        binding = self.binding
        if not converting and not binding.reader.fits(parameter, value):
            return False
        try:
            binding.bind(parameter, value)
        except BindingError as error:
            identity = error.record.error_id.partition(",")[0]
            if identity not in CONVERSIONS or (identity == TRANSFORMATION and not by_value):
                raise
            return False
        return True

    def _decide(self) -> None:
        sets = self.binding.sets
        if len(sets.valid) < 2 or sets.all_sets_only:
            return
        if sets.default_is_valid:
            sets.choose(sets.metadata.default_set)
            return
        complete = sets.complete(self.binding.values, lambda parameter, name: False)
        if len(complete) != 1:
            raise self.binding.errors.unresolved_set()
        sets.choose(complete[0])
