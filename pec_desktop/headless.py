"""The command line without a window: ``pec-desktop batch register|renew|space|user|status FILE``.

A composition root like `app`, without Qt. It can be interrupted at any instant and run again with
the same file; what that means stands in `services.batch`. Whatever it says is in English.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from types import FrameType

from pec_desktop import log
from pec_desktop.credentials.vault import MemoryVault, Vault, open_vault
from pec_desktop.domain.account import Account, Environment
from pec_desktop.errors import ApiError, Cancelled, PecDesktopError, Refusal, StoreError
from pec_desktop.instance import InstanceLock
from pec_desktop.options import TOKEN_VARIABLE
from pec_desktop.paths import Paths
from pec_desktop.practice_process import PracticeProcess
from pec_desktop.services import (
    accounts,
    batch,
    batch_result,
    batch_rows,
    batch_sources,
    export,
    mailboxes,
    price_list,
    prices,
    upkeep,
)
from pec_desktop.services.batch import Result, RowState
from pec_desktop.services.export import BatchLine
from pec_desktop.services.office import Connection, Office
from pec_desktop.settings import Settings
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.database import Database, Opened
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
    parser.add_argument(
        "--after-loss",
        action="store_true",
        help="pay also for what was perhaps sent before the archive was damaged or restored",
    )
    parser.add_argument("--quiet-period", type=_seconds, metavar="SECONDS")
    parser.add_argument(
        "--result",
        type=Path,
        metavar="FILE",
        help="default: NAME.result.csv, NAME.dry-run.csv or NAME.status.csv",
    )
    asked = parser.parse_args(arguments)
    kind = "status" if asked.what == "status" else "dry-run" if asked.dry_run else "result"
    asked.result = asked.result or asked.file.with_name(f"{asked.file.stem}.{kind}.csv")
    if asked.result.absolute() == asked.file.absolute():
        parser.error("--result names the table itself")
    return asked


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
    opened = database.open()
    files = FileStore(paths.files, database)
    if not asked.dry_run:
        opened = _look_after(database, files, opened, work)
    _say_replaced(opened)
    account = _account(asked, settings, database)
    connection, vault = _connection(account, paths, stack, needed=not asked.dry_run)
    office = Office(account, database, files, vault, connection)
    stack.callback(setattr, office, "connection", None)
    price_list.apply(office, settings)
    office.attempts.interrupt_pending()
    work.check()
    return office


def _look_after(database: Database, files: FileStore, opened: Opened, work: Work) -> Opened:
    """Make the day's backup, which is a look too; what is found damaged gives way to a backup."""
    try:
        sound = upkeep.look_after(database, files, work)
    except (Refusal, StoreError) as error:
        _say(words_of(error))
        sound = not database.damaged
    return opened if sound else database.start_anew()


def _say_replaced(opened: Opened) -> None:
    """Say which archive is here in the place of another one, and what that means."""
    if opened.set_aside is not None:
        _say(
            f"The archive was damaged or replaced; the one that was here is now {opened.set_aside}."
        )
    if opened.gap is not None and opened.gap.since is not None:
        moment = datetime.fromtimestamp(opened.gap.since).astimezone()
        _say(f"What was done after {moment:%d/%m/%Y %H:%M} is missing in the archive.")
    if opened.set_aside is not None or opened.gap is not None:
        _say("Look what was sent since then; lines that may be among it wait for --after-loss.")


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


