"""Work on large papers in a child process: the same program, started again without a window.

A long call into C, or a parser busy for seconds, would hold the interpreter lock that the window
needs too. The child gets a private folder with a request in it, leaves its answer there and its
product at the target; nothing is pickled, nothing depends on a console. It can be killed at any
moment: when the work is cancelled, when its time is up, and it ends by itself with its parent.

`main` is the child's own entry: `python -m pec_desktop.documents.child FOLDER` from source, the
hidden argument `--document-child FOLDER` of the frozen program.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pec_desktop.errors import DocumentError
from pec_desktop.options import DOCUMENT_CHILD
from pec_desktop.work import Work

THRESHOLD = 5_000_000
"""Bytes of input above which the work goes to a child."""

TIME_LIMIT = 120.0
"""Seconds a child may take; the largest paper allowed needs a few."""

_POLL = 0.1  # seconds between looks at `Work.cancelled`
_PACKAGE_ROOT = Path(__file__).parents[2]
_REQUEST, _ANSWER = "request.json", "answer.json"
_log = logging.getLogger(__name__)


def run(
    job: str,
    sources: Sequence[Path],
    target: Path | None = None,
    work: Work | None = None,
    *,
    time_limit: float = TIME_LIMIT,
) -> Any:
    """Do `job` (a case of `_perform`) on `sources` in a child and give its answer back.

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
        (folder / _REQUEST).write_text(json.dumps(request), encoding="ascii")
        try:
            code = _spawn(folder, work, time_limit)
            return _value(job, folder / _ANSWER, code)
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
            _command(folder),
            stdin=subprocess.PIPE,  # never written to: its end tells the child ours
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=_PACKAGE_ROOT,  # -m looks here first: not in whatever folder we were started from
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
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


def _command(folder: Path) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, DOCUMENT_CHILD, str(folder)]
    return [sys.executable, "-m", "pec_desktop.documents.child", str(folder)]


def main(arguments: Sequence[str]) -> int:
    """Run as the child: do what the request in the folder `arguments[0]` asks. The exit code."""
    folder = Path(arguments[0])
    request = json.loads((folder / _REQUEST).read_text(encoding="ascii"))
    target = Path(request["target"]) if request["target"] is not None else None
    threading.Thread(target=_end_with_parent, args=(folder, target), daemon=True).start()
    answer: dict[str, object]
    try:
        answer = {"value": _perform(request["job"], [Path(p) for p in request["sources"]], target)}
    except DocumentError as error:
        answer = {"refused": error.key, "details": error.details}
    except Exception:  # noqa: BLE001 - a frozen program would open a window for it
        return 1
    (folder / _ANSWER).write_text(json.dumps(answer), encoding="ascii")
    return 0


def _perform(job: str, sources: list[Path], target: Path | None) -> object:
    """The jobs. What they return must go through JSON; bytes go to `target`."""
    import msgspec

    from pec_desktop.documents import convert, join, papers

    if job == "read":
        return msgspec.to_builtins(papers.read_here(sources[0]))
    if target is None:
        raise ValueError(job)
    {"convert": convert.write_page, "join": join.write_joined}[job](sources, target)
    return None


def _end_with_parent(folder: Path, target: Path | None) -> None:
    """Wait for the parent's end of standard input to close, then leave nothing behind."""
    with suppress(OSError):  # no standard input: the time limit of the parent is what is left
        while os.read(0, 1):
            pass
        shutil.rmtree(folder, ignore_errors=True)
        if target is not None:
            target.unlink(missing_ok=True)
        os._exit(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
