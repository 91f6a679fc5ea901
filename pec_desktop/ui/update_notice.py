"""Tells of a new version, where the person has asked for that; never does more than tell."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices

from pec_desktop.services import updates
from pec_desktop.services.updates import Release
from pec_desktop.tasks.runner import Lane
from pec_desktop.ui.desk import Desk
from pec_desktop.ui.news import NewsBar
from pec_desktop.work import Work

log = logging.getLogger(__name__)


class UpdateNotice(QObject):
    """The setting, the question, the line of news. GUI thread.

    `action` switches the question on and off; where this build has nobody to ask, it says so.
    """

    def __init__(self, desk: Desk, bar: NewsBar, action: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bar = bar
        self._source = updates.source()
        self._page = ""
        bar.acted.connect(self._show_page)
        action.setCheckable(True)
        action.setEnabled(self._source.known)
        if self._source.known:
            action.setChecked(desk.settings.update_notice)
            action.toggled.connect(self._on_toggled)
        else:
            why = self.tr("This build does not know where new versions are announced.")
            action.setToolTip(why)
            action.setStatusTip(why)
            action.setWhatsThis(why)

    def look(self) -> None:
        """Ask for a new version if that is wanted; a failure is only written into the log."""
        if self._source.known and self._desk.settings.update_notice:
            self._desk.runner.submit(Lane.NET, self._ask, self, self._on_answer)

    def _ask(self, work: Work) -> Release | None:
        return updates.newer(self._source, work)

    def _on_answer(self, release: Release | None) -> None:
        if release is None:
            return
        self._page = release.page
        words = self.tr("PEC Desktop {version} is available.").format(version=release.version)
        self._bar.say(words, button=self.tr("Show it"))

    @Slot(bool)
    def _on_toggled(self, wanted: bool) -> None:
        self._desk.settings.update_notice = wanted
        if wanted:
            self.look()
        else:
            self._bar.hide()

    @Slot()
    def _show_page(self) -> None:
        QDesktopServices.openUrl(QUrl(self._page))
