"""System.Net.WebUtility and System.Web.HttpUtility: text for HTML and addresses."""

from __future__ import annotations

import html
from typing import Any
from urllib.parse import quote, quote_plus, unquote_plus, unquote_to_bytes

from msolemu.foundation.text import from_units, to_units
from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.types.convert import octets
from msolemu.runtime.types.declaring import static
from msolemu.runtime.types.registry import known_type

UTILITIES = (known_type("System.Net.WebUtility"), known_type("System.Web.HttpUtility"))
NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}
LATIN = range(160, 256)


def html_encode(text: str | None) -> str | None:
    """The text as HTML: marks, the upper half of Latin-1 and characters beyond the first plane in their numbers."""
    if text is None:
        return None
    return "".join(map(_encoded, from_units(text)))


def _encoded(unit: str) -> str:
    number = ord(unit)
    return NAMED.get(unit) or (f"&#{number};" if number in LATIN or number > 0xFFFF else unit)


def html_decode(text: str | None) -> str | None:
    """The text of HTML."""
    return None if text is None else to_units(html.unescape(text))


def _url_encode(text: str | None, *, lower: bool, codec: str = "utf-8") -> str | None:
    if text is None:
        return None
    quoted = quote_plus(from_units(text), safe="-_.!*()", encoding=codec).replace("~", "%7E")
    if not lower:
        return quoted
    parts = quoted.split("%")
    return parts[0] + "".join("%" + part[:2].lower() + part[2:] for part in parts[1:])


def url_decode(text: str | None) -> str | None:
    """The text of an address."""
    return None if text is None else to_units(unquote_plus(text))


def _quoted_bytes(content: bytes | None, *, lower: bool) -> bytes | None:
    if content is None:
        return None
    text = _url_encode(content.decode("latin-1"), lower=lower, codec="latin-1")
    return (text or "").encode("ascii")


def _octets(content: Any) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else bytes(content)


def _part_of(content: Any, offset: int = 0, count: int | None = None) -> bytes | None:
    return None if content is None else _octets(content)[offset : None if count is None else offset + count]


_PART = "byte[] bytes, int offset, int count"
for _kind in UTILITIES:
    _is_old = _kind is UTILITIES[1]
    _texts = ("string value", "System.Object value") if _is_old else ("string value",)
    static(_kind, *(f"string HtmlEncode({given})" for given in _texts))(
        lambda value: html_encode(value if value is None else culture_text(value))
    )
    static(_kind, "void HtmlEncode(string value, System.IO.TextWriter output)")(
        lambda text, output: output.write(html_encode(text) or "")
    )
    static(_kind, "string HtmlDecode(string s)")(html_decode)
    static(_kind, "void HtmlDecode(string s, System.IO.TextWriter output)")(
        lambda text, output: output.write(html_decode(text) or "")
    )
    static(_kind, "string UrlEncode(string str)")(lambda text, old=_is_old: _url_encode(text, lower=old))
    static(_kind, "string UrlDecode(string str)")(url_decode)
    static(_kind, "byte[] UrlEncodeToBytes(byte[] value, int offset, int count)")(
        lambda content, offset, count, old=_is_old: octets(
            _quoted_bytes(_part_of(content, offset, count), lower=old) or b""
        )
    )
    static(_kind, "byte[] UrlDecodeToBytes(byte[] encodedValue, int offset, int count)")(
        lambda content, offset, count: octets(
            unquote_to_bytes((_part_of(content, offset, count) or b"").replace(b"+", b" "))
        )
    )

HTTP = UTILITIES[1]
static(HTTP, "string UrlEncode(string str, System.Text.Encoding e)")(
    lambda text, encoding: _url_encode(text, lower=True, codec=encoding.codec)
)
static(HTTP, "string UrlEncode(byte[] bytes)", f"string UrlEncode({_PART})")(
    lambda *given: (_quoted_bytes(_part_of(*given), lower=True) or b"").decode("ascii")
)
static(HTTP, "string UrlDecode(string str, System.Text.Encoding e)")(
    lambda text, encoding: None if text is None else encoding.decode(unquote_to_bytes(text.replace("+", " ")))
)
static(HTTP, "byte[] UrlEncodeToBytes(string str)", "byte[] UrlEncodeToBytes(byte[] bytes)")(
    lambda content: octets(_quoted_bytes(_part_of(content), lower=True) or b"")
)
static(HTTP, "byte[] UrlDecodeToBytes(string str)", "byte[] UrlDecodeToBytes(byte[] bytes)")(
    lambda content: octets(unquote_to_bytes(_octets(content).replace(b"+", b" ")))
)
_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", '"': "&quot;", "'": "&#39;"})


@static(HTTP, "string HtmlAttributeEncode(string s)")
def attribute_encode(text: str | None) -> str | None:
    """The text as an attribute of HTML."""
    return None if text is None else text.translate(_ATTRIBUTE)


@static(HTTP, "string UrlPathEncode(string str)")
def path_encode(text: str | None) -> str | None:
    """The text as the path of an address; what stands behind a question mark stays."""
    path, mark, query = (text or "").partition("?")
    quoted = "".join(unit if "!" <= unit <= "~" else quote(unit) for unit in from_units(path))
    return text if not text else quoted + mark + query


_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f", '"': '\\"', "\\": "\\\\"}
_IN_NUMBERS = "'<>&+\u0085\u2028\u2029"


@static(
    HTTP,
    "string JavaScriptStringEncode(string value)",
    "string JavaScriptStringEncode(string value, bool addDoubleQuotes)",
)
def script_encode(text: str | None, quotes: bool = False) -> str:
    """The text as a literal of JavaScript."""
    found = "".join(
        _ESCAPES.get(unit) or (f"\\u{ord(unit):04x}" if unit < " " or unit in _IN_NUMBERS else unit)
        for unit in text or ""
    )
    return f'"{found}"' if quotes else found
