"""Text for HTML, addresses and JavaScript."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            '$h = [Web.HttpUtility]; $h::JavaScriptStringEncode("a`"b`n<", $true); $h::UrlEncode(\'é b\'); '
            "$h::UrlEncode('é b', [Text.Encoding]::Latin1); $h::UrlDecode('%e9', [Text.Encoding]::Latin1); "
            "$h::HtmlAttributeEncode('<a>&'); $h::UrlPathEncode('a b?c d')",
            'String "a\\"b\\n\\u003c" | String %c3%a9+b | String %e9+b | String é | String &lt;a>&amp; | '
            "String a%20b?c d",
        ),
        (
            "$h = [Web.HttpUtility]; $h::HtmlEncode(5); $h::UrlEncode([byte[]](65, 32)); "
            "$h::UrlEncodeToBytes('a b') -join ','; $h::UrlDecodeToBytes('%41') -join ','; "
            "$h::ParseQueryString('a=%e9', [Text.Encoding]::Latin1)['a']",
            "String 5 | String A+ | String 97,43,98 | String 65 | String é",
        ),
        (
            "$w = [IO.StringWriter]::new(); [Net.WebUtility]::HtmlEncode('<', $w); "
            "[Net.WebUtility]::HtmlDecode('&gt;', $w); \"$w\"; "
            "[Net.WebUtility]::UrlEncodeToBytes([byte[]](65, 32), 0, 2).Count; "
            "[Net.WebUtility]::UrlDecodeToBytes([byte[]](43), 0, 1) -join ','",
            "String &lt;> | Int32 2 | String 32",
        ),
    ],
)
def test_text_is_encoded_and_decoded(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given
