"""What the command line can say."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct


class Options(Struct, frozen=True, kw_only=True):
    """The arguments of one run; every default is "not given"."""

    practice: bool = False
    profile_dir: Path | None = None
    lang: str | None = None
    endpoint: str | None = None
    platform: str | None = None
