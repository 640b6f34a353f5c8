"""Binds the records of a pipeline: by value, by property name, then both again with conversion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msolemu.runtime.binding.binding_errors import BindingError
from msolemu.runtime.binding.parameters import ParameterInfo
from msolemu.runtime.values.objects import unwrap

if TYPE_CHECKING:
    from msolemu.runtime.binding.binder import Binding
    from msolemu.runtime.values.objects import Value

ABSENT = object()
TRANSFORMATION = "ParameterArgumentTransformationError"
CONVERSIONS = ("CannotConvertArgumentNoMessage", "CannotConvertArgument", TRANSFORMATION, "MismatchedPSTypeName")


class RecordBinder:
    """The state that is put back before each record: what the command line has bound, and the sets it left."""

    def __init__(self, binding: Binding) -> None:
        self.binding = binding
        self.typed = frozenset(binding.values)
        self.valid = binding.sets.valid
        self.open = [one for one in binding.metadata.pipeline_parameters if one.name not in self.typed]
        self.refuses_null = False
        self.simple = self._simple()

    def _simple(self) -> str | None:
        """The one parameter that takes every record as it is, in the only possible set or the default one."""
        sets = self.binding.sets
        if len(self.open) != 1 or (len(self.valid) != 1 and not sets.default_is_valid):
            return None
        one = self.open[0]
        chosen = self.valid[0] if len(self.valid) == 1 else sets.metadata.default_set
        place = one.place(chosen)
        plain = one.is_any and not (one.validations or one.transformations or one.refused or one.ps_type_name)
        if place is None or not place.by_value or not plain:
            return None
        if any(other is not one for other in sets.mandatory(chosen, self.binding.values)):
            return None
        self.refuses_null = one.ever_mandatory
        sets.choose(chosen)
        return one.name

    def bind(self, record: Value) -> None:
        """Bind a record; raises when it fits no parameter or leaves mandatory ones open."""
        binding = self.binding
        for delayed in binding.delayed:
            binding.bind(delayed.parameter, delayed.argument(record, binding.errors), delayed.extent)
        if self.simple is not None and (record is not None or not self.refuses_null):
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
