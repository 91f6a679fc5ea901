"""The composition root: builds everything in order, wires it, closes it in reverse order.

`run` is the program. `build` makes it without starting the event loop, which is how the end-to-end
tests drive the real thing. Everything here lives in the GUI thread.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from functools import partial

from msgspec import structs
from PySide6.QtCore import (
    QEvent,
    QLocale,
    QObject,
    Qt,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication, QWidget

from pec_desktop import __version__, log
from pec_desktop.credentials.vault import MemoryVault
from pec_desktop.domain.account import Account, Environment
from pec_desktop.errors import PecDesktopError, Refusal, StoreError
from pec_desktop.instance import InstanceLock, ask_to_open, ask_to_show
from pec_desktop.options import TOKEN_VARIABLE, Options
from pec_desktop.paths import Paths
from pec_desktop.practice_process import PracticeProcess
from pec_desktop.services import accounts, price_list
from pec_desktop.services.office import Connection, Office
from pec_desktop.settings import Settings
from pec_desktop.store.accounts import AccountStore
from pec_desktop.store.database import Database, Opened
from pec_desktop.store.files import FileStore
from pec_desktop.tasks.runner import TaskRunner
from pec_desktop.ui.application import application
from pec_desktop.ui.archives import Archives
from pec_desktop.ui.clearing import clear_away_after
from pec_desktop.ui.connector import Connector
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.language import translate
from pec_desktop.ui.main_window import MainWindow
from pec_desktop.ui.messages import Messages
from pec_desktop.ui.qt_log import from_qt
from pec_desktop.ui.quitting import QuitSignals
from pec_desktop.ui.theme import Theme
from pec_desktop.ui.wanted import Wanted
from pec_desktop.ui.welcome import Welcome

logger = logging.getLogger(__name__)

ALREADY_RUNNING = 3
UNUSABLE_PROFILE = 1


def run(options: Options) -> int:
    """Run the program until its window is closed; returns the process's exit code.

    It may start anew in between, on an archive that has taken the place of the one before.
    """
    app, token = application(options), take_token()
    while True:
        try:
            program = build(app, options, token)
            if program is None:
                return turn_to_the_first(options)
        except PecDesktopError as error:
            Messages().show_and_wait(error)
            return UNUSABLE_PROFILE
        code = app.exec()
        program.close()
        if not program.again:
            return code
        options = structs.replace(options, files=())  # they were opened


def turn_to_the_first(options: Options) -> int:
    """Let the program that runs on this profile go on; say so unless it has taken the files."""
    paths = Paths(options.profile_dir)
    if options.files and ask_to_open(paths, options.files):
        return 0
    ask_to_show(paths)
    Messages().show_and_wait(Refusal("profile.in_use"))
    return ALREADY_RUNNING


def build(app: QApplication, options: Options, token: str) -> Program | None:
    """Make and start the program; None if it runs already on this profile.

    `token` is for the server that `options` name. Raises `PecDesktopError` when the profile cannot
    be used; then nothing was started.
    """
    paths = Paths(options.profile_dir)
    lock = InstanceLock(paths.lock)
    if not lock.acquire():
        return None
    close_log = log.set_up(paths.logs)
    qInstallMessageHandler(from_qt)
    logger.info("PEC Desktop %s, Python %s, %s", __version__, sys.version.split()[0], sys.platform)
    settings = Settings(paths.settings)
    chosen = settings.language if options.lang is None else ""
    locale = translate(app, chosen) if chosen else QLocale()
    theme = Theme(settings.theme, settings.text_scale)
    theme.apply(app)
    database = Database(paths.archive)
    opened = database.open()
    if settings.archive_damaged and not database.quick_check():
        opened = database.start_anew()
    settings.archive_damaged = False
    program = Program(app, options, token, paths, settings, locale, theme, database)
    program.closing[:0] = [lock.release, close_log, partial(theme.leave, app)]
    try:
        program.start(opened)
    except StoreError as error:
        if error.key != "store.damaged":
            raise
        # Sound at its head, damaged where the first window needs it: nothing has been shown yet.
        program.start(database.start_anew())
    return program


class Program(QObject):
    """The running program: the open account, its window, and what lives as long as both."""

    _crashed = Signal(str)

    def __init__(
        self,
        app: QApplication,
        options: Options,
        token: str,
        paths: Paths,
        settings: Settings,
        locale: QLocale,
        theme: Theme,
        database: Database,
    ) -> None:
        super().__init__()
        self._app = app
        self._options = options
        self._settings = settings
        self._locale = locale
        self._theme = theme
        self._database = database
        self._files = FileStore(paths.files, database)
        self.again = False
        """Whether the program is to be built again when it has ended."""
        self.runner = TaskRunner(self)
        practice = PracticeProcess(paths.practice_state)
        named = accounts.endpoint_account(options.endpoint) if options.endpoint else None
        self._connector = Connector(self.runner, practice, named, token, self)
        self._connector.found.connect(self._on_found)
        self._connector.not_found.connect(self._on_not_found)
        self._connector.no_vault.connect(self._on_no_vault)
        self._messages = Messages(theme)
        self._archives = Archives(
            *(self.runner, theme, database, self._files, settings, self._messages),
            *(self._is_sending, self),
        )
        self._archives.start_anew.connect(self.start_anew)
        self.office: Office | None = None
        self._offices: dict[str, Office] = {}
        """One for each account that was opened: it knows what it is sending and to whom."""
        self._tokenless: set[str] = set()
        """Accounts whose tokens are not on this computer, by their ids."""
        self.window: QWidget | None = None
        self._crashed.connect(self._messages.show_crash)
        self.closing: list[Callable[[], object]] = [
            log.install_hooks(self._crashed.emit),
            settings.save,
            self._files.clear_lent,
            practice.close,
            self.runner.close,
        ]
        self._signals = QuitSignals(self)
        self._signals.asked.connect(self._end)
        self.closing.append(self._signals.close)
        self._wanted = Wanted(app, paths, options.files, self)
        self._wanted.asked.connect(self._on_asked)

    # Opening

    def start(self, opened: Opened) -> None:
        """Show the first window: the account the command line or the last run names, or doors."""
        logger.info("The archive: %s", opened)
        account = self._first_account()
        if account is None:
            self._show(self._welcome())
        else:
            self.open_account(account)
        self._archives.tell(opened)

    def _first_account(self) -> Account | None:
        if self._options.practice:
            return accounts.practice_account()
        if self._options.endpoint:
            return accounts.endpoint_account(self._options.endpoint)
        chosen = self._settings.current_account
        if chosen == accounts.practice_account().id:
            return accounts.practice_account()
        known = AccountStore(self._database).all()
        # An archive from elsewhere may not have the account that was shown here.
        known.sort(key=lambda one: (one.id != chosen, one.environment is Environment.PRACTICE))
        return next(iter(known), None)

    def open_account(self, account: Account) -> None:
        """Show `account`'s window from the archive at once, and connect in the background.

        Raises `StoreError` before anything has changed.
        """
        practising = account.environment is Environment.PRACTICE  # no secret of it is worth keeping
        vault = None if practising else self._connector.vault
        office = self._offices.get(account.id) or Office(
            account, self._database, self._files, vault or MemoryVault()
        )
        office.attempts.interrupt_pending()
        price_list.apply(office, self._settings)
        known = AccountStore(self._database).all()
        self.office = self._offices[account.id] = office
        desk = Desk(office, self.runner, self._theme, self._settings, self._locale)
        window = MainWindow(desk)
        window.set_accounts(known)
        window.connect_requested.connect(self.connect_account)
        window.practice_requested.connect(self.practise)
        window.account_chosen.connect(self._on_account_chosen)
        window.reset_practice_requested.connect(self._on_reset_practice)
        window.reconnect_requested.connect(self._connect)
        window.save_archive_requested.connect(self._archives.save)
        window.restore_archive_requested.connect(self._archives.restore)
        window.follower.failed.connect(self._on_refresh_failed)
        if not (self._options.practice or self._options.endpoint):
            self._settings.current_account = account.id
        self._show(window)
        self._open_files()
        self._connect()
        self._archives.look_after()

    @Slot()
    def _connect(self) -> None:
        """Find out how to reach the vendor for the open account; the window works meanwhile."""
        assert self.office is not None
        self._connector.look_for(self.office)

    @Slot(object, object)
    def _on_found(self, office: Office, connection: Connection) -> None:
        if office is self.office and isinstance(self.window, MainWindow):
            office.connection = connection
            self.window.connected()

    @Slot(object, object)
    def _on_not_found(self, office: Office, error: Exception) -> None:
        if isinstance(error, Refusal) and error.key == "office.no_token":
            self._tokenless.add(office.account.id)
        if office is self.office and isinstance(self.window, MainWindow):
            self.window.not_connected(error)

    @Slot(object)
    def _on_no_vault(self, error: Exception) -> None:
        if isinstance(self.window, MainWindow):
            self.window.not_connected(error)
        else:
            self._messages.show(error)

    @Slot(object)
    def _on_refresh_failed(self, _error: Exception) -> None:
        if self.office is not None:
            self._connector.look_again_if_dead(self.office)

    def _is_sending(self) -> bool:
        return any(office.sending for office in self._offices.values())

    # Other accounts

    def _welcome(self) -> Welcome:
        doors = Welcome(self._theme)
        doors.practice_chosen.connect(self.practise)
        doors.connect_chosen.connect(self.connect_account)
        doors.restore_chosen.connect(self._archives.restore)
        return doors

    @Slot()
    def practise(self) -> None:
        """Open the practice account."""
        self._change_to(accounts.practice_account())

    @Slot()
    def connect_account(self) -> None:
        """Ask for an account's token or API key; the keychain is opened first."""
        self._connector.with_vault(self._show_connect_dialog)

    def _show_connect_dialog(self) -> None:
        from pec_desktop.ui.connect import ConnectDialog

        vault = self._connector.vault
        assert vault is not None
        here = self.office.account if self.office is not None else None
        dialog = ConnectDialog(
            *(self.runner, self._theme, self._database, vault, self.window),
            known=here if here is not None and here.id in self._tokenless else None,
        )
        dialog.connected.connect(self._on_connected)
        dialog.open()

    @Slot(object)
    def _on_connected(self, account: Account) -> None:
        self._tokenless.discard(account.id)
        self._offices.pop(account.id, None)  # it may have another address now
        self._change_to(account)

    @Slot(str)
    def _on_account_chosen(self, account_id: str) -> None:
        practice = accounts.practice_account()
        try:
            known = practice if account_id == practice.id else None
            account = known or AccountStore(self._database).get(account_id)
        except StoreError as error:
            self._messages.show(error)
            return
        if account is not None:
            self._change_to(account)

    @Slot(object)
    def _change_to(self, account: Account) -> None:
        """Open another account; the window that is there stays if the archive says no."""
        try:
            self.open_account(account)
        except StoreError as error:
            self._messages.show(error)

    @Slot()
    def _on_reset_practice(self) -> None:
        assert self.office is not None
        self._connector.reset_practice(self.office)

    # Windows

    def _show(self, window: QWidget) -> None:
        previous, self.window = self.window, window
        self._archives.window = window
        window.installEventFilter(self)
        window.show()
        if previous is not None:
            _close(previous)
            clear_away_after(previous)
            previous.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note in the log when a window was first painted: the start has ended there."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            logger.info("First window painted")
        return super().eventFilter(watched, event)

    @Slot()
    def _on_asked(self) -> None:
        if self.window is not None:
            self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
            self.window.raise_()
            self.window.activateWindow()
        self._open_files()

    def _open_files(self) -> None:
        """Give the window what is to be opened; doors cannot take anything."""
        if isinstance(self.window, MainWindow) and (urls := self._wanted.take()):
            self.window.take_files(urls)

    # Ending

    @Slot()
    def start_anew(self) -> None:
        """End, and let whoever runs the program build it again: another archive is ready."""
        self.again = True
        self._end()

    @Slot()
    def _end(self) -> None:
        if self.window is not None:
            _close(self.window)
        self._app.quit()

    def close(self) -> None:
        """Undo what was built, in reverse order; each step even if one before it failed."""
        while self.closing:
            step = self.closing.pop()
            try:
                step()
            except Exception:
                logger.exception("A step of closing failed")
        if self.window is not None:
            self.window.deleteLater()
        self.deleteLater()


def _close(window: QWidget) -> None:
    """Close a window whatever is on its way: nobody is there to be asked, or it goes on."""
    if isinstance(window, MainWindow):
        window.close_anyway()
    else:
        window.close()


def take_token() -> str:
    """Take the token out of the environment, which all that is started from here inherits."""
    token = os.environ.pop(TOKEN_VARIABLE, "")
    log.hide(token)
    return token
