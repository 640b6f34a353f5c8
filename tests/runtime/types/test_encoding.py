"""System.Text.Encoding, and text for web pages and addresses."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        ("[Text.Encoding]::UTF8.GetBytes('é') -join ','", "String 195,169"),
        ("[Text.Encoding]::Unicode.GetBytes('a') -join ','", "String 97,0"),
        ("[Text.Encoding]::BigEndianUnicode.GetBytes('a') -join ','", "String 0,97"),
        ("[Text.Encoding]::ASCII.GetBytes('é') -join ','", "String 63"),
        ("[Text.Encoding]::UTF32.GetBytes('a') -join ','", "String 97,0,0,0"),
        ("[Text.Encoding]::Latin1.GetBytes('é') -join ','", "String 233"),
        ("[Text.Encoding]::GetEncoding('utf-8').WebName", "String utf-8"),
        ("[Text.Encoding]::GetEncoding(1252).CodePage", "Int32 1252"),
        ("[Text.Encoding]::GetEncoding('iso-8859-1').BodyName", "String iso-8859-1"),
        ("[Text.Encoding]::Default.WebName", "String utf-8"),
        ("[Text.Encoding]::UTF8.GetString([byte[]](195, 169))", "String é"),
        ("[Text.Encoding]::UTF8.GetString([byte[]](65, 66, 67), 1, 1)", "String B"),
        ("[Text.Encoding]::UTF8.GetByteCount('é')", "Int32 2"),
        ("[Text.Encoding]::UTF8.GetCharCount([byte[]](195, 169))", "Int32 1"),
        ("[Text.Encoding]::UTF8.GetChars([byte[]](65, 66)) -join ','", "String A,B"),
        ("[Text.Encoding]::UTF8.GetPreamble() -join ','", "String 239,187,191"),
        ("[Text.Encoding]::UTF8.EncodingName", "String Unicode (UTF-8)"),
        ("[Text.Encoding]::UTF8.IsSingleByte", "Boolean False"),
        ("[Text.UTF8Encoding]::new($false).GetPreamble().Count", "Int32 0"),
        ("[Text.UTF8Encoding]::new($true).GetPreamble().Count", "Int32 3"),
        (
            "[Net.WebUtility]::HtmlEncode('<a & \"b\">'); [Net.WebUtility]::HtmlDecode('&lt;a&gt; &amp; "
            "&#65;'); [Net.WebUtility]::UrlDecode('a+b%26'); [Web.HttpUtility]::UrlEncode('a b/c'); "
            "[Web.HttpUtility]::HtmlEncode('<'); [Web.HttpUtility]::UrlDecode('a%20b'); "
            "[Web.HttpUtility]::HtmlDecode('&gt;')",
            "String &lt;a &amp; &quot;b&quot;&gt; | String <a> & A | String a b& | String a+b%2fc | "
            "String &lt; | String a b | String >",
        ),
    ],
)
def test_text_becomes_bytes_and_comes_back(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given
