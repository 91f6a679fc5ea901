"""What every window is given: the office, the task runner, the looks, the settings, the language.

The composition root makes one `Desk` and hands it on; nothing in `ui` reaches for a global.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from pec_desktop.tasks.runner import TaskRunner
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
