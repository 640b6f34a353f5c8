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
        ("$null -eq ([uri]'a/b').Host", "Boolean True"),
        (
            "$u = [uri]'C:\\Lab files\\a.csv'; $u.IsFile; $u.AbsoluteUri; $u.LocalPath; $u.AbsolutePath",
            "Boolean True | String file:///C:/Lab%20files/a.csv | String C:\\Lab files\\a.csv | "
            "String C:/Lab%20files/a.csv",
        ),
        (
            "$u = [uri]'\\\\server\\share\\a.csv'; $u.IsUnc; $u.Host; $u.AbsoluteUri; $u.LocalPath",
            "Boolean True | String server | String file://server/share/a.csv | String \\\\server\\share\\a.csv",
        ),
        ("([uri]'HTTP://Contoso.com:80/%7Eann/x/../a b').AbsoluteUri", "String http://contoso.com/~ann/a%20b"),
        ("([uri]'http://[::1]/').Host; ([uri]'http://[::1]/').DnsSafeHost", "String [::1] | String ::1"),
        ("$u = [uri]'mailto:ann@contoso.com'; $u.UserInfo; $u.Host", "String ann | String contoso.com"),
        ("\"$([uri]'http://a/b%20c%23d')\"", "String http://a/b c%23d"),
        (
            "([uri]'http://a/b/c').MakeRelativeUri([uri]'http://a/b/d/e?f').OriginalString; "
            "([uri]'http://a/b/c/d').MakeRelativeUri([uri]'http://a/b/e').OriginalString",
            "String d/e?f | String ../e",
        ),
        ("([uri]'http://a:8080/b?c#d').GetComponents('HostAndPort', 'UriEscaped')", "String a:8080"),
        ("([uri]'http://a/b?c#d').GetComponents('Path', 'Unescaped')", "String b"),
        (
            "[uri]::CheckHostName('10.0.0.1'); [uri]::CheckHostName('dc01.contoso.com')",
            "UriHostNameType IPv4 | UriHostNameType Dns",
        ),
        ("$i = 1; [uri]::HexUnescape('a%42c', [ref]$i); $i; [uri]::HexEscape('B')", "Char B | Int32 4 | String %42"),
    ],
)
def test_an_address_is_taken_apart_and_resolved(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("([uri]'a/b').get_Host()", "InvalidOperationException"),
        ("[uri]::new('http://')", "UriFormatException"),
        ("[uri]::new('http://contoso.com:99999/')", "UriFormatException"),
        ("[uri]::new('c:file')", "UriFormatException"),
        ("[uri]'http://a b/'", "TypeConversionException"),
        ("[uri]::new('a', 'Absolute')", "UriFormatException"),
    ],
)
def test_what_is_no_address_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
