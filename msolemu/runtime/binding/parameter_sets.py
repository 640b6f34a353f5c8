"""Which parameter set is meant: narrowed by every parameter that is bound, decided as PowerShell decides."""

from __future__ import annotations

from collections.abc import Callable, Container

from msolemu.runtime.binding.parameters import ALL_SETS, CommandMetadata, ParameterInfo

MANDATORY = "mandatory"


class ParameterSets:
    """The sets that are still possible in one call."""

    def __init__(self, metadata: CommandMetadata) -> None:
        self.metadata = metadata
        self.valid: tuple[str, ...] = metadata.set_names
        self.has_default = metadata.default_set in metadata.set_names

    def narrow(self, parameter: ParameterInfo) -> None:
        """A parameter is bound: only its sets are left."""
        if not parameter.in_all_sets and not parameter.common:
            self.valid = tuple(name for name in self.valid if name in parameter.places)

    def allows(self, parameter: ParameterInfo) -> bool:
        """Whether the parameter belongs to a set that is possible."""
        return parameter.in_all_sets or any(name in parameter.places for name in self.valid)

    @property
    def default_is_valid(self) -> bool:
        """Whether the default set is possible."""
        return self.metadata.default_set in self.valid

    @property
    def chosen(self) -> str:
        """The set that counts as chosen now: the only one, else the default one."""
        if len(self.valid) == 1:
            return self.valid[0]
        return self.metadata.default_set

    def choose(self, name: str) -> None:
        """Decide for a set."""
        self.valid = (name,)

    def mandatory(self, name: str, bound: Container[str]) -> list[ParameterInfo]:
        """The mandatory parameters of a set that are not bound."""
        cache = self.metadata.cache
        demanded = cache.get((MANDATORY, name))
        if demanded is None:
            places = ((parameter, parameter.place(name)) for parameter in self.metadata.parameters.values())
            demanded = [parameter for parameter, place in places if place is not None and place.mandatory]
            cache[MANDATORY, name] = demanded
        return [parameter for parameter in demanded if parameter.name not in bound]

    def complete(self, bound: Container[str], fills: Callable[[ParameterInfo, str], bool]) -> list[str]:
        """The possible sets that lack nothing that `fills` would not provide."""
        return [name for name in self.valid if all(fills(parameter, name) for parameter in self.mandatory(name, bound))]

    def taking_pipeline(self, bound: Container[str]) -> list[str]:
        """The possible sets in which a parameter still waits for the pipeline."""
        found = []
        for name in self.valid:
            for parameter in self.metadata.pipeline_parameters:
                place = parameter.place(name)
                if place is not None and (place.by_value or place.by_name) and parameter.name not in bound:
                    found.append(name)
                    break
        return found

    @property
    def all_sets_only(self) -> bool:
        """Whether the command names no sets at all."""
        return self.metadata.set_names == (ALL_SETS,)
