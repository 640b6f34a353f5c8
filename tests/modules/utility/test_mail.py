from __future__ import annotations

from tests.modules.conftest import Shell

MAIL = (
    "$mail = @{ To = 'it@contoso.com'; From = 'me@contoso.com'; Subject = 'S'; WarningAction = 'SilentlyContinue' }\n"
)


def test_a_mail_goes_into_the_mail_folder(shell: Shell) -> None:
    script = (
        MAIL
        + "Send-MailMessage @mail -Body 'Done.' -SmtpServer mail; Get-EmuMail | ForEach-Object { $_.Subject; $_.Body }"
    )
    assert shell.lines(script) == ["S", "Done."]


def test_the_server_may_stand_in_a_variable(shell: Shell) -> None:
    script = MAIL + "$PSEmailServer = 'mail'; Send-MailMessage @mail; @(Get-EmuMail).Count"
    assert shell.lines(script) == ["1"]


def test_without_a_server_no_mail_is_sent(shell: Shell) -> None:
    script = "Send-MailMessage -To a@b.c -From d@e.f 3>$null"
    assert shell.caught(script)[:2] == [
        "Microsoft.PowerShell.Commands.SendMailMessage,Microsoft.PowerShell.Commands.SendMailMessageCommand",
        "InvalidArgument",
    ]


def test_files_are_attached_and_missing_ones_are_errors(shell: Shell) -> None:
    script = MAIL + (
        "Set-Content a.csv 'x'; Get-Item a.csv | Send-MailMessage @mail -SmtpServer mail\n"
        "try { Send-MailMessage @mail -SmtpServer mail -Attachments none.csv -ErrorAction Stop }\n"
        "catch { $_.CategoryInfo.Category }"
    )
    assert shell.lines(script) == ["ObjectNotFound"]


def test_a_warning_says_that_the_command_is_obsolete(shell: Shell) -> None:
    assert "obsolete" in shell.run("Send-MailMessage -To a@b.c -From d@e.f -SmtpServer m 3>&1").output
