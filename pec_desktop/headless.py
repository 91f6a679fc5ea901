"""The command line without a window: ``pec-desktop batch register|renew|space|user|status FILE``.

A composition root like `app`, without Qt. It can be interrupted at any instant and run again with
the same file; what that means stands in `services.batch`. Whatever it says is in English.
"""

from __future__ import annotations

import argparse
import csv
import io
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from decimal import Decimal
from pathlib import Path
from types import FrameType

from pec_desktop import atomic, log
from pec_desktop.credentials.vault import MemoryVault, Vault, open_vault
from pec_desktop.documents import tables
from pec_desktop.domain.account import Account, Environment
from pec_desktop.domain.fields import Severity
from pec_desktop.errors import ApiError, Cancelled, PecDesktopError, Refusal
from pec_desktop.instance import InstanceLock
from pec_desktop.options import TOKEN_VARIABLE
from pec_desktop.paths import Paths
from pec_desktop.practice_process import PracticeProcess
from pec_desktop.services import accounts, batch, batch_rows, mailboxes, price_list, prices
from pec_desktop.services.batch import Result, RowState
from pec_desktop.services.office import Connection, Office
from pec_desktop.settings import Settings
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.batches import Batch, BatchRow
from pec_desktop.store.database import Database
from pec_desktop.store.files import FileStore
from pec_desktop.ui.words import known, text
from pec_desktop.work import Work

ALL_CONFIRMED, SOME_NOT, WRONG, IN_USE, FINISHED, INTERRUPTED = 0, 1, 2, 3, 4, 130
"""Exit codes."""

OPERATIONS = {
    "register": "register_mailbox",
    "renew": "renew_mailbox",
    "space": "change_space",
    "user": "add_user",
    "status": "",
}
"""Word of the command line → the `PecClient` method; "status" only reads."""

COLUMNS = ("row", "label", "outcome", "id", "price", "error", "warnings")
"""Columns of the result file; "status" adds `data_scadenza`."""


class Stop(Exception):
    """The run ends here, with a message and an exit code."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns the exit code."""
    asked = _parse(arguments)
    work = Work(_progress if sys.stderr.isatty() else None)
    try:
        with ExitStack() as stack, _interruptible(work):
            office = _open(asked, stack, work)
            if asked.what == "status":
                return _status(asked, office, work)
            return _batch(asked, office, work)
    except Stop as stop:
        _say(str(stop))
        return stop.code
    except (Cancelled, KeyboardInterrupt):
        _say("Interrupted. Run the same command again to go on where it was.")
        return INTERRUPTED
    except PecDesktopError as error:
        _say(words_of(error))
        return SOME_NOT if isinstance(error, ApiError) else WRONG


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="pec-desktop batch",
        description="Do the same for many: each line of the table once, however often it is run.",
        epilog="Exit codes: 0 all confirmed, 1 some not, 2 file or arguments wrong, 3 profile in "
        "use, 4 done already, 130 interrupted.",
    )
    parser.add_argument("what", choices=tuple(OPERATIONS))
    parser.add_argument("file", type=Path, metavar="FILE", help="CSV or XLSX")
    parser.add_argument("--profile-dir", type=Path, metavar="DIR", help="the profile to work in")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--endpoint", metavar="URL", help="a custom server")
    way.add_argument("--practice", action="store_true", help="the practice office")
    way.add_argument("--account", metavar="NAME", help="one of the profile's accounts")
    parser.add_argument("--dry-run", action="store_true", help="check every line, send nothing")
    parser.add_argument("--yes", action="store_true", help="needed for whatever costs money")
    parser.add_argument("--new", action="store_true", help="do once more what was finished before")
    parser.add_argument(
        "--accept-checks", action="store_true", help="let failed check digits pass (not Production)"
    )
    parser.add_argument("--quiet-period", type=_seconds, metavar="SECONDS")
    parser.add_argument("--result", type=Path, metavar="FILE", help="default: NAME.result.csv")
    return parser.parse_args(arguments)


def _seconds(given: str) -> int:
    seconds = int(given)
    if not 0 <= seconds <= 86_400:
        raise argparse.ArgumentTypeError("0 to 86400")
    return seconds


# Opening


