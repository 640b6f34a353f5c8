"""Get-Command and Invoke-Command."""

from __future__ import annotations

import pytest

from tests.shell import error, output, shell


def test_a_command_is_found_by_name_and_tells_its_module() -> None:
    assert output("(Get-Command where-object).Name; (Get-Command Where-Object).Source") == [
        "Where-Object",
        "Microsoft.PowerShell.Core",
    ]


def test_what_a_script_would_call_comes_first() -> None:
    assert output("function Where-Object { 'mine' }; (Get-Command Where-Object -All).CommandType") == [
        "Function",
        "Cmdlet",
    ]
    assert output("(Get-Command gcm).CommandType; (Get-Command gcm).Definition") == ["Alias", "Get-Command"]
    assert output("function r { }; (Get-Command r -CommandType Function).Name") == ["r"]


def test_wildcards_verbs_nouns_and_modules_choose() -> None:
    assert output("(Get-Command Where-Obj*).Name") == ["Where-Object"]
    assert output("(Get-Command -Verb Where -Noun Object).Name") == ["Where-Object"]
    assert "Get-MsolUser" in output("(Get-Command -Module MSOnline).Name")
    assert output("(Get-Command -Module MSOnline -TotalCount 1).Count") == ["1"]
    assert output("(Get-Command *-Object -ParameterName FilterScript).Name") == ["Where-Object"]
    assert output("(Get-Command *-Object -ExcludeModule *Utility -ParameterType scriptblock[]).Count") == ["0"]


def test_an_unknown_command_is_an_error_that_does_not_end_the_script() -> None:
    shown = shell("Get-Command No-Such; 'on'")
    assert shown.lines == ["on"]
    assert "The term 'No-Such' is not recognized" in shown.errors


def test_the_syntax_of_functions_and_cmdlets() -> None:
    function = "function f { [CmdletBinding()] param([Parameter(Mandatory)][string]$A, [int]$B, [switch]$C) }"
    assert output(f"{function}; Get-Command f -Syntax") == ["f [-A] <string> [[-B] <int>] [-C] [<CommonParameters>]"]
    assert output("Get-Command Out-Null -Syntax") == ["Out-Null [-InputObject <psobject>] [<CommonParameters>]"]
    assert output("Get-Command gcm -Syntax") == ["gcm (alias) -> Get-Command"]


def test_parameters_are_objects() -> None:
    function = "function f { param([Parameter(Mandatory, Position = 1)][ValidateSet('a', 'b')][string]$A) }"
    assert output(
        f"{function}; $p = (Get-Command f).Parameters['A']; $p.Name; $p.ParameterType.Name; $p.Attributes.Count"
    ) == [
        "A",
        "String",
        "3",
    ]
    assert output(f"{function}; (Get-Command f).ParameterSets[0].Parameters[0].Position") == ["1"]
    assert output(f"{function}; (Get-Command f).ParameterSets[0].ToString()")[0].startswith("[-A] <string>")
    assert output(
        f"{function}; ((Get-Command f).Parameters['A'].Attributes | ? {{ $_ -is [ValidateSet] }}).ValidValues"
    ) == [
        "a",
        "b",
    ]


def test_a_command_that_was_found_can_be_called() -> None:
    assert output("& (Get-Command Where-Object) { $true } -InputObject 5") == ["5"]


def test_a_script_block_runs_in_a_scope_of_its_own() -> None:
    assert output("Invoke-Command { param($a) $a * 2 } -ArgumentList 4") == ["8"]
    assert output("$x = 1; Invoke-Command { $x = 2 }; $x; Invoke-Command -NoNewScope { $x = 3 }; $x") == ["1", "3"]
    assert output("1, 2 | Invoke-Command { $input | ForEach-Object { $_ + 1 } }") == ["2", "3"]


def test_other_computers_are_refused_by_name() -> None:
    assert "The parameter 'ComputerName' of Invoke-Command is not emulated" in error(
        "Invoke-Command -ComputerName server { 1 }"
    )


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (
            "Get-Mailbox",
            "the module ExchangeOnlineManagement (Exchange Online), which msolemu does not emulate; --stub Get-Mailbox",
        ),
        (
            "Get-RemoteMailbox",
            "the module Microsoft.Exchange.Management.PowerShell.SnapIn (Exchange Server)",
        ),
        ("connect-mggraph", "belongs to the module Microsoft.Graph (Microsoft Graph)"),
        ("Get-AzureADUser", "belongs to the module AzureAD (Azure Active Directory)"),
        ("Get-AzureADPasswordProtectionDCAgent", "belongs to the module AzureADPasswordProtection"),
        ("Get-AzureRmVM", "belongs to the module AzureRM (Azure)"),
        ("Get-AzVM", "belongs to the module Az (Azure)"),
        ("New-CsOnlineSession", "belongs to the module SkypeOnlineConnector"),
        ("Get-ADTrust", "the module ActiveDirectory (Active Directory), of which msolemu emulates only a part; --stub"),
        ("Get-ADSyncRule", "the module ADSync (Azure AD Connect), of which msolemu emulates only a part; --stub"),
        ("Get-QADUser", "belongs to the module Quest.ActiveRoles.ADManagement (Active Directory)"),
        ("robocopy", "'robocopy' is a program, and msolemu starts none."),
        (r"C:\Windows\System32\cmd.exe", r"'C:\Windows\System32\cmd.exe' is a program, and msolemu starts none."),
    ],
)
def test_a_command_that_the_field_knows_is_told_what_it_is(command: str, sentence: str) -> None:
    said = error(command)
    assert "is not recognized as a name of a cmdlet" in said
    assert sentence in said


@pytest.mark.parametrize("command", ["Get-Whatever", "Get-AzureWhatever", "Import-MyCsv", "No-Such.exe"])
def test_a_command_that_nobody_knows_is_only_not_recognized(command: str) -> None:
    assert error(command).endswith("verify that the path is correct and try again.")


@pytest.mark.parametrize("module", ["AzureAD", "azureadpreview", "Microsoft.Graph.Users"])
def test_a_module_that_the_field_knows_is_told_what_it_is_for(module: str) -> None:
    assert f"'{module}' is a module for " in error(f"Import-Module {module}")


def test_a_module_that_nobody_knows_is_only_not_found() -> None:
    assert error("Import-Module NoSuch").endswith("no valid module file was found in any module directory.")


def test_a_stub_accepts_anything_and_warns_once() -> None:
    shown = shell("Connect-ExchangeOnline -X 1; Connect-ExchangeOnline; 'on'", stubs=["Connect-ExchangeOnline"])
    assert shown.output.count("WARNING:") == 1
    assert shown.lines[-1] == "on"
