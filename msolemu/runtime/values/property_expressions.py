"""Property expressions: `Name`, `*Name`, `{ $_.Name }` as Select-Object, Sort-Object and Format-Table take them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.errors.records import CallDepthError, PowerShellError
from msolemu.runtime.invoking.scriptblock import ScriptBlock
from msolemu.runtime.text.wildcard import WildcardPattern, has_wildcards
from msolemu.runtime.values.members import find_property, properties_of
from msolemu.runtime.values.objects import Hashtable, Value, unwrap
from msolemu.runtime.values.property_views import PropertyView, property_set

ScriptCall = Callable[[ScriptBlock, Value], Value]
"""Runs a script block with `$_` bound to the value; gives what it returned: nothing as null, one value, or a list."""


@dataclass(frozen=True, slots=True)
class PropertyResult:
    """What an expression gave for one object: a value, or the error on the way to it."""

    name: str
    value: Value = None
    error: PowerShellError | None = None


class PropertyExpression:
    """A property's name, a wildcard over names, or a script block."""

    __slots__ = ("exact", "pattern", "script", "text")

    def __init__(self, source: str | ScriptBlock, *, exact: bool = False) -> None:
        self.script: ScriptBlock | None
        self.exact = exact
        self.pattern: WildcardPattern | None = None
        if isinstance(source, str):
            self.script = None
            self.text = source
            if not exact and has_wildcards(source):
                self.pattern = WildcardPattern(source)
        else:
            self.script = source
            self.text = str(source)

    def means(self, name: str) -> bool:
        """Whether a property of this name is meant."""
        if self.pattern is not None:
            return self.pattern.matches(name)
        return self.script is None and self.text.lower() == name.lower()

    def names(self, target: Value) -> list[str]:
        """The target's own properties that the expression means, in their own spelling; none for a script block."""
        if self.pattern is not None:
            return [view.name for view in properties_of(target) if self.pattern.matches(view.name)]
        if self.script is not None:
            return []
        return [view.name for view in self._meant(target)]

    def results(self, target: Value, call: ScriptCall) -> list[PropertyResult]:
        """The values of all properties that the expression means; errors are kept, not raised."""
        if self.script is not None:
            return [self._called(target, call)]
        if self.pattern is not None:
            return list(self._matching(target, self.pattern))
        found = self._meant(target)
        if found:
            return [_read(view.name, view.value) for view in found]
        return self._counted(target) if self.exact else []

    @staticmethod
    def _matching(target: Value, pattern: WildcardPattern) -> Iterator[PropertyResult]:
        """The properties that match; of a hashtable its keys."""
        plain = unwrap(target)
        if isinstance(plain, Hashtable):
            for key, value in plain.items():
                if isinstance(key, str) and pattern.matches(key):
                    yield PropertyResult(key, value)
            return
        for view in properties_of(target):
            if pattern.matches(view.name):
                yield _read(view.name, view.value)

    def _meant(self, target: Value) -> list[PropertyView]:
        """The property of that name; of a set of properties all that there are."""
        view = find_property(target, self.text)
        if view is not None:
            return [view]
        members = (find_property(target, name) for name in property_set(target, self.text))
        return [one for one in members if one is not None]

    def _counted(self, target: Value) -> list[PropertyResult]:
        """`Count` and `Length`, which every object has in an expression though no property of it says so."""
        if target is None or self.text.lower() not in ("count", "length"):
            return []
        return [PropertyResult(self.text, 1)]

    def first(self, target: Value, call: ScriptCall) -> PropertyResult | None:
        """The first of the results."""
        results = self.results(target, call)
        return results[0] if results else None

    def _called(self, target: Value, call: ScriptCall) -> PropertyResult:
        assert self.script is not None
        session = self.script.session
        session.propagates += 1
        try:
            return PropertyResult(self.text, call(self.script, target))
        except CallDepthError:
            raise
        except PowerShellError as error:
            return PropertyResult(self.text, error=error)
        finally:
            session.propagates -= 1


def _read(name: str, read: Callable[[], Value]) -> PropertyResult:
    try:
        return PropertyResult(name, read())
    except PowerShellError as error:
        return PropertyResult(name, error=error)
