"""What the tests of the change wizards share: an example of each change, and a person's hands."""

from __future__ import annotations

from collections.abc import Mapping

from changes_support import GOLD, SILVER, STANDARD, box
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from wizard_support import Place

from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.ui.change import ChangeWizard
from pec_desktop.ui.editors import RadioEditor
from pec_desktop.ui.forms import FormRow
from pec_desktop.ui.type_comparison import TypeComparison
from pec_desktop.ui.wizard import Wizard

USER: dict[str, object] = {
    "nome": "Anna",
    "cognome": "Esempi",
    "descrizione": "segreteria",
    "email_gestione_password": "anna@example.com",
}

ADDRESS = "panificio.spigadoro@testcert.legalmail.it"

CHANGES: dict[str, tuple[str, dict[str, object]]] = {
    "renew_mailbox": (GOLD, {"anni": 2}),
    "change_space": (GOLD, {"spazio_disco": 2048, "spazio_conservazione": 512}),
    "change_type": (STANDARD, {"tipo_casella": "SILVER"}),
    "add_user": (SILVER, USER),
    "revoke_mailbox": (STANDARD, {"confirm_address": ADDRESS}),
}
"""Operation → a mailbox of the seeded office that allows it, and what is filled in."""

PAID = [operation for operation in CHANGES if operation != "revoke_mailbox"]


def opened(at: Place, operation: str, name: str = "") -> ChangeWizard:
    """An open wizard on the operation's mailbox, or another one, after it was read."""
    mailbox = box(at.at, name or CHANGES[operation][0])
    wizard = ChangeWizard(at.desk, operation, mailbox.id)
    at.show(wizard)
    at.settle()
    return wizard


def fill(wizard: ChangeWizard, values: Mapping[str, object]) -> None:
    """Fill the form as a person does: with keys and clicks."""
    for row in wizard.form_page.form.findChildren(FormRow):
        if row.field.name not in values:
            continue
        editor, value = row.editor, values[row.field.name]
        editor.setFocus()
        if isinstance(editor, TypeComparison):
            QTest.mouseClick(editor.radios[str(value)], Qt.MouseButton.LeftButton)
        elif isinstance(editor, RadioEditor):
            codes = list(row.field.choices({}))
            editor.buttons[codes.index(str(value))].click()
        else:
            assert isinstance(editor.control, QLineEdit)
            editor.control.selectAll()
            QTest.keyClicks(editor.control, str(value))
            QTest.keyClick(editor.control, Qt.Key.Key_Tab)


def press(at: Place, wizard: Wizard) -> None:
    """Press the button that goes on, and wait for what follows."""
    QTest.mouseClick(wizard.next_button, Qt.MouseButton.LeftButton)
    at.settle()


def at_summary(at: Place, operation: str, name: str = "", **values: object) -> ChangeWizard:
    """A wizard with its form filled in, at the page that sends."""
    wizard = opened(at, operation, name)
    fill(wizard, values or CHANGES[operation][1])
    press(at, wizard)
    assert wizard.step.name == "summary"
    return wizard


def said(window: QWidget) -> str:
    """All that can be read on a window now."""
    labels = [label for label in window.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.accessibleName() or label.text() for label in labels)


def message(wizard: ChangeWizard, field: str) -> str:
    """What stands below a field of the form."""
    rows = wizard.form_page.form.findChildren(FormRow)
    return next(row for row in rows if row.field.name == field).message.words


def now(at: Place, mailbox: Mailbox) -> Mailbox:
    """A mailbox as the archive has it now."""
    stored = at.desk.office.mailboxes.get(mailbox.id)
    assert stored is not None
    return stored.mailbox


def tab_to(control: QWidget) -> None:
    """Press Tab until a control has the keyboard."""
    for _ in range(16):
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is control:
            return
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {control}")
