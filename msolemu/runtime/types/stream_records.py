"""Warnings and messages as objects of a script, as redirections and `-WarningVariable` show them."""

from __future__ import annotations

from msolemu.runtime.state.streams import InformationRecord, MessageRecord, StreamKind
from msolemu.runtime.types.declaring import constructor, properties, typed_property
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, declare, known_type
from msolemu.runtime.values.objects import Value

NAMESPACE = "System.Management.Automation."
RECORD: NetType = known_type(NAMESPACE + "InformationalRecord")
MESSAGES: dict[StreamKind, NetType] = {
    stream: known_type(f"{NAMESPACE}{stream.name.capitalize()}Record")
    for stream in (StreamKind.WARNING, StreamKind.VERBOSE, StreamKind.DEBUG)
}
INFORMATION: NetType = known_type(NAMESPACE + "InformationRecord")
COLOR = "System.Nullable[System.ConsoleColor]"
HOST_MESSAGE: NetType = declare(NAMESPACE + "HostInformationMessage", OBJECT)


class HostMessage:
    """What Write-Host writes, with the colours that it asks for."""

    __slots__ = ("record",)
    net_type = HOST_MESSAGE

    def __init__(self, record: InformationRecord) -> None:
        self.record = record

    def __str__(self) -> str:
        return str(self.record)


def _color(name: str | None) -> Value:
    return None if name is None else member("System.ConsoleColor", name)


typed_property(HOST_MESSAGE, "string", "Message", str)
typed_property(HOST_MESSAGE, "System.Nullable[bool]", "NoNewLine", lambda message: not message.record.newline)
typed_property(HOST_MESSAGE, COLOR, "ForegroundColor", lambda message: _color(message.record.foreground))
typed_property(HOST_MESSAGE, COLOR, "BackgroundColor", lambda message: _color(message.record.background))
properties(
    RECORD,
    Message=lambda record: record.message,
    InvocationInfo=lambda record: None,
    PipelineIterationInfo=lambda record: [],
)
properties(MESSAGES[StreamKind.WARNING], FullyQualifiedWarningId=lambda record: "")
properties(
    INFORMATION,
    MessageData=lambda record: HostMessage(record) if record.is_host else record.message_data,
    Source=lambda record: record.source,
    Tags=lambda record: list(record.tags),
)


def _declare(stream: StreamKind, kind: NetType) -> None:
    @constructor(kind, f"{kind.name}(string message)")
    def made(message: str) -> MessageRecord:
        return MessageRecord(stream, message)


for _stream, _kind in MESSAGES.items():
    _declare(_stream, _kind)


@constructor(INFORMATION, "InformationRecord(System.Object messageData, string source)")
def new_information(message_data: Value, source: str) -> InformationRecord:
    """What Write-Information would write."""
    return InformationRecord(message_data, source)
