"""The log file: rotating, for the owner only, without secrets and personal data.

Whatever is logged is blacked out in its finished form, tracebacks included, so that no caller has
to think of it. A process has one log, as it has one standard error; the list of what must never
appear in it (`hide`) is one per process for the same reason. Any thread.
"""

from __future__ import annotations

import binascii
import faulthandler
import logging
import re
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from urllib.parse import quote, quote_plus

from pec_desktop import atomic

SIZE = 1_000_000
"""Bytes after which a log file is put aside."""
KEPT = 5
"""How many files are kept beside the current one."""

_HIDDEN = "[hidden]"
_SHORTEST, _SHORTEST_ENCODED = 4, 8
"""Characters; anything shorter is no secret and would black out half of the text."""
_PERSONAL: tuple[tuple[re.Pattern[str], str], ...] = (
    # What an Authorization header holds.
    (re.compile(r"\b(bearer|basic)(\s+)[\w.~+/=-]{4,}", re.IGNORECASE), rf"\1\2{_HIDDEN}"),
    # A fiscal code, with letters in place of digits too (omocodia, DM 23.12.1976).
    (
        re.compile(
            r"(?<![A-Z0-9])[A-Z]{6}[\dL-NP-V]{2}[A-EHLMPR-T][\dL-NP-V]{2}[A-Z][\dL-NP-V]{3}[A-Z]"
            r"(?![A-Z0-9])",
            re.IGNORECASE,
        ),
        "[fiscal code]",
    ),
    # A VAT number, or a fiscal code of a company.
    (re.compile(r"(?<![A-Z0-9])(IT)?\d{11}(?![A-Z0-9])", re.IGNORECASE), "[number]"),
    # An address keeps its domain, which tells the product and the environment.
    (re.compile(r"[\w.+%~-]{1,64}(@|%40)(?=[\w-]+\.)"), r"…\1"),
)

_lock = threading.Lock()
_secrets: set[str] = set()
_pattern: re.Pattern[str] | None = None


def hide(secret: str) -> None:
    """Make sure that `secret` is never logged: as it is, URL-encoded, or inside any base64."""
    global _pattern  # noqa: PLW0603 (see the module's docstring)
    if len(secret) < _SHORTEST:
        return
    with _lock:
        _secrets.update(_disguises(secret))
        longest_first = sorted(_secrets, key=len, reverse=True)
        _pattern = re.compile("|".join(map(re.escape, longest_first)))


def redact(text: str) -> str:
    """Black out hidden secrets, authorisations, fiscal codes, VAT numbers, names in addresses."""
    if _pattern is not None:
        text = _pattern.sub(_HIDDEN, text)
    for pattern, replacement in _PERSONAL:
        text = pattern.sub(replacement, text)
    return text


def _disguises(secret: str) -> set[str]:
    """List the forms in which a secret may appear.

    Within a longer text's base64 (``e-mail:key``) it may start at any of three offsets; the
    characters it shares with its neighbours are left out of the pattern.
    """
    raw = secret.encode("utf-8", "surrogatepass")
    plain = {secret, repr(secret)[1:-1], quote(raw, safe=""), quote_plus(raw)}
    encoded = set()
    for offset in range(3):
        text = binascii.b2a_base64(bytes(offset) + raw).decode()
        own = text[(offset * 8 + 5) // 6 : (offset + len(raw)) * 8 // 6]
        encoded |= {own, own.replace("+", "-").replace("/", "_")}
    return plain | {form for form in encoded if len(form) >= _SHORTEST_ENCODED}


class _Formatter(logging.Formatter):
    """One record as text: UTC time, level, thread, module, message; redacted as a whole."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s [%(threadName)s] %(name)s: %(message)s")

    def formatTime(  # noqa: N802 (the base class's name)
        self,
        record: logging.LogRecord,
        datefmt: str | None = None,  # noqa: ARG002
    ) -> str:
        """Give the time as ISO 8601 in UTC, to the millisecond."""
        return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")

    def format(self, record: logging.LogRecord) -> str:
        """Give the finished text without what must not be in it."""
        return redact(super().format(record))


class _File(RotatingFileHandler):
    """The rotating file, 0600."""

    def _open(self) -> TextIOWrapper:
        # Backslashes for lone surrogates: a strange file name must not cost the line.
        file = open(self.baseFilename, "ab", opener=atomic.private)  # noqa: SIM115
        return TextIOWrapper(file, encoding="utf-8", errors="backslashreplace")

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Keep quiet: the default prints the bare record, secrets and all, to standard error."""


def set_up(
    folder: Path, secrets: Iterable[str] = (), level: int = logging.INFO
) -> Callable[[], None]:
    """Log into ``pec-desktop.log`` in `folder`, and a crash of the process into ``crash.log``.

    `secrets` are hidden first. Returns what undoes it all. Raises `StoreError` when the folder
    cannot be written.
    """
    for secret in secrets:
        hide(secret)
    atomic.private_folder(folder)
    with atomic.failures():
        handler = _File(folder / "pec-desktop.log", maxBytes=SIZE, backupCount=KEPT)
        crashes = open(folder / "crash.log", "ab", opener=atomic.private)  # noqa: SIM115
    handler.setFormatter(_Formatter())
    root = logging.getLogger()
    level_before, faults_before = root.level, faulthandler.is_enabled()
    root.addHandler(handler)
    root.setLevel(level)
    faulthandler.enable(crashes)

    def close() -> None:
        root.removeHandler(handler)
        root.setLevel(level_before)
        handler.close()
        faulthandler.disable()
        if faults_before and sys.__stderr__ is not None:
            faulthandler.enable(sys.__stderr__)
        crashes.close()

    return close


def from_qt(level: int, text: str) -> None:
    """Log a message of Qt's own; `level` is one of `logging`'s."""
    logging.getLogger("qt").log(level, "%s", text)


def install_hooks(show: Callable[[str], None]) -> Callable[[], None]:
    """Log every exception nobody caught and `show` it, each distinct traceback once.

    `show` receives the redacted traceback, in the thread in which it happened; it must bring it to
    the window's thread itself. Covers the main thread (Qt's slots too), other threads, and
    finalisers. Returns what puts the previous hooks back.
    """
    seen: set[tuple[object, ...]] = set()

    def tell(where: str, error: BaseException, trace: TracebackType | None) -> None:
        log = logging.getLogger(__name__)
        log.critical("Nobody caught this in %s", where, exc_info=(type(error), error, trace))
        mark = _mark(error, trace)
        if mark in seen:
            return
        seen.add(mark)
        try:
            show(redact("".join(traceback.format_exception(type(error), error, trace))))
        except Exception:
            log.exception("The exception could not be shown")

    def in_main(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            tell("the main thread", error, trace)

    def in_thread(event: threading.ExceptHookArgs) -> None:
        if event.exc_value is not None and not issubclass(event.exc_type, SystemExit):
            name = event.thread.name if event.thread else "a thread"
            tell(name, event.exc_value, event.exc_traceback)

    def in_finaliser(event: sys.UnraisableHookArgs) -> None:
        if event.exc_value is not None:
            tell(f"a finaliser of {type(event.object)}", event.exc_value, event.exc_traceback)

    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)

    def put_back() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before

    sys.excepthook, threading.excepthook, sys.unraisablehook = in_main, in_thread, in_finaliser
    return put_back


def _mark(error: BaseException, trace: TracebackType | None) -> tuple[object, ...]:
    """Tell tracebacks apart by the kind of exception and the lines, not by values."""
    return (type(error), *((f.filename, f.lineno) for f in traceback.extract_tb(trace)))
