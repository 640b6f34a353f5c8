"""Secure strings and credentials."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$s = [securestring]::new(); $s.AppendChar('a'); $s.AppendChar('b'); $s.Length; $s.RemoveAt(0); "
            "$s.Length; $c = $s.Copy(); $s.MakeReadOnly(); $s.IsReadOnly(); $c.IsReadOnly(); "
            "[Runtime.InteropServices.Marshal]::PtrToStringAuto("
            "[Runtime.InteropServices.Marshal]::SecureStringToBSTR($s)); "
            "$c.Clear(); $c.Length; $c.Dispose()",
            "Int32 2 | Int32 1 | Boolean True | Boolean False | String b | Int32 0",
        ),
        (
            "$s = ConvertTo-SecureString 'x' -AsPlainText -Force; "
            "$p = [Runtime.InteropServices.Marshal]::SecureStringToBSTR($s); "
            "[Runtime.InteropServices.Marshal]::PtrToStringBSTR($p); "
            "[Runtime.InteropServices.Marshal]::ZeroFreeBSTR($p)",
            "String x",
        ),
        (
            "$s = ConvertTo-SecureString 'x' -AsPlainText -Force; "
            "$c = [pscredential]::new('ann@contoso.com', $s); $c.UserName; $c.Password.Length; "
            "$n = $c.GetNetworkCredential(); $n.UserName; $n.Domain; $n.Password; $n.SecurePassword.Length; "
            "$n.Password = 'y'; $n.Password; $n.UserName = 'bo'; $n.UserName",
            "String ann@contoso.com | Int32 1 | String ann | String contoso.com | String x | Int32 1 | "
            "String y | String bo",
        ),
        (
            "$s = ConvertTo-SecureString 'x' -AsPlainText -Force; "
            "([pscredential]::new('contoso\\ann', $s)).GetNetworkCredential() | ForEach-Object { $_.UserName; "
            "$_.Domain }; ([pscredential]::new('ann', $s)).GetNetworkCredential().Domain; "
            "([pscredential]::new([pscustomobject]@{ UserName = 'cy'; Password = $s })).UserName; "
            "[pscredential]::Empty.UserName",
            "String ann | String contoso | String  | String cy | String ",
        ),
        (
            "$n = [Net.NetworkCredential]::new('ann', 'pw', 'contoso'); $n.Domain; $n.Password; "
            "[Net.NetworkCredential]::new().UserName; "
            "[Net.NetworkCredential]::new('', (ConvertTo-SecureString 'x' -AsPlainText -Force)).Password",
            "String contoso | String pw | String  | String x",
        ),
    ],
)
def test_a_secret_is_kept_and_given_out_in_clear_when_asked(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("$s = [securestring]::new(); $s.MakeReadOnly(); $s.AppendChar('a')", "InvalidOperationException"),
        ("[Runtime.InteropServices.Marshal]::SecureStringToBSTR($null)", "ArgumentNullException"),
        ("[Runtime.InteropServices.Marshal]::PtrToStringBSTR(5)", "ArgumentException"),
        ("[Runtime.InteropServices.Marshal]::ReleaseComObject(5)", "ArgumentException"),
        ("[pscredential]::new('', [securestring]::new())", "PSArgumentException"),
        ("[pscredential]::new('ann', $null)", "PSArgumentNullException"),
    ],
)
def test_what_is_no_secret_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
