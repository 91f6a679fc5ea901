"""Words for what is wrong with a paper."""

from __future__ import annotations

TEXTS: dict[str, object] = {}
