"""Security identifiers and the accounts of a machine."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$s = [Security.Principal.SecurityIdentifier]'s-1-5-21-1-2-3-500'; $s.Value; "
            '$s.AccountDomainSid.Value; $s.BinaryLength; $s.IsAccountSid(); "$s"',
            "String S-1-5-21-1-2-3-500 | String S-1-5-21-1-2-3 | Int32 28 | Boolean True | String S-1-5-21-1-2-3-500",
        ),
        (
            "$b = [byte[]]::new(28); "
            "([Security.Principal.SecurityIdentifier]'S-1-5-21-1-2-3-500').GetBinaryForm($b, 0); "
            "[Security.Principal.SecurityIdentifier]::new($b, 0).Value",
            "String S-1-5-21-1-2-3-500",
        ),
        (
            "([Security.Principal.SecurityIdentifier]'S-1-5-18').Translate([Security.Principal.NTAccount]).Value; "
            "[Security.Principal.NTAccount]::new('BUILTIN', 'Users')"
            ".Translate([Security.Principal.SecurityIdentifier]).Value",
            "String NT AUTHORITY\\SYSTEM | String S-1-5-32-545",
        ),
        (
            "$s = [Security.Principal.SecurityIdentifier]::new('BuiltinAdministratorsSid', $null); "
            "$s.Value; $s.IsWellKnown('BuiltinAdministratorsSid'); $s.IsAccountSid(); "
            "$s.Equals([Security.Principal.SecurityIdentifier]'S-1-5-32-544')",
            "String S-1-5-32-544 | Boolean True | Boolean False | Boolean True",
        ),
        (
            "$a, $b = 'S-1-5-21-1-2-3-500', 'S-1-5-21-1-2-3-1001' | % { [Security.Principal.SecurityIdentifier]$_ }; "
            "$a.CompareTo($b); $a.IsEqualDomainSid($b); $a.IsValidTargetType([int]); "
            "$a.Translate([Security.Principal.SecurityIdentifier]) -eq $a",
            "Int32 -1 | Boolean True | Boolean False | Boolean True",
        ),
        (
            "$i = [Security.Principal.WindowsIdentity]::GetCurrent(); $i.User.IsAccountSid(); "
            "[Security.Principal.WindowsPrincipal]::new($i).IsInRole($i.Groups[0]); $i.IsGuest; "
            "$i.Dispose()",
            "Boolean True | Boolean True | Boolean False",
        ),
    ],
)
def test_an_identifier_is_read_and_written(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        (
            "[Security.Principal.SecurityIdentifier]::new('x')",
            "ArgumentException",
        ),
        (
            "[Security.Principal.SecurityIdentifier]::new([byte[]](1, 2), 0)",
            "ArgumentException",
        ),
        (
            "([Security.Principal.SecurityIdentifier]'S-1-5-21-1-2-3-500').Translate([Security.Principal.NTAccount])",
            "IdentityNotMappedException",
        ),
        (
            "[Security.Principal.SecurityIdentifier]::new('AccountKrbtgtSid', $null)",
            "ArgumentException",
        ),
        (
            "[Security.Principal.NTAccount]::new('')",
            "ArgumentException",
        ),
    ],
)
def test_who_is_not_known_is_not_translated(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
