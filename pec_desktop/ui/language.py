"""The language of the window: words, dates and amounts."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from pec_desktop.paths import resource
from pec_desktop.ui import words

LOCALES = {"it": QLocale("it_IT"), "de": QLocale("de_IT"), "en": QLocale("en_IE")}
"""Language → its way to write dates and amounts; each of them counts in euros."""

CATALOGUES = ("en", "it")
"""The languages that have words of ours; the others show English ones."""


def translate(app: QApplication, language: str) -> QLocale:
    """Load the program's and Qt's own words instead of others.

    `language` is "it", "de", "en" or "" (system).
    """
    locale = LOCALES.get(language or QLocale.system().name()[:2], LOCALES["en"])
    code = locale.name()[:2]
    ours = str(resource("i18n"))
    theirs = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # English comes first and is asked last: for its plurals, and for what a language lacks.
    catalogues = (
        ("pec_desktop_en", ours),
        (f"pec_desktop_{code}", ours),
        (f"qtbase_{code}", theirs),
    )
    for earlier in app.findChildren(QTranslator):  # another language, before a start anew
        app.removeTranslator(earlier)
        earlier.deleteLater()
    for name, folder in catalogues:
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
    words.forget()
    QLocale.setDefault(locale)
    return locale
