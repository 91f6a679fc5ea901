"""The dark column at the left: where one can go, and at the bottom which account this is."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.domain.account import Account, Environment
from pec_desktop.ui import formats, icons
from pec_desktop.ui.elided import ElidedLabel
from pec_desktop.ui.theme import Role, Theme, set_role
from pec_desktop.ui.words import text

PAGES = ("mailboxes", "register", "drafts", "activity")
"""The pages one can go to; words ``page.*``, icons of the same names."""


def account_title(account: Account) -> str:
    """How an account is called in the window; the practice account has no name of its own."""
    if account.environment is Environment.PRACTICE and not account.name:
        return text("account.practice")
    return account.name


class Sidebar(QFrame):
    """Navigation with counts, and the account. GUI thread."""

    page_chosen = Signal(str)
    account_chosen = Signal(str)

    def __init__(self, theme: Theme, locale: QLocale, account: Account) -> None:
        super().__init__()
        self._theme = theme
        self._locale = locale
        self._account = account
        self._compact = False
        self._brand, self._logo = QLabel("PEC Desktop"), QLabel()
        self._buttons = {page: NavButton(page) for page in PAGES}
        self._group = QButtonGroup(self)
        self._name = ElidedLabel()
        self._name.setText(account_title(account))
        self._badge = QLabel(text(f"environment.{account.environment}"))
        self._credit = QLabel()
        self._open = QToolButton()
        self.menu = QMenu(self)
        """The account menu; the window adds its own actions to it."""
        self._column = QVBoxLayout(self)
        self._build()
        theme.changed.connect(self._dress)
        self._dress()

    def set_page(self, page: str) -> None:
        """Mark the page that is shown; some have no button here."""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == page)
        self._group.setExclusive(True)

    def set_count(self, page: str, count: int) -> None:
        """Show how much there is on a page; nothing for 0."""
        self._buttons[page].set_count(self._locale.toString(count) if count else "")

    def set_credit(self, credit: Decimal | None) -> None:
        """Show the wallet's credit; nothing while it is not known."""
        self._credit.setVisible(credit is not None and not self._compact)
        if credit is not None:
            amount = formats.money(self._locale, credit)
            self._credit.setText(self.tr("Credit {amount}").format(amount=amount))

    def set_accounts(self, accounts: list[Account]) -> None:
        """Offer these accounts in the account menu."""
        for action in self._accounts.actions():
            self.menu.removeAction(action)
            action.deleteLater()
        first = self.menu.actions()[0] if self.menu.actions() else None
        for account in accounts:
            environment = text(f"environment.{account.environment}")
            title = account_title(account).replace("&", "&&")  # a name has no access key
            action = QAction(f"{title} ({environment})", self._accounts)
            action.setCheckable(True)
            action.setChecked(account.id == self._account.id)
            action.setData(account.id)
            if first is None:
                self.menu.addAction(action)
            else:
                self.menu.insertAction(first, action)

    def set_compact(self, compact: bool) -> None:
        """Show icons only, for narrow windows; the environment's badge always stays."""
        if compact != self._compact:
            self._compact = compact
            self._dress()

    def _build(self) -> None:
        self.setObjectName("sidebar")
        set_role(self._brand, "brand")
        set_role(self._name, "strong")
        set_role(self._badge, f"badge-{self._account.environment}")
        set_role(self._credit, "muted")
        self._badge.setToolTip(text(f"environment.{self._account.environment}.help"))
        self._badge.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._accounts = QActionGroup(self)
        self._accounts.triggered.connect(self._on_account)
        self._open.setMenu(self.menu)
        self._open.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._open.setAccessibleName(self.tr("Account"))
        self._open.setToolTip(self.tr("Account"))
        self._credit.hide()
        brand = QHBoxLayout()
        brand.addWidget(self._logo)
        brand.addWidget(self._brand, 1)
        self._column.addLayout(brand)
        self._column.addSpacing(self._theme.em(1))
        for page, button in self._buttons.items():
            self._group.addButton(button)
            button.clicked.connect(self._on_clicked)
            button.setObjectName(page)
            self._column.addWidget(button)
        self._column.addStretch()
        self._line = QHBoxLayout()
        self._line.addWidget(self._name, 1)
        self._line.addWidget(self._open)
        self._column.addLayout(self._line)
        self._column.addWidget(self._badge)
        self._column.addWidget(self._credit)

    @Slot()
    def _dress(self) -> None:
        theme, compact = self._theme, self._compact
        size = theme.em(2)
        self._logo.setPixmap(icons.application_icon().pixmap(size, size))
        for page, button in self._buttons.items():
            button.dress(theme.icon(page, Role.SIDEBAR_TEXT), theme.em(1.4), compact=compact)
        self._open.setIcon(theme.icon("more", Role.SIDEBAR_TEXT))
        for widget in (self._brand, self._name):
            widget.setVisible(not compact)
        middle = Qt.AlignmentFlag.AlignHCenter if compact else Qt.AlignmentFlag.AlignLeft
        self._logo.setAlignment(middle)
        self._credit.setVisible(bool(self._credit.text()) and not compact)
        side = theme.em(0.5 if compact else 0.9)
        self._column.setContentsMargins(side, theme.em(1.1), side, theme.em(1.1))
        self._column.setSpacing(theme.em(0.35))
        self._badge.adjustSize()
        least = self._badge.sizeHint().width() + 2 * side
        if not compact:
            words = max(button.words_width() for button in self._buttons.values())
            least = max(least, words + theme.em(7))
        self.setFixedWidth(max(theme.em(4) if compact else theme.em(14), least))

    @Slot()
    def _on_clicked(self) -> None:
        self.page_chosen.emit(self.sender().objectName())

    @Slot(QAction)
    def _on_account(self, action: QAction) -> None:
        if action.data() != self._account.id:
            self.account_chosen.emit(action.data())


class NavButton(QPushButton):
    """A page's button: picture, name, and a count at the right."""

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = text(f"page.{page}")
        self._count = QLabel()
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_role(self._count, "muted")
        self.setCheckable(True)
        self._row = QHBoxLayout(self)
        self._row.addStretch()
        self._row.addWidget(self._count)
        self.set_count("")

    def set_count(self, count: str) -> None:
        """Show a count; nothing if it is empty."""
        self._count.setText(count)
        name = f"{self._words}, {count}" if count else self._words
        self.setAccessibleName(name)
        self.setToolTip(name)

    def words_width(self) -> int:
        """How wide the page's name is when the button is checked, and so bold."""
        return round(self.fontMetrics().horizontalAdvance(self._words) * 1.15)

    def dress(self, icon: QIcon, size: int, *, compact: bool) -> None:
        """Show the icon alone or with the page's name."""
        self.setIcon(icon)
        self.setIconSize(QSize(size, size))
        set_role(self, "nav-compact" if compact else "nav")
        self.setText("" if compact else f" {self._words}")
        self._count.setVisible(not compact)
        self._row.setContentsMargins(0, 0, size // 2, 0)
