"""Which drive or provider a path leads to; what belongs to the machine itself (the registry) is refused."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from msolemu.modules.management.named_values import DRIVES, Drive
from msolemu.runtime.errors.records import ErrorCategory, StatementError, runtime_error
from msolemu.runtime.filesystem.files import locations_of, path_not_found
from msolemu.runtime.filesystem.path_info import PROVIDERS
from msolemu.runtime.operations.comparison import collation_key
from msolemu.runtime.state.session import Session
from msolemu.runtime.text.wildcard import WildcardPattern, has_wildcards, unescape

_DRIVE = re.compile(r"(\w[\w.]+):(?!:)[\\/]?(.*)", re.DOTALL)
_OF_PROVIDER = re.compile(r"(?:[\w.]+\\)?([\w.]+)::(.*)", re.DOTALL)
_OF_FILES = re.compile(r"[A-Za-z]:|[~\\/]")
_HERE = re.compile(r"\.{1,2}(?:[\\/]|$)")
REFUSED = {
    "hklm": "registry",
    "hkcu": "registry",
    "hkcr": "registry",
    "hku": "registry",
    "registry": "registry",
    "cert": "certificate store",
    "certificate": "certificate store",
    "wsman": "remote management configuration",
}


_BY_PROVIDER = {drive.provider.Name.lower(): drive for drive in DRIVES.values()}


def drive_of(session: Session, path: str) -> tuple[Drive, str] | None:
    """The drive that a path names or starts at, and the rest; None where it is a path of files."""
    qualified = _OF_PROVIDER.match(path)
    if qualified is not None:
        return _of_provider(qualified[1], qualified[2])
    found = _DRIVE.match(path)
    if found is None:
        here = locations_of(session).drive.lower()
        return (DRIVES[here], _HERE.sub("", path)) if here and not _OF_FILES.match(path) else None
    name = found[1].lower()
    if name in REFUSED:
        raise provider_refused(found[1], REFUSED[name])
    drive = DRIVES.get(name)
    return None if drive is None else (drive, found[2])


def _of_provider(name: str, rest: str) -> tuple[Drive, str] | None:
    """What a path means that names its provider."""
    folded = name.lower()
    if folded in REFUSED:
        raise provider_refused(name, REFUSED[folded])
    drive = _BY_PROVIDER.get(folded)
    if drive is None and folded not in (one.lower() for one in PROVIDERS):
        raise provider_not_found(name)
    return None if drive is None else (drive, rest)


def provider_not_found(name: str) -> StatementError:
    """The error for a provider that does not exist."""
    return runtime_error(
        "ProviderNotFound",
        f"Cannot find a provider with the name '{name}'.",
        ErrorCategory.OBJECT_NOT_FOUND,
        "System.Management.Automation.ProviderNotFoundException",
        target=name,
    )


def provider_refused(name: str, what: str) -> StatementError:
    """The error for a drive of the machine itself."""
    return runtime_error(
        "ProviderNotEmulated",
        f"The drive '{name}' leads to the {what} of the machine, which is not emulated.",
        ErrorCategory.NOT_IMPLEMENTED,
        target=name,
    )


def not_supported(
    text: str = "Provider operation stopped because the provider does not support this operation.",
) -> StatementError:
    """The error for what a provider cannot do."""
    return runtime_error(
        "NotSupported",
        text,
        ErrorCategory.NOT_IMPLEMENTED,
        "System.Management.Automation.PSNotSupportedException",
    )


def already_there(name: str) -> StatementError:
    """The error for a new name that a drive has already."""
    return runtime_error(
        "Argument",
        f"The item at path '{name}' already exists.",
        ErrorCategory.INVALID_ARGUMENT,
        "System.Management.Automation.PSArgumentException",
    )


def spelled(session: Session, drive: Drive, name: str) -> str | None:
    """A name as the drive spells it; None where the drive does not have it."""
    return next((one for one in drive.names(session) if one.lower() == name.lower()), None)


def matching(session: Session, drive: Drive, name: str, *, literal: bool = False) -> Iterator[str]:
    """The names of a drive that a path means; without wildcards a missing one is an error."""
    if not name:
        return
    if literal or not has_wildcards(name):
        plain = name if literal else unescape(name)
        found = spelled(session, drive, plain)
        if found is None:
            raise path_not_found(f"{drive.name}:{os.sep}{plain}")
        yield found
        return
    pattern = WildcardPattern(name)
    yield from sorted((one for one in drive.names(session) if pattern.matches(one)), key=collation_key)
