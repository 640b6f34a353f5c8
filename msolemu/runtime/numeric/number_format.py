"""Numbers as text under a format: the standard ones of .NET, `N2`, `D5`, `x4`, `E`, `G`, and what custom ones share.

A number is taken as its significant digits, the place of the decimal point and its sign. Doubles are rounded from their
exact value, halves to even; integers and decimals half away from zero (.NET Core 3.0 and later).
"""

from __future__ import annotations

import decimal
import math
import struct
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from msolemu.foundation.dataclass import dataclass
from msolemu.runtime.errors.net_errors import format_error
from msolemu.runtime.text.culture import EN_US, Culture, NumberStyle
from msolemu.runtime.values.objects import INTEGER_RANGES, BigInteger, Single, Value

BAD_SPECIFIER = "Format specifier was invalid."
LONGEST_PRECISION = 999_999_999
EXACT = decimal.Context(prec=1100, rounding=decimal.ROUND_HALF_EVEN, Emin=-5000, Emax=5000)
GROUP = 3
MOST_PLACES = 15
"""Up to so many places Python and .NET write the same of a double."""


@dataclass(slots=True)
class Digits:
    """A number as `0.digits` times ten to the power `scale`; no digits is zero."""

    digits: str
    scale: int
    negative: bool
    is_real: bool = False

    def rounded(self, places: int) -> Digits:
        """The number with that many significant digits, rounded half away from zero."""
        kept = max(places, 0)
        digits, scale = self.digits[:kept], self.scale
        if places >= 0 and self.digits[kept : kept + 1] >= "5":
            carried = str(int(digits or "0") + 1).rjust(len(digits), "0")
            scale += len(carried) - len(digits)
            digits = carried
        digits = digits.rstrip("0")
        if digits:
            return Digits(digits, scale, self.negative, self.is_real)
        return Digits("", 0, self.negative and self.is_real, self.is_real)


def digits_of(value: Value) -> Digits:
    """The digits of a whole number or decimal."""
    if isinstance(value, Decimal):
        sign, listed, exponent = value.as_tuple()
        assert isinstance(exponent, int)
        text = "".join(map(str, listed)).lstrip("0")
        return Digits(text, len(text) + exponent if text else 0, bool(sign))
    text = str(abs(int(value)))
    return Digits("" if text == "0" else text, len(text), value < 0)


def exact_digits(value: float, *, places: int | None = None, significant: int | None = None) -> Digits:
    """The digits of a double, to so many places after the point or so many significant digits, halves to even."""
    negative = math.copysign(1, value) < 0
    if not value:
        return Digits("", 0, negative, True)
    if significant is not None:
        mantissa, _, exponent = f"{abs(value):.{max(significant, 1) - 1}e}".partition("e")
        return Digits(mantissa.replace(".", "").rstrip("0"), int(exponent) + 1, negative, True)
    assert places is not None
    places = min(places, 1100)
    text = f"{abs(value):.{places}f}".replace(".", "").lstrip("0")
    scale = len(text) - places
    text = text.rstrip("0")
    return Digits(text, scale if text else 0, negative, True)


def shortest_digits(value: float) -> Digits:
    """The fewest digits that read back as the same double or single."""
    negative = math.copysign(1, value) < 0
    if not value:
        return Digits("", 0, negative, True)
    text = repr(float(value))
    if isinstance(value, Single):
        text = next(f"{value:.{places}e}" for places in range(17) if _single(f"{value:.{places}e}") == value)
    _, listed, exponent = Decimal(text).normalize(EXACT).as_tuple()
    assert isinstance(exponent, int)
    return Digits("".join(map(str, listed)), len(listed) + exponent, negative, True)


def _single(text: str) -> float:
    number = float(text)
    try:
        return float(struct.unpack("f", struct.pack("f", number))[0])
    except OverflowError:
        return math.copysign(math.inf, number)


def format_number(value: Value, directive: str | None, culture: Culture = EN_US) -> str:
    """The number under a standard or custom format; raises FormatException's error for one that is neither."""
    if isinstance(value, float):
        if not math.isfinite(value):
            return _not_finite(value, culture.numbers)
        spec = double_spec(directive or "") if type(value) is float and culture is EN_US else ""
        if spec:
            return format(value, spec)
    return prepared(directive or "G")(value, culture.numbers)


