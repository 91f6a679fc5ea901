"""``pec-desktop --self-test`` tries every part of an installation, one line for each.

What a source tree has and a built program may lack is looked for: imports inside functions, files,
libraries, helper processes. Works without a screen and touches neither the person's profile nor
the network.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from tempfile import TemporaryDirectory

from pec_desktop import __version__
from pec_desktop.errors import PecDesktopError
from pec_desktop.options import Options
from pec_desktop.self_test import parts, screen
from pec_desktop.self_test.check import Bench, Check, say

CHECKS: tuple[Check, ...] = tuple(
    Check(prove.__name__, prove)
    for prove in (
        *(parts.files, parts.imports, parts.archive, parts.keychain, parts.certificates),
        *(parts.papers, parts.envelope, parts.practice),
        *(screen.words, screen.icons, screen.window),
    )
)


def run(options: Options, checks: Sequence[Check] = CHECKS) -> int:
    """Run the checks and print a line for each. Returns the exit code, 0 or 1. Main thread."""
    logging.disable()  # what goes wrong is told in the line
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    failed = 0
    with TemporaryDirectory(prefix="pec-desktop-", ignore_cleanup_errors=True) as folder:
        for check in checks:
            bench = Bench(Path(folder, check.name), options)
            bench.folder.mkdir()
            failed += not _passes(check, bench)
    say(f"PEC Desktop {__version__}: {len(checks) - failed} of {len(checks)} checks passed")
    return 1 if failed else 0


def _passes(check: Check, bench: Bench) -> bool:
    started = time.monotonic()
    try:
        verdict, words = "ok  ", check.prove(bench)
    except Exception as error:  # noqa: BLE001 - whatever a broken installation raises
        verdict, words = "FAIL", _told(error)
    say(f"{verdict} {check.name:<12} {words} ({time.monotonic() - started:.1f} s)")
    return verdict != "FAIL"


def _told(error: Exception) -> str:
    words = str(error.args) if isinstance(error, PecDesktopError) else str(error)
    return f"{type(error).__name__}: {words}"
