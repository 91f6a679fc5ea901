"""Work on large papers in a child process: the same program, started again without a window.

A long call into C, or a parser busy for seconds, would hold the interpreter lock that the window
needs too. The child gets a private folder with a request in it, leaves its answer there and its
product at the target; nothing is pickled, nothing depends on a console. It can be killed at any
moment: when the work is cancelled, when its time is up, and it ends by itself with its parent.

This is the parent's side; what the child does stands in `jobs`, which nothing here imports.
"""

from __future__ import annotations

import json
import logging
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pec_desktop.errors import DocumentError
from pec_desktop.helper_process import QUIETLY, command
from pec_desktop.options import DOCUMENT_CHILD
from pec_desktop.work import Work

THRESHOLD = 5_000_000
"""Bytes of input above which the work goes to a child."""

TIME_LIMIT = 120.0
"""Seconds a child may take; the largest paper allowed needs a few."""

REQUEST, ANSWER = "request.json", "answer.json"
"""What parent and child leave for each other in the folder."""

_POLL = 0.1  # seconds between looks at `Work.cancelled`
_log = logging.getLogger(__name__)


def run(
    job: str,
    sources: Sequence[Path],
    target: Path | None = None,
    work: Work | None = None,
    *,
    time_limit: float = TIME_LIMIT,
) -> Any:
    """Do `job` (a key of `jobs.JOBS`) on `sources` in a child and give its answer back.

    What the job makes is written to `target`, which is removed again if the job fails. Blocks:
    worker threads only. Raises what the job raises (`DocumentError`), ``paper.timeout``,
    ``paper.failed`` if the child ended without an answer, and `Cancelled`.
    """
    with TemporaryDirectory(prefix="pec-desktop-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        request = {
            "job": job,
            "sources": [str(path.absolute()) for path in sources],
            "target": str(target.absolute()) if target is not None else None,
        }
        # json and not msgspec: it carries file names that are not valid Unicode.
        (folder / REQUEST).write_text(json.dumps(request), encoding="ascii")
        try:
            code = _spawn(folder, work, time_limit)
            return _value(job, folder / ANSWER, code)
        except BaseException:
            if target is not None:
                target.unlink(missing_ok=True)
            raise


def _value(job: str, answer_file: Path, code: int) -> Any:
    if code != 0:
        _log.warning("document child for %s ended with %s", job, code)
        raise DocumentError("paper.failed")
    answer = json.loads(answer_file.read_text(encoding="ascii"))
    if "refused" in answer:
        raise DocumentError(answer["refused"], **answer["details"])
    return answer["value"]


def _spawn(folder: Path, work: Work | None, time_limit: float) -> int:
    """Start the child, wait for it, and return its exit code; never leave it running."""
    deadline = time.monotonic() + time_limit
    try:
        process = subprocess.Popen(
            command(DOCUMENT_CHILD, str(folder)),
            stdin=subprocess.PIPE,  # never written to: its end tells the child ours
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **QUIETLY,
        )
    except OSError as error:
        raise DocumentError("paper.failed") from error
    with process:
        try:
            while True:
                with suppress(subprocess.TimeoutExpired):
                    return process.wait(_POLL)
                if work is not None:
                    work.check()
                if time.monotonic() > deadline:
                    raise DocumentError("paper.timeout")
        finally:
            process.kill()
