"""Dates, amounts and sizes as the person's language writes them. Pure; any thread."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from html import escape

from PySide6.QtCore import QDate, QDateTime, QLocale
from PySide6.QtGui import Qt

from pec_desktop.domain import normal


def line(words: str) -> str:
    """What somebody else has written, as one line: no breaks, nothing that hides or turns text."""
    return words if words.isprintable() else normal.text(words)


def tip(words: str) -> str:
    """What somebody else has written, for a tool tip, which takes what looks like HTML for it."""
    return f"<span>{escape(words)}</span>" if Qt.mightBeRichText(words) else words


@lru_cache(maxsize=4096)  # for the reason that stands at `words._translated`
def day(locale: QLocale, value: date) -> str:
    """A day with its full year, for instance 08/03/2026."""
    return locale.toString(QDate(value.year, value.month, value.day), _pattern(locale))


def day_of(locale: QLocale, seconds: int | None) -> str:
    """The day of a moment in Unix seconds, on this computer's clock.

    Empty for None, and for a number that no calendar knows (milliseconds, for instance).
    """
    try:
        return "" if seconds is None else day(locale, datetime.fromtimestamp(seconds).date())  # noqa: DTZ006
    except (ValueError, OverflowError, OSError):
        return ""


def moment(locale: QLocale, seconds: int) -> str:
    """Day and time of a moment in Unix seconds, on this computer's clock."""
    time = QDateTime.fromSecsSinceEpoch(seconds).time()
    return f"{day_of(locale, seconds)} {locale.toString(time, QLocale.FormatType.ShortFormat)}"


def money(locale: QLocale, amount: Decimal) -> str:
    """An amount in euros, as the language writes it."""
    return locale.toCurrencyString(float(amount), "€", 2)


def signed(locale: QLocale, amount: Decimal) -> str:
    """An amount that comes or goes, with its sign before it in every language."""
    sign = locale.positiveSign() if amount > 0 else "\u2212" if amount < 0 else ""
    return f"{sign}{money(locale, abs(amount))}"


def space(locale: QLocale, megabytes: int) -> str:
    """A space of the vendor's, which counts in MB: GB once it is a whole number of them."""
    if megabytes >= 1024 and megabytes % 1024 == 0:
        return f"{locale.toString(megabytes // 1024)} GB"
    return f"{locale.toString(megabytes)} MB"


def _pattern(locale: QLocale) -> str:
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")
