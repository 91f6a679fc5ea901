"""The Italian catalogue, and a reader that looks at windows for what is not Italian.

With `PICTURES=folder` in the environment a picture of each window is saved there.
"""

from __future__ import annotations

import os
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from screen_words import clashes, cut_off, words_on

from pec_desktop.ui import words
from pec_desktop.ui.language import LOCALES, translate

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = ROOT / "resources/i18n"
ITALIAN = LOCALES["it"]

ENGLISH_WORDS = re.compile(r"\b(the|this|that|with|and|of|your|are|been|not|from)\b", re.IGNORECASE)
"""Words that no Italian sentence holds: they betray a text that is in no catalogue."""

KEY = re.compile(r"[a-z_]+(\.[a-z_0-9]+)+")
PLACE = re.compile(r"\{\w*\}|%n")
PARTS = re.compile(r"\n| · | – |; |: | \(|\)|(?<=[.!?]) ")
"""What stands between the texts that a line is put together from."""


@dataclass(frozen=True)
class Message:
    """One text of the catalogue; several forms where it counts."""

    context: str
    source: str
    forms: tuple[str, ...]
    finished: bool


def read(catalogue: Path) -> list[Message]:
    found = []
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [one.text or "" for one in translation.iter("numerusform")]
            found.append(
                Message(
                    context.findtext("name", ""),
                    message.findtext("source", ""),
                    tuple(forms or [translation.text or ""]),
                    translation.get("type") is None,
                )
            )
    return found


@cache
def messages() -> list[Message]:
    return read(CATALOGUES / "pec_desktop_it.ts")


@dataclass(frozen=True)
class Foreign:
    """Finds what is not Italian among the texts of a window."""

    sources: re.Pattern[str]
    translations: re.Pattern[str]

    def __call__(self, text: str) -> bool:
        return any(self._foreign(part) for part in (text, *PARTS.split(text)))

    def _foreign(self, text: str) -> bool:
        part = re.sub(r"[\s,]*\d*$", "", text.strip()) or text
        if self.translations.fullmatch(part):
            return False
        family = part.partition(".")[0]
        key = bool(KEY.fullmatch(part)) and family in families()
        return key or bool(self.sources.fullmatch(part) or ENGLISH_WORDS.search(part))


@cache
def families() -> set[str]:
    return {key.partition(".")[0] for key in words.keys()}  # noqa: SIM118 - a function


@cache
def foreign() -> Foreign:
    # A text that is a place and little more would match anything.
    worded = [one for one in messages() if len(re.findall(r"\w", PLACE.sub("", one.source))) > 1]
    sources = {one.source for one in worded if one.source not in one.forms}
    translations = {form for one in worded for form in one.forms}
    return Foreign(pattern(sources), pattern(translations))


def pattern(texts: set[str]) -> re.Pattern[str]:
    """Match any of these texts, whatever stands in their places."""
    plain = (re.sub("&(.)", r"\1", text).strip() for text in texts)
    return re.compile(
        "|".join(".+".join(map(re.escape, PLACE.split(one))) for one in plain), re.DOTALL
    )


class Reader:
    """Looks at one window after the other and remembers what is wrong with each."""

    def __init__(self) -> None:
        self.wrong: dict[str, list[str]] = {}
        self.looked = 0

    def look(self, name: str, window: QWidget) -> None:
        for _ in range(10):  # layouts within layouts settle one after the other
            QApplication.processEvents()
        picture = window.grab()
        if folder := os.environ.get("PICTURES"):
            picture.save(f"{folder}/it-{name}.png")
        wrong = [text for text in sorted(words_on(window)) if foreign()(text)]
        wrong += cut_off(window) + [f"Alt+{letter} twice" for letter in sorted(clashes(window))]
        self.looked += 1
        if wrong:
            self.wrong[name] = wrong


@contextmanager
def in_italian(app: QApplication) -> Iterator[Reader]:
    """Let the application speak Italian, and give what looks at its windows."""
    before = QLocale()
    translate(app, "it")
    try:
        yield Reader()
    finally:
        for translator in app.findChildren(QTranslator):
            app.removeTranslator(translator)
            translator.deleteLater()
        words.forget()
        QLocale.setDefault(before)
