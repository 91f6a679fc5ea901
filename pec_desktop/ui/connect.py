"""Connecting an account: an access token, or the e-mail and API key that make one.

Nothing is kept before the vendor has accepted the token. Asking the vendor runs in the lane for the
network, where it can be given up at any moment; keeping the secrets in the lane for the keychain,
whose time limit is for the person's answer to the system and not for a slow network.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.credentials.vault import Vault
from pec_desktop.domain.account import Account
from pec_desktop.errors import ApiError, Cancelled, ErrorKind
from pec_desktop.services import accounts
from pec_desktop.services.accounts import Proven
from pec_desktop.store.database import Database
from pec_desktop.tasks.runner import Lane, Task, TaskRunner
from pec_desktop.ui import formats
from pec_desktop.ui.busy_row import BusyRow
from pec_desktop.ui.connect_fields import ConnectFields
from pec_desktop.ui.empty import EmptyPlace
from pec_desktop.ui.entry import Entry
from pec_desktop.ui.failures import FailureBar
from pec_desktop.ui.scrolling import Scrolling
from pec_desktop.ui.theme import Role, Theme, set_role
from pec_desktop.work import Work


class ConnectDialog(QDialog):
    """Asks for what is needed, tests it, keeps it. GUI thread; non-blocking, use `open()`.

    It is deleted when it closes, and what was typed into it with it.
    """

    connected = Signal(object)
    """The new `Account`; its secrets are in the vault."""

    def __init__(
        self,
        runner: TaskRunner,
        theme: Theme,
        database: Database,
        vault: Vault,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._theme = theme
        self._database = database
        self._vault = vault
        self._task: Task | None = None
        self._proven: Proven | None = None
        self._account: Account | None = None
        self.fields = ConnectFields(theme)
        self.bar = FailureBar(theme)
        self.connect_button = QPushButton(self.tr("&Connect"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self._title, self._about, self._content = QLabel(), QLabel(), QWidget()
        self._busy_row = BusyRow(theme)
        self._scroll = Scrolling(self._content)
        self._end = EmptyPlace(theme, "done", role=Role.GOOD)
        self._pages = QStackedWidget()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Connect an account"))
        self._build()

    @Slot()
    def submit(self) -> None:
        """Test what was entered and keep it if the vendor accepts it; then open the account."""
        if self._account is not None:
            self.accept()
        elif self._task is None and self.fields.check():
            self.bar.clear()
            self._set_busy(self.tr("Asking the service…"))
            self._task = self._runner.submit(
                Lane.NET, self.fields.trial(), self, self._on_tried, self._on_failed
            )

    def reject(self) -> None:
        """Cancel: what is being tested is given up, and nothing of it is kept."""
        if self._account is not None:
            self.accept()
        elif self._proven is None:
            if self._task is not None:
                self._task.cancel()
            super().reject()

    def accept(self) -> None:
        """Open the account that was connected."""
        super().accept()
        if self._account is not None:
            self.connected.emit(self._account)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as large as the fields are, with this text size."""
        super().showEvent(event)
        self._fit(None)

    # Inside

    def _on_tried(self, proven: Proven) -> None:
        """Let the keychain take the secrets; from here on there is nothing to cancel."""
        database, vault = self._database, self._vault

        def keep(work: Work) -> Account:
            return accounts.keep(database, vault, proven, work)

        self._proven = proven
        self._set_busy(self.tr("Keeping the access. The system may ask you to allow it."))
        self._task = self._runner.submit(
            Lane.KEYCHAIN, keep, self, self._on_kept, self._on_not_kept
        )

    def _on_kept(self, account: Account) -> None:
        assert self._proven is not None
        self._set_busy("")
        self._account = account
        told = [self.tr("The service answers: {name} can be used.").format(name=account.name)]
        if self._proven.credit is not None:
            credit = formats.money(QLocale(), self._proven.credit)
            told.append(self.tr("Credit in the wallet: {credit}.").format(credit=credit))
        else:
            told.append(
                self.tr("The credit is not shown: that needs the e-mail and the API key as well.")
            )
        self._end.say(self.tr("Connected"), "\n".join(told))
        self._pages.setCurrentWidget(self._end)
        self.cancel_button.hide()
        self.connect_button.setText(self.tr("&Open the account"))
        self.connect_button.setFocus()

    def _on_not_kept(self, error: Exception) -> None:
        """Undo it all, also what a keychain may still do that has not answered in time."""
        proven, self._proven = self._proven, None
        assert proven is not None
        if self._task is not None:
            self._task.cancel()

        def give_back(_work: Work) -> None:
            accounts.give_back(proven)

        self._runner.submit(Lane.NET, give_back, self)
        self._on_failed(error)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy("")
        if isinstance(error, ApiError) and error.kind in (ErrorKind.AUTH, ErrorKind.FORBIDDEN):
            self.fields.refuse(error.kind)
        elif not isinstance(error, Cancelled):
            self.bar.show_error(error)
            self.connect_button.setFocus()
            self._fit(None)

    def _set_busy(self, doing: str) -> None:
        if not doing:
            self._task = None
        self._busy_row.say(doing)
        self.connect_button.setEnabled(not doing)
        self.cancel_button.setEnabled(self._proven is None)
        self.fields.setEnabled(not doing)

    def _build(self) -> None:
        em = self._theme.em
        self._title.setText(self.tr("Connect an account"))
        self._about.setText(
            self.tr(
                "Token and API key are in the console of your Openapi account. They are kept in "
                "this computer's keychain and nowhere else."
            )
            if self._vault.persistent
            else self.tr("Token and API key are in the console of your Openapi account.")
        )
        set_role(self._title, "title")
        set_role(self._about, "muted")
        for label in (self._title, self._about):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        card, asked = QFrame(), QWidget()
        set_role(card, "card")
        inside = QVBoxLayout(asked)
        inside.setContentsMargins(em(2), em(1.6), em(1), em(1.2))
        inside.setSpacing(em(0.6))
        for part in (self._title, self._about):
            inside.addWidget(part)
        self._fill_scroll()
        inside.addWidget(self._scroll, 1)
        inside.addWidget(self.bar)
        inside.addWidget(self._busy_row)
        self._pages.addWidget(asked)
        self._pages.addWidget(self._end)
        around = QVBoxLayout(card)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._pages)
        box = QVBoxLayout(self)
        box.setContentsMargins(em(1.2), em(1.2), em(1.2), em(1.2))
        box.setSpacing(em(1))
        box.addWidget(card, 1)
        box.addLayout(self._buttons())
        room = self.screen().availableSize()
        self.resize(min(em(46), room.width()), min(em(28), room.height()))
        self.fields.resized.connect(self._fit)
        self.fields.name.setFocus()

    @Slot(object)
    def _fit(self, entry: Entry | None) -> None:
        """Grow until everything can be seen, if the screen has room; go to what is wrong."""
        QTimer.singleShot(0, self, self._grow)
        if entry is not None:
            QTimer.singleShot(0, self, partial(self._scroll.ensureWidgetVisible, entry))

    @Slot()
    def _grow(self) -> None:
        shown, bar = self._scroll.viewport().size(), self.bar
        missing = self._content.heightForWidth(shown.width()) - shown.height()
        if bar.isVisible():
            missing += max(0, bar.heightForWidth(bar.width()) - bar.height())
        room = self.screen().availableSize().height()
        if self.isVisible() and missing > 0 and self.height() < room:
            self.resize(self.width(), min(self.height() + missing, room))

    def _fill_scroll(self) -> None:
        """The fields; at twice the text size they may be higher than the screen."""
        em = self._theme.em
        box = QVBoxLayout(self._content)
        box.setContentsMargins(em(0.2), em(0.6), em(1), em(0.2))
        box.setSpacing(em(1))
        if not self._vault.persistent:
            warning = QLabel(
                self.tr(
                    "No keychain can be used on this computer. The secrets are kept in memory "
                    "only, and must be entered again at the next start."
                )
            )
            warning.setWordWrap(True)
            set_role(warning, "notice-attention")
            box.addWidget(warning)
        box.addWidget(self.fields)
        box.addStretch()

    def _buttons(self) -> QHBoxLayout:
        em = self._theme.em
        set_role(self.connect_button, "primary")
        self.connect_button.setDefault(True)
        self.cancel_button.setAutoDefault(False)
        self.connect_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(em(0.8))
        row.addStretch()
        row.addWidget(self.cancel_button)
        row.addWidget(self.connect_button)
        return row
