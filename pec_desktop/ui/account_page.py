"""The account's page: wallet, access tokens, permissions with their prices, own price list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.domain.account import Environment
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.elided import ElidedLabel
from pec_desktop.ui.flow import FlowLayout
from pec_desktop.ui.notice import Notice
from pec_desktop.ui.own_token import expiry_words
from pec_desktop.ui.reason import explain
from pec_desktop.ui.scrolling import Scrolling
from pec_desktop.ui.sidebar import account_title
from pec_desktop.ui.theme import set_role
from pec_desktop.ui.words import text

if TYPE_CHECKING:
    from pec_desktop.ui.account_money import ScopesList, WalletList
    from pec_desktop.ui.account_tokens import TokensList
    from pec_desktop.ui.price_list_part import PriceListPart

PARTS = ("wallet", "tokens", "scopes", "prices")
"""The parts one can choose; words ``account.<part>``."""


class AccountPage(QWidget):
    """Everything the account tells, one part at a time; made when it is first shown. GUI thread."""

    credit = Signal(object)
    """The wallet's credit (Decimal) as it was told just now."""

    changed = Signal()
    """The program's own token may expire at another time."""

    reconnected = Signal()
    """The account is reached in another way: by another token, or with e-mail and API key.

    Whoever listens calls `connection_changed`.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.wallet: WalletList
        self.tokens: TokensList
        self.scopes: ScopesList
        self.prices: PriceListPart
        self._built = False

    def enter(self) -> None:
        """The page is shown: what it tells is asked for anew."""
        if not self._built:
            self._built = True
            self._build()
        self._show_head()
        for part in (self.wallet, self.tokens, self.scopes):
            part.expire()

    def connection_changed(self) -> None:
        """The account was connected, or is reached in another way."""
        if self._built and self.isVisible():
            self.enter()

    def choose(self, part: str) -> None:
        """Show one of `PARTS`."""
        self._chips[part].click()

    @property
    def part(self) -> QWidget:
        """The part that is shown."""
        return self._parts()[self._stack.currentIndex()]

    @Slot()
    def add_key(self) -> None:
        """Ask for e-mail and API key."""
        from pec_desktop.ui.key_dialog import KeyDialog

        dialog = KeyDialog(self.desk, self)
        dialog.added.connect(self.reconnected)
        dialog.open()

    # Inside

    def _build(self) -> None:
        from pec_desktop.ui.account_money import ScopesList, WalletList
        from pec_desktop.ui.account_tokens import TokensList
        from pec_desktop.ui.price_list_part import PriceListPart

        desk = self.desk
        self.wallet, self.tokens = WalletList(desk), TokensList(desk)
        self.scopes, self.prices = ScopesList(desk), PriceListPart(desk)
        self.key_button = QPushButton(self.tr("&E-mail and API key…"))
        self.key_button.clicked.connect(self.add_key)
        self.notice = Notice(desk)
        self.renew_button = QPushButton(self.tr("Rene&w it now"))
        self.renew_button.clicked.connect(self.tokens.renew_own)
        self.notice.box.addWidget(self.renew_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._about, self._badge = ElidedLabel(), QLabel()
        self._stack = QStackedWidget()
        for part in (self.wallet, self.tokens, self.scopes, self.prices):
            self._stack.addWidget(part)
        for asking in (self.wallet, self.tokens, self.scopes):
            asking.key_wanted.connect(self.add_key)
        self.wallet.credit.connect(self.credit)
        self.tokens.changed.connect(self._show_head)
        self.tokens.changed.connect(self.changed)
        self.tokens.reconnected.connect(self.reconnected)
        self._lay_out()
        desk.theme.changed.connect(self._dress)
        self._dress()

    def _lay_out(self) -> None:
        heading = QLabel(text("page.account"))
        set_role(heading, "title")
        heading.setMinimumHeight(self.desk.theme.em(2.4))
        set_role(self._about, "muted")
        self._chips: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        chips = FlowLayout(self.desk.theme.em(0.5))
        for part, widget in zip(PARTS, self._parts(), strict=True):
            chip = QPushButton(text(f"account.{part}"))
            chip.setCheckable(True)
            set_role(chip, "chip")
            chip.clicked.connect(lambda _on=False, one=widget: self._stack.setCurrentWidget(one))
            group.addButton(chip)
            self._chips[part] = chip
            chips.addWidget(chip)
        self._chips[PARTS[0]].setChecked(True)
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch()
        head.addWidget(self.key_button)
        self._top = QVBoxLayout()
        self._top.addLayout(head)
        self._top.addWidget(self._about)
        self._top.addWidget(self.notice)
        self._top.addLayout(chips)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addWidget(self._stack, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Scrolling(content))

    def _parts(self) -> tuple[QWidget, ...]:
        return self.wallet, self.tokens, self.scopes, self.prices

    @Slot()
    def _show_head(self) -> None:
        """Which account this is, and whether its access ends soon."""
        office = self.desk.office
        account = office.account
        told = (account_title(account), text(f"environment.{account.environment}"), account.email)
        self._about.setText(" · ".join(words for words in told if words))
        practising = account.environment is Environment.PRACTICE
        self.key_button.setVisible(not practising)
        connected = office.connection is not None
        explain(self.key_button, "" if connected else text("office.not_connected"))
        words = expiry_words(office)
        self.notice.hide()
        if words:
            self.notice.show_words("notice-attention", words, text("own_token.why"))
        explain(self.renew_button, self._why_not_renewed())

    def _why_not_renewed(self) -> str:
        connection = self.desk.office.connection
        if connection is None:
            return text("office.not_connected")
        return "" if connection.has_key else text("account.no_api_key")

    @Slot()
    def _dress(self) -> None:
        em = self.desk.theme.em
        side = em(1.6)
        self._top.setContentsMargins(side, em(1.2), side, 0)
        self._top.setSpacing(em(0.7))
        self._column.setSpacing(em(0.9))
