"""The log: what must not be in it is not, in any disguise; what must be is."""

from __future__ import annotations

import base64
import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pec_desktop import log
from pec_desktop.errors import StoreError

TOKEN = "5f3a9c0d1e2b4a6f8c7d9e01"
logger = logging.getLogger("pec_desktop.test")


@pytest.fixture(autouse=True)
def nothing_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log, "_secrets", set())
    monkeypatch.setattr(log, "_pattern", None)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    close = log.set_up(tmp_path / "logs", [TOKEN], logging.DEBUG)
    yield tmp_path / "logs"
    close()


def written(folder: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()))


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=12, max_size=40),
    st.binary(max_size=5),
    st.binary(max_size=5),
)
def test_a_hidden_secret_shows_in_no_disguise(secret: str, before: bytes, after: bytes) -> None:
    log.hide(secret)
    raw = before + secret.encode() + after
    disguises = [
        f"x {secret} y",
        f"x{secret}y",
        quote(secret, safe=""),
        f"?token={quote_plus(secret)}&a=b",
        base64.b64encode(raw).decode(),
        base64.urlsafe_b64encode(raw).decode(),
        f"{secret!r}",
    ]
    for disguise in disguises:
        told = log.redact(disguise)
        assert "[hidden]" in told
        assert secret not in told
        for run in range(len(told) - 11):
            part = re.sub("[-_]", lambda m: {"-": "+", "_": "/"}[m[0]], told[run : run + 12])
            assert part not in base64.b64encode(raw).decode()


def test_short_words_are_not_secrets() -> None:
    for word in ("", "a", "abc"):
        log.hide(word)
    assert log.redact("a cab, an abc") == "a cab, an abc"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"Authorization: Bearer {TOKEN}", "Authorization: Bearer [hidden]"),
        ("{'Authorization': 'Basic YTpi/Yw=='}", "{'Authorization': 'Basic [hidden]'}"),
        ("bearer  abcd.efg-h_i", "bearer  [hidden]"),
        ("for BNCNNA80A41A952K here", "for [fiscal code] here"),
        ("bncnna80a41a952k", "[fiscal code]"),
        ("BNCNNAUMALMAVRNK, BNCNNAUMALMAVRNKS", "[fiscal code], BNCNNAUMALMAVRNKS"),
        ("omocodia BNCNNA8LA41A95NK.", "omocodia [fiscal code]."),
        ("VAT 01234567890, IT01234567890", "VAT [number], [number]"),
        ("1800000000 1800000000123 012345678901", "1800000000 1800000000123 012345678901"),
        ("to anna.bianchi+pec@legalmail.it now", "to …@legalmail.it now"),
        ("/verifica_pec/anna%2Bx%40legalmail.it HTTP", "/verifica_pec/…%40legalmail.it HTTP"),
        ("6040e4613a716838dc4eee0e evasa", "6040e4613a716838dc4eee0e evasa"),
        ("POST https://test.pec.openapi.it/pec 428", "POST https://test.pec.openapi.it/pec 428"),
    ],
)
def test_personal_data_is_blacked_out(text: str, told: str) -> None:
    assert log.redact(text) == told


def test_a_line_tells_when_where_and_what(folder: Path) -> None:
    logger.info("Read %d mailboxes", 37)
    (line,) = (folder / "pec-desktop.log").read_text().splitlines()
    moment = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00"
    wanted = rf"{moment} INFO \[MainThread\] pec_desktop\.test: Read 37 mailboxes"
    assert re.fullmatch(wanted, line)


def test_arguments_and_tracebacks_are_blacked_out_too(folder: Path) -> None:
    logger.warning("Sent %s with %r", "anna@example.com", {"Authorization": f"Bearer {TOKEN}"})
    logger.info("key %s", base64.b64encode(f"anna@example.com:{TOKEN}".encode()).decode())
    try:
        int(f"{TOKEN} of BNCNNA80A41A952K")
    except ValueError:
        logger.exception("It broke")
    text = written(folder)
    assert "ValueError: invalid literal for int() with base 10: '[hidden] of [fiscal code]'" in text
    assert "Traceback" in text
    for secret in (TOKEN, "anna", "BNCNNA", base64.b64encode(TOKEN.encode()).decode()[:10]):
        assert secret not in text
    assert text.count("[hidden]") >= 3


def test_debug_lines_of_the_http_library_are_safe(folder: Path) -> None:
    logging.getLogger("urllib3").debug('"GET /verifica_pec/%s HTTP/1.1" 200', "anna%40pec.it")
    assert "…%40pec.it" in written(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
def test_files_are_for_the_owner_only_also_after_rotation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "SIZE", 2_000)
    umask = os.umask(0)
    try:
        close = log.set_up(tmp_path / "logs")
        for number in range(400):
            logger.info("Line %d of many, to fill the file", number)
        close()
    finally:
        os.umask(umask)
    files = sorted(path.name for path in (tmp_path / "logs").iterdir())
    kept = ["pec-desktop.log", *(f"pec-desktop.log.{n}" for n in range(1, log.KEPT + 1))]
    assert files == ["crash.log", *kept]
    assert {p.stat().st_mode & 0o777 for p in (tmp_path / "logs").iterdir()} == {0o600}
    assert (tmp_path / "logs").stat().st_mode & 0o777 == 0o700
    assert all(p.stat().st_size <= 2_000 for p in (tmp_path / "logs").iterdir())
    assert "Line 399 " in (tmp_path / "logs" / "pec-desktop.log").read_text()


