"""The applications of the service itself that every tenant has, with their real ids."""

from __future__ import annotations

from uuid import UUID

from msolemu.foundation.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Application:
    """An application of the service, the names that it goes by besides its id, and the roles it has."""

    app_principal_id: UUID
    display_name: str
    names: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


READERS = ("Directory Readers",)


def applications() -> tuple[Application, ...]:
    """All of them."""
    return (
        Application(
            UUID("00000002-0000-0000-c000-000000000000"),
            "Windows Azure Active Directory",
            ("https://graph.windows.net", "00000002-0000-0000-c000-000000000000/graph.windows.net"),
        ),
        Application(
            UUID("00000003-0000-0000-c000-000000000000"),
            "Microsoft Graph",
            ("https://graph.microsoft.com", "00000003-0000-0000-c000-000000000000/graph.microsoft.com"),
        ),
        Application(
            UUID("0000000a-0000-0000-c000-000000000000"), "Microsoft Intune", ("https://api.manage.microsoft.com",)
        ),
        Application(
            UUID("00000002-0000-0ff1-ce00-000000000000"),
            "Office 365 Exchange Online",
            ("https://outlook.office365.com", "00000002-0000-0ff1-ce00-000000000000/outlook.office365.com"),
            READERS,
        ),
        Application(
            UUID("00000003-0000-0ff1-ce00-000000000000"),
            "Office 365 SharePoint Online",
            ("00000003-0000-0ff1-ce00-000000000000/*.sharepoint.com",),
            READERS,
        ),
        Application(UUID("00000004-0000-0ff1-ce00-000000000000"), "Skype for Business Online", (), READERS),
        Application(
            UUID("00000005-0000-0ff1-ce00-000000000000"), "Office 365 Yammer", ("https://www.yammer.com",), READERS
        ),
        Application(UUID("00000006-0000-0ff1-ce00-000000000000"), "Microsoft Office 365 Portal"),
    )
