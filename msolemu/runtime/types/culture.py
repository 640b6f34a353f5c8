"""Cultures for scripts: `[cultureinfo]`, its number and date formats, and TextInfo."""

from __future__ import annotations

import re
from operator import attrgetter
from typing import Any

from msolemu.runtime.errors.net_errors import NetError, null_argument, out_of_range
from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.text.culture import EN_US, INVARIANT, Culture, DateStyle, all_cultures, find_culture
from msolemu.runtime.types.declaring import constants, constructor, method, static, typed_property
from msolemu.runtime.types.enumerations import member
from msolemu.runtime.types.net_type import Property
from msolemu.runtime.types.registry import INT, OBJECT, STRING, declare, known_type
from msolemu.runtime.values.enumerations import number_of
from msolemu.runtime.values.objects import TypedArray, Value

_SPACE = "System.Globalization."


class TextInfo:
    """What a culture does to the case of text."""

    __slots__ = ("culture",)

    def __init__(self, culture: Culture) -> None:
        self.culture = culture


_THREE = {"en": "eng", "de": "deu", "fr": "fra", "sv": "swe", "tr": "tur", "ja": "jpn"}
_WINDOWS = {"en-US": "ENU", "en-GB": "ENG", "ja-JP": "JPN", "sv-SE": "SVE", "tr-TR": "TRK"}
CULTURE, NUMBERS, DATES = (
    known_type(_SPACE + _name) for _name in ("CultureInfo", "NumberFormatInfo", "DateTimeFormatInfo")
)
TEXT = declare(_SPACE + "TextInfo", OBJECT, TextInfo)


@constructor(CULTURE, "cultureinfo new(string name)", "cultureinfo new(string name, bool useUserOverride)")
@static(
    CULTURE,
    "cultureinfo GetCultureInfo(string name)",
    "cultureinfo GetCultureInfo(string name, bool predefinedOnly)",
    "cultureinfo CreateSpecificCulture(string name)",
)
def culture(name: str | None, flag: bool = False) -> Culture:
    """The culture of a name; raises CultureNotFoundException's error for one that msolemu does not have."""
    if name is None:
        raise null_argument("name")
    found = find_culture(name)
    if found is None:
        raise NetError(
            _SPACE + "CultureNotFoundException",
            f"Culture is not supported. (Parameter 'name')\n{name} is an invalid culture identifier.",
        )
    return found


@constructor(CULTURE, "cultureinfo new(int culture)")
@static(CULTURE, "cultureinfo GetCultureInfo(int culture)")
def culture_of_number(number: int) -> Culture:
    """The culture of a Windows identifier."""
    for found in all_cultures():
        if found.lcid == number:
            return found
    raise NetError(
        _SPACE + "CultureNotFoundException",
        f"Culture is not supported. (Parameter 'culture')\n{number} (0x{number:04x}) is an invalid culture identifier.",
    )


constants(CULTURE, InstalledUICulture=EN_US, InvariantCulture=INVARIANT)


def only_culture(owner: Value, culture: Culture) -> None:
    """Sessions have one culture: another is refused rather than forgotten."""
    if culture is not EN_US:
        raise not_emulated("CultureNotEmulated", f"The culture {culture.name} for a whole session")


for _name in ("CurrentCulture", "CurrentUICulture"):
    CULTURE.own.statics[_name.lower()] = Property(_name, lambda owner: EN_US, only_culture, CULTURE.full_name)
for _name in ("DefaultThreadCurrentCulture", "DefaultThreadCurrentUICulture"):
    CULTURE.own.statics[_name.lower()] = Property(_name, lambda owner: None, only_culture, CULTURE.full_name)


def neutral_name(culture: Culture) -> str:
    """What a culture shares with the others of its language."""
    return culture.name.partition("-")[0]


@static(CULTURE, "cultureinfo[] GetCultures(System.Globalization.CultureTypes types)")
def get_cultures(types: Any) -> TypedArray:
    """The cultures that msolemu has; all of them are of a country."""
    return TypedArray(sorted(all_cultures(), key=lambda one: one.name), CULTURE)


