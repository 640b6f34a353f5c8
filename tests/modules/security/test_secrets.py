from __future__ import annotations

from tests.modules.conftest import Shell

COMMANDS = "Microsoft.PowerShell.Commands."


def test_a_secure_string_is_written_in_digits_and_read_again(shell: Shell) -> None:
    script = """$s = ConvertTo-SecureString 'P@ss' -AsPlainText -Force
    $written = ConvertFrom-SecureString $s; $written
    ConvertTo-SecureString $written | ConvertFrom-SecureString -AsPlainText"""
    assert shell.lines(script) == ["5000400073007300", "P@ss"]


def test_a_text_that_was_not_written_so_is_refused(shell: Shell) -> None:
    assert shell.caught("ConvertTo-SecureString 'plain'")[0] == (
        f"ImportSecureString_InvalidArgument,{COMMANDS}ConvertToSecureStringCommand"
    )


def test_under_a_key_the_text_is_encrypted_and_can_be_read_with_that_key_alone(shell: Shell) -> None:
    script = """$key = 1..32; $s = ConvertTo-SecureString 'P@ss' -AsPlainText
    $written = ConvertFrom-SecureString $s -Key $key; $written.Substring(0, 36)
    ConvertTo-SecureString $written -Key $key | ConvertFrom-SecureString -AsPlainText
    try { ConvertTo-SecureString $written -Key (2..33) -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }
    $password = ConvertTo-SecureString '0123456789abcdef' -AsPlainText
    $again = ConvertFrom-SecureString $s -SecureKey $password
    ConvertTo-SecureString $again -SecureKey $password | ConvertFrom-SecureString -AsPlainText"""
    assert shell.lines(script) == [
        "76492d1116743f0423413b16050a5345MgB8",
        "P@ss",
        f"ImportSecureString_InvalidArgument_CryptographicError,{COMMANDS}ConvertToSecureStringCommand",
        "P@ss",
    ]


def test_a_key_of_another_length_is_refused(shell: Shell) -> None:
    command = "ConvertTo-SecureString x -AsPlainText | ConvertFrom-SecureString -Key (1..5)"
    assert shell.caught(command)[0] == f"System.ArgumentException,{COMMANDS}ConvertFromSecureStringCommand"


def test_a_text_that_no_key_has_encrypted_is_refused(shell: Shell) -> None:
    for text in ("plain", "76492d1116743f0423413b16050a5345!", "76492d1116743f0423413b16050a5345MgB8AHgA"):
        assert shell.caught(f"ConvertTo-SecureString '{text}' -Key (1..16)")[0] == (
            f"ImportSecureString_InvalidArgument,{COMMANDS}ConvertToSecureStringCommand"
        )


def test_a_credential_is_asked_for(shell: Shell) -> None:
    script = "$c = Get-Credential; $c.UserName; $c.GetNetworkCredential().Password"
    assert shell.lines(script, ["ann@contoso.com", "secret"])[-2:] == ["ann@contoso.com", "secret"]


def test_only_the_password_is_asked_for_where_the_name_is_known(shell: Shell) -> None:
    screen = shell.lines("(Get-Credential bo).UserName", ["secret"])
    assert screen == ["PowerShell credential request", "Enter your credentials.", "Password for user bo: ******", "bo"]
    screen = shell.lines("(Get-Credential -UserName bo -Title 'Who' -Message 'Say').UserName", ["secret"])
    assert screen == ["Who", "Say", "Password for user bo: ******", "bo"]


def test_a_credential_that_is_given_is_given_back(shell: Shell) -> None:
    script = """$c = [pscredential]::new('bo', (ConvertTo-SecureString x -AsPlainText))
    (Get-Credential $c).UserName"""
    assert shell.lines(script) == ["bo"]


def test_where_nobody_answers_there_is_no_credential(shell: Shell) -> None:
    assert shell.caught("Get-Credential")[-3:] == [
        f"InvalidOperation,{COMMANDS}GetCredentialCommand",
        "InvalidOperation",
        "PSInvalidOperationException",
    ]


def test_a_line_is_read_in_clear_or_in_secret(shell: Shell) -> None:
    script = "$a = Read-Host 'Name'; $b = Read-Host -AsSecureString; $a; $b.Length"
    assert shell.lines(script, ["ann", "secret"])[-2:] == ["ann", "6"]


def test_the_execution_policy_is_kept_and_changes_nothing(shell: Shell) -> None:
    script = """"$(Get-ExecutionPolicy)"
    Set-ExecutionPolicy RemoteSigned -Scope Process -Force
    "$(Get-ExecutionPolicy)"; "$(Get-ExecutionPolicy -Scope Process)"; (Get-ExecutionPolicy -List).Count
    Set-ExecutionPolicy Bypass -WhatIf; "$(Get-ExecutionPolicy -Scope LocalMachine)\""""
    lines = shell.lines(script)
    assert lines[:4] == ["Unrestricted", "RemoteSigned", "RemoteSigned", "5"]
    assert lines[-1] == "Unrestricted"
