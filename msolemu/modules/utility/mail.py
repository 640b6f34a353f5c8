"""Send-MailMessage."""

from __future__ import annotations

import enum
from pathlib import PurePosixPath
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Cmdlet, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.parameters import UtilityCall
from msolemu.modules.utility.services import OutgoingMail
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import read_bytes, resolve
from msolemu.runtime.text.encodings import TextEncoding, encoding_of
from msolemu.runtime.types.registry import net_enum

OBSOLETE = (
    "The command 'Send-MailMessage' is obsolete. This cmdlet does not guarantee secure connections to SMTP servers. "
    "While there is no immediate replacement available in PowerShell, we recommend you do not use Send-MailMessage at "
    "this time. See https://aka.ms/SendMailMessage for more information."
)
NO_SERVER = (
    "The email cannot be sent because no SMTP server was specified. You must specify an SMTP server by using either "
    "the SmtpServer parameter or the $PSEmailServer variable."
)


@net_enum("System.Net.Mail.MailPriority")
class MailPriority(enum.Enum):
    """How urgent a mail is."""

    Normal = 0
    Low = 1
    High = 2


@net_enum("System.Net.Mail.DeliveryNotificationOptions")
class DeliveryNotificationOptions(enum.Enum):
    """What a mail server tells the sender."""

    None_ = 0
    OnSuccess = 1
    OnFailure = 2
    Delay = 4
    Never = 134217728


send_mail_message = Cmdlet(
    "Send-MailMessage",
    "Puts a mail into the workspace's mail folder; nothing leaves it.",
    examples={
        "Send-MailMessage -To it@contoso.com -From me@contoso.com -Subject Done -Body 'All users.' -SmtpServer mail "
        "-WarningAction SilentlyContinue": "Delivers a mail; Get-EmuMail shows it.",
    },
)
Addresses = Annotated[list[str], Parameter("Addresses.", from_property=True)]


@send_mail_message.parameter_set()
@dataclass(kw_only=True)
class Sent:
    """The server is named as in PowerShell, and no server is asked. Files that the pipeline gives are attached."""

    call: UtilityCall
    to: Annotated[list[str], Parameter("Who receives it.", position=0, from_property=True)]
    from_: Annotated[str, Parameter("Who sends it.", name="From", from_property=True)]
    subject: Annotated[str, Parameter("What it is about.", position=1, aliases=("sub",), from_property=True)] = ""
    body: Annotated[str, Parameter("Its text.", position=2, from_property=True)] = ""
    smtp_server: Annotated[
        str,
        Parameter("The server; $PSEmailServer unless said.", position=3, aliases=("ComputerName",), from_property=True),
    ] = ""
    body_as_html: Annotated[Switch, Parameter("The text is HTML.", aliases=("BAH",), from_property=True)] = False
    cc: Addresses = field(default_factory=list)
    bcc: Addresses = field(default_factory=list)
    reply_to: Addresses = field(default_factory=list)
    priority: Annotated[MailPriority | None, Parameter("How urgent it is.", from_property=True)] = None
    encoding: Annotated[
        TextEncoding | None,
        Parameter(
            "The encoding; mails are kept in UTF-8 here.", aliases=("BE",), from_property=True, convert=encoding_of
        ),
    ] = None
    delivery_notification_option: Annotated[
        DeliveryNotificationOptions | None,
        Parameter("What the server reports; there is none here.", aliases=("DNO",), from_property=True),
    ] = None
    credential: Annotated[
        Any,
        Parameter(
            "Who signs in; there is no server here.",
            type="System.Management.Automation.PSCredential",
            from_property=True,
        ),
    ] = None
    use_ssl: Annotated[Switch, Parameter("Encrypts the connection; none is made here.", from_property=True)] = False
    port: Annotated[int, Parameter("The port; no connection is made here.", from_property=True)] = 25
    files: list[tuple[str, bytes]] = field(init=False, default_factory=list)

    def begin(self) -> None:
        """Warn as PowerShell does."""
        self.call.write_warning(OBSOLETE)

    def process(
        self,
        attachments: Annotated[
            list[str], Parameter("Files to attach.", aliases=("PsPath",), from_pipeline=True, from_property=True)
        ] = (),  # type: ignore[assignment]
    ) -> None:
        """Take files; one that is not there is an error of its own."""
        for path in attachments:
            try:
                for place in resolve(self.call.session, path, literal=True):
                    name = PurePosixPath(place.shown.replace("\\", "/")).name
                    self.files.append((name, read_bytes(self.call.session, place)))
            except PowerShellError as error:
                self.call.write_error(error)

    def end(self) -> None:
        """Deliver the mail."""
        if not (self.smtp_server or to_text(self.call.session.get_variable("PSEmailServer"))):
            raise self.call.error(
                "Microsoft.PowerShell.Commands.SendMailMessage",
                NO_SERVER,
                ErrorCategory.INVALID_ARGUMENT,
                "System.InvalidOperationException",
            )
        self.call.services.deliver(
            OutgoingMail(
                self.from_,
                tuple(self.to),
                self.subject,
                self.body,
                self.body_as_html,
                tuple(self.cc),
                tuple(self.bcc),
                tuple(self.reply_to),
                tuple(self.files),
                self.priority.name if self.priority is not None else "Normal",
            )
        )
