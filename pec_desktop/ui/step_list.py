"""The list of a wizard's steps at its left: done, current, ahead; below it where one is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from pec_desktop.domain.account import Environment
from pec_desktop.domain.flows import Flow, Step
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.theme import Role, set_role
from pec_desktop.ui.words import text


class StepList(QWidget):
    """The steps of a wizard: done, current, ahead. Those reached can be gone back to."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, flow: Flow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._flow = flow
        self._state: tuple[tuple[Step, ...], Step | None, int, bool] = ((), None, 0, True)
        self._buttons: dict[str, QPushButton] = {}
        self._remark = QLabel()
        self._remark.setWordWrap(True)
        set_role(self._remark, "hint")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, desk.theme.em(1), 0, desk.theme.em(0.4))
        box.setSpacing(desk.theme.em(0.2))
        for step in flow.steps:
            button = QPushButton(text(f"step.{flow.name}.{step.name}"))
            button.setAutoDefault(False)
            button.setProperty("step", step.name)
            set_role(button, "link")
            button.clicked.connect(self._on_clicked)
            self._buttons[step.name] = button
            box.addWidget(button)
        box.addStretch()
        environment = desk.office.account.environment
        self._place: QLabel | None = None
        if environment is not Environment.PRODUCTION:
            place, about = QLabel(text(f"environment.{environment}")), QLabel()
            place.setWordWrap(True)
            self._place = place
            about.setText(text(f"environment.{environment}.about"))
            about.setWordWrap(True)
            set_role(place, "warning")
            set_role(about, "hint")
            box.addWidget(place)
            box.addWidget(about)
            box.addSpacing(desk.theme.em(0.8))
        box.addWidget(self._remark)
        desk.theme.changed.connect(self._dress)

    def say(self, words: str) -> None:
        """Show a quiet remark at the bottom."""
        self._remark.setText(words)

    def show_state(
        self, steps: tuple[Step, ...], now: Step | None, reached: int, locked: bool
    ) -> None:
        """Show which of `steps` is the current one; `reached` is the furthest one's place."""
        self._state = (steps, now, reached, locked)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        steps, now, reached, locked = self._state
        names = {step.name for step in steps}
        theme = self._desk.theme
        widest = self._place.minimumSizeHint().width() if self._place else 0
        for place, step in enumerate(self._flow.steps):
            button = self._buttons[step.name]
            button.setVisible(step.name in names)
            current = now is not None and step.name == now.name
            state, icon, role = (
                (self.tr("current step"), "now", Role.ACCENT)
                if current
                else (self.tr("done"), "done", Role.GOOD)
                if place < reached
                else (self.tr("still to come"), "later", Role.FAINT)
            )
            button.setIconSize(QSize(theme.em(1.25), theme.em(1.25)))
            button.setIcon(theme.icon(icon, role))
            button.setEnabled(place <= reached and not locked)
            name = text(f"step.{self._flow.name}.{step.name}")
            button.setAccessibleName(f"{name} ({state})")
            font = button.font()
            font.setBold(True)
            button.setFont(font)
            widest = max(widest, button.sizeHint().width())
            font.setBold(current)
            button.setFont(font)
        self.setFixedWidth(widest)  # the current step's bold name moves nothing

    @Slot()
    def _on_clicked(self) -> None:
        self.chosen.emit(str(self.sender().property("step")))
