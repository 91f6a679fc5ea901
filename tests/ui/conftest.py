"""What every window test gets: plain looks before and after it; for some, Italian."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from italian_support import Reader, in_italian
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def plain_looks(qapp: QApplication) -> Iterator[None]:
    """Take back font and style sheet, which belong to the application and outlive a test."""
    font = qapp.font()
    yield
    qapp.setStyleSheet("")
    qapp.setFont(font)


@pytest.fixture
def italian(qapp: QApplication) -> Iterator[Reader]:
    """What looks at windows in Italian; in the end each of them was in order."""
    with in_italian(qapp) as reader:
        yield reader
    assert reader.looked
    assert reader.wrong == {}
