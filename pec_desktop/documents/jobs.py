"""What the child process does: the entry that `child` starts, and the jobs it can be given.

Reached by the hidden arguments `--document-child FOLDER`. It ends by itself when its parent does.
"""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from pec_desktop.documents import convert, join, papers
from pec_desktop.documents.child import ANSWER, REQUEST
from pec_desktop.errors import DocumentError


def main(arguments: Sequence[str]) -> int:
    """Run as the child: do what the request in the folder `arguments[0]` asks. The exit code."""
    folder = Path(arguments[0])
    request = json.loads((folder / REQUEST).read_text(encoding="ascii"))
    sources = [Path(path) for path in request["sources"]]
    target = Path(request["target"]) if request["target"] is not None else None
    threading.Thread(target=_end_with_parent, args=(folder, target), daemon=True).start()
    answer: dict[str, object]
    try:
        answer = {"value": JOBS[request["job"]](sources, target)}
    except DocumentError as error:
        answer = {"refused": error.key, "details": error.details}
    except Exception:  # noqa: BLE001 - a frozen program would open a window for it
        return 1
    (folder / ANSWER).write_text(json.dumps(answer), encoding="ascii")
    return 0


def _read(sources: Sequence[Path], _target: Path | None) -> object:
    return msgspec.to_builtins(papers.read_here(sources[0]))


def _writing(write: Callable[[Sequence[Path], Path], None]) -> Job:
    def job(sources: Sequence[Path], target: Path | None) -> None:
        assert target is not None
        write(sources, target)

    return job


Job = Callable[[Sequence[Path], Path | None], object]
JOBS: dict[str, Job] = {
    "read": _read,
    "convert": _writing(convert.write_page),
    "join": _writing(join.write_joined),
}
"""What they return must go through JSON; bytes go to the target."""


def _end_with_parent(folder: Path, target: Path | None) -> None:
    """Wait for the parent's end of standard input to close, then leave nothing behind."""
    with suppress(OSError):  # no standard input: the time limit of the parent is what is left
        while os.read(0, 1):
            pass
        shutil.rmtree(folder, ignore_errors=True)
        if target is not None:
            target.unlink(missing_ok=True)
        os._exit(1)
