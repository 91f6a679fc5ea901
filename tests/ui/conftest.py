"""What every window test gets: plain looks before and after it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def plain_looks(qapp: QApplication) -> Iterator[None]:
    """Take back font and style sheet, which belong to the application and outlive a test."""
    font = qapp.font()
    yield
    qapp.setStyleSheet("")
    qapp.setFont(font)
