"""System.Net.WebUtility and System.Web.HttpUtility: text for HTML and addresses."""

from __future__ import annotations

import html
from urllib.parse import quote_plus, unquote_plus

from msolemu.foundation.text import from_units, to_units
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


def _url_encode(text: str | None, *, lower: bool) -> str | None:
    if text is None:
        return None
    quoted = quote_plus(from_units(text), safe="-_.!*()").replace("~", "%7E")
    if not lower:
        return quoted
    parts = quoted.split("%")
    return parts[0] + "".join("%" + part[:2].lower() + part[2:] for part in parts[1:])


def url_decode(text: str | None) -> str | None:
    """The text of an address."""
    return None if text is None else to_units(unquote_plus(text))


for _kind in UTILITIES:
    _is_old = _kind is UTILITIES[1]
    static(_kind, "string HtmlEncode(string s)")(html_encode)
    static(_kind, "string HtmlDecode(string s)")(html_decode)
    static(_kind, "string UrlEncode(string str)")(lambda text, old=_is_old: _url_encode(text, lower=old))
    static(_kind, "string UrlDecode(string str)")(url_decode)
