"""The callback of a registration: under "Advanced", in the summary, in the request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from access import nameless
from change_support import said
from office_support import STUDIO
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from wizard_support import Place, place

from pec_desktop.errors import ApiError, ErrorKind
from pec_desktop.services import drafts
from pec_desktop.ui.collapsible import Collapsible
from pec_desktop.ui.form_page import FormPage
from pec_desktop.ui.forms import Form
from pec_desktop.ui.payment import Standing
from pec_desktop.ui.registration import RegistrationWizard

CALLBACK: dict[str, object] = {
    "callback_url": "https://studio.example/pec",
    "callback_method": "JSON",
    "callback_data": '{"pratica":  7}',
}


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Place]:
    with place(qtbot, tmp_path) as opened:
        yield opened


def opened(at: Place, step: str, **values: object) -> RegistrationWizard:
    draft = at.at.draft(**values)
    draft.step = step
    drafts.save(at.desk.office, draft)
    wizard = RegistrationWizard(at.desk, draft.id)
    at.show(wizard)
    at.settle()
    return wizard


def options(wizard: RegistrationWizard) -> Form:
    page = wizard.page("options")
    assert isinstance(page, FormPage)
    return page.form


def test_nobody_sees_it_who_does_not_look_for_it(at: Place) -> None:
    wizard = opened(at, "options")
    form = options(wizard)
    assert isinstance(form.advanced, Collapsible)
    assert form.advanced.isVisible()
    assert not form.advanced.opened
    assert not form.editor("callback_url").isVisible()
    assert "cannot be changed later" in said(wizard)
    QTest.mouseClick(form.advanced.toggle, Qt.MouseButton.LeftButton)
    assert form.editor("callback_url").isVisible()
    assert not form.editor("callback_data").isVisible(), "without an address there is no more"
    assert form.advanced.toggle.accessibleName() == "Advanced (open)"
    assert nameless(wizard) == []
    QTest.keyClick(form.advanced.toggle, Qt.Key.Key_Space)
    assert not form.editor("callback_url").isVisible()
    wizard.go_to("applicant")
    page = wizard.page("applicant")
    assert isinstance(page, FormPage)
    assert not page.form.advanced.isVisible(), "there is nothing advanced about a name"


def test_what_is_typed_is_shown_and_sent(at: Place) -> None:
    wizard = opened(at, "options")
    form = options(wizard)
    form.advanced.open()
    for name in ("callback_url", "callback_data"):
        control = form.editor(name).control
        control.setFocus()
        QTest.keyClicks(control, str(CALLBACK[name]))
        QTest.keyClick(control, Qt.Key.Key_Tab)
    wizard.go_on()
    at.settle()
    assert wizard.step.name == "summary"
    told = said(wizard.summary)
    assert "https://studio.example/pec" in told
    assert "Form (POST)" in told
    assert '{"pratica": 7}' in told
    wizard.go_on()
    at.settle()
    [row] = at.desk.office.mailboxes.all()
    assert row.mailbox.callback is not None
    sent = {"url": "https://studio.example/pec", "method": "POST", "data": {"pratica": 7}}
    assert sent.items() <= row.mailbox.callback.items()


def test_without_it_nothing_of_it_is_sent(at: Place) -> None:
    wizard = opened(at, "summary", callback_method="POST")
    assert wizard.summary.standing is Standing.READY
    assert "Callback" not in said(wizard.summary)
    assert "callback" not in wizard.summary.order().request


def test_what_is_filled_in_is_open_at_once(at: Place) -> None:
    form = options(opened(at, "options", **CALLBACK))
    assert form.advanced.opened
    assert form.editor("callback_data").isVisible()
    assert form.editor("callback_data").value() == '{"pratica":  7}', "as it was typed"


@pytest.mark.parametrize("leave", ["next", "link"])
def test_what_is_wrong_in_it_opens_it(at: Place, leave: str) -> None:
    wrong = {**CALLBACK, "callback_data": "sette"}
    if leave == "next":
        wizard = opened(at, "options")
        form = options(wizard)
        form.values.update(wrong)
        wizard.go_on()
    else:
        wizard = opened(at, "summary", **wrong)
        assert wizard.summary.standing is Standing.INVALID
        assert "not a JSON object" in wizard.summary.notice.words
        wizard.summary.notice.chosen.emit("callback_data")
        form = options(wizard)
    assert wizard.step.name == "options"
    assert form.advanced.opened
    assert form.editor("callback_data").control.hasFocus()


def test_what_the_service_refuses_of_it_opens_it(at: Place) -> None:
    wizard = opened(at, "summary", **CALLBACK)
    wizard._on_not_sent(
        ApiError(
            ErrorKind.INVALID,
            status=406,
            code=260,
            field="callback",
            operation="register_mailbox",
            message="callback not valid",
        )
    )
    assert wizard.step.name == "options"
    assert options(wizard).advanced.opened
    assert wizard.values()["casella_pec"] == STUDIO["casella_pec"]
