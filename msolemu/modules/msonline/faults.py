"""How an error of the service looks: one exception class for all, ids by the names of its contract."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msolemu.cmdlets.errors import Fault
from msolemu.runtime.errors.records import ErrorCategory

NAMESPACE = "Microsoft.Online.Administration.Automation"
EXCEPTION = f"{NAMESPACE}.MicrosoftOnlineException"


def service_error(name: str, text: str | Callable[[Any], str]) -> Fault:
    """An error of the service; it does not end the pipeline."""
    return Fault(f"{NAMESPACE}.{name}Exception", text, ErrorCategory.OPERATION_STOPPED, EXCEPTION)
