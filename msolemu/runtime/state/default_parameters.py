"""The table of `$PSDefaultParameterValues`: its keys name a command and a parameter, `'Get-Msol*:TenantId'`."""

from __future__ import annotations

from collections.abc import Iterable

from msolemu.foundation.pattern import pattern
from msolemu.runtime.casting.conversion import net_text
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.types.registry import declare, known_type, type_of
from msolemu.runtime.values.objects import Hashtable, Value

SEE = "see about_Parameters_Default_Values at https://go.microsoft.com/fwlink/?LinkId=228266."
_PART = r"""\s*(?:"\s*([^"]+?)\s*"|'\s*([^']+?)\s*'|([^"':\s][^:]*?))\s*"""
_KEY = pattern(f"{_PART}:{_PART}")


def parts_of(key: str) -> tuple[str, str] | None:
    """The command and the parameter that a key names, each perhaps a pattern; None where it is no such key."""
    found = _KEY.fullmatch(key)
    if found is None:
        return None
    command, parameter = found.group(1, 2, 3), found.group(4, 5, 6)
    return next(filter(None, command)), next(filter(None, parameter))


def is_switch(key: str) -> bool:
    """Whether a key is the one that turns all defaults off."""
    return key.strip().lower() == "disabled"


def badly_formed(keys: Iterable[Value]) -> str:
    """What is said of keys that name no parameter."""
    listed = ", ".join(map(net_text, keys))
    if ", " in listed:
        return f"The keys '{listed}' do not have valid formats. For information about the correct format, {SEE}"
    return f"The key '{listed}' does not have a valid format. For information about the correct format, {SEE}"


class DefaultParameterDictionary(Hashtable):
    """System.Management.Automation.DefaultParameterDictionary: takes no other keys, nor blanks around them."""

    __slots__ = ()

    @staticmethod
    def fold(key: Value) -> Value:
        """What a key is compared by."""
        return Hashtable.fold(key.strip() if isinstance(key, str) else key)

    def __setitem__(self, key: Value, value: Value) -> None:
        if not isinstance(key, str):
            raise refused(
                f"The key '{net_text(key)}' of type '{type_of(key).full_name}' is not a string value. "
                "DefaultParameterDictionary only accepts string value keys."
            )
        if parts_of(key) is None and not is_switch(key):
            raise refused(badly_formed([key]))
        super().__setitem__(key.strip(), value)


def refused(message: str) -> NetError:
    """The table does not take a key."""
    return NetError("System.Management.Automation.PSInvalidOperationException", message)


KIND = declare(
    "System.Management.Automation.DefaultParameterDictionary",
    known_type("System.Collections.Hashtable"),
    DefaultParameterDictionary,
    home="default_parameter_tables",
)
