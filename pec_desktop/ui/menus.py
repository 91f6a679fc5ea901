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

    `operation` names the rule that allows it, and whatever `begins` something needs no mailbox;
    `for_one` wants exactly one that is selected, `many` any number (see `Actions.add`). Of the
    commands of one `group` exactly one is in force; one that is a `switch` is on or off.
    """

    name: str
    words: object
    keys: str | Keys = ""
    picture: str = ""
    operation: str = ""
    begins: bool = False
    for_one: bool = False
    many: bool = False
    group: str = ""
    switch: bool = False


class Menu(Struct, frozen=True):
    """A menu: its title, and in their order names of commands, "" for a line, other menus."""

    title: object
    entries: tuple[str | Menu, ...]


COMMANDS: tuple[Command, ...] = (
    Command(
        "new",
        QT_TRANSLATE_NOOP("menus", "&New mailbox…"),
        Keys.New,
        "plus",
        operation="register_mailbox",
        begins=True,
    ),
    Command("many", QT_TRANSLATE_NOOP("menus", "&Many from a table…"), "Ctrl+T", "table"),
    Command(
        "new_communication",
        QT_TRANSLATE_NOOP("menus", "New communication to the &Business Register…"),
        "Ctrl+Shift+N",
        "register",
        operation="start_communication",
        begins=True,
    ),
    Command("export", QT_TRANSLATE_NOOP("menus", "&Export the list…"), "Ctrl+E", "save"),
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
    Command("save_archive", QT_TRANSLATE_NOOP("menus", "&Save an archive…"), picture="archive"),
    Command("restore_archive", QT_TRANSLATE_NOOP("menus", "&Restore an archive…")),
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
        "renew",
        QT_TRANSLATE_NOOP("menus", "&Renew…"),
        picture="calendar",
        operation="renew_mailbox",
        many=True,
    ),
    Command("space", QT_TRANSLATE_NOOP("menus", "More &space…"), operation="change_space"),
    Command("type", QT_TRANSLATE_NOOP("menus", "Change the &type…"), operation="change_type"),
    Command(
        "preservation",
        QT_TRANSLATE_NOOP("menus", "Legal &preservation…"),
        operation="activate_preservation",
    ),
    Command("user", QT_TRANSLATE_NOOP("menus", "Add a &user…"), operation="add_user"),
    Command("revoke", QT_TRANSLATE_NOOP("menus", "Re&voke…"), operation="revoke_mailbox"),
    Command(
        "communicate",
        QT_TRANSLATE_NOOP("menus", "Communicate to the &Business Register…"),
        picture="register",
        operation="start_communication",
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
    Command("register", QT_TRANSLATE_NOOP("menus", "&Business Register"), "Ctrl+2", "register"),
    Command("drafts", QT_TRANSLATE_NOOP("menus", "&Drafts"), "Ctrl+3", "drafts"),
    Command("activity", QT_TRANSLATE_NOOP("menus", "&Activity"), "Ctrl+4", "activity"),
    Command("search", QT_TRANSLATE_NOOP("menus", "&Search"), Keys.Find, "search"),
    Command("refresh", QT_TRANSLATE_NOOP("menus", "&Refresh the list"), "F5", "refresh"),
    Command("details", QT_TRANSLATE_NOOP("menus", "Show or hide the d&etails"), "F9", "panel"),
    Command("columns", QT_TRANSLATE_NOOP("menus", "&Columns…")),
    Command("notify", QT_TRANSLATE_NOOP("menus", "Noti&fy of changes"), switch=True),
    Command("theme_system", QT_TRANSLATE_NOOP("menus", "As the &system"), group="theme"),
    Command("theme_light", QT_TRANSLATE_NOOP("menus", "&Light"), group="theme"),
    Command("theme_dark", QT_TRANSLATE_NOOP("menus", "&Dark"), group="theme"),
    Command("larger", QT_TRANSLATE_NOOP("menus", "&Larger text"), Keys.ZoomIn),
    Command("smaller", QT_TRANSLATE_NOOP("menus", "S&maller text"), Keys.ZoomOut),
    Command("normal", QT_TRANSLATE_NOOP("menus", "&Normal text"), "Ctrl+0"),
    Command("updates", QT_TRANSLATE_NOOP("menus", "&Tell me about new versions")),
    Command("about", QT_TRANSLATE_NOOP("menus", "&About PEC Desktop")),
)

CHANGES = ("renew", "space", "type", "preservation", "user", "communicate", "", "revoke")
"""What can be done with a mailbox that is active; offered in the details too."""

OF_A_ROW = ("activate", "form", "look", "", *CHANGES, "", "copy_rows", "copy_address")
"""What the table's context menu offers."""

OF_THE_ACCOUNT = ("account", "connect", "practice", "reset_practice")
"""What the account's menu offers below the accounts."""

OF_THE_ARCHIVE = ("save_archive", "restore_archive")

MENUS: tuple[Menu, ...] = (
    Menu(
        QT_TRANSLATE_NOOP("menus", "&File"),
        (
            *("new", "many", "new_communication", "lookup", "export", ""),
            *(*OF_THE_ACCOUNT, "", *OF_THE_ARCHIVE, "", "preferences", "quit"),
        ),
    ),
    Menu(QT_TRANSLATE_NOOP("menus", "&Mailbox"), OF_A_ROW),
    Menu(
        QT_TRANSLATE_NOOP("menus", "&View"),
        (
            *("mailboxes", "register", "drafts", "activity", ""),
            *("search", "refresh", "details", ""),
            "columns",
            "notify",
            Menu(
                QT_TRANSLATE_NOOP("menus", "C&olours"),
                ("theme_system", "theme_light", "theme_dark"),
            ),
            *("larger", "smaller", "normal"),
        ),
    ),
    Menu(QT_TRANSLATE_NOOP("menus", "&Help"), ("updates", "", "about")),
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
            begins=one.begins,
            for_one=one.for_one,
            many=one.many,
        )
        action.setCheckable(bool(one.group or one.switch))
        if one.group:
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
