"""Warnings and messages as objects of a script, as redirections and `-WarningVariable` show them."""

from __future__ import annotations

from msolemu.runtime.state.streams import StreamKind
from msolemu.runtime.types.declaring import properties
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, declare

NAMESPACE = "System.Management.Automation."
RECORD: NetType = declare(NAMESPACE + "InformationalRecord", OBJECT)
MESSAGES: dict[StreamKind, NetType] = {
    StreamKind.WARNING: declare(NAMESPACE + "WarningRecord", RECORD),
    StreamKind.VERBOSE: declare(NAMESPACE + "VerboseRecord", RECORD),
    StreamKind.DEBUG: declare(NAMESPACE + "DebugRecord", RECORD),
}
INFORMATION: NetType = declare(NAMESPACE + "InformationRecord", OBJECT)
HOST_MESSAGE: NetType = declare(NAMESPACE + "HostInformationMessage", OBJECT)

properties(RECORD, Message=lambda record: record.message)
properties(
    INFORMATION,
    MessageData=lambda record: record.message_data,
    Source=lambda record: record.source,
    Tags=lambda record: list(record.tags),
)
