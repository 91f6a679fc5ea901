"""Errors for people: what happened, the money, what the program does, what to do now.

`present` turns any exception into a `Failure`; `FailureBar` shows one, next to what it concerns.
No stack traces: "Details" holds the operation, the HTTP status and the service's number and text,
with secrets and personal data blacked out, and can be copied.
"""

from __future__ import annotations

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from pec_desktop.api.endpoints import ENDPOINTS, OAUTH_ENDPOINTS, Effect
from pec_desktop.errors import ApiError, Cancelled, ErrorKind, Refusal
from pec_desktop.log import redact
from pec_desktop.ui import formats
from pec_desktop.ui.flow import FlowLayout
from pec_desktop.ui.theme import Role, Theme, set_role
from pec_desktop.ui.words import known, text


class Failure(Struct, frozen=True, kw_only=True):
    """One error in the person's words. `details` is for support and holds nothing secret.

    `uncertain` means that something may have been done or paid although no answer tells so.
    """

    title: str
    what: str
    money: str = ""
    next: str = ""
    details: str = ""
    uncertain: bool = False


def present(error: Exception) -> Failure:
    """Put `error` into words. Never raises, whatever it is given."""
    match error:
        case ApiError():
            return _of_api(error)
        case Refusal():
            return _of_refusal(error)
        case Cancelled():
            return Failure(
                title=text("failure.cancelled.title"), what=text("failure.cancelled.what")
            )
    return Failure(
        title=text("failure.program.title"),
        what=text("failure.program.what"),
        money=text("money.program"),
        next=text("failure.program.next"),
        details=_details(error=f"{type(error).__name__}: {error}"),
    )


def _of_api(error: ApiError) -> Failure:
    money, kind = _money(error), _kind(error)
    return Failure(
        title=text(f"failure.{kind}.title"),
        what=_what(error),
        money=text(money),
        next=text(_next(error)),
        details=_details(
            operation=error.operation,
            status=error.status,
            code=error.code,
            field=error.field,
            message=error.message,
        ),
        uncertain=_uncertain(error),
    )


def _kind(error: ApiError) -> ErrorKind:
    """The kind whose words fit: nobody can correct an identifier, the thing is not there."""
    return ErrorKind.NOT_FOUND if error.field == "id" else error.kind


def _what(error: ApiError) -> str:
    by_number = f"failure.{error.operation}.{error.code}"
    if known(by_number):
        return text(by_number)
    kind, name = _kind(error), f"field.{error.field}"
    if kind is ErrorKind.INVALID and known(name):
        return text("failure.invalid.field", field=text(name))
    return text(f"failure.{kind}.what")


def _next(error: ApiError) -> str:
    """The key of what to do. A lost answer about a token is harmless: the next one has a token."""
    lost = error.kind is ErrorKind.UNKNOWN_OUTCOME and error.operation in OAUTH_ENDPOINTS
    return "failure.token.next" if lost else f"failure.{_kind(error)}.next"


def _uncertain(error: ApiError) -> bool:
    """Whether a write may have been carried out although its answer does not say so."""
    return (
        error.kind in (ErrorKind.UNKNOWN_OUTCOME, ErrorKind.THROTTLED)
        and error.operation not in OAUTH_ENDPOINTS
        and _effect(error) is not Effect.READ
    )


def _money(error: ApiError) -> str:
    """The key of the sentence that says whether anything was paid."""
    effect = _effect(error)
    if effect is Effect.READ or error.operation in OAUTH_ENDPOINTS:
        return "money.none"
    if error.kind is ErrorKind.UNAVAILABLE:
        return "money.not_sent"
    if not _uncertain(error):
        return "money.refused"
    return "money.unknown" if effect is Effect.PAID else "money.free"


def _effect(error: ApiError) -> Effect:
    """The operation's effect; one that is not in the table is taken for the worst."""
    endpoint = ENDPOINTS.get(error.operation)
    return Effect.PAID if endpoint is None else endpoint.effect


def _of_refusal(error: Refusal) -> Failure:
    family = f"failure.{error.key.partition('.')[0]}"
    titles = (f"{family}.named" if error.details.get("name") else "", f"{family}.title")
    after = f"{error.key}.next"
    details = {
        name: formats.line(value) if isinstance(value, str) else value
        for name, value in error.details.items()
    }
    return Failure(
        title=text(next(filter(known, titles), "failure.refusal.title"), **details),
        what=text(error.key, **details),
        money=text(_MONEY_OF_KEY.get(error.key, "money.none")),
        next=text(after, **details) if known(after) else "",
        details=_details(key=error.key),
        uncertain=error.key in _MONEY_OF_KEY,
    )