def _open(asked: argparse.Namespace, stack: ExitStack, work: Work) -> Office:
    """Open profile, archive and account; what is opened is closed with `stack`."""
    paths = Paths(asked.profile_dir)
    lock = InstanceLock(paths.lock)
    if not lock.acquire():
        raise Stop(IN_USE, "The profile is in use by another run of the program.")
    stack.callback(lock.release)
    stack.callback(log.set_up(paths.logs))
    settings = Settings(paths.settings)
    if asked.quiet_period is None:
        asked.quiet_period = settings.quiet_period
    database = Database(paths.archive)
    database.open()
    account = _account(asked, settings, database)
    connection, vault = _connection(account, paths, stack)
    files = FileStore(paths.files, database)
    office = Office(account, database, files, vault, connection)
    stack.callback(setattr, office, "connection", None)
    price_list.apply(office, settings)
    office.attempts.interrupt_pending()
    work.check()
    return office


def _account(asked: argparse.Namespace, settings: Settings, database: Database) -> Account:
    if asked.practice:
        return accounts.practice_account()
    if asked.endpoint:
        return accounts.endpoint_account(asked.endpoint)
    all_known = AccountStore(database).all()
    wanted = asked.account or settings.current_account
    named = [one for one in all_known if wanted in (one.id, one.name)]
    found = named or ([] if asked.account else all_known)
    if len(found) == 1:
        return found[0]
    raise Stop(WRONG, "Say which account: --account NAME, --endpoint URL or --practice.")


def _connection(account: Account, paths: Paths, stack: ExitStack) -> tuple[Connection, Vault]:
    if account.environment is Environment.PRACTICE:
        practice = PracticeProcess(paths.practice_state)
        stack.callback(practice.close)
        at = practice.access()
        return Connection(at.url, at.token, at.url, at.email, at.api_key), MemoryVault()
    token = os.environ.pop(TOKEN_VARIABLE, "")
    if token:
        return Connection(base_url=account.base_url, token=token), MemoryVault()
    vault = open_vault()
    connection = accounts.open_connection(vault, account)
    if connection is None:
        raise Stop(WRONG, f"No access token: set {TOKEN_VARIABLE}, or connect in the window.")
    return connection, vault


