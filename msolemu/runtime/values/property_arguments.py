"""The argument of `-Property`: names, script blocks, and tables such as `@{ Name = 'Free'; Expression = { … } }`.

A cmdlet says which keys it knows; keys may be abbreviated, as PowerShell allows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msolemu.foundation.dataclass import dataclass, field
from msolemu.runtime.invoking.scriptblock import ScriptBlock
from msolemu.runtime.types.registry import type_of
from msolemu.runtime.values.objects import Hashtable, Value, unwrap
from msolemu.runtime.values.property_expressions import PropertyExpression

EXPRESSION = "expression"


class PropertyArgumentError(Exception):
    """The argument is not one; carries the error id and the text."""

    def __init__(self, error_id: str, text: str) -> None:
        super().__init__(text)
        self.error_id = error_id
        self.text = text


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the table: its name, another name for it, the types it takes, and what checks and turns its value."""

    name: str
    types: tuple[type, ...]
    type_names: tuple[str, ...]
    other_name: str = ""
    convert: Callable[[Value], Value] | None = None
    mandatory: bool = False

    def matches(self, typed: str) -> bool:
        """Whether the typed key is this one or a beginning of it."""
        lowered = typed.lower()
        return self.name.lower().startswith(lowered) or (bool(self.other_name) and self.other_name.startswith(lowered))

    @property
    def allowed(self) -> str:
        """The types as the error texts list them."""
        return "{" + ", ".join(self.type_names) + "}"


@dataclass(frozen=True, slots=True)
class PropertyArgument:
    """One property that was asked for."""

    expression: PropertyExpression
    entries: dict[str, Value] = field(default_factory=dict)

    def entry(self, key: str) -> Value:
        """What the hash table said under this key, or null."""
        return self.entries.get(key)


def property_arguments(values: Iterable[Value], keys: Sequence[Key]) -> list[PropertyArgument]:
    """Reads all arguments; the first key is the one that a bare name or script block stands for."""
    return [_argument(unwrap(value), keys) for value in values]


def _argument(value: Value, keys: Sequence[Key]) -> PropertyArgument:
    if isinstance(value, Hashtable):
        entries = _entries(value, keys)
    elif value is not None and isinstance(value, keys[0].types):
        if value == "":
            raise PropertyArgumentError("ExpressionEmptyString2", "An empty string value is not allowed.")
        entries = {keys[0].name: value}
    else:
        raise _unknown_type(value, keys[0])
    for key in keys:
        if key.name in entries:
            if key.convert:
                entries[key.name] = key.convert(entries[key.name])
        elif key.mandatory:
            raise PropertyArgumentError("DictionaryKeyMandatoryEntry", f"A mandatory entry for {key.name} is missing.")
    return PropertyArgument(PropertyExpression(entries.pop(EXPRESSION)), entries)


def _entries(table: Hashtable, keys: Sequence[Key]) -> dict[str, Value]:
    entries: dict[str, Value] = {}
    for typed, value in table.items():
        if not isinstance(typed, str):
            name = type_of(typed).name
            raise PropertyArgumentError(
                "DictionaryKeyNonString", f"The {name} key type is not valid. The key must be a string."
            )
        key = _key(typed, keys)
        if key.name in entries:
            raise PropertyArgumentError(
                "DictionaryKeyDuplicate", f'The duplicated key "{typed}" conflicts with "{key.name}".'
            )
        entries[key.name] = _checked(typed, key, value)
    return entries


def _key(typed: str, keys: Sequence[Key]) -> Key:
    found = [key for key in keys if key.matches(typed)]
    if not found:
        raise PropertyArgumentError("DictionaryKeyIllegal", f"The {typed} key is not valid.")
    if len(found) > 1:
        text = f"The {typed} key is ambiguous; {found[0].name} and {found[1].name} conflict."
        raise PropertyArgumentError("DictionaryKeyAmbiguous", text)
    return found[0]


def _checked(typed: str, key: Key, value: Value) -> Value:
    if not key.types:
        return value
    plain = unwrap(value)
    if plain is None:
        raise PropertyArgumentError("DictionaryKeyMissingValue", f"The {typed} key has no value.")
    if isinstance(plain, key.types) and not (isinstance(plain, bool) and bool not in key.types):
        if key.name == EXPRESSION and plain == "":
            raise PropertyArgumentError(
                "ExpressionEmptyString1", f'The "{key.name}" key cannot have an empty string value.'
            )
        return plain
    actual = type_of(plain).full_name
    if len(key.type_names) > 1:
        text = f'The "{typed}" key has a type, {actual}, that is not valid; expected types are {key.allowed}.'
        raise PropertyArgumentError("DictionaryKeyIllegalValue1", text)
    text = f'The "{typed}" key has a type, {actual}, that is not valid; expected type is {key.type_names[0]}.'
    raise PropertyArgumentError("DictionaryKeyIllegalValue2", text)


def _unknown_type(value: Value, key: Key) -> PropertyArgumentError:
    if value is None:
        text = f"The value of a parameter was null; one of the following types was expected: {key.allowed}."
    else:
        text = f"Cannot convert {type_of(value).full_name} to one of the following types {key.allowed}."
    return PropertyArgumentError("DictionaryKeyUnknownType", text)


EXPRESSION_KEY = Key(
    EXPRESSION, (str, ScriptBlock), ("System.String", "System.Management.Automation.ScriptBlock"), mandatory=True
)
LABEL_KEY = Key("label", (str,), ("System.String",), other_name="name")
