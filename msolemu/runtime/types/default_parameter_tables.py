"""How scripts make the table of `$PSDefaultParameterValues`."""

from __future__ import annotations

from msolemu.runtime.state.default_parameters import (
    KIND,
    DefaultParameterDictionary,
    badly_formed,
    is_switch,
    parts_of,
    refused,
)
from msolemu.runtime.types.declaring import constructor
from msolemu.runtime.values.objects import Hashtable

constructor(KIND, "DefaultParameterDictionary()")(DefaultParameterDictionary)


@constructor(KIND, "DefaultParameterDictionary(System.Collections.IDictionary dictionary)")
def from_dictionary(pairs: Hashtable) -> DefaultParameterDictionary:
    """The pairs of another dictionary; raises one error for all keys that it cannot take."""
    bad = [key for key in pairs if isinstance(key, str) and parts_of(key) is None and not is_switch(key)]
    if bad:
        raise refused(badly_formed(bad))
    return DefaultParameterDictionary(pairs.items())
