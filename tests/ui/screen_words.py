"""Reads a window as a person does: every word on it, and the words that have no room."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from pec_desktop.ui.elided import ElidedLabel

_MNEMONIC = re.compile(r"&(\w)")
_INVISIBLE = "\u200b"
_HORIZONTAL = Qt.Orientation.Horizontal


def words_on(window: QWidget) -> set[str]:
    """Every text a person can read or hear on a window, mnemonics taken away."""
    found = (_MNEMONIC.sub(r"\1", words.replace(_INVISIBLE, "")) for words in _texts(window))
    return {words.strip() for words in found if words.strip()}


def clashes(window: QWidget) -> set[str]:
    """The letters that more than one text on a window, or in one of its menus, wants with Alt."""
    on_window = {
        one.text() for one in _visible(window) if isinstance(one, QAbstractButton | QLabel)
    }
    bars = window.findChildren(QMenuBar)
    menus = [bar.actions() for bar in bars] + [one.actions() for one in window.findChildren(QMenu)]
    groups = [{action.text() for action in actions if action.isVisible()} for actions in menus]
    groups = [on_window.union(*groups[: len(bars)]), *groups[len(bars) :]]
    return {
        letter
        for texts in groups
        for letter, times in Counter(_letters(texts)).items()
        if times > 1
    }


def _letters(texts: set[str]) -> Iterator[str]:
    for words in texts:
        yield from (found.upper() for found in _MNEMONIC.findall(words))


def cut_off(window: QWidget) -> list[str]:
    """What is written on a window without having room for all of its letters."""
    return [
        f"{type(one).__name__} “{_shown(one)}”" for one in _visible(window) if not _has_room(one)
    ]


# Words


def _texts(window: QWidget) -> Iterator[str]:
    yield window.windowTitle()
    for widget in _visible(window):
        yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis())
        yield from (widget.accessibleName(), widget.accessibleDescription())
        yield from _of_widget(widget)
        for action in widget.actions():
            yield from (action.text(), action.toolTip(), action.statusTip())
    for menu in window.findChildren(QMenu):
        yield from (menu.title(), *(action.text() for action in menu.actions()))


def _of_widget(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QLineEdit() | QPlainTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QSpinBox():
            yield from (widget.prefix(), widget.suffix())
        case QHeaderView():
            yield from _headings(widget)
        case QAbstractItemView():
            yield from _cells(widget.model())


def _headings(header: QHeaderView) -> Iterator[str]:
    if header.orientation() is _HORIZONTAL:
        for place in range(header.count()):
            yield str(header.model().headerData(place, _HORIZONTAL) or "")


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            value: Any = model.index(row, column).data()
            if isinstance(value, str):
                yield value


def _visible(window: QWidget) -> Iterator[QWidget]:
    for widget in (window, *window.findChildren(QWidget)):
        if widget.isVisibleTo(window) and (widget.window() is window.window()):
            yield widget


# Room


def _has_room(widget: QWidget) -> bool:
    match widget:
        case ElidedLabel():
            return True
        case QLabel():
            return not widget.text() or _label_has_room(widget)
        case QComboBox():
            return _box_has_room(widget)
        case QAbstractButton():
            return not widget.text() or _covers(widget, widget.minimumSizeHint())
        case QLineEdit():
            return _line_has_room(widget)
        case QHeaderView():
            return all(_heading_has_room(widget, place) for place in range(widget.count()))
    return True


def _label_has_room(label: QLabel) -> bool:
    if not label.wordWrap():
        return _covers(label, label.minimumSizeHint())
    metrics, room = label.fontMetrics(), label.contentsRect().width()
    broken = all(metrics.horizontalAdvance(one) <= room for one in _pieces(label.text()))
    return broken and label.height() >= label.heightForWidth(label.width())


def _pieces(words: str) -> list[str]:
    """What cannot be broken into two lines."""
    return re.split(rf"[\s{_INVISIBLE}]+|(?<=[-/])", words)


def _box_has_room(box: QComboBox) -> bool:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    style, part = box.style(), QStyle.SubControl.SC_ComboBoxEditField
    room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box).width()
    return box.fontMetrics().horizontalAdvance(box.currentText()) <= room


def _line_has_room(line: QLineEdit) -> bool:
    """Whether the placeholder can be read; what is typed may be longer than the field."""
    if isinstance(line.parent(), QAbstractSpinBox | QComboBox):
        return True
    return line.fontMetrics().horizontalAdvance(line.placeholderText()) <= line.width()


def _heading_has_room(header: QHeaderView, place: int) -> bool:
    if header.isSectionHidden(place) or header.orientation() is not _HORIZONTAL:
        return True
    bold = header.font()
    bold.setBold(True)
    words = str(header.model().headerData(place, _HORIZONTAL) or "")
    padding = header.fontMetrics().height()
    return QFontMetrics(bold).horizontalAdvance(words) + padding <= header.sectionSize(place)


def _covers(widget: QWidget, size: Any) -> bool:
    return bool(widget.width() >= size.width() and widget.height() >= size.height())


def _shown(widget: QWidget) -> str:
    match widget:
        case QLabel() | QAbstractButton():
            return widget.text()
        case QLineEdit():
            return widget.placeholderText()
        case QComboBox():
            return widget.currentText()
        case QHeaderView():
            return ", ".join(_headings(widget))
    return ""
