"""Cultures as data: how numbers, dates and times are written. The session's culture is en-US.

The values are those that .NET reads from ICU, a plain space before AM and PM. Only the cultures that stand here can be
named; every other name is refused, so that nothing is shown in a form that was made up.
"""

from __future__ import annotations

from msolemu.foundation.dataclass import dataclass, field, replace
from msolemu.runtime.types.registry import OBJECT, declare


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How numbers are written.

    The patterns hold `n` for the number: `-n`, `$n`, `n%`.
    """

    decimal: str = "."
    group: str = ","
    decimal_digits: int = 3
    negative: str = "-"
    positive: str = "+"
    currency_symbol: str = "$"
    currency_decimal: str = "."
    currency_group: str = ","
    currency_digits: int = 2
    currency_pattern: str = "$n"
    negative_currency_pattern: str = "-$n"
    percent_digits: int = 3
    percent_pattern: str = "n%"
    negative_percent_pattern: str = "-n%"
    percent_symbol: str = "%"
    per_mille_symbol: str = "‰"
    infinity: str = "∞"
    not_a_number: str = "NaN"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


ENGLISH_MONTHS = _words("January February March April May June July August September October November December")
ENGLISH_DAYS = _words("Sunday Monday Tuesday Wednesday Thursday Friday Saturday")


@dataclass(frozen=True, slots=True)
class DateStyle:
    """How dates and times are written; patterns are in .NET's own notation."""

    short_date: str = "M/d/yyyy"
    long_date: str = "dddd, MMMM d, yyyy"
    short_time: str = "h:mm tt"
    long_time: str = "h:mm:ss tt"
    month_day: str = "MMMM d"
    year_month: str = "MMMM yyyy"
    date_separator: str = "/"
    time_separator: str = ":"
    am: str = "AM"
    pm: str = "PM"
    months: tuple[str, ...] = ENGLISH_MONTHS
    short_months: tuple[str, ...] = tuple(name[:3] for name in ENGLISH_MONTHS)
    short_months_of_days: tuple[str, ...] = ()
    """The short names beside a day, where they differ."""
    days: tuple[str, ...] = ENGLISH_DAYS
    short_days: tuple[str, ...] = tuple(name[:3] for name in ENGLISH_DAYS)
    era: str = "AD"
    first_day: int = 0

    @property
    def full(self) -> str:
        """Long date and long time."""
        return f"{self.long_date} {self.long_time}"


@dataclass(frozen=True, slots=True)
class Culture:
    """A culture by its name; the invariant one has none."""

    name: str
    display_name: str
    lcid: int
    numbers: NumberStyle = field(default_factory=NumberStyle)
    dates: DateStyle = field(default_factory=DateStyle)
    native_name: str = ""
    list_separator: str = ","

    def __str__(self) -> str:
        return self.name


INVARIANT = Culture(
    "",
    "Invariant Language (Invariant Country)",
    127,
    NumberStyle(
        decimal_digits=2,
        currency_symbol="¤",
        currency_pattern="$n",
        negative_currency_pattern="($n)",
        percent_digits=2,
        percent_pattern="n %",
        negative_percent_pattern="-n %",
        infinity="Infinity",
    ),
    DateStyle(
        short_date="MM/dd/yyyy",
        long_date="dddd, dd MMMM yyyy",
        short_time="HH:mm",
        long_time="HH:mm:ss",
        month_day="MMMM dd",
        year_month="yyyy MMMM",
        era="A.D.",
    ),
)
EN_US = Culture("en-US", "English (United States)", 1033)


def _euro(decimal: str, group: str, **changes: str) -> NumberStyle:
    """Numbers of a country that writes the euro after the amount."""
    return NumberStyle(
        decimal=decimal,
        group=group,
        currency_symbol="€",
        currency_decimal=decimal,
        currency_group=group,
        currency_pattern="n $",
        negative_currency_pattern="-n $",
        **{"percent_pattern": "n %", "negative_percent_pattern": "-n %", **changes},  # type: ignore[arg-type]
    )


_NO_BREAK, _NARROW = "\u00a0", "\u202f"

_GERMAN = DateStyle(
    "dd.MM.yyyy",
    "dddd, d. MMMM yyyy",
    month_day="d. MMMM",
    date_separator=".",
    months=_words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    short_months=_words("Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez"),
    short_months_of_days=_words("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."),
    days=_words("Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag"),
    short_days=_words("So Mo Di Mi Do Fr Sa"),
    era="n. Chr.",
    first_day=1,
    short_time="HH:mm",
    long_time="HH:mm:ss",
)

