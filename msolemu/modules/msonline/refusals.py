"""What this module itself refuses, before the directory is asked."""

from __future__ import annotations


class NotConnected(Exception):
    """A cmdlet was called before Connect-MsolService."""


class RequiredProperty(Exception):
    """The service wants a property that was not given."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class InvalidParameter(Exception):
    """A parameter was given a text that the service does not know."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class NotAPartner(Exception):
    """A tenant was named that the connected one does not manage."""


class NoFederationServer(Exception):
    """A cmdlet for federated domains was called before Set-MsolADFSContext."""