static(CULTURE, "cultureinfo GetCultureInfoByIetfLanguageTag(string name)")(culture)
static(CULTURE, "cultureinfo ReadOnly(cultureinfo ci)")(lambda culture: culture)
typed_property(CULTURE, "int", "LCID", lambda culture: culture.lcid)
typed_property(CULTURE, "string", "Name", lambda culture: culture.name)
typed_property(CULTURE, "string", "DisplayName", lambda culture: culture.display_name)
typed_property(CULTURE, "string", "EnglishName", lambda culture: culture.display_name)
typed_property(CULTURE, "string", "NativeName", lambda culture: culture.native_name or culture.display_name)
typed_property(CULTURE, "string", "IetfLanguageTag", lambda culture: culture.name)
typed_property(CULTURE, "string", "TwoLetterISOLanguageName", lambda culture: culture.name[:2] or "iv")
typed_property(
    CULTURE, "string", "ThreeLetterISOLanguageName", lambda culture: _THREE.get(neutral_name(culture), "ivl")
)
typed_property(
    CULTURE,
    "string",
    "ThreeLetterWindowsLanguageName",
    lambda culture: _WINDOWS.get(culture.name, _THREE.get(neutral_name(culture), "ivl").upper()),
)
typed_property(CULTURE, "bool", "UseUserOverride", lambda culture: False)
typed_property(CULTURE, "int", "KeyboardLayoutId", lambda culture: culture.lcid)
typed_property(
    CULTURE,
    _SPACE + "CultureTypes",
    "CultureTypes",
    lambda culture: member(_SPACE + "CultureTypes", "SpecificCultures"),
)
typed_property(CULTURE, CULTURE.full_name, "Parent", lambda culture: INVARIANT)
method(CULTURE, "System.Object Clone()")(lambda culture: culture)
method(CULTURE, "cultureinfo GetConsoleFallbackUICulture()")(lambda culture: culture)
method(CULTURE, "void ClearCachedData()")(lambda culture: None)
typed_property(CULTURE, "bool", "IsNeutralCulture", lambda culture: False)
typed_property(CULTURE, "bool", "IsReadOnly", lambda culture: True)
typed_property(CULTURE, _SPACE + "NumberFormatInfo", "NumberFormat", lambda culture: culture.numbers)
typed_property(CULTURE, _SPACE + "DateTimeFormatInfo", "DateTimeFormat", lambda culture: culture.dates)
typed_property(CULTURE, _SPACE + "TextInfo", "TextInfo", TextInfo)
method(CULTURE, "string ToString()")(lambda culture: culture.name)
method(CULTURE, "bool Equals(System.Object value)")(lambda culture, other: culture is other)


@method(CULTURE, "System.Object GetFormat(type formatType)")
def get_format(culture: Culture, kind: Any) -> Value:
    """The culture's formats of numbers or of dates."""
    return {NUMBERS: culture.numbers, DATES: culture.dates}.get(kind)


for _name, _field in (
    ("NumberDecimalSeparator", "decimal"),
    ("NumberGroupSeparator", "group"),
    ("NegativeSign", "negative"),
    ("PositiveSign", "positive"),
    ("CurrencySymbol", "currency_symbol"),
    ("CurrencyDecimalSeparator", "currency_decimal"),
    ("CurrencyGroupSeparator", "currency_group"),
    ("PercentSymbol", "percent_symbol"),
    ("PercentDecimalSeparator", "decimal"),
    ("PercentGroupSeparator", "group"),
    ("PerMilleSymbol", "per_mille_symbol"),
    ("NaNSymbol", "not_a_number"),
    ("PositiveInfinitySymbol", "infinity"),
):
    typed_property(NUMBERS, "string", _name, attrgetter(_field))
for _name, _field in (
    ("NumberDecimalDigits", "decimal_digits"),
    ("CurrencyDecimalDigits", "currency_digits"),
    ("PercentDecimalDigits", "percent_digits"),
):
    typed_property(NUMBERS, "int", _name, attrgetter(_field))
