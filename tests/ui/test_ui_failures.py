"""Errors in words: what happened, the money, what to do; and the bar that shows them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from pec_desktop.api.endpoints import ENDPOINTS, Effect
from pec_desktop.errors import (
    ApiError,
    Cancelled,
    CredentialError,
    DocumentError,
    ErrorKind,
    Refusal,
    StoreError,
)
from pec_desktop.ui.failures import FailureBar, present
from pec_desktop.ui.theme import Theme

NOTHING_PAID = "Nothing was paid."
REFUSED = "The request was refused: nothing was paid."
NOT_SENT = "Nothing was sent and nothing was paid."
UNKNOWN = "The price may have been taken from the credit. It is not known yet."
FREE = "This operation costs nothing."

MONEY = {
    ErrorKind.UNAVAILABLE: (NOTHING_PAID, NOT_SENT, NOT_SENT),
    ErrorKind.UNKNOWN_OUTCOME: (NOTHING_PAID, FREE, UNKNOWN),
    ErrorKind.THROTTLED: (NOTHING_PAID, FREE, UNKNOWN),
}
"""Kind → what is said of money for an operation that reads, writes, is paid; else refused."""

OPERATION = {
    Effect.READ: "list_mailboxes",
    Effect.WRITE: "activate_mailbox",
    Effect.PAID: "register_mailbox",
}


@pytest.mark.parametrize("effect", list(Effect))
@pytest.mark.parametrize("kind", list(ErrorKind))
def test_every_kind_says_what_happened_what_was_paid_and_what_to_do(
    kind: ErrorKind, effect: Effect
) -> None:
    assert ENDPOINTS[OPERATION[effect]].effect is effect
    failure = present(ApiError(kind, operation=OPERATION[effect]))
    expected = MONEY.get(kind, (NOTHING_PAID, REFUSED, REFUSED))
    assert failure.money == expected[list(Effect).index(effect)]
    assert failure.title
    assert failure.what
    assert failure.next
    uncertain = kind in (ErrorKind.UNKNOWN_OUTCOME, ErrorKind.THROTTLED)
    assert failure.uncertain == (uncertain and effect is not Effect.READ)


def test_an_operation_that_is_not_in_the_table_is_taken_for_a_paid_one() -> None:
    failure = present(ApiError(ErrorKind.UNKNOWN_OUTCOME, operation="something_new"))
    assert failure.money == UNKNOWN


def test_a_lost_answer_about_a_token_costs_nothing_and_may_be_tried_again() -> None:
    failure = present(ApiError(ErrorKind.UNKNOWN_OUTCOME, operation="create_token"))
    assert failure.money == NOTHING_PAID
    assert not failure.uncertain
    assert failure.next.startswith("Try again")


def test_the_service_number_says_more_than_the_kind() -> None:
    known = ApiError(ErrorKind.NOT_FOUND, operation="register_mailbox", status=404, code=326)
    assert "domain" in present(known).what
    other = ApiError(ErrorKind.NOT_FOUND, operation="get_mailbox", status=404, code=326)
    assert "domain" not in present(other).what


def test_a_refused_field_is_named_as_the_form_names_it() -> None:
    error = ApiError(ErrorKind.INVALID, operation="register_mailbox", field="telefono")
    assert present(error).what == "What was given for “Telephone” is not accepted."


def test_details_hold_what_support_needs_and_nothing_personal() -> None:
    error = ApiError(
        ErrorKind.INVALID,
        operation="register_mailbox",
        status=406,
        code=242,
        field="codice_fiscale_richiedente",
        message="bad RSSMRA80A01L117D of mario.rossi@example.com, Bearer 5eed0a5eed0b5eed",
    )
    details = present(error).details
    for part in ("register_mailbox", "406", "242", "codice_fiscale_richiedente"):
        assert part in details
    for secret in ("RSSMRA80A01L117D", "mario.rossi", "5eed0a5eed0b5eed"):
        assert secret not in details


@pytest.mark.parametrize(
    ("error", "title", "what"),
    [
        (StoreError("store.disk_full"), "The office archive", "The disk is full"),
        (CredentialError("keychain.locked"), "The system's keychain", "is locked"),
        (DocumentError("paper.encrypted"), "The document cannot be used", "password"),
        (Refusal("office.not_connected"), "This cannot be done now", "not connected"),
        (Cancelled(), "Stopped", "as you asked"),
        (RuntimeError("boom RSSMRA80A01L117D"), "Something went wrong in the program", "mistake"),
    ],
)
def test_everything_else_has_words_too(error: Exception, title: str, what: str) -> None:
    failure = present(error)
    assert failure.title == title
    assert what in failure.what
    assert "RSSMRA80A01L117D" not in failure.details
    assert "Traceback" not in failure.details


def test_an_outcome_that_was_not_written_down_is_never_called_free() -> None:
    told = "carried out, but not recorded: store.disk_full"  # as `operations.perform` says it
    failure = present(
        ApiError(ErrorKind.UNKNOWN_OUTCOME, operation="register_mailbox", message=told)
    )
    assert failure.money == UNKNOWN
    assert told in failure.details
    assert failure.uncertain
    assert "earlier attempt" in present(Refusal("attempt.unknown")).money


# The bar


@pytest.fixture
def bar(qtbot: QtBot) -> FailureBar:
    made = FailureBar(Theme("light"))
    qtbot.addWidget(made)
    made.resize(600, 300)
    return made


def button(bar: FailureBar, words: str) -> QPushButton:
    found = [one for one in bar.findChildren(QPushButton) if words in one.text().replace("&", "")]
    assert len(found) == 1
    return found[0]


def said(bar: FailureBar) -> str:
    return " ".join(one.text() for one in bar.findChildren(QLabel) if one.isVisible())


WRONG = ApiError(ErrorKind.WALLET, operation="register_mailbox", status=402, code=262)


def test_the_bar_shows_an_error_and_can_be_dismissed(bar: FailureBar, qtbot: QtBot) -> None:
    assert bar.isHidden()
    bar.show_error(WRONG)
    assert "credit" in said(bar)
    assert REFUSED in said(bar)
    assert bar.accessibleName() == "The credit is not enough"
    assert REFUSED in bar.accessibleDescription()
    with qtbot.waitSignal(bar.dismissed):
        QTest.mouseClick(bar.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    assert bar.failure is None


def test_details_open_and_can_be_copied(bar: FailureBar, qtbot: QtBot) -> None:
    bar.show_error(WRONG)
    details = bar.findChildren(QPlainTextEdit)[0]
    assert not details.isVisible()
    QTest.mouseClick(button(bar, "Details"), Qt.MouseButton.LeftButton)
    assert details.isVisible()
    assert "262" in details.toPlainText()
    QTest.mouseClick(button(bar, "Copy"), Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert "The credit is not enough" in copied
    assert "402" in copied


def test_trying_again_is_offered_only_where_nothing_can_be_paid_twice(
    bar: FailureBar, qtbot: QtBot
) -> None:
    bar.show_error(WRONG)
    assert not button(bar, "Try again").isVisible()
    bar.show_error(WRONG, can_retry=True)
    with qtbot.waitSignal(bar.retry):
        QTest.mouseClick(button(bar, "Try again"), Qt.MouseButton.LeftButton)
    bar.show_error(ApiError(ErrorKind.UNKNOWN_OUTCOME, operation="renew_mailbox"), can_retry=True)
    assert not button(bar, "Try again").isVisible()
    assert "Do not repeat it" in said(bar)


def test_every_control_of_the_bar_has_a_name(bar: FailureBar) -> None:
    bar.show_error(WRONG, can_retry=True)
    assert all(one.text() for one in bar.findChildren(QPushButton))
    named = [*bar.findChildren(QToolButton), *bar.findChildren(QPlainTextEdit)]
    assert named
    assert all(one.accessibleName() for one in named)
