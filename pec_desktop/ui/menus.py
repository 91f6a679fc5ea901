"""The main window's menus: every action with its words, its shortcut and its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QActionGroup, QKeySequence

from pec_desktop.domain.account import Environment
from pec_desktop.ui import dialogs

if TYPE_CHECKING:
    from pec_desktop.ui.main_window import MainWindow

Keys = QKeySequence.StandardKey
translate = QCoreApplication.translate

OF_A_ROW = ("activate", "form", "look", "", "copy_rows", "copy_address")
"""What the table's context menu offers."""


def make(window: MainWindow) -> None:
    """Make the window's actions and put them into its menus. GUI thread."""
    _file(window)
    _mailbox(window)
    _view(window)
    _help(window)


def _file(window: MainWindow) -> None:
    add = window.commands.add
    add(
        "new",
        translate("menus", "&New mailbox…"),
        window.new_mailbox,
        keys=Keys.New,
        picture="plus",
    )
    add(
        "connect",
        translate("menus", "&Connect an account…"),
        window.connect_requested.emit,
        picture="connect",
    )
    add(
        "practice",
        translate("menus", "Go to the &practice office"),
        window.practice_requested.emit,
        picture="practice",
    )
    add(
        "reset_practice",
        translate("menus", "&Begin the practice anew…"),
        partial(dialogs.ask_reset_practice, window),
        picture="refresh",
    )
    add("quit", translate("menus", "&Quit"), window.close, keys=Keys.Quit)
    practising = window.desk.office.account.environment is Environment.PRACTICE
    window.commands["practice"].setVisible(not practising)
    window.commands["reset_practice"].setVisible(practising)
    menu = window.menuBar().addMenu(translate("menus", "&File"))
    window.commands.fill(menu, "new", "", "connect", "practice", "reset_practice", "", "quit")
    window.sidebar.menu.addSeparator()
    window.commands.fill(window.sidebar.menu, "connect", "practice", "reset_practice")


def _mailbox(window: MainWindow) -> None:
    add, table = window.commands.add, window.mailboxes.table
    add(
        "activate",
        translate("menus", "&Activate…"),
        partial(window.with_selected, window.activate),
        picture="upload",
        operation="activate_mailbox",
    )
    add(
        "form",
        translate("menus", "Get the activation &form…"),
        partial(window.with_selected, window.errands.get_form),
        picture="download",
        operation="download_activation_form",
    )
    add(
        "look",
        translate("menus", "&Look again at the provider"),
        partial(window.with_selected, window.follower.look),
        picture="refresh",
        for_one=True,
    )
    copy = add(
        "copy_rows",
        translate("menus", "&Copy the rows"),
        table.copy,
        keys=Keys.Copy,
        picture="copy",
    )
    copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    table.addAction(copy)
    add("copy_address", translate("menus", "Copy the a&ddress"), window.copy_addresses)
    menu = window.menuBar().addMenu(translate("menus", "&Mailbox"))
    window.commands.fill(menu, *OF_A_ROW)


def _view(window: MainWindow) -> None:
    add, fill = window.commands.add, window.commands.fill
    for number, (page, words) in enumerate(
        (
            ("mailboxes", translate("menus", "&Mailboxes")),
            ("drafts", translate("menus", "&Drafts")),
            ("activity", translate("menus", "&Activity")),
        ),
        start=1,
    ):
        add(page, words, partial(window.show_page, page), keys=f"Ctrl+{number}", picture=page)
    add(
        "search",
        translate("menus", "&Search"),
        window.go_to_search,
        keys=Keys.Find,
        picture="search",
    )
    add(
        "refresh",
        translate("menus", "&Refresh the list"),
        window.follower.refresh,
        keys="F5",
        picture="refresh",
    )
    add(
        "details",
        translate("menus", "Show or hide the d&etails"),
        window.mailboxes.toggle_details,
        keys="F9",
        picture="panel",
    )
    menu = window.menuBar().addMenu(translate("menus", "&View"))
    fill(menu, "mailboxes", "drafts", "activity", "", "search", "refresh", "details", "")
    add("columns", translate("menus", "&Columns…"), window.mailboxes.table.show_column_menu)
    fill(menu, "columns")
    looks = menu.addMenu(translate("menus", "C&olours"))
    group = QActionGroup(window)
    for mode, words in (
        ("system", translate("menus", "As the &system")),
        ("light", translate("menus", "&Light")),
        ("dark", translate("menus", "&Dark")),
    ):
        action = add(f"theme_{mode}", words, partial(window.choose_theme, mode))
        action.setCheckable(True)
        action.setChecked(window.desk.theme.mode == mode)
        group.addAction(action)
    fill(looks, "theme_system", "theme_light", "theme_dark")
    add(
        "larger",
        translate("menus", "&Larger text"),
        partial(window.step_scale, 1),
        keys=Keys.ZoomIn,
    )
    add(
        "smaller",
        translate("menus", "S&maller text"),
        partial(window.step_scale, -1),
        keys=Keys.ZoomOut,
    )
    add("normal", translate("menus", "&Normal text"), partial(window.step_scale, 0), keys="Ctrl+0")
    fill(menu, "larger", "smaller", "normal")


def _help(window: MainWindow) -> None:
    window.commands.add(
        "about", translate("menus", "&About PEC Desktop"), partial(dialogs.about, window)
    )
    menu = window.menuBar().addMenu(translate("menus", "&Help"))
    window.commands.fill(menu, "about")
