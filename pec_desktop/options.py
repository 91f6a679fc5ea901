"""What the command line can say, to people and to the program's own helper processes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

PRACTICE_SERVER = "--practice-server"
"""With this first argument the executable is the practice server and nothing else."""

DOCUMENT_CHILD = "--document-child"
"""With this first argument the executable works on one large paper and ends."""

BATCH = "batch"
"""With this first argument the executable works through a table, without a window."""

TOKEN_VARIABLE = "PEC_DESKTOP_TOKEN"  # noqa: S105 - the name of a variable, not a secret
"""Where the token of a custom server comes from, if it is not in the keychain."""


class Options(Struct, frozen=True, kw_only=True):
    """The arguments of one run; every default is "not given"."""

    practice: bool = False
    profile_dir: Path | None = None
    lang: str | None = None
    endpoint: str | None = None
    platform: str | None = None
    self_test: bool = False
    files: Sequence[Path] = ()
