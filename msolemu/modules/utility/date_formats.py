"""The formats of Get-Date: Unix's `%Y-%m-%d`, and the four names for files."""

from __future__ import annotations

from msolemu.runtime.text.text_operators import format_value
from msolemu.runtime.types.date_time import SECOND, DateTime

EPOCH_SECONDS = 62135596800
_NET: dict[str, str] = {
    "A": "dddd",
    "a": "ddd",
    "B": "MMMM",
    "b": "MMM",
    "c": "ddd dd MMM yyyy HH':'mm':'ss",
    "D": "MM'/'dd'/'yy",
    "d": "dd",
    "F": "yyyy'-'MM'-'dd",
    "H": "HH",
    "h": "MMM",
    "I": "hh",
    "M": "mm",
    "m": "MM",
    "p": "tt",
    "R": "HH':'mm",
    "r": "hh':'mm':'ss tt",
    "S": "ss",
    "T": "HH':'mm':'ss",
    "X": "HH':'mm':'ss",
    "x": "MM'/'dd'/'yy",
    "Y": "yyyy",
    "y": "yy",
    "Z": "zz",
}
FILE_FORMATS = {
    "filedate": ("yyyyMMdd", False),
    "filedateuniversal": ("yyyyMMddZ", True),
    "filedatetime": ("yyyyMMddTHHmmssffff", False),
    "filedatetimeuniversal": ("yyyyMMddTHHmmssffffZ", True),
}


def net_format(moment: DateTime, directive: str) -> str:
    """The moment under a .NET format, or one of the names for files."""
    known = FILE_FORMATS.get(directive.lower())
    if known is None:
        return str(format_value(moment, directive))
    found, universal = known
    return str(format_value(moment.to_utc() if universal else moment, found))


def unix_format(moment: DateTime, pattern: str) -> str:
    """The moment under a Unix format; a leading `+` is dropped."""
    pattern = pattern.removeprefix("+")
    parts: list[str] = []
    position = 0
    while position < len(pattern):
        unit = pattern[position]
        if unit == "%" and position + 1 < len(pattern):
            parts.append(_part(moment, pattern[position + 1]))
            position += 2
        else:
            parts.append(unit)
            position += 1
    return "".join(parts)


def _part(moment: DateTime, letter: str) -> str:
    if letter in _NET:
        return str(format_value(moment, _NET[letter]))
    day = moment.day
    hour = moment.hour
    iso = day.isocalendar()
    computed = {
        "C": f"{day.year // 100}",
        "e": f"{day.day:2}",
        "G": f"{iso.year:04}",
        "g": f"{iso.year % 100:02}",
        "j": f"{day.timetuple().tm_yday:03}",
        "k": f"{hour:2}",
        "l": f"{hour % 12 or 12:2}",
        "n": "\n",
        "s": f"{moment.to_utc().ticks // SECOND - EPOCH_SECONDS}",
        "t": "\t",
        "U": f"{day.timetuple().tm_yday // 7}",
        "u": f"{moment.day_of_week or 7}",
        "V": f"{iso.week:02}",
        "v": f"{iso.week}",
        "W": f"{day.timetuple().tm_yday // 7}",
        "w": f"{moment.day_of_week}",
    }
    return computed.get(letter, letter)
