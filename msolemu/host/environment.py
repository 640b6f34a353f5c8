"""The environment that a session sees: a copy of the host's, with the Windows names added that the host lacks."""

from __future__ import annotations

import os
from collections.abc import Mapping

DOMAIN = "CONTOSO"
"""The NetBIOS name of the forest that every workspace holds."""
DNS_DOMAIN = "CONTOSO.LOCAL"
"""Its DNS name, in capitals as Windows has it here."""
LONGEST_COMPUTER_NAME = 15


def environment(host: Mapping[str, str]) -> dict[str, str]:
    """The variables of a new session; folders that are added lie on the emulated drive `C:`."""
    user = user_name(host)
    profile = f"C:\\Users\\{user}"
    added = {
        "USERNAME": user,
        "USERDOMAIN": DOMAIN,
        "USERDNSDOMAIN": DNS_DOMAIN,
        "COMPUTERNAME": computer_name(host),
        "USERPROFILE": profile,
        "HOMEDRIVE": "C:",
        "HOMEPATH": f"\\Users\\{user}",
        "APPDATA": profile + "\\AppData\\Roaming",
        "LOCALAPPDATA": profile + "\\AppData\\Local",
        "TEMP": profile + "\\AppData\\Local\\Temp",
        "TMP": profile + "\\AppData\\Local\\Temp",
        "ALLUSERSPROFILE": "C:\\ProgramData",
        "ProgramData": "C:\\ProgramData",
        "PUBLIC": "C:\\Users\\Public",
        "SystemRoot": "C:\\Windows",
        "windir": "C:\\Windows",
        "ProgramFiles": "C:\\Program Files",
        "SystemDrive": "C:",
        "PSModulePath": f"{profile}\\Documents\\PowerShell\\Modules;C:\\Program Files\\PowerShell\\Modules",
    }
    known = {name.lower() for name in host}
    return {**host, **{name: value for name, value in added.items() if name.lower() not in known}}


def user_name(host: Mapping[str, str]) -> str:
    """Who is logged on at the host."""
    return host.get("USERNAME") or host.get("USER") or host.get("LOGNAME") or "Administrator"


def computer_name(host: Mapping[str, str]) -> str:
    """The host's name as Windows would have it."""
    uname = getattr(os, "uname", None)  # Windows has no such function, and always the variable
    name = host.get("COMPUTERNAME") or host.get("HOSTNAME") or (uname().nodename if uname else "")
    return name.partition(".")[0].upper()[:LONGEST_COMPUTER_NAME] or "COMPUTER"


FOLDERS_OF_A_USER = ("AppData/Roaming", "AppData/Local/Temp", "Desktop", "Documents", "Downloads")
FOLDERS_OF_THE_MACHINE = ("Users/Public", "Windows", "Program Files", "ProgramData", "Temp")


def folders_of_drive(user: str) -> tuple[str, ...]:
    """The folders that the emulated drive `C:` has from the beginning, with `/` between their parts."""
    return (*FOLDERS_OF_THE_MACHINE, *(f"Users/{user}/{folder}" for folder in FOLDERS_OF_A_USER))
