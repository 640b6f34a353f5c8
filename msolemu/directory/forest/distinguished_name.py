"""Distinguished names as text (RFC 4514): taking them apart, putting them together, comparing them."""

from __future__ import annotations

import re

from msolemu.directory.forest.errors import MalformedName
from msolemu.foundation.text import to_units

Part = tuple[str, str]
"""An attribute type and its value, unescaped."""
SPECIAL = re.compile(r'[\\,+"<>;=\r\n\0]')
CONTROL = {"\0": r"\00", "\r": r"\0D", "\n": r"\0A"}
TYPE = re.compile(r"\s*([A-Za-z][A-Za-z0-9-]*|\d+(?:\.\d+)*)\s*=[ ]*")
VALUE = re.compile(r'(?:[^\\,+";<>]|\\.)*', re.DOTALL)
ESCAPE = re.compile(r"((?:\\[0-9A-Fa-f]{2})+)|\\(.)", re.DOTALL)
FIRST_PART = re.compile(r"(?:[^\\,]|\\.)*,", re.DOTALL)
UNUSUAL = re.compile(r'[\\"]|[,=] | [,=]')


def parse(text: str) -> list[Part]:
    """The parts of a name, the object's own first; raises MalformedName. The empty name has none."""
    parts: list[Part] = []
    at = 0
    while at < len(text):
        kind = TYPE.match(text, at)
        if kind is None:
            raise MalformedName(text)
        value = VALUE.match(text, kind.end())
        assert value is not None, "the pattern takes the empty text too"
        at = value.end()
        if at < len(text) and (text[at] != "," or at + 1 == len(text)):
            raise MalformedName(text)
        parts.append((kind[1], unescaped(trimmed(value[0]))))
        at += 1
    return parts


def trimmed(value: str) -> str:
    """An escaped value without the blanks at its end, but for one that is escaped."""
    short = value.rstrip(" ")
    slashes = len(short) - len(short.rstrip("\\"))
    return short + " " if slashes % 2 and len(short) < len(value) else short


def unescaped(value: str) -> str:
    """The characters that an escaped value stands for; pairs of hexadecimal digits are UTF-8."""
    return ESCAPE.sub(_character, value) if "\\" in value else value


def _character(found: re.Match[str]) -> str:
    if found[1]:
        return to_units(bytes.fromhex(found[1].replace("\\", "")).decode("utf-8", "replace"))
    return found[2]


def escaped(value: str) -> str:
    """A value as it stands in a distinguished name."""
    text = SPECIAL.sub(lambda found: CONTROL.get(found[0], "\\" + found[0]), value)
    if text.endswith(" "):
        text = text[:-1] + "\\ "
    return "\\" + text if text.startswith((" ", "#")) else text


def joined(parts: list[Part]) -> str:
    """The name that consists of these parts."""
    return ",".join(f"{kind}={escaped(value)}" for kind, value in parts)


def child(kind: str, name: str, parent: str) -> str:
    """The name of an object in a container."""
    own = f"{kind}={escaped(name)}"
    return f"{own},{parent}" if parent else own


def own_name(text: str) -> str:
    """The value of the first part; raises MalformedName."""
    parts = parse(text)
    if not parts:
        raise MalformedName(text)
    return parts[0][1]


def normalized(text: str) -> str:
    """A name as it is compared: two spellings of one name are equal. What is no name is compared as it is."""
    if not UNUSUAL.search(text):
        return text.lower()
    try:
        return joined(parse(text)).lower()
    except MalformedName:
        return text.lower()


def parent_of(text: str) -> str | None:
    """The name of the container, None when there is none."""
    found = FIRST_PART.match(text)
    return text[found.end() :].lstrip(" ") if found else None


def is_below(text: str, container: str) -> bool:
    """Whether a normalized name is that of a container, or of something in it."""
    return not container or text == container or text.endswith("," + container)


def domain_of(text: str) -> str:
    """The domain that the last parts of a name spell: `contoso.local`."""
    return ".".join(value for kind, value in parse(text) if kind.upper() == "DC")


def domain_name(domain: str) -> str:
    """The distinguished name of a domain."""
    return ",".join(f"DC={escaped(label)}" for label in domain.split("."))


def canonical_name(text: str) -> str:
    """`contoso.local/Users/Ann Beck`, as Windows shows where an object is; the name itself when it is none."""
    try:
        parts = parse(text)
    except MalformedName:
        return text
    inner = [value.replace("/", "\\/") for kind, value in reversed(parts) if kind.upper() != "DC"]
    return "/".join([domain_of(text), *inner]) if inner else domain_of(text) + "/"
