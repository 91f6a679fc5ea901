"""CSV files that spreadsheets open rightly: text, dates, amounts, nothing that runs."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from changes_support import GOLD, box
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from office_support import Bench, bench

from pec_desktop.domain.mailbox import Mailbox
from pec_desktop.errors import StoreError
from pec_desktop.services import activity, changes, export, lookups, mailboxes
from pec_desktop.services.export import Style, style_for, write_activity, write_mailboxes
from pec_desktop.store.mailboxes import StoredMailbox
from pec_desktop.work import Work

ITALIAN, ENGLISH = style_for("it_IT"), style_for("en")


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Bench]:
    with bench(tmp_path / "profile", empty=False) as opened:
        yield opened


def words(key: str) -> str:
    return f"<{key}>"


def table(path: Path, style: Style) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter=style.separator)
    return [
        {name.removeprefix("<export.").removesuffix(">"): value for name, value in row.items()}
        for row in rows
    ]


def stored(**fields: object) -> StoredMailbox:
    known: dict[str, object] = {"id": "m1", "casella_pec": "a@b.it", **fields}
    return StoredMailbox(Mailbox(**known), "nota", True, 1, 1)  # type: ignore[arg-type] # by name


def test_styles_follow_the_language() -> None:
    assert (Style(";", ","), Style(",", ".")) == (ITALIAN, ENGLISH)
    assert style_for("de") == ITALIAN
    assert style_for("") == ENGLISH


def test_the_mailboxes_of_an_office(at: Bench, tmp_path: Path) -> None:
    gold = box(at, GOLD)
    path = tmp_path / "caselle.csv"
    write_mailboxes(path, mailboxes.cached(at.office), words, ITALIAN)
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == len(mailboxes.cached(at.office)) + 1
    rows = table(path, ITALIAN)
    row = next(one for one in rows if one["id"] == gold.id)
    assert row["casella_pec"] == gold.casella_pec
    assert (row["tipo_casella"], row["stato"]) == ("<type.GOLD>", "<state.evasa>")
    assert row["holder"] == "Officine Valdoro S.r.l."
    assert gold.expiry is not None
    assert row["data_scadenza"] == gold.expiry.isoformat()
    assert row["autorinnovo"] == "<export.false>"
    assert (row["spazio_storico"], row["users"]) == ("13312", "2")


def test_what_was_paid_is_there_with_its_amount(at: Bench, tmp_path: Path) -> None:
    gold = box(at, GOLD)
    changes.renew(at.office, gold.id, 1, Work())
    at.clock.advance(5)
    lookups.ask_domain(at.office, "pec.it", Work())
    path = tmp_path / "attività.csv"
    write_activity(path, activity.entries(at.office), words, ITALIAN)
    check, renewal = table(path, ITALIAN)
    moment = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(at.clock.now - 5))
    assert renewal == {
        "date": moment,
        "operation": "<operation.renew_mailbox>",
        "mailbox": gold.casella_pec,
        "holder": gold.holder,
        "amount": "64,00",
        "reference": gold.id,
        "outcome": "<outcome.confirmed>",
    }
    assert (check["mailbox"], check["amount"]) == ("pec.it", "0,05")
    assert (check["holder"], check["reference"]) == ("", "pec.it")
    write_activity(path, activity.entries(at.office), words, ENGLISH)
    amounts = [Decimal(one["amount"]) for one in table(path, ENGLISH)]
    assert amounts == [charge.amount for charge in at.server.ledger[::-1]]


STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


@pytest.mark.parametrize("start", STARTS)
def test_a_text_cannot_become_a_formula(tmp_path: Path, start: str) -> None:
    path = tmp_path / "a.csv"
    holder = f'{start}cmd|" /C calc"!A0'
    write_mailboxes(path, [stored(denominazione_titolare=holder)], words, ENGLISH)
    value = table(path, ENGLISH)[0]["holder"]
    assert not value.startswith(start)
    assert "cmd" in value


def test_a_mailbox_that_is_no_longer_listed_is_called_so(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    gone = structs.replace(stored(stato="evasa"), listed=False)
    write_mailboxes(path, [stored(stato="evasa"), gone], words, ENGLISH)
    assert [row["stato"] for row in table(path, ENGLISH)] == ["<state.evasa>", "<state.unlisted>"]


@pytest.mark.parametrize(("raw", "shown"), [("sospesa", "sospesa"), ("", "")])
def test_a_state_that_is_new_is_shown_as_it_came(tmp_path: Path, raw: str, shown: str) -> None:
    path = tmp_path / "a.csv"
    write_mailboxes(path, [stored(stato=raw, tipo_casella=raw)], words, ENGLISH)
    (row,) = table(path, ENGLISH)
    assert (row["stato"], row["tipo_casella"]) == (shown, shown)


@given(
    st.text().filter(lambda text: not text.startswith(STARTS)),
    st.sampled_from([ITALIAN, ENGLISH]),
)
def test_every_text_arrives(
    tmp_path_factory: pytest.TempPathFactory, text: str, style: Style
) -> None:
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    kept = StoredMailbox(Mailbox(id="m", casella_pec="a@b.it"), text, True, None, 1)
    write_mailboxes(path, [kept], words, style)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=style.separator))
    assert rows[1][rows[0].index("<export.note>")] == text.encode("utf-8", "replace").decode()


def test_a_file_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(StoreError):
        write_mailboxes(tmp_path / "none" / "a.csv", [stored()], words, ENGLISH)

    def broken(key: str) -> str:
        raise KeyError(key)

    with pytest.raises(KeyError):
        write_mailboxes(path, [stored()], broken, ENGLISH)
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_columns_have_names_of_their_own() -> None:
    mailbox_names = [one.name for one in export.MAILBOXES]
    activity_names = [one.name for one in export.ACTIVITY]
    for names in (mailbox_names, activity_names):
        assert len(set(names)) == len(names)