def _connection(
    account: Account, paths: Paths, stack: ExitStack, *, needed: bool
) -> tuple[Connection | None, Vault]:
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
    if connection is None and needed:
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
    table = batch_sources.read(asked.file)
    _say_odd(batch_sources.odd_columns(table.columns, operation))
    wanted = batch_sources.of_table(table, operation, asked.file.name, anew=asked.new)
    standing = batch.standing(office, wanted)
    if batch.is_done(office, standing):
        if not asked.dry_run and not asked.result.exists():
            _report(asked, office, batch.recorded(office, standing))
        raise Stop(FINISHED, text("batch.finished", name=asked.file.name))
    if not asked.dry_run and not asked.yes:
        raise Stop(WRONG, "This costs money. Look with --dry-run, then say --yes.")
    _read_list(office, work, needed=not asked.dry_run)
    lenient = {"accept_checks": asked.accept_checks, "after_loss": asked.after_loss}
    if asked.dry_run:
        _, found = batch_sources.look(office, wanted, work, **lenient)
        prices.learn(office, operation, work)
        _report(asked, office, found)
        wrong = any(result.state is RowState.INVALID for result in found)
        return SOME_NOT if wrong else ALL_CONFIRMED
    one = batch.begin(office, wanted)
    planned = batch.plan(office, one, work, **lenient)
    prices.learn(office, operation, work)
    # The place is tried before anything is paid.
    _write(asked, batch_result.lines(office, batch.results(office, planned), text, _explain))
    run = batch.Run(office, one, planned)
    try:
        run.carry_out(work, quiet_period=asked.quiet_period)
    finally:
        found = run.results()
        _report(asked, office, found)
    confirmed = all(result.state is RowState.CONFIRMED for result in found)
    return ALL_CONFIRMED if confirmed else SOME_NOT


def _status(asked: argparse.Namespace, office: Office, work: Work) -> int:
    table = batch_sources.read(asked.file)
    names = batch_rows.BY_ID, batch_rows.BY_ADDRESS
    _say_odd([column for column in table.columns if column not in names])
    _read_list(office, work, needed=True)
    known_boxes = batch_rows.known_mailboxes(office)
    lines = []
    for line in table.lines:
        stored, named = batch_rows.find(known_boxes, line.cells)
        if stored is None:
            label = line.cells.get(named, "")
            lines.append(BatchLine(line.number, label, error=text("batch.no_mailbox")))
        else:
            box = stored.mailbox
            lines.append(
                BatchLine(
                    line.number,
                    box.casella_pec,
                    holder=box.holder,
                    outcome=box.stato,
                    id=box.id,
                    data_scadenza=box.data_scadenza,
                )
            )
    for shown in lines:
        print(f"{shown.row}\t{shown.label}\t{shown.outcome or shown.error}\t{shown.data_scadenza}")
    _write(asked, lines)
    _say(f"Written: {asked.result}")
    return SOME_NOT if any(line.error for line in lines) else ALL_CONFIRMED


def _say_odd(columns: Sequence[str]) -> None:
    """Columns that mean nothing here are said, and nothing else comes of them."""
    if columns:
        _say(f"Columns that mean nothing here: {', '.join(columns)}")


def _read_list(office: Office, work: Work, *, needed: bool) -> None:
    try:
        mailboxes.refresh(office, work)
    except (ApiError, Refusal) as error:
        if needed:
            raise
        _say(f"Checked without the vendor's list. {words_of(error)}")


# Saying


def _report(asked: argparse.Namespace, office: Office, found: Sequence[Result]) -> None:
    """Write the result file, and say what is not as it should be and how many are how."""
    lines = batch_result.lines(office, found, text, _explain)
    for line in lines:
        if line.error:
            print(f"line {line.row}: {line.label}: {line.error}")
    for state, count in batch.counted(found):
        print(f"{count} × {text(f'row.{state}')}")
    total = [line.price for line in lines if line.price is not None]
    print(f"Price of {len(total)} of {len(lines)}: {sum(total, Decimal(0))} EUR + IVA")
    _write(asked, lines)
    _say(f"Written: {asked.result}")


def _explain(result: Result) -> str:
    """Say what kept a row from being done: in this run, or by the vendor's own words."""
    if result.error is not None:
        return words_of(result.error)
    refused = result.attempt is not None and result.state is RowState.REFUSED
    return result.attempt.message if result.attempt is not None and refused else ""


def _write(asked: argparse.Namespace, lines: Sequence[BatchLine]) -> None:
    """Write the result file: keys instead of words, for other programs."""
    plain = export.PLAIN
    try:
        export.write_batch(
            asked.result.absolute(), lines, lambda key: key.rpartition(".")[2], plain
        )
    except StoreError as error:
        reason = error.details.get("reason", error.key)
        raise Stop(WRONG, f"The result cannot be written to {asked.result}: {reason}") from error


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