@contextmanager
def _interruptible(work: Work) -> Iterator[None]:
    """Stop between two rows at the first Ctrl+C, at once at the second; the journal knows both."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        if work.cancelled:
            raise KeyboardInterrupt
        work.cancel()
        _say("Stopping after this line; Ctrl+C once more stops at once.")

    kinds = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(kind, stop) for kind in kinds]
    try:
        yield
    finally:
        for kind, handler in zip(kinds, before, strict=True):
            signal.signal(kind, handler)


# Doing


def _batch(asked: argparse.Namespace, office: Office, work: Work) -> int:
    operation = OPERATIONS[asked.what]
    table = _table(asked.file, batch_rows.columns(operation))
    if not asked.new and batch.is_finished(office, operation, table.digest):
        raise Stop(FINISHED, text("batch.finished", name=asked.file.name))
    if not asked.dry_run and not asked.yes:
        raise Stop(WRONG, "This costs money. Look with --dry-run, then say --yes.")
    _read_list(office, work, needed=not asked.dry_run)
    rows = [BatchRow(line.number, dict(line.cells)) for line in table.lines]
    if asked.dry_run:
        begun = office.batches.newest(operation, table.digest)
        finished = begun is None or begun.finished_at is not None
        new = Batch(operation=operation, digest=table.digest, name="", rows=tuple(rows))
        one = new if finished or begun is None else begun
    else:
        one = batch.begin(
            office, operation, rows, digest=table.digest, name=asked.file.name, anew=asked.new
        )
    planned = batch.plan(office, one, work, accept_checks=asked.accept_checks)
    prices.learn(office, operation, work)
    if asked.dry_run:
        found = batch.results(office, planned)
        _report(asked, office, found)
        wrong = any(result.state is RowState.INVALID for result in found)
        return SOME_NOT if wrong else ALL_CONFIRMED
    errors: dict[str, Result] = {}
    try:
        batch.run(
            office,
            one,
            planned,
            work,
            quiet_period=asked.quiet_period,
            told=lambda _place, result: errors.update({result.planned.key: result}),
        )
    finally:
        found = [_with_error(one, errors) for one in batch.results(office, planned)]
        _report(asked, office, found)
    confirmed = all(result.state is RowState.CONFIRMED for result in found)
    return ALL_CONFIRMED if confirmed else SOME_NOT


def _with_error(result: Result, errors: dict[str, Result]) -> Result:
    told = errors.get(result.planned.key)
    if result.state is RowState.CONFIRMED or told is None:
        return result
    return told


def _status(asked: argparse.Namespace, office: Office, work: Work) -> int:
    table = _table(asked.file, (batch_rows.BY_ID, batch_rows.BY_ADDRESS))
    _read_list(office, work, needed=True)
    known_boxes = batch_rows.known_mailboxes(office)
    lines = []
    for line in table.lines:
        stored, named = batch_rows.find(known_boxes, line.cells)
        shown = {"row": line.number, "label": line.cells.get(named, "")}
        if stored is None:
            shown["error"] = text("batch.no_mailbox")
        else:
            box = stored.mailbox
            shown |= {"label": box.casella_pec, "outcome": box.stato, "id": box.id}
            shown["data_scadenza"] = box.data_scadenza
        lines.append(shown)
    _write(asked, (*COLUMNS, "data_scadenza"), lines)
    for shown in lines:
        said = shown.get("outcome") or shown.get("error")
        print(f"{shown['row']}\t{shown['label']}\t{said}\t{shown.get('data_scadenza', '')}")
    return SOME_NOT if any("error" in shown for shown in lines) else ALL_CONFIRMED


def _table(path: Path, columns: Sequence[str]) -> tables.Table:
    """Read the file; columns that mean nothing here are said, and nothing else comes of them."""
    table = tables.read(path)
    names = [name for name in (batch_rows.BY_ID, batch_rows.BY_ADDRESS) if name in columns]
    if not any(name in table.columns for name in names):
        raise Refusal("table.no_name", columns=", ".join(names))
    if odd := [column for column in table.columns if column not in columns]:
        _say(f"Columns that mean nothing here: {', '.join(odd)}")
    return table


def _read_list(office: Office, work: Work, *, needed: bool) -> None:
    try:
        mailboxes.refresh(office, work)
    except ApiError as error:
        if needed:
            raise
        _say(f"Checked without the vendor's list. {words_of(error)}")


# Saying


def _report(asked: argparse.Namespace, office: Office, found: Sequence[Result]) -> None:
    """Write the result file, and say what is not as it should be and how many are how."""
    lines = [_line(office, result) for result in found]
    _write(asked, COLUMNS, lines)
    for line in lines:
        if line["error"]:
            print(f"line {line['row']}: {line['label']}: {line['error']}")
    for state, count in batch.counted(found):
        print(f"{count} × {text(f'row.{state}')}")
    total = [Decimal(str(line["price"])) for line in lines if line["price"]]
    print(f"Price of {len(total)} of {len(lines)}: {sum(total, Decimal(0))} EUR + IVA")


def _line(office: Office, result: Result) -> dict[str, object]:
    one, attempt = result.planned, result.attempt
    by: dict[Severity, list[str]] = {Severity.ERROR: [], Severity.WARNING: []}
    for problem in one.problems:
        said = f"{problem.field}: {text(problem.key, **problem.details)}"
        by[problem.severity].append(said)
    told = words_of(result.error) if result.error else ""
    if attempt is not None and result.state is RowState.REFUSED and not told:
        told = attempt.message
    if attempt is not None:
        price = attempt.amount
    else:
        price = None if result.state is RowState.INVALID else batch_rows.price(office, one)
    return {
        "row": one.number,
        "label": one.label,
        "outcome": result.state,
        "id": result.reference,
        "price": price or "",
        "error": "; ".join(
            [told, *(by[Severity.ERROR] if result.state is RowState.INVALID else [])]
        ).strip("; "),
        "warnings": "; ".join(by[Severity.WARNING]),
    }


def _write(
    asked: argparse.Namespace, columns: Sequence[str], lines: Sequence[dict[str, object]]
) -> None:
    path: Path = asked.result or asked.file.with_name(f"{asked.file.stem}.result.csv")
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="")
    writer.writeheader()
    writer.writerows(lines)
    atomic.write(path.absolute(), out.getvalue().encode(), shared=True)
    _say(f"Written: {path}")


def words_of(error: Exception) -> str:
    """Say an error in one line."""
    match error:
        case ApiError():
            own = f"failure.{error.operation}.{error.code}"
            what = text(own if known(own) else f"failure.{error.kind}.what")
            told = f" ({error.field or ''} {error.code or ''} {error.message})".replace("( ", "(")
            return what + told
        case Refusal():
            problems = error.details.get("problems")
            if isinstance(problems, list):
                return "; ".join(f"{one.field}: {text(one.key, **one.details)}" for one in problems)
            return text(error.key, **error.details)
    return str(error)


def _progress(done: int, total: int) -> None:
    width = 30
    filled = width * done // max(total, 1)
    end = "\n" if done == total else ""
    print(f"\r[{'#' * filled}{'.' * (width - filled)}] {done} of {total}", end=end, file=sys.stderr)


def _say(words: str) -> None:
    print(words, file=sys.stderr)