@lru_cache(maxsize=256)
def double_spec(directive: str) -> str:
    """How Python itself writes a finite double under a format in en-US; empty where it has no way of its own."""
    letter, precision = specifier(directive or "G")
    places = EN_US.numbers.decimal_digits if precision is None else precision
    if letter not in ("N", "n", "F", "f") or places > MOST_PLACES:
        return ""
    return f"{',' if letter in 'Nn' else ''}.{places}f"


@lru_cache(maxsize=256)
def prepared(directive: str) -> Callable[[Value, NumberStyle], str]:
    """What writes a finite number under a format, read once for all numbers; raises FormatException's error."""
    letter, precision = specifier(directive)
    if not letter:
        from msolemu.runtime.numeric.custom_number_format import format_custom

        return lambda value, style: format_custom(_custom_digits(value), directive, style)
    rule = _RULES.get(letter.upper())
    if rule is None:
        raise format_error(BAD_SPECIFIER)
    return lambda value, style: rule(value, letter, precision, style)


def specifier(directive: str) -> tuple[str, int | None]:
    """The letter and precision of a standard format; no letter for a custom one."""
    letter, rest = directive[0], directive[1:].rstrip("\0")
    if not (letter.isascii() and letter.isalpha()):
        return "", None
    if not rest:
        return letter, None
    if not (rest.isascii() and rest.isdigit()):
        return "", None
    if int(rest) > LONGEST_PRECISION:
        raise format_error(BAD_SPECIFIER)
    return letter, int(rest)


def _not_finite(value: float, style: NumberStyle) -> str:
    if math.isnan(value):
        return style.not_a_number
    return style.infinity if value > 0 else style.negative + style.infinity


def _custom_digits(value: Value) -> Digits:
    """Custom formats see 15 digits of a double and 7 of a single."""
    if isinstance(value, float):
        return exact_digits(value, significant=7 if isinstance(value, Single) else 15)
    return digits_of(value)


def _whole(value: Value, letter: str, precision: int | None, style: NumberStyle) -> str:
    """`D`, `X` and `B`: whole numbers only."""
    if isinstance(value, float | Decimal):
        raise format_error(BAD_SPECIFIER)
    number = int(value)
    if letter in "Dd":
        return (style.negative if number < 0 else "") + str(abs(number)).rjust(precision or 0, "0")
    base = letter if letter in "xX" else "b"
    if isinstance(value, BigInteger):
        return _big_pattern(number, base, precision or 0)
    low, high = INTEGER_RANGES[type(value)]
    bits = (high - low).bit_length()
    return format(number & ((1 << bits) - 1), base).rjust(precision or 0, "0")


def _big_pattern(number: int, base: str, precision: int) -> str:
    """The two's complement of an integer without limits: its first digit tells the sign."""
    bits = 1 if base == "b" else 4
    places = number.bit_length() // bits + 1 if number >= 0 else (~number).bit_length() // bits + 1
    text = format(number & ((1 << (places * bits)) - 1), base).rjust(places, "0")
    if base == "b" and number == 0:
        text = "0"
    return text.rjust(precision, "0" if number >= 0 else {"x": "f", "X": "F", "b": "1"}[base])


def placed(value: Value, places: int, *, shift: int = 0) -> Digits:
    """The number times ten to the power `shift`, rounded to so many places after the point."""
    if isinstance(value, float):
        found = exact_digits(value, places=places + shift)
        found.scale += shift if found.digits else 0
        return found
    found = digits_of(value)
    found.scale += shift if found.digits else 0
    return found.rounded(found.scale + places)


def fixed_text(number: Digits, places: int, point: str, group: str = "") -> str:
    """The number without its sign, with so many places after the point."""
    whole = number.digits[: max(number.scale, 0)].ljust(number.scale, "0") or "0"
    fraction = "0" * -number.scale + number.digits if number.scale < 0 else number.digits[number.scale :]
    if group:
        whole = grouped(whole, group)
    return whole + point + fraction[:places].ljust(places, "0") if places else whole


