"""PSSerializer: objects as CLIXML and back, without a file."""

from __future__ import annotations

from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.types.declaring import static
from msolemu.runtime.types.registry import known_type
from msolemu.runtime.values.clixml import ClixmlReader, ClixmlWriter, NotClixml
from msolemu.runtime.values.objects import Value

SERIALIZER = known_type("System.Management.Automation.PSSerializer")


@static(SERIALIZER, "string Serialize(System.Object source)", "string Serialize(System.Object source, int depth)")
def serialize(source: Value, depth: int = 1) -> str:
    """The object as CLIXML."""
    return ClixmlWriter(depth + 1).document([source])


@static(SERIALIZER, "System.Object Deserialize(string source)")
def deserialize(source: str) -> Value:
    """The object that a text holds; several as an array."""
    try:
        found = ClixmlReader().document(source)
    except NotClixml as error:
        raise NetError("System.Xml.XmlException", str(error)) from error
    return found[0] if len(found) == 1 else found
