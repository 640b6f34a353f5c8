"""DBNull, NullString and AutomationNull: values that say that there is none."""

from __future__ import annotations

from msolemu.runtime.types.declaring import constants
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import NOTHING, StandsForNull

DB_NULL = known_type("System.DBNull")
NULL_STRING = known_type("System.Management.Automation.Language.NullString")


class DatabaseNull(StandsForNull):
    """What a database has for null; as text it is empty."""

    __slots__ = ()

    def __str__(self) -> str:
        return ""


class NullString(StandsForNull):
    """Null for a parameter of text, where `$null` becomes an empty text; methods get None for it."""

    __slots__ = ()

    def __str__(self) -> str:
        return ""


represent(DB_NULL, DatabaseNull)
represent(NULL_STRING, NullString)
NULL = DatabaseNull()
"""The one value of DBNull."""
constants(DB_NULL, Value=NULL)
constants(NULL_STRING, Value=NullString())
constants(known_type("System.Management.Automation.Internal.AutomationNull"), Value=NOTHING)
