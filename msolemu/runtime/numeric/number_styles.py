"""Numbers read as `Parse` reads them: under a culture, and with what NumberStyles allow."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from msolemu.runtime.numeric.numbers import NumberError, cast_number, fitted, make_integer, too_large
from msolemu.runtime.text.culture import EN_US, Culture
from msolemu.runtime.values.objects import INTEGER_RANGES, BigInteger, Single, Value

LEADING_WHITE, TRAILING_WHITE, LEADING_SIGN, TRAILING_SIGN, PARENTHESES = 1, 2, 4, 8, 16
DECIMAL_POINT, THOUSANDS, EXPONENT, CURRENCY, HEXADECIMAL, BINARY = 32, 64, 128, 256, 512, 1024
INTEGER, NUMBER, FLOAT = 7, 111, 167
WHITE = "[ \\t\\n\\v\\f\\r]*"


def default_styles(cls: type) -> int:
    """The styles of a `Parse` that names none."""
    if cls in (float, Single):
        return FLOAT | THOUSANDS
    return NUMBER if cls is Decimal else INTEGER


def parse_number(text: str, cls: type, styles: int | None = None, culture: Culture = EN_US) -> Value:
    """The text as a number of that type; raises NumberError with .NET's sentence."""
    styles = default_styles(cls) if styles is None else styles
    if styles & (HEXADECIMAL | BINARY):
        return _bits(text, cls, styles)
    found = expression(styles, culture).fullmatch(text.rstrip("\0"))
    if found is None:
        return _named(text, cls, culture)
    negative = bool(found["opening"]) or culture.numbers.negative in (found["sign"], found["behind"])
    if bool(found["opening"]) != bool(found["closing"]) or (bool(found["sign"]) and bool(found["behind"])):
        raise not_a_number(text, cls)
    digits = (found["whole"] or "").translate(_separators(culture)) or "0"
    plain = f"{'-' if negative else ''}{digits}.{found['fraction'] or ''}E{found['exponent'] or 0}"
    return _number(text, plain, cls)


@lru_cache(maxsize=64)
def expression(styles: int, culture: Culture) -> re.Pattern[str]:
    """The form that a number may have."""
    style = culture.numbers
    sign = f"{re.escape(style.negative)}|{re.escape(style.positive)}|-"
    symbol = re.escape(style.currency_symbol)
    money, money_behind = (f"(?:{symbol}{WHITE})?", f"(?:{WHITE}{symbol})?") if styles & CURRENCY else ("", "")
    groups = "".join(map(re.escape, dict.fromkeys((style.group, style.currency_group))))
    point = "|".join(map(re.escape, dict.fromkeys((style.decimal, style.currency_decimal))))
    inner = f"[0-9{groups}]*" if styles & THOUSANDS else "[0-9]*"
    fraction = f"(?:(?:{point})(?P<fraction>[0-9]*))?" if styles & DECIMAL_POINT else "(?P<fraction>(?!))?"
    start = f"(?=[0-9]|(?:{point})[0-9])" if styles & DECIMAL_POINT else "(?=[0-9])"
    return re.compile(
        (WHITE if styles & LEADING_WHITE else "")
        + (r"(?P<opening>\()?" if styles & PARENTHESES else "(?P<opening>(?!))?")
        + money
        + (f"(?P<sign>{sign})?" if styles & LEADING_SIGN else "(?P<sign>(?!))?")
        + f"{money}{start}(?P<whole>{inner}){fraction}"
        + ("(?:[eE](?P<exponent>[+-]?[0-9]+))?" if styles & EXPONENT else "(?P<exponent>(?!))?")
        + money_behind
        + (f"(?P<behind>{sign})?" if styles & TRAILING_SIGN else "(?P<behind>(?!))?")
        + (r"(?P<closing>\))?" if styles & PARENTHESES else "(?P<closing>(?!))?")
        + (WHITE if styles & TRAILING_WHITE else "")
    )


def _separators(culture: Culture) -> dict[int, int | None]:
    style = culture.numbers
    return str.maketrans("", "", style.group + style.currency_group)


def not_a_number(text: str, cls: type) -> NumberError:
    """The text is no number."""
    if cls is BigInteger:
        return NumberError("The value could not be parsed.")
    return NumberError(f"The input string '{text}' was not in a correct format.")


def _named(text: str, cls: type, culture: Culture) -> Value:
    """Infinity and not-a-number by the culture's symbols, in any case."""
    style = culture.numbers
    values = {
        style.infinity.lower(): "inf",
        (style.positive + style.infinity).lower(): "inf",
        (style.negative + style.infinity).lower(): "-inf",
        style.not_a_number.lower(): "nan",
    }
    found = values.get(text.strip().lower())
    if found is None or cls not in (float, Single):
        raise not_a_number(text, cls)
    return cast_number(float(found), cls)


def _number(text: str, plain: str, cls: type) -> Value:
    if cls in (float, Single):
        return cast_number(float(plain), cls)
    try:
        exact = Decimal(plain)
    except InvalidOperation:
        raise too_large(cls) from None
    if cls is Decimal:
        return fitted(exact)
    if exact.adjusted() > 10_000 or (exact and exact != exact.to_integral_value()):
        raise not_a_number(text, cls) if cls is BigInteger else too_large(cls)
    return BigInteger(int(exact)) if cls is BigInteger else make_integer(cls, int(exact))


def _bits(text: str, cls: type, styles: int) -> Value:
    """Hexadecimal or binary digits: the bits of the number, its sign the first of them."""
    base = 16 if styles & HEXADECIMAL else 2
    plain = text.lstrip() if styles & LEADING_WHITE else text
    plain = plain.rstrip() if styles & TRAILING_WHITE else plain
    if not re.fullmatch("[0-9A-Fa-f]+" if base == 16 else "[01]+", plain):
        raise not_a_number(text, cls)
    number = int(plain, base)
    if cls is BigInteger:
        bits = len(plain) * (4 if base == 16 else 1)
        return BigInteger(number - (1 << bits) if number >> (bits - 1) else number)
    low, high = INTEGER_RANGES[cls]
    bits = (high - low).bit_length()
    if number >= 1 << bits:
        raise too_large(cls)
    return make_integer(cls, number - (1 << bits) if low and number > high else number)
