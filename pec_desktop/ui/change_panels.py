"""What a change means for one mailbox, shown beside its form and again in its summary.

A panel is made for a mailbox as it is now; `show_request` shows what a request makes of it. What
nobody documents is said as such.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pec_desktop.domain import changes
from pec_desktop.domain.mailbox import MOST_USERS, Mailbox, MailboxType, State
from pec_desktop.services.registration import context
from pec_desktop.ui import formats
from pec_desktop.ui.columns import days_text, type_text
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.detail_parts import plain_label, words_label
from pec_desktop.ui.guide import Guide
from pec_desktop.ui.theme import Role, set_role
from pec_desktop.ui.words import text


class Panel(QWidget):
    """Base of all: a column of parts. A subclass fills `box`. GUI thread."""

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__()
        self.desk = desk
        self.mailbox = mailbox
        self.today = context(desk.office).today
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(desk.theme.em(0.9))

    def show_request(self, request: Mapping[str, object]) -> None:
        """Show what `request` (without what is wrong in it) makes of the mailbox."""


class ExpiryPanel(Panel):
    """The expiry now and afterwards, and what is not known about it."""

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk, mailbox)
        self.days = Transition(desk, text("renewal.now"), text("renewal.then"))
        self.box.addWidget(self.days)
        for key in self._remarks():
            self.box.addWidget(words_label(text(key), "notice-attention"))
        self.show_request({})

    def show_request(self, request: Mapping[str, object]) -> None:
        """Show the expiry after the years of the request."""
        mailbox, anni = self.mailbox, request.get("anni")
        will: date | None = None
        if isinstance(anni, int):
            will = changes.expiry_after(mailbox, anni, self.today)
        unsaid, more = "", ""
        if isinstance(anni, int):
            unsaid = text("renewal.unsaid")
            more = text("renewal.year" if anni == 1 else "renewal.years", count=anni)
        self.days.show_both(
            (self._day(mailbox.expiry), self._state()),
            (self._day(will) or unsaid, more),
        )

    def _day(self, day: date | None) -> str:
        return formats.day(self.desk.locale, day) if day else ""

    def _state(self) -> str:
        left = self.mailbox.days_left(self.today)
        if self.mailbox.state is State.REVOCATA:
            return text("state.revocata")
        return "" if left is None else days_text(left)

    def _remarks(self) -> list[str]:
        left = self.mailbox.days_left(self.today)
        if self.mailbox.state is State.REVOCATA:
            return ["renewal.revoked"]
        if left is not None and left < 0:
            return ["renewal.expired"]
        return ["renewal.automatic"] if self.mailbox.autorinnovo else []


class SpacePanel(Panel):
    """The spaces as bars in proportion, now and afterwards, and exactly what is sent."""

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk, mailbox)
        self.lines = {
            name: SpaceLine(desk, text(f"space.{name}"), getattr(mailbox, name))
            for name in changes.SPACES
            if name != "spazio_conservazione" or mailbox.conservazione
        }
        self.sent = words_label("", "hint")
        for part in (*self.lines.values(), self.sent):
            self.box.addWidget(part)
        if not mailbox.conservazione:
            self.box.insertWidget(2, words_label(text("space.no_preservation"), "hint"))
        self.show_request({})

    def show_request(self, request: Mapping[str, object]) -> None:
        """Show the sizes after the request, and the request itself."""
        after = changes.spaces_after(self.mailbox, request)
        sizes = {name: max(line.present, after.get(name, 0)) for name, line in self.lines.items()}
        largest = max(1, *sizes.values())
        for name, line in self.lines.items():
            line.show_size(sizes[name], largest)
        said = (
            f'{text(f"space.{name}")} "{value}"'
            if isinstance(value, str)
            else f"{text(f'space.{name}')} {value}"
            for name, value in request.items()
        )
        words = "; ".join(said)
        self.sent.setText(text("space.sent", request=words) if words else text("space.none"))


class TypePanel(Panel):
    """The type now and afterwards."""

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk, mailbox)
        self.types = Transition(desk, text("type.now"), text("type.then"))
        self.box.addWidget(self.types)
        self.show_request({})

    def show_request(self, request: Mapping[str, object]) -> None:
        """Show the type that is asked for."""
        kind = request.get("tipo_casella")
        then = text(f"type.{MailboxType(str(kind))}") if kind else ""
        self.types.show_both((type_text(self.mailbox), ""), (then, ""))


class UsersPanel(Panel):
    """The users there are, how many more there may be, and what the service cannot do with them."""

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk, mailbox)
        users = mailbox.multiutenza
        count = words_label(text("users.count", count=len(users), most=MOST_USERS), "strong")
        self.box.addWidget(count)
        grid = QGridLayout()
        grid.setHorizontalSpacing(desk.theme.em(1.5))
        grid.setVerticalSpacing(desk.theme.em(0.35))
        grid.setColumnStretch(0, 1)
        for line, user in enumerate(users):
            name = formats.line(f"{user.nome} {user.cognome}".strip())
            about = " · ".join(filter(None, (name, formats.line(user.descrizione))))
            grid.addWidget(words_label(about), line, 0)
            userid = plain_label("muted")
            userid.setText(text("users.userid", userid=formats.line(user.userid or user.id_utenza)))
            grid.addWidget(userid, line, 1)
        if users:
            self.box.addLayout(grid)
        self.box.addWidget(words_label(text("users.removing"), "hint"))


class RevocationPanel(Panel):
    """What a revocation means, as far as anybody says it."""

    _POINTS = (
        ("stop", "mail"),
        ("refresh", "back"),
        ("mailboxes", "address"),
        ("warning", "register"),
        ("info", "money"),
    )
    """Icon, key of the words."""

    def __init__(self, desk: Desk, mailbox: Mailbox) -> None:
        super().__init__(desk, mailbox)
        points = [
            (icon, text(f"revocation.{key}"), text(f"revocation.{key}.what"))
            for icon, key in self._POINTS
        ]
        self.box.addWidget(Guide(desk.theme, points))


PanelMaker = Callable[[Desk, Mailbox], Panel]

BESIDE_FORM: dict[str, PanelMaker] = {
    "renew_mailbox": ExpiryPanel,
    "change_space": SpacePanel,
    "add_user": UsersPanel,
    "revoke_mailbox": RevocationPanel,
}
"""Operation → what is shown above its form."""

IN_SUMMARY: dict[str, PanelMaker] = {
    "renew_mailbox": ExpiryPanel,
    "change_space": SpacePanel,
    "change_type": TypePanel,
    "revoke_mailbox": RevocationPanel,
}
"""Operation → what is shown in its summary."""


class Transition(QFrame):
    """What is and what it becomes: a heading and a remark each, with an arrow between."""

    def __init__(self, desk: Desk, now: str, then: str) -> None:
        super().__init__()
        self._theme = desk.theme
        self._arrow = QLabel()
        self._captions = (now, then)
        self.was, self.will = QLabel(), QLabel()
        self._remarks = (QLabel(), QLabel())
        row = QHBoxLayout(self)
        em = desk.theme.em
        row.setContentsMargins(em(1.2), em(0.9), em(1.2), em(0.9))
        row.setSpacing(em(1.5))
        set_role(self, "notice")
        for place, value in enumerate((self.was, self.will)):
            caption, remark = QLabel(self._captions[place]), self._remarks[place]
            set_role(caption, "muted")
            set_role(value, "heading")
            set_role(remark, "muted")
            column = QVBoxLayout()
            column.setSpacing(em(0.2))
            for label in (caption, value, remark):
                label.setWordWrap(True)
                label.setTextFormat(Qt.TextFormat.PlainText)
                column.addWidget(label)
            column.addStretch()
            row.addLayout(column, 1)
            if place == 0:
                row.addWidget(self._arrow)
        desk.theme.changed.connect(self._dress)
        self._dress()

    def show_both(self, now: tuple[str, str], then: tuple[str, str]) -> None:
        """Show what is and what will be, each with a remark; empty texts stay empty."""
        parts = zip((self.was, self.will), self._remarks, (now, then), strict=True)
        for value, remark, (words, more) in parts:
            value.setText(formats.line(words) or "–")
            remark.setText(formats.line(more))
            remark.setVisible(bool(more))
        said = zip(self._captions, (now[0], then[0]), strict=True)
        self.setAccessibleName("; ".join(f"{caption}: {words}" for caption, words in said))

    @Slot()
    def _dress(self) -> None:
        size = self._theme.em(1.6)
        self._arrow.setPixmap(self._theme.icon("forward", Role.ACCENT).pixmap(size, size))


class SpaceLine(QWidget):
    """One space: its name, its size now and afterwards, and both as a bar. `present` is MB."""

    def __init__(self, desk: Desk, name: str, present: int) -> None:
        super().__init__()
        self._locale = desk.locale
        self._name = name
        self.present = present
        self.sizes = QLabel()
        self.bar = SpaceBar(desk)
        title = QLabel(name)
        top = QHBoxLayout()
        top.addWidget(title)
        top.addStretch()
        top.addWidget(self.sizes)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(desk.theme.em(0.3))
        box.addLayout(top)
        box.addWidget(self.bar)

    def show_size(self, size: int, largest: int) -> None:
        """Show a size in MB, in proportion to the `largest` of all spaces."""
        now, then = (formats.space(self._locale, one) for one in (self.present, size))
        grows = size > self.present
        self.sizes.setText(f"{now} → {then}" if grows else now)
        set_role(self.sizes, "strong" if grows else "muted")
        self.setAccessibleName(f"{self._name}: {self.sizes.text()}")
        self.bar.show_parts(self.present / largest, size / largest)


class SpaceBar(QWidget):
    """A bar of two parts: what there is, and what comes on top."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme = desk.theme
        self._present = self._after = 0.0
        desk.theme.changed.connect(self._dress)
        self._dress()

    def show_parts(self, present: float, after: float) -> None:
        """Show two parts of the whole width, 0 to 1."""
        self._present, self._after = present, after
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the bars of the window."""
        return QSize(self._theme.em(8), self._theme.em(0.7))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, what will be, and over it what is."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        accent = self._theme.color(Role.ACCENT)
        more = QColor(accent)
        more.setAlphaF(0.45)
        for part, color in (
            (1.0, self._theme.color(Role.RAISED)),
            (self._after, more if self._after > self._present else accent),
            (self._present, accent),
        ):
            width = self.width() * part
            if width > 0:
                half = self.height() / 2
                painter.setBrush(color)
                painter.drawRoundedRect(QRectF(0, 0, width, self.height()), half, half)

    @Slot()
    def _dress(self) -> None:
        self.setFixedHeight(self._theme.em(0.7))
        self.update()
