"""`$PSVersionTable`: the PowerShell that is emulated, made when a script first asks for it."""

from __future__ import annotations

import platform
import sys

from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.types.registry import declare, known_type
from msolemu.runtime.values.objects import Hashtable, TypedArray, Value

EMULATED = "7.6.5"
COMPATIBLE = ("1.0", "2.0", "3.0", "4.0", "5.0", "5.1", "6.0", "7.0")
VERSION = known_type("System.Version")


class VersionTable(Hashtable):
    """System.Management.Automation.PSVersionHashTable."""

    __slots__ = ()


declare("System.Management.Automation.PSVersionHashTable", known_type("System.Collections.Hashtable"), VersionTable)


def version_table() -> VersionTable:
    """The table that every session has; versions are objects, as scripts compare their parts."""
    semantic = known_type("System.Management.Automation.SemanticVersion")
    return VersionTable(
        [
            ("PSVersion", convert(EMULATED, semantic)),
            ("PSEdition", "Core"),
            ("GitCommitId", EMULATED),
            ("OS", platform.platform()),
            ("Platform", "Win32NT" if sys.platform == "win32" else "Unix"),
            ("PSCompatibleVersions", TypedArray([_version(text) for text in COMPATIBLE], VERSION)),
            ("PSRemotingProtocolVersion", _version("2.4")),
            ("SerializationVersion", _version("1.1.0.1")),
            ("WSManStackVersion", _version("3.0")),
        ]
    )


def _version(text: str) -> Value:
    return convert(text, VERSION)
