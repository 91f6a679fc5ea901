"""States, types and fields that the provider adds one day are shown as received, and kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from register_support import page_of
from window_support import Opened, opened

from pec_desktop.domain.mailbox import (
    Mailbox,
    MailboxType,
    State,
    Timestamp,
    User,
    UserTimestamp,
    other_data,
)
from pec_desktop.ui.detail_parts import MOST_OTHER

NEW: dict[str, Any] = {
    "stato": "sospesa_per_verifica",
    "tipo_casella": "PLATINUM",
    "motivo_sospensione": "Verifica dell'identità",
    "livello": 3,
    "delegati": ["Anna", {"ruolo": "vice"}],
}


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    with opened(qtbot, tmp_path) as place:
        place.connect()
        yield place


def changed(at: Opened, fields: dict[str, Any]) -> str:
    """Let the provider answer with other fields for the first active mailbox; its id."""
    box = at.row("evasa")
    at.at.server.alter(box.id, fields)
    at.window.follower.refresh()
    at.settle()
    return box.id


def shown(at: Opened, key: str) -> Mailbox:
    return at.window.mailboxes.table.rows.rows[key].stored.mailbox


def received(at: Opened) -> dict[str, str]:
    """What the panel shows under "Other data"."""
    panel = at.window.mailboxes.detail._other
    pairs = [line for line in panel._lines if line[0].isVisible()]
    return {line[0].text(): line[1].text() for line in pairs}


def chips(at: Opened) -> list[str]:
    buttons = at.window.mailboxes.chips._buttons
    return [name for name, button in buttons.items() if button.isVisible()]


def test_a_new_state_type_and_field_are_shown_as_received(at: Opened) -> None:
    at.window.mailboxes.select(at.row("evasa").id)
    at.settle()
    assert received(at) == {}, "there is nothing the program does not know"
    key = changed(at, NEW)
    row = at.window.mailboxes.table.rows.rows[key]
    assert {"sospesa_per_verifica", "PLATINUM"} <= set(row.texts)
    at.window.mailboxes.select(key)
    at.settle()
    panel = at.window.mailboxes.detail
    assert panel._state.text() == "sospesa_per_verifica"
    assert "PLATINUM" in panel._about.text()
    assert received(at) == {
        "motivo_sospensione": "Verifica dell'identità",
        "livello": "3",
        "delegati": '["Anna", {"ruolo": "vice"}]',
    }
    assert not panel.primary.isVisible()
    assert not at.window.commands["activate"].isEnabled()
    assert "sospesa_per_verifica" in at.window.mailboxes.news.words


def test_they_are_kept_for_the_next_start_and_without_a_network(at: Opened) -> None:
    key = changed(at, NEW)
    at.window.close()
    at.at.office.connection = None
    at.open()
    at.window.mailboxes.select(key)
    at.settle()
    assert received(at)["motivo_sospensione"] == "Verifica dell'identità"
    assert shown(at, key).stato == "sospesa_per_verifica"
    assert (shown(at, key).state, shown(at, key).type) == (State.UNKNOWN, MailboxType.UNKNOWN)


def test_mailboxes_in_a_new_state_can_be_reached_by_a_filter(at: Opened) -> None:
    assert "other" not in chips(at)
    key = changed(at, {"stato": "sospesa_per_verifica"})
    assert "other" in chips(at)
    at.window.mailboxes.chips.choose("other")
    assert [row.id for row in at.shown] == [key]
    at.at.server.alter(key, {"stato": "evasa"})
    at.window.follower.refresh()
    at.settle()
    assert at.shown == []
    assert "other" in chips(at), "the filter that is in force stays to be seen"
    at.window.mailboxes.show_all()
    at.window.follower.refresh()
    at.settle()
    assert "other" not in chips(at)


def test_what_is_new_in_a_communication_is_shown_and_kept(at: Opened) -> None:
    page = page_of(at)
    key = next(iter(page.rows))
    news: dict[str, object] = {"motivo_rifiuto": "Firma non valida", "livello": 3}
    at.at.server.alter(key, {"stato": "respinta", **news, "timestamp": int(at.at.clock.now) + 9})
    at.window.register.follower.refresh()
    at.settle()
    page.select(key)
    at.settle()
    assert page.rows[key].communication.extra == {
        "motivo_rifiuto": "Firma non valida",
        "livello": 3,
    }
    lines = [one for one in page.detail._other._lines if one[0].isVisible()]
    assert [(name.text(), value.text()) for name, value in lines] == [
        ("motivo_rifiuto", "Firma non valida"),
        ("livello", "3"),
    ]
    page.chips.choose("other")
    assert [row.id for row in page.table.rows.records] == [key]
    assert page.counts()["other"] == 1


def test_the_code_of_the_register_is_shown(at: Opened) -> None:
    page = page_of(at)
    row = next(one for one in page.rows.values() if one.communication.codice_registro_imprese)
    page.select(row.id)
    at.settle()
    facts = {
        name.text(): value.text() for name, value in page.detail._facts._lines if name.isVisible()
    }
    assert facts["Register code"] == row.communication.codice_registro_imprese


def test_what_is_no_size_or_moment_is_shown_as_it_came(at: Opened) -> None:
    key = changed(at, {"spazio_disco": "tanto", "autorinnovo": {"anni": 2}, "callback": 7})
    at.window.mailboxes.select(key)
    at.settle()
    assert received(at) == {"spazio_disco": "tanto", "autorinnovo": '{"anni": 2}', "callback": "7"}


def test_what_is_new_below_keeps_its_place() -> None:
    user = User(nome="Anna", extra={"sms": True}, timestamp=UserTimestamp(extra={"fine": 5}))
    mailbox = Mailbox(
        id="a",
        casella_pec="a@pec.it",
        timestamp=Timestamp(extra={"sospensione": 1}),
        multiutenza=(User(nome="Ugo"), user),
        extra={"livello": 3},
    )
    assert other_data(mailbox) == {
        "livello": 3,
        "timestamp.sospensione": 1,
        "multiutenza.2.sms": True,
        "multiutenza.2.timestamp.fine": 5,
    }


def test_very_much_of_it_is_cut(at: Opened) -> None:
    key = changed(at, {f"campo_{number:04}": "x" * 2000 for number in range(3000)})
    at.window.mailboxes.select(key)
    at.settle()
    assert len(received(at)) == MOST_OTHER + 1
    assert list(received(at))[-1] == "…"
