"""How this program starts itself again as one of its helpers, from source and frozen alike.

A helper is named by a hidden first argument (`options`); `__main__` sends it where it belongs.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

QUIETLY: dict[str, Any] = {
    "cwd": Path(__file__).parents[1],
    "creationflags": getattr(subprocess, "CREATE_NO_WINDOW", 0),
}
"""What `subprocess` has to know: with -m, Python looks for modules in the working folder first, and
that must not be whatever folder we were started from; Windows would open a console for a helper.
"""


def command(helper: str, *arguments: str) -> list[str]:
    """Return the command that starts the helper named by the hidden argument `helper`.

    Paths among `arguments` must be absolute.
    """
    program = [] if getattr(sys, "frozen", False) else ["-m", "pec_desktop"]
    return [sys.executable, *program, helper, *arguments]
