"""The five run profiles that every connector has, and what the results of their steps are called."""

from __future__ import annotations

import enum
from uuid import UUID, uuid5


class RunProfile(enum.Enum):
    """One kind of run."""

    FULL_IMPORT = "Full Import"
    DELTA_IMPORT = "Delta Import"
    FULL_SYNCHRONIZATION = "Full Synchronization"
    DELTA_SYNCHRONIZATION = "Delta Synchronization"
    EXPORT = "Export"

    def identifier(self, connector: UUID) -> UUID:
        """The profile's id at a connector, the same at all times."""
        return uuid5(connector, self.value)


class RunOutcome(enum.Enum):
    """How a step ended."""

    SUCCESS = "success"
    NO_OBJECTS = "completed-no-objects"
    EXPORT_ERRORS = "completed-export-errors"
    ERROR_LIMIT = "stopped-error-limit"
    DELETION_THRESHOLD = "stopped-deletion-threshold-exceeded"
