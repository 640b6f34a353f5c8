"""System.Net.Mail.MailMessage."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$m = [Net.Mail.MailMessage]::new('a@b.c', 'x@y.z,q@r.s'); $m.To.Count; $m.To.ToString(); "
            "$m.From.User; $m.CC.Add('k@l.m'); $m.CC[0].Host",
            "Int32 2 | String x@y.z, q@r.s | String a | String l.m",
        ),
        (
            "$m = [Net.Mail.MailMessage]::new(); $m.Subject = 's'; $m.IsBodyHtml = $true; "
            "$m.Priority = 'High'; $m.Subject; $m.Priority; $m.Attachments.Count; $m.Dispose()",
            "String s | Net.Mail.MailPriority High | Int32 0",
        ),
        (
            "$m = [Net.Mail.MailMessage]::new([mailaddress]'a@b.c', [mailaddress]'d@e.f'); "
            "$m.To[0].Address; $m.Headers.Add('X-Lab', '1'); $m.Headers['X-Lab']",
            "String d@e.f | String 1",
        ),
        (
            "$m = [Net.Mail.MailMessage]::new('a@b.c', 'd@e.f', 's', 'b'); $m.Body",
            "String b",
        ),
        (
            "$r = $null; [mailaddress]::TryCreate('Ann <a@b.c>', [ref]$r); $r.DisplayName; "
            "[mailaddress]::TryCreate('x', [ref]$r); $null -eq $r",
            "Boolean True | String Ann | Boolean False | Boolean True",
        ),
    ],
)
def test_a_mail_keeps_what_is_set(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        (
            "[Net.Mail.MailMessage]::new().To.Add('x')",
            "FormatException",
        ),
        (
            "[Net.Mail.MailMessage]::new().AlternateViews",
            "MemberNotEmulated",
        ),
        (
            "[Net.Mail.SmtpClient]::new('x')",
            "TypeNotEmulated",
        ),
    ],
)
def test_no_mail_leaves(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
