"""What every window is given: office, runner, looks, settings, language, and who keeps looking.

The composition root makes one `Desk` and hands it on; nothing in `ui` reaches for a global.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from pec_desktop.tasks.runner import TaskRunner
from pec_desktop.ui.lookout import Lookout
from pec_desktop.ui.reconciler import Reconciler
from pec_desktop.ui.theme import Theme

if TYPE_CHECKING:
    from pec_desktop.services.office import Office
    from pec_desktop.settings import Settings


@dataclass
class Desk:
    """The things a window works with. Lives and is used in the GUI thread.

    `office` changes when another account is chosen; windows are made anew then.
    """

    office: Office
    runner: TaskRunner
    theme: Theme
    settings: Settings
    locale: QLocale
    lookout: Lookout = field(init=False)
    reconciler: Reconciler = field(init=False)

    def __post_init__(self) -> None:
        self.lookout = Lookout(self.office, self.runner)
        self.reconciler = Reconciler(
            self.office, self.runner, self.settings, lambda: self.lookout.hidden_for
        )
