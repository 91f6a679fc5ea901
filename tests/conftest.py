"""What all tests share."""

from __future__ import annotations

import os

# Windows are made and painted, but on no screen: before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