_LISTED = (
    INVARIANT,
    EN_US,
    Culture(
        "en-GB",
        "English (United Kingdom)",
        2057,
        NumberStyle(currency_symbol="£"),
        DateStyle(
            "dd/MM/yyyy",
            "dddd, d MMMM yyyy",
            month_day="d MMMM",
            am="am",
            pm="pm",
            first_day=1,
            short_time="HH:mm",
            long_time="HH:mm:ss",
        ),
    ),
    Culture(
        "de-DE",
        "German (Germany)",
        1031,
        _euro(",", "."),
        _GERMAN,
        native_name="Deutsch (Deutschland)",
        list_separator=";",
    ),
    Culture(
        "fr-FR",
        "French (France)",
        1036,
        _euro(",", _NARROW, percent_pattern=f"n{_NARROW}%", negative_percent_pattern=f"-n{_NARROW}%"),
        DateStyle(
            "dd/MM/yyyy",
            "dddd d MMMM yyyy",
            month_day="d MMMM",
            months=_words("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
            short_months=_words("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
            days=_words("dimanche lundi mardi mercredi jeudi vendredi samedi"),
            short_days=_words("dim. lun. mar. mer. jeu. ven. sam."),
            era="ap. J.-C.",
            first_day=1,
            short_time="HH:mm",
            long_time="HH:mm:ss",
        ),
        native_name="français (France)",
        list_separator=";",
    ),
    Culture(
        "sv-SE",
        "Swedish (Sweden)",
        1053,
        NumberStyle(
            decimal=",",
            group=_NO_BREAK,
            negative="−",
            currency_symbol="kr",
            currency_decimal=",",
            currency_group=_NO_BREAK,
            currency_pattern="n $",
            negative_currency_pattern="-n $",
            percent_pattern="n %",
            negative_percent_pattern="-n %",
            not_a_number="NaN",
        ),
        DateStyle(
            "yyyy-MM-dd",
            "'den 'd MMMM yyyy",
            month_day="d MMMM",
            date_separator="-",
            am="fm",
            pm="em",
            months=_words("januari februari mars april maj juni juli augusti september oktober november december"),
            short_months=_words("jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec."),
            days=_words("söndag måndag tisdag onsdag torsdag fredag lördag"),
            short_days=_words("sön mån tis ons tors fre lör"),
            era="e.Kr.",
            first_day=1,
            short_time="HH:mm",
            long_time="HH:mm:ss",
        ),
        native_name="svenska (Sverige)",
        list_separator=";",
    ),
    Culture(
        "tr-TR",
        "Turkish (Türkiye)",
        1055,
        NumberStyle(
            decimal=",",
            group=".",
            currency_symbol="₺",
            currency_decimal=",",
            currency_group=".",
            percent_pattern="%n",
            negative_percent_pattern="-%n",
        ),
        DateStyle(
            "d.MM.yyyy",
            "d MMMM yyyy dddd",
            month_day="d MMMM",
            date_separator=".",
            am="ÖÖ",
            pm="ÖS",
            months=_words("Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"),
            short_months=_words("Oca Şub Mar Nis May Haz Tem Ağu Eyl Eki Kas Ara"),
            days=_words("Pazar Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi"),
            short_days=_words("Paz Pzt Sal Çar Per Cum Cmt"),
            era="MS",
            first_day=1,
            short_time="HH:mm",
            long_time="HH:mm:ss",
        ),
        native_name="Türkçe (Türkiye)",
        list_separator=";",
    ),
    Culture(
        "ja-JP",
        "Japanese (Japan)",
        1041,
        NumberStyle(currency_symbol="￥", currency_digits=0),
        DateStyle(
            "yyyy/MM/dd",
            "yyyy年M月d日dddd",
            "H:mm",
            "H:mm:ss",
            "M月d日",
            "yyyy年M月",
            am="午前",
            pm="午後",
            months=tuple(f"{number}月" for number in range(1, 13)),
            short_months=tuple(f"{number}月" for number in range(1, 13)),
            days=_words("日曜日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日"),
            short_days=tuple("日月火水木金土"),
            era="西暦",
        ),
        native_name="日本語 (日本)",
    ),
)
_BY_NAME = {culture.name.lower(): culture for culture in _LISTED}


def find_culture(name: str) -> Culture | None:
    """The culture of that name, in any case; None when msolemu does not have it."""
    return _BY_NAME.get(name.lower())


def all_cultures() -> tuple[Culture, ...]:
    """Every culture that msolemu has."""
    return _LISTED


def culture_of(provider: object) -> Culture:
    """The culture that an IFormatProvider stands for: null is the session's, a format alone goes into that."""
    if isinstance(provider, Culture):
        return provider
    if isinstance(provider, NumberStyle):
        return replace(EN_US, numbers=provider)
    if isinstance(provider, DateStyle):
        return replace(EN_US, dates=provider)
    return EN_US


# values of these classes have types, whether or not a script has named one
declare("System.Globalization.CultureInfo", OBJECT, Culture)
declare("System.Globalization.NumberFormatInfo", OBJECT, NumberStyle)
declare("System.Globalization.DateTimeFormatInfo", OBJECT, DateStyle)
