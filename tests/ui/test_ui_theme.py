"""Looks: contrast in both schemes, drawings, the one style sheet, sizes that follow the text."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QPixmap, QPixmapCache
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from pec_desktop.paths import resource
from pec_desktop.ui import icons
from pec_desktop.ui.roles import Role
from pec_desktop.ui.theme import PICTURES_KEPT, Theme, set_role

MODES = ("light", "dark")
WORDS = (Role.TEXT, Role.MUTED, Role.ACCENT, Role.GOOD, Role.ATTENTION, Role.PROBLEM, Role.INFO)
GROUNDS = (Role.WINDOW, Role.SURFACE, Role.SELECTION)
BADGES = (Role.PRODUCTION, Role.SANDBOX, Role.PRACTICE, Role.CUSTOM)
DRAWINGS = sorted(path.stem for path in resource("icons").glob("*.svg"))


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours as the WCAG compute it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("mode", MODES)
def test_words_are_legible_on_every_ground(mode: str, qapp: QApplication) -> None:
    theme = Theme(mode)
    pairs = [(word, ground) for word, ground in product(WORDS, GROUNDS)]
    pairs += [
        (Role.SIDEBAR_TEXT, Role.SIDEBAR),
        (Role.SIDEBAR_TEXT, Role.SIDEBAR_ACTIVE),
        (Role.SIDEBAR_MUTED, Role.SIDEBAR),
        (Role.ON_ACCENT, Role.ACCENT),
        *((Role.ON_BADGE, badge) for badge in BADGES),
    ]
    weak = [
        f"{word} on {ground}: {found:.2f}"
        for word, ground in pairs
        if (found := contrast(theme.color(word), theme.color(ground))) < 4.5
    ]
    weak += [
        f"{word} on its tint: {found:.2f}"
        for word in WORDS[1:]
        if (found := contrast(theme.color(word), theme.tint(word))) < 4.5
    ]
    tints = (Role.GOOD, Role.ATTENTION, Role.PROBLEM, Role.INFO)
    weak += [
        f"text on the tint of {role}: {found:.2f}"
        for role in tints
        if (found := contrast(theme.color(Role.TEXT), theme.tint(role))) < 4.5
    ]
    assert weak == []


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_takes_the_colour_it_is_given(name: str, qapp: QApplication) -> None:
    image = icons.pixmap(name, QColor(0, 200, 0), 48).toImage()
    pixels = [image.pixelColor(x, y) for x, y in product(range(48), repeat=2)]
    drawn = [pixel for pixel in pixels if pixel.alpha() == 255]
    assert drawn, "nothing is drawn"
    green = all(one.green() > 190 and one.red() < 10 and one.blue() < 10 for one in drawn)
    assert green or name.startswith(("arrow-", "tick-")), "these have their own colours"


def test_a_disabled_icon_is_faint(qapp: QApplication) -> None:
    theme = Theme("light")
    theme.apply(qapp)
    icon = theme.icon("plus")
    looks = {
        mode: icon.pixmap(theme.em(2.5), mode).toImage()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    }
    assert looks[QIcon.Mode.Normal] != looks[QIcon.Mode.Disabled]
    assert theme.icon("plus") is icon


@pytest.mark.parametrize("mode", MODES)
def test_the_style_sheet_is_filled_in(mode: str, qapp: QApplication) -> None:
    Theme(mode).apply(qapp)
    sheet = qapp.styleSheet()
    assert "QPushButton" in sheet
    assert "$" not in sheet
    assert not re.search(r"\dem\b", sheet)
    for drawing in re.findall(r"url\((.*?)\)", sheet):
        assert Path(drawing).is_file()


def test_no_module_but_the_roles_names_a_colour() -> None:
    package = Path(icons.__file__).parent
    found = [
        f"{path.name}: {match}"
        for path in package.rglob("*.py")
        if path.name != "roles.py"
        for match in re.findall(r"#[0-9a-fA-F]{6}\b|\d+px", path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_light_and_dark_differ_in_words_and_ground(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme("light")
    theme.apply(qapp)
    light = qapp.palette().window().color(), qapp.palette().windowText().color()
    with qtbot.waitSignal(theme.changed):
        theme.choose("dark", 1.0)
    dark = qapp.palette().window().color(), qapp.palette().windowText().color()
    assert light[0].lightness() > 200 > 60 > dark[0].lightness()
    assert light[1].lightness() < 60 < 200 < dark[1].lightness()


def test_everything_grows_with_the_text(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme("light")
    theme.apply(qapp)
    button = QPushButton("Register")
    qtbot.addWidget(button)
    button.show()
    em, height, size = theme.em(), button.sizeHint().height(), qapp.font().pointSizeF()
    theme.choose("light", 2.0)
    assert theme.em() == pytest.approx(2 * em, abs=1)
    assert button.sizeHint().height() == pytest.approx(2 * height, abs=4)
    theme.choose("light", 1.0)
    assert qapp.font().pointSizeF() == size


def test_a_new_role_is_measured_and_drawn_at_once(qapp: QApplication, qtbot: QtBot) -> None:
    Theme("light").apply(qapp)
    frame = QFrame()
    qtbot.addWidget(frame)
    label = QLabel("Active", frame)
    frame.show()
    plain, picture = label.sizeHint(), label.grab().toImage()
    set_role(label, "pill-good")
    assert label.sizeHint().width() > plain.width()
    label.adjustSize()
    assert label.grab().toImage() != picture


def test_pictures_of_other_looks_are_not_kept(qapp: QApplication) -> None:
    theme = Theme("light")
    theme.apply(qapp)
    assert QPixmapCache.cacheLimit() == PICTURES_KEPT
    kept, found = QPixmap(8, 8), QPixmap()
    QPixmapCache.insert("kept", kept)
    assert QPixmapCache.find("kept", found)
    theme.choose("dark", 1.0)
    assert not QPixmapCache.find("kept", found)
    theme.leave(qapp)
