"""Get-EmuMail."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Output, Parameter
from msolemu.modules.emulator.services import EmuCall
from msolemu.modules.emulator.types import Mail
from msolemu.runtime.types.date_time import DateTime

get_emu_mail = Cmdlet(
    "Get-EmuMail",
    "Shows the mail that the emulated service has sent.",
    output=Mail,
    examples={
        "Get-EmuMail": "Lists the messages, the oldest first.",
        "Get-EmuMail | Select-Object -Last 1 -ExpandProperty Body": "Shows the text of the latest message.",
    },
)


@get_emu_mail.parameter_set()
def received(
    call: EmuCall,
    number: Annotated[int | None, Parameter("Only this message.", position=0, from_property=True)] = None,
) -> Output[Mail]:
    """Reports go to the tenant's technical notification contact; nothing leaves the workspace."""
    for count, message in enumerate(call.services.messages(), start=1):
        if number in (None, count):
            sent = DateTime.of(message.sent)
            yield Mail(count, sent, message.sender, list(message.recipients), message.subject, message.body)