typed_property(NUMBERS, "string", "NegativeInfinitySymbol", lambda style: style.negative + style.infinity)
typed_property(NUMBERS, "int[]", "NumberGroupSizes", lambda style: TypedArray([3], INT))

for _name, _field in (
    ("ShortDatePattern", "short_date"),
    ("LongDatePattern", "long_date"),
    ("ShortTimePattern", "short_time"),
    ("LongTimePattern", "long_time"),
    ("FullDateTimePattern", "full"),
    ("MonthDayPattern", "month_day"),
    ("YearMonthPattern", "year_month"),
    ("DateSeparator", "date_separator"),
    ("TimeSeparator", "time_separator"),
    ("AMDesignator", "am"),
    ("PMDesignator", "pm"),
):
    typed_property(DATES, "string", _name, attrgetter(_field))
typed_property(DATES, "string", "SortableDateTimePattern", lambda style: "yyyy'-'MM'-'dd'T'HH':'mm':'ss")
typed_property(DATES, "string", "UniversalSortableDateTimePattern", lambda style: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'")
typed_property(DATES, "string", "RFC1123Pattern", lambda style: "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'")
typed_property(DATES, "string[]", "DayNames", lambda style: TypedArray(style.days, STRING))
typed_property(DATES, "string[]", "AbbreviatedDayNames", lambda style: TypedArray(style.short_days, STRING))
# there is an empty thirteenth month, for calendars that have one
typed_property(DATES, "string[]", "MonthNames", lambda style: TypedArray([*style.months, ""], STRING))
typed_property(DATES, "string[]", "AbbreviatedMonthNames", lambda style: TypedArray([*style.short_months, ""], STRING))


@method(DATES, "string GetMonthName(int month)")
def month_name(style: DateStyle, month: int) -> str:
    """The name of a month."""
    return _of(style.months, month, "month")


@method(DATES, "string GetAbbreviatedMonthName(int month)")
def short_month_name(style: DateStyle, month: int) -> str:
    """The short name of a month."""
    return _of(style.short_months, month, "month")


def _of(names: tuple[str, ...], number: int, parameter: str) -> str:
    if not 1 <= number <= 13:
        raise out_of_range("Valid values are between 1 and 13, inclusive.", parameter)
    return (*names, "")[number - 1]


@method(DATES, "string GetDayName(System.DayOfWeek dayofweek)")
def day_name(style: DateStyle, day: Any) -> str:
    """The name of a day."""
    return style.days[number_of(day)]


@method(DATES, "string GetAbbreviatedDayName(System.DayOfWeek dayofweek)")
def short_day_name(style: DateStyle, day: Any) -> str:
    """The short name of a day."""
    return style.short_days[number_of(day)]


typed_property(
    DATES,
    "System.DayOfWeek",
    "FirstDayOfWeek",
    lambda style: member("System.DayOfWeek", ("Sunday", "Monday")[style.first_day]),
)

typed_property(TEXT, "string", "CultureName", lambda info: info.culture.name)
typed_property(TEXT, "string", "ListSeparator", lambda info: info.culture.list_separator)


@method(TEXT, "string ToTitleCase(string str)")
def title_case(info: TextInfo, text: str | None) -> str:
    """Each word with a capital first; words all in capitals stay as they are."""
    if text is None:
        raise null_argument("str")
    return re.sub(r"[^\W_]+(?:['’][^\W_]+)*", lambda word: word[0] if word[0].isupper() else word[0].capitalize(), text)


def _cased(name: str) -> None:
    def cased(info: TextInfo, text: str | None) -> Value:
        from msolemu.runtime.values.members import invoke_method

        if text is None:
            raise null_argument("str")
        return invoke_method(text, name, [info.culture])

    method(TEXT, f"string {name}(string str)")(cased)


for _name in ("ToUpper", "ToLower"):
    _cased(_name)
