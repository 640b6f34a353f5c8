"""System.Uri: absolute and relative."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$u = [uri]'https://ann:pw@contoso.com:8443/a/b%20c?x=1#top'; $u.Scheme; $u.Host; $u.Port; "
            "$u.UserInfo; $u.AbsolutePath; $u.LocalPath; $u.Query; $u.Fragment; $u.Authority; "
            "$u.IsDefaultPort; $u.IsAbsoluteUri; $u.OriginalString; $u.Segments -join '|'",
            "String https | String contoso.com | Int32 8443 | String ann:pw | String /a/b%20c | "
            "String /a/b c | String ?x=1 | String #top | String contoso.com:8443 | Boolean False | "
            "Boolean True | String https://ann:pw@contoso.com:8443/a/b%20c?x=1#top | String /|a/|b%20c",
        ),
        (
            "$u = [uri]'http://contoso.com'; $u.Port; $u.AbsoluteUri; $u.IsDefaultPort; \"$u\"; $u.IsLoopback; "
            "$u.IsFile; $u.IsUnc; $u.DnsSafeHost",
            "Int32 80 | String http://contoso.com/ | Boolean True | String http://contoso.com/ | "
            "Boolean False | Boolean False | Boolean False | String contoso.com",
        ),
        (
            "([uri]'a/b').IsAbsoluteUri; ([uri]'a/b').OriginalString; \"$([uri]'a/b')\"",
            "Boolean False | String a/b | String a/b",
        ),
        ("[uri]::new('http://a/b').Equals([uri]::new('http://a/b'))", "Boolean True"),
        ("[uri]::new('http://A/b').Equals([uri]::new('http://a/b'))", "Boolean True"),
        ("[uri]::IsWellFormedUriString('http://a/b c', 'Absolute')", "Boolean False"),
        ("[uri]::IsWellFormedUriString('http://a/b', 'Absolute')", "Boolean True"),
        ("[uri]::EscapeDataString('a b&c/d')", "String a%20b%26c%2Fd"),
        ("[uri]::UnescapeDataString('a%20b')", "String a b"),
        ("[uri]::EscapeUriString('a b/c')", "String a%20b/c"),
        ("[uri]::CheckSchemeName('http')", "Boolean True"),
        ("[uri]::new('https://contoso.com/a/b/', 'Absolute').AbsoluteUri", "String https://contoso.com/a/b/"),
        ("[uri]::new('a', 'Relative').IsAbsoluteUri", "Boolean False"),
        ("[uri]::new([uri]'https://contoso.com/a/b', '../c').AbsoluteUri", "String https://contoso.com/c"),
        ("[uri]::new([uri]'https://contoso.com/a/b', [uri]'?q=1').AbsoluteUri", "String https://contoso.com/a/b?q=1"),
        ("[uri]::new([uri]'https://contoso.com/a/b', '/z').AbsoluteUri", "String https://contoso.com/z"),
        ("[uri]::new([uri]'https://contoso.com/a/b', 'http://other/').Host", "String other"),
        (
            "$u = $null; [uri]::TryCreate('http://a/', 'Absolute', [ref]$u); \"$u\"; "
            "[uri]::TryCreate('x', 'Absolute', [ref]$u); $null -eq $u",
            "Boolean True | String http://a/ | Boolean False | Boolean True",
        ),
        ("([uri]'https://contoso.com/a?b#c').GetLeftPart('Authority')", "String https://contoso.com"),
        ("([uri]'https://contoso.com/a?b#c').GetLeftPart('Path')", "String https://contoso.com/a"),
        ("([uri]'https://contoso.com/a?b#c').GetLeftPart('Scheme')", "String https://"),
        ("([uri]'https://contoso.com/a?b#c').GetLeftPart('Query')", "String https://contoso.com/a?b"),
        ("([uri]'file:///C:/a').IsFile", "Boolean True"),
        ("([uri]'mailto:ann@contoso.com').Scheme", "String mailto"),
        ("[uri]''", "Uri "),
    ],
)
def test_an_address_is_taken_apart_and_resolved(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("([uri]'a/b').Host", "ExceptionWhenGetting"),
        ("$null -eq ([uri]'a/b').Host", "ExceptionWhenGetting"),
        ("[uri]::new('a', 'Absolute')", "UriFormatException"),
    ],
)
def test_what_is_no_address_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