def grouped(whole: str, separator: str) -> str:
    """The digits with a separator after each three from the right."""
    first = len(whole) % GROUP or GROUP
    return separator.join([whole[:first], *(whole[at : at + GROUP] for at in range(first, len(whole), GROUP))])


def _fixed(value: Value, letter: str, precision: int | None, style: NumberStyle) -> str:
    places = style.decimal_digits if precision is None else precision
    number = placed(value, places)
    return (style.negative if number.negative else "") + fixed_text(number, places, style.decimal)


def _number(value: Value, letter: str, precision: int | None, style: NumberStyle) -> str:
    places = style.decimal_digits if precision is None else precision
    if type(value) is int and style is EN_US.numbers:
        return f"{value:,}." + "0" * places if places else f"{value:,}"
    number = placed(value, places)
    return (style.negative if number.negative else "") + fixed_text(number, places, style.decimal, style.group)


def _currency(value: Value, letter: str, precision: int | None, style: NumberStyle) -> str:
    places = style.currency_digits if precision is None else precision
    number = placed(value, places)
    pattern = style.negative_currency_pattern if number.negative else style.currency_pattern
    text = fixed_text(number, places, style.currency_decimal, style.currency_group)
    return "".join({"n": text, "$": style.currency_symbol, "-": style.negative}.get(unit, unit) for unit in pattern)


def _percent(value: Value, letter: str, precision: int | None, style: NumberStyle) -> str:
    places = style.percent_digits if precision is None else precision
    number = placed(value, places, shift=2)
    pattern = style.negative_percent_pattern if number.negative else style.percent_pattern
    text = fixed_text(number, places, style.decimal, style.group)
    return "".join({"n": text, "%": style.percent_symbol, "-": style.negative}.get(unit, unit) for unit in pattern)


def _significant(value: Value, count: int) -> Digits:
    return exact_digits(value, significant=count) if isinstance(value, float) else digits_of(value).rounded(count)


def _exponential(value: Value, letter: str, precision: int | None, style: NumberStyle) -> str:
    places = 6 if precision is None else precision
    number = _significant(value, places + 1)
    digits = number.digits.ljust(places + 1, "0")
    fraction = style.decimal + digits[1:] if places else ""
    power = exponent(number.scale - 1 if number.digits else 0, letter, 3, style)
    return (style.negative if number.negative else "") + digits[0] + fraction + power


def exponent(power: int, letter: str, places: int, style: NumberStyle, *, plus: bool = True) -> str:
    """The exponent: `E+004`."""
    sign = style.negative if power < 0 else style.positive if plus else ""
    return letter + sign + str(abs(power)).rjust(places, "0")


def _general(value: Value, letter: str, precision: int | None, style: NumberStyle) -> str:
    """`G` and `R`: the shorter of fixed and exponential notation."""
    letter = {"R": "E", "G": "E"}.get(letter, "e")
    if isinstance(value, float):
        number, most = _general_real(value, precision)
    elif precision:
        number, most = digits_of(value).rounded(precision), precision
    elif isinstance(value, Decimal):
        text = format(value.copy_abs(), "f").replace(".", style.decimal)
        return (style.negative if value < 0 else "") + text
    else:
        return (style.negative if value < 0 else "") + str(abs(int(value)))
    sign = style.negative if number.negative else ""
    if number.digits and not -4 < number.scale <= most:
        fraction = style.decimal + number.digits[1:] if len(number.digits) > 1 else ""
        return sign + number.digits[0] + fraction + exponent(number.scale - 1, letter, 2, style)
    places = max(0, len(number.digits) - number.scale) if number.digits else 0
    return sign + fixed_text(number, places, style.decimal)


def _general_real(value: float, precision: int | None) -> tuple[Digits, int]:
    if precision:
        return exact_digits(value, significant=precision), precision
    number = shortest_digits(value)
    return number, max(len(number.digits), 7 if isinstance(value, Single) else 15)


Rule = Callable[[Value, str, int | None, NumberStyle], str]

_RULES: dict[str, Rule] = {
    **dict.fromkeys("DXB", _whole),
    "C": _currency,
    "E": _exponential,
    "F": _fixed,
    "G": _general,
    "N": _number,
    "P": _percent,
    "R": lambda value, letter, precision, style: _general(value, letter, None, style),
}