def test_strange_characters_do_not_cost_the_line(folder: Path) -> None:
    # Straight to the file: the test runner's own capture cannot hold such a text.
    (handler,) = (h for h in logging.getLogger().handlers if isinstance(h, log._File))
    name = os.fsdecode(b"fattura \xe8.pdf")
    handler.handle(logger.makeRecord("x", logging.INFO, "x", 1, "File %s", (name,), None))
    assert "fattura \\udce8.pdf" in written(folder)


def test_closing_puts_everything_back(tmp_path: Path) -> None:
    root = logging.getLogger()
    before = (root.level, list(root.handlers))
    close = log.set_up(tmp_path, level=logging.DEBUG)
    assert root.level == logging.DEBUG
    close()
    assert (root.level, list(root.handlers)) == before
    logger.error("Nobody writes this")
    assert "Nobody" not in written(tmp_path)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    with pytest.raises(StoreError):
        log.set_up(tmp_path / "logs")


def test_a_message_of_qt_is_logged_as_it_is(folder: Path) -> None:
    log.from_qt(logging.WARNING, "100% of %s")
    assert "WARNING [MainThread] qt: 100% of %s" in written(folder)


# Hooks, in a process of their own: the test runner has its own hooks

HOOKS = """
import gc, json, logging, sys, threading
from pathlib import Path
from pec_desktop import log

shown = []
log.set_up(Path(sys.argv[1]), ["topsecrettoken"])

def fail(text):
    raise ValueError(text)

def show(details):
    shown.append(details)
    if "unshowable" in details:
        raise RuntimeError("the window is gone")

undo = log.install_hooks(show)

def uncaught(text):
    try:
        fail(text)
    except ValueError:
        sys.excepthook(*sys.exc_info())

def exit_quietly():
    raise SystemExit(3)

class Finaliser:
    def __del__(self):
        raise KeyError("in the finaliser")

for turn in range(3):
    uncaught(f"topsecrettoken {turn}")
threading.Thread(target=fail, args=("in the thread",), name="worker-7").start()
thread = threading.Thread(target=exit_quietly)
thread.start()
thread.join()
Finaliser()
gc.collect()
try:
    [][1]
except IndexError:
    sys.excepthook(*sys.exc_info())
try:
    raise LookupError("unshowable")
except LookupError:
    sys.excepthook(*sys.exc_info())
try:
    raise KeyboardInterrupt
except KeyboardInterrupt:
    sys.excepthook(*sys.exc_info())
undo()
assert sys.excepthook is sys.__excepthook__
for thread in threading.enumerate():
    if thread is not threading.current_thread():
        thread.join()
print(json.dumps(shown))
"""


def child(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_what_nobody_caught_is_logged_and_shown_once(tmp_path: Path) -> None:
    result = child(HOOKS, tmp_path)
    assert result.returncode == 0, result.stderr
    shown: list[str] = json.loads(result.stdout)
    lasts = [details.strip().splitlines()[-1] for details in shown]
    assert sorted(lasts) == [
        "IndexError: list index out of range",
        "KeyError: 'in the finaliser'",
        "LookupError: unshowable",
        "ValueError: [hidden] 0",
        "ValueError: in the thread",
    ]
    assert all(details.startswith("Traceback") for details in shown)
    text = written(tmp_path)
    assert text.count("CRITICAL") == 7
    assert "Nobody caught this in worker-7" in text
    assert "ValueError: [hidden] 2" in text
    assert "The exception could not be shown" in text
    assert "RuntimeError: the window is gone" in text
    assert "topsecrettoken" not in text
    assert "SystemExit" not in text
    assert "KeyboardInterrupt" in result.stderr


CRASH = """
import ctypes, faulthandler, sys
from pathlib import Path
from pec_desktop import log

log.set_up(Path(sys.argv[1]))

def where_it_happened():
    ctypes.string_at(0)

where_it_happened()
"""


def test_a_crash_of_the_process_leaves_its_trace(tmp_path: Path) -> None:
    result = child(CRASH, tmp_path)
    assert result.returncode != 0
    text = (tmp_path / "crash.log").read_text()
    assert "where_it_happened" in text


FULL = """
import logging, resource, sys
from pathlib import Path
from pec_desktop import log

log.set_up(Path(sys.argv[1]), ["topsecrettoken"])
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))
for turn in range(100):
    logging.getLogger("x").info("topsecrettoken %d, and so on and on", turn)
print("still there")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits")
def test_a_full_disk_neither_stops_the_program_nor_spills_secrets(tmp_path: Path) -> None:
    result = child(FULL, tmp_path)
    assert result.stdout == "still there\n"
    assert "topsecrettoken" not in result.stderr
    assert "[hidden] 1," in written(tmp_path)
