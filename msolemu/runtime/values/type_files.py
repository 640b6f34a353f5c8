"""Files of types, `*.types.ps1xml`: the members that the objects of a type name have besides their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msolemu.foundation.xml_nodes import XmlFileError, XmlNode, read_xml
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError, runtime_error
from msolemu.runtime.values.extended import (
    AliasProperty,
    MemberSet,
    PropertySet,
    ScriptMethod,
    ScriptProperty,
    TypeData,
)

if TYPE_CHECKING:
    from msolemu.runtime.invoking.scriptblock import ScriptBlock
    from msolemu.runtime.state.session import Session
    from msolemu.runtime.values.objects import Value

Parse = Callable[[str], "ScriptBlock"]
UPDATE_ERROR = "TypesXmlUpdateException"
STANDARD = "psstandardmembers"
STANDARD_FIELDS = ("default_display_set", "default_display_property", "default_key_set")


def read_types(content: bytes, parse: Parse) -> list[TypeData]:
    """What a file says of types; raises XmlFileError, also for members that only .NET code could carry out."""
    root = read_xml(content, "Types").allows("Type")
    return [_type(node, parse) for node in root.children("Type")]


def load_types(session: Session, file: str, content: bytes, *, first: bool = False) -> list[str]:
    """Take over what a file says; gives what is there already and stays, unless the file comes first.

    What the file said before, if it was read before, is gone. Of a file that is none nothing is taken over: raises
    TypesXmlUpdateException.
    """
    try:
        added = read_types(content, session.parse)
    except XmlFileError as error:
        raise runtime_error(UPDATE_ERROR, error.told(file), ErrorCategory.INVALID_OPERATION) from None
    unload_types(session, file)
    session.type_files[file] = added
    return [f'Error in type "{data.type_name}": {reason}' for data in added for reason in _merge(session, data, first)]


def unload_types(session: Session, file: str) -> bool:
    """Take away again what a file said; False when the session has not read it."""
    added = session.type_files.pop(file, None)
    for data in added or ():
        _take_away(session.type_data, data)
    return added is not None


def _merge(session: Session, added: TypeData, first: bool) -> Iterator[str]:
    known = session.type_data
    data = known.setdefault(added.type_name.lower(), TypeData(added.type_name))
    if not first:
        present = added.members.keys() & data.members
        yield from (f"The member {added.members[key][0]} is already present." for key in sorted(present))
    data.members = {**data.members, **added.members} if first else {**added.members, **data.members}
    for name in STANDARD_FIELDS:
        if getattr(added, name) and (first or not getattr(data, name)):
            setattr(data, name, getattr(added, name))


def _take_away(known: dict[str, TypeData], added: TypeData) -> None:
    data = known.get(added.type_name.lower())
    if data is None:
        return
    own = {id(entry) for entry in added.members.values()}
    data.members = {key: entry for key, entry in data.members.items() if id(entry) not in own}
    for name in STANDARD_FIELDS:
        if getattr(added, name) and getattr(data, name) == getattr(added, name):
            setattr(data, name, type(getattr(data, name))())
    if data == TypeData(data.type_name):
        del known[added.type_name.lower()]


def _type(node: XmlNode, parse: Parse) -> TypeData:
    for refused in node.children("TypeConverter", "TypeAdapter"):
        raise refused.error(f"{refused.tag} is not emulated: no .NET code is run.")
    data = TypeData(node.allows("Name", "Members").demanded("Name").text)
    for name, member in _members(node, parse):
        if name.lower() == STANDARD and isinstance(member, MemberSet):
            _standard(data, member)
        else:
            data.members[name.lower()] = [name, member]
    return data


def _standard(data: TypeData, members: MemberSet) -> None:
    """The members that say what is shown, sorted by and grouped by."""
    for name, member in members.members.values():
        match name.lower(), member:
            case "defaultdisplaypropertyset", PropertySet():
                data.default_display_set = member.names
            case "defaultkeypropertyset", PropertySet():
                data.default_key_set = member.names
            case "defaultdisplayproperty", str():
                data.default_display_property = member


def _members(node: XmlNode, parse: Parse) -> Iterator[tuple[str, Value]]:
    found: set[str] = set()
    for one in node.inside("Members", "*"):
        name = one.demanded("Name").text
        if name.lower() in found:
            raise one.error(f'More than one member with the name "{name}" is defined in the type file.')
        found.add(name.lower())
        yield name, _member(one, parse)


def _member(node: XmlNode, parse: Parse) -> Value:
    match node.tag:
        case "NoteProperty":
            return _note(node)
        case "AliasProperty":
            return AliasProperty(node.demanded("ReferencedMemberName").text, node.text_of("TypeName"))
        case "ScriptProperty":
            read, write = _block(node, "GetScriptBlock", parse), _block(node, "SetScriptBlock", parse)
            if read is None and write is None:
                raise node.error("The ScriptProperty should have a getter or setter.")
            return ScriptProperty(read, write)
        case "ScriptMethod":
            node.demanded("Script")
            script = _block(node, "Script", parse)
            assert script is not None
            return ScriptMethod(script)
        case "PropertySet":
            return PropertySet(tuple(one.text for one in node.inside("ReferencedProperties", "Name")))
        case "MemberSet":
            return MemberSet({name.lower(): [name, member] for name, member in _members(node, parse)})
        case "CodeProperty" | "CodeMethod":
            raise node.error(f"{node.tag} is not emulated: no .NET code is run.")
        case _:
            raise node.error(f"{node.tag} is an unknown node.")


def _note(node: XmlNode) -> Value:
    value, kind = node.demanded("Value").text, node.text_of("TypeName")
    if not kind:
        return value
    from msolemu.runtime.casting.conversion import convert
    from msolemu.runtime.types.registry import find_type

    found = find_type(kind)
    try:
        return value if found is None else convert(value, found)
    except PowerShellError:
        raise node.error(f'Cannot convert note "{node.demanded("Name").text}":"{value}".') from None


def _block(node: XmlNode, name: str, parse: Parse) -> ScriptBlock | None:
    found = node.child(name)
    if found is None:
        return None
    try:
        return parse(found.element.text or "")
    except PowerShellError as error:
        raise found.error(f"Exception: {error.record.text}") from None
