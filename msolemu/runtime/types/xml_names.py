"""XmlNamespaceManager: what the prefixes of an XPath stand for."""

from __future__ import annotations

from msolemu.runtime.types.declaring import constructor, method
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Value

MANAGER, TABLE = (known_type(f"System.Xml.{name}") for name in ("XmlNamespaceManager", "NameTable"))
XML_NAMESPACES = {"xml": "http://www.w3.org/XML/1998/namespace", "xmlns": "http://www.w3.org/2000/xmlns/"}


class NameTable:
    """The names of a document, which a namespace manager asks for and does not need here."""


class NamespaceManager:
    """Prefixes with their namespaces."""

    def __init__(self) -> None:
        self.namespaces = dict(XML_NAMESPACES)


represent(MANAGER, NamespaceManager)
represent(TABLE, NameTable)


@constructor(MANAGER, "xmlnamespacemanager(System.Object nameTable)")
def new_manager(names: Value) -> NamespaceManager:
    """A manager that knows no prefix of its own yet."""
    return NamespaceManager()


@method(MANAGER, "void AddNamespace(string prefix, string uri)")
def add_namespace(manager: NamespaceManager, prefix: str, uri: str) -> None:
    """Let a prefix stand for a namespace."""
    manager.namespaces[prefix] = uri


@method(MANAGER, "void RemoveNamespace(string prefix, string uri)")
def remove_namespace(manager: NamespaceManager, prefix: str, uri: str) -> None:
    """Forget a prefix, where it stands for that namespace."""
    if manager.namespaces.get(prefix) == uri:
        del manager.namespaces[prefix]


@method(MANAGER, "bool HasNamespace(string prefix)")
def has_namespace(manager: NamespaceManager, prefix: str) -> bool:
    """Whether the prefix stands for a namespace."""
    return prefix in manager.namespaces


@method(MANAGER, "string LookupNamespace(string prefix)")
def lookup_namespace(manager: NamespaceManager, prefix: str) -> str | None:
    """The namespace of a prefix; an empty prefix means none."""
    return manager.namespaces.get(prefix, "" if not prefix else None)