_MONEY_OF_KEY = dict.fromkeys(
    (
        *("attempt.unknown", "attempt.pending", "attempt.busy"),
        *("attempt.overtaken", "attempt.done"),
    ),
    "money.earlier",
)
"""Refusals that do not mean that nothing was paid; what they concern is uncertain."""


def _details(**lines: object) -> str:
    return "\n".join(
        text(f"details.{name}", value=redact(str(value)))
        for name, value in lines.items()
        if value not in (None, "")
    )


class FailureBar(QFrame):
    """Shows one failure, next to what it concerns; hidden while there is none. GUI thread."""

    retry = Signal()
    """The person wants the failed thing tried again."""

    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._failure: Failure | None = None
        self._icon = QLabel()
        self._title = _line(self, "heading")
        self._what, self._money, self._next = _line(self), _line(self), _line(self)
        self._retry = QPushButton(self.tr("&Try again"))
        self._toggle = QPushButton()
        self._copy = QPushButton(self.tr("&Copy details"))
        self._close = QToolButton()
        self._details = QPlainTextEdit()
        self._build()
        theme.changed.connect(self._dress)
        self.hide()

    @property
    def failure(self) -> Failure | None:
        """What is shown now."""
        return self._failure

    def show_error(self, error: Exception, *, can_retry: bool = False) -> None:
        """Present `error` here and tell assistive technology."""
        self.show_failure(present(error), can_retry=can_retry)

    def show_failure(self, failure: Failure, *, can_retry: bool = False) -> None:
        """Show `failure`; "Try again" only if `can_retry` and nothing is uncertain."""
        self._failure = failure
        for label, words in (
            (self._title, failure.title),
            (self._what, failure.what),
            (self._money, failure.money),
            (self._next, failure.next),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self._details.setPlainText(failure.details)
        self._retry.setVisible(can_retry and not failure.uncertain)
        self._toggle.setVisible(bool(failure.details))
        self._open_details(False)
        self._dress()
        spoken = " ".join(filter(None, (failure.title, failure.what, failure.money, failure.next)))
        self.setAccessibleName(failure.title)
        self.setAccessibleDescription(spoken)
        self.show()
        announcement = QAccessibleAnnouncementEvent(self, spoken)
        announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(announcement)

    @Slot()
    def clear(self) -> None:
        """Show nothing."""
        self._failure = None
        self.hide()

    def _build(self) -> None:
        self._toggle.clicked.connect(self._on_toggle)
        self._copy.clicked.connect(self._on_copy)
        self._close.clicked.connect(self._on_close)
        self._retry.clicked.connect(self.retry)
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Dismiss"))
        self._close.setToolTip(self.tr("Dismiss"))
        self._details.setReadOnly(True)
        self._details.setTabChangesFocus(True)
        self._details.setAccessibleName(self.tr("Details for support"))
        self._details.setFixedHeight(self._theme.em(6))
        for button in (self._toggle, self._copy):
            set_role(button, "link")
        buttons = FlowLayout(self._theme.em(0.4))
        for button in (self._retry, self._toggle, self._copy):
            buttons.addWidget(button)
        words = QVBoxLayout()
        words.setSpacing(self._theme.em(0.3))
        for label in (self._title, self._what, self._money, self._next):
            words.addWidget(label)
        words.addLayout(buttons)
        words.addWidget(self._details)
        row = QHBoxLayout(self)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    def _open_details(self, opened: bool) -> None:
        self._details.setVisible(opened)
        self._copy.setVisible(opened)
        self._toggle.setText(self.tr("Hide &details") if opened else self.tr("&Details"))

    @Slot()
    def _dress(self) -> None:
        uncertain = self._failure is not None and self._failure.uncertain
        role = Role.ATTENTION if uncertain else Role.PROBLEM
        set_role(self, "notice-attention" if uncertain else "notice-problem")
        size = self._theme.em(1.5)
        self._icon.setPixmap(self._theme.icon("warning", role).pixmap(size, size))
        self._close.setIconSize(QSize(self._theme.em(1.1), self._theme.em(1.1)))
        self._close.setIcon(self._theme.icon("cross"))

    @Slot()
    def _on_toggle(self) -> None:
        self._open_details(self._details.isHidden())

    @Slot()
    def _on_copy(self) -> None:
        if self._failure is not None:
            title, what, details = self._failure.title, self._failure.what, self._failure.details
            QGuiApplication.clipboard().setText(f"{title}\n{what}\n{details}")

    @Slot()
    def _on_close(self) -> None:
        self.clear()
        self.dismissed.emit()


def _line(parent: QWidget, role: str = "") -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        set_role(label, role)
    return label
