"""What the forest refuses, without prose."""

from __future__ import annotations


class ForestError(Exception):
    """Any refusal of the forest."""


class ObjectNotFound(ForestError):
    """Nothing below `base` has this identity."""

    def __init__(self, identity: str, base: str) -> None:
        super().__init__(identity, base)
        self.identity = identity
        self.base = base


class NamedRefusal(ForestError):
    """A refusal that concerns one distinguished name."""

    def __init__(self, distinguished_name: str) -> None:
        super().__init__(distinguished_name)
        self.distinguished_name = distinguished_name


class ContainerNotFound(NamedRefusal):
    """There is no container of this name."""


class NameInUse(NamedRefusal):
    """Another object has this distinguished name."""


class AccountExists(NamedRefusal):
    """Another account of the domain has the sAMAccountName."""


class UpnNotUnique(NamedRefusal):
    """Another user of the forest has the user principal name, and the forest heeds it."""


class AttributeOwnedBySystem(NamedRefusal):
    """An attribute was to be changed that only the directory itself writes."""


class InvalidSyntax(NamedRefusal):
    """A value is not what its attribute holds."""


class NoParent(ContainerNotFound):
    """The container that an object was to be moved into is not there."""


class MovedIntoItself(NamedRefusal):
    """A container was to be moved below itself."""


class WeakPassword(NamedRefusal):
    """A password is not what the domain's policy demands."""


class NamingAttribute(NamedRefusal):
    """The attribute that names an object changes only when the object is renamed."""


class HasChildren(NamedRefusal):
    """A container that is not empty was to be removed."""


class Protected(NamedRefusal):
    """What was to be removed or moved is protected from accidental deletion."""


class IsPrimaryGroup(NamedRefusal):
    """Nobody leaves the primary group."""


class MalformedName(ForestError):
    """A text is no distinguished name."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class DamagedLdif(ForestError):
    """A file is no LDIF that can be imported; `line` counts from one, `reason` is for people to read."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(line, reason)
        self.line = line
        self.reason = reason
