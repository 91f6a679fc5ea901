"""The window's commands and menus as data: words, shortcuts, pictures and places.

What a command does is the window's business: it hands `make` a function for each name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from msgspec import Struct
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from pec_desktop.ui.actions import Actions

Keys = QKeySequence.StandardKey


class Command(Struct, frozen=True):
    """What can be done in the window, by name.

    `operation` names the rule that allows it, `for_one` wants exactly one selected mailbox (see
    `Actions.add`). Of the commands of one `group` exactly one is in force.
    """

    name: str
    words: object
    keys: str | Keys = ""
    picture: str = ""
    operation: str = ""
    for_one: bool = False
    group: str = ""


class Menu(Struct, frozen=True):
    """A menu: its title, and in their order names of commands, "" for a line, other menus."""

    title: object
    entries: tuple[str | Menu, ...]


COMMANDS: tuple[Command, ...] = (
    Command("new", QT_TRANSLATE_NOOP("menus", "&New mailbox…"), Keys.New, "plus"),
    Command("lookup", QT_TRANSLATE_NOOP("menus", "&Look up…"), "Ctrl+L", "search"),
    Command("account", QT_TRANSLATE_NOOP("menus", "&Account…"), picture="wallet"),
    Command("connect", QT_TRANSLATE_NOOP("menus", "&Connect an account…"), picture="connect"),
    Command(
        "practice", QT_TRANSLATE_NOOP("menus", "Go to the &practice office"), picture="practice"
    ),
    Command(
        "reset_practice",
        QT_TRANSLATE_NOOP("menus", "&Begin the practice anew…"),
        picture="refresh",
    ),
    Command("preferences", QT_TRANSLATE_NOOP("menus", "Pre&ferences…"), Keys.Preferences),
    Command("quit", QT_TRANSLATE_NOOP("menus", "&Quit"), Keys.Quit),
    Command(
        "activate",
        QT_TRANSLATE_NOOP("menus", "&Activate…"),
        picture="upload",
        operation="activate_mailbox",
    ),
    Command(
        "form",
        QT_TRANSLATE_NOOP("menus", "Get the activation &form…"),
        picture="download",
        operation="download_activation_form",
    ),
    Command(
        "look",
        QT_TRANSLATE_NOOP("menus", "&Look again at the provider"),
        picture="refresh",
        for_one=True,
    ),
    Command("copy_rows", QT_TRANSLATE_NOOP("menus", "&Copy the rows"), Keys.Copy, "copy"),
    Command("copy_address", QT_TRANSLATE_NOOP("menus", "Copy the a&ddress")),
    Command("mailboxes", QT_TRANSLATE_NOOP("menus", "&Mailboxes"), "Ctrl+1", "mailboxes"),
    Command("drafts", QT_TRANSLATE_NOOP("menus", "&Drafts"), "Ctrl+2", "drafts"),
    Command("activity", QT_TRANSLATE_NOOP("menus", "&Activity"), "Ctrl+3", "activity"),
    Command("search", QT_TRANSLATE_NOOP("menus", "&Search"), Keys.Find, "search"),
    Command("refresh", QT_TRANSLATE_NOOP("menus", "&Refresh the list"), "F5", "refresh"),
    Command("details", QT_TRANSLATE_NOOP("menus", "Show or hide the d&etails"), "F9", "panel"),
    Command("columns", QT_TRANSLATE_NOOP("menus", "&Columns…")),
    Command("theme_system", QT_TRANSLATE_NOOP("menus", "As the &system"), group="theme"),
    Command("theme_light", QT_TRANSLATE_NOOP("menus", "&Light"), group="theme"),
    Command("theme_dark", QT_TRANSLATE_NOOP("menus", "&Dark"), group="theme"),
    Command("larger", QT_TRANSLATE_NOOP("menus", "&Larger text"), Keys.ZoomIn),
    Command("smaller", QT_TRANSLATE_NOOP("menus", "S&maller text"), Keys.ZoomOut),
    Command("normal", QT_TRANSLATE_NOOP("menus", "&Normal text"), "Ctrl+0"),
    Command("about", QT_TRANSLATE_NOOP("menus", "&About PEC Desktop")),
)

OF_A_ROW = ("activate", "form", "look", "", "copy_rows", "copy_address")
"""What the table's context menu offers."""

OF_THE_ACCOUNT = ("account", "connect", "practice", "reset_practice")
"""What the account's menu offers below the accounts."""

MENUS: tuple[Menu, ...] = (
    Menu(
        QT_TRANSLATE_NOOP("menus", "&File"),
        ("new", "lookup", "", *OF_THE_ACCOUNT, "", "preferences", "quit"),
    ),
    Menu(QT_TRANSLATE_NOOP("menus", "&Mailbox"), OF_A_ROW),
    Menu(
        QT_TRANSLATE_NOOP("menus", "&View"),
        (
            *("mailboxes", "drafts", "activity", "", "search", "refresh", "details", ""),
            "columns",
            Menu(
                QT_TRANSLATE_NOOP("menus", "C&olours"),
                ("theme_system", "theme_light", "theme_dark"),
            ),
            *("larger", "smaller", "normal"),
        ),
    ),
    Menu(QT_TRANSLATE_NOOP("menus", "&Help"), ("about",)),
)


def make(window: QMainWindow, actions: Actions, does: Mapping[str, Callable[[], object]]) -> None:
    """Make the commands, which do what `does` says, and the window's menus. GUI thread."""
    groups: dict[str, QActionGroup] = {}
    for one in COMMANDS:
        action = actions.add(
            one.name,
            _translated(one.words),
            does[one.name],
            keys=one.keys,
            picture=one.picture,
            operation=one.operation,
            for_one=one.for_one,
        )
        if one.group:
            action.setCheckable(True)
            groups.setdefault(one.group, QActionGroup(window)).addAction(action)
    for menu in MENUS:
        _fill(window.menuBar().addMenu(_translated(menu.title)), menu.entries, actions)


def _fill(menu: QMenu, entries: tuple[str | Menu, ...], actions: Actions) -> None:
    for entry in entries:
        if isinstance(entry, Menu):
            _fill(menu.addMenu(_translated(entry.title)), entry.entries, actions)
        else:
            actions.fill(menu, entry)


def _translated(words: object) -> str:
    return QCoreApplication.translate("menus", str(words))
