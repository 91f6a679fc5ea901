"""Walks a window as assistive technology does and finds what it could not name."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_CELLS = (QAccessible.Role.Table, QAccessible.Role.Tree, QAccessible.Role.List)


def nameless(window: QWidget) -> list[str]:
    """Describe every visible control below `window` that takes the focus but has no name."""
    top = QAccessible.queryAccessibleInterface(window)
    return [_describe(one) for one in _walk(top) if _focusable(one) and not _name(one)]


def names(window: QWidget) -> set[str]:
    """The names of all that can be focused below `window`."""
    top = QAccessible.queryAccessibleInterface(window)
    return {_name(one) for one in _walk(top) if _focusable(one)}


def all_told(window: QWidget) -> str:
    """Every text that assistive technology can read of a window, also of what is hidden."""
    return "\n".join(_everything(QAccessible.queryAccessibleInterface(window)))


def _everything(one: QAccessibleInterface) -> Iterator[str]:
    """Every text that assistive technology can read of a window."""
    for kind in QAccessible.Text:
        if kind is not QAccessible.Text.UserText:
            yield one.text(kind)
    texts = one.textInterface()
    if texts is not None:
        yield texts.text(0, texts.characterCount())
    for number in range(one.childCount()):
        child = one.child(number)
        if child is not None:
            yield from _everything(child)


def _walk(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if one.state().invisible:
        return
    yield one
    if one.role() in _CELLS:
        return  # their cells are the model's texts
    for place in range(one.childCount()):
        child = one.child(place)
        if child is not None:
            yield from _walk(child)


def _focusable(one: QAccessibleInterface) -> bool:
    return bool(one.state().focusable)


def _name(one: QAccessibleInterface) -> str:
    return one.text(QAccessible.Text.Name)


def _describe(one: QAccessibleInterface) -> str:
    widget = one.object()
    return f"{one.role().name} {type(widget).__name__} in {type(widget.parent()).__name__}"
