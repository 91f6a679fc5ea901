"""Loose JSON becomes typed objects, and what does not fit is kept."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pec_desktop.api.decoding import decode
from pec_desktop.api.oauth import Scope, Token, Wallet
from pec_desktop.domain.communication import Communication, CommunicationState
from pec_desktop.domain.mailbox import Mailbox, State, Timestamp

BASE = {"id": "6040e4613a716838dc4eee0e", "casella_pec": "a@testcert.legalmail.it"}


@pytest.mark.parametrize(
    ("field", "received", "decoded"),
    [
        ("spazio_disco", "2048", 2048),
        ("spazio_disco", 2048.0, 2048),
        ("spazio_disco", "", 0),
        ("spazio_disco", None, 0),
        ("conservazione", "1", True),
        ("conservazione", 1, True),
        ("conservazione", "false", False),
        ("autorinnovo", "", False),
        ("callback", False, None),
        ("callback", {"url": "https://a.example"}, {"url": "https://a.example"}),
        ("data_scadenza", "", ""),
        ("data_scadenza", None, ""),
        ("cap_titolare", 39100, "39100"),
        ("sottotipo_cliente", False, ""),
        ("documenti_attivazione", ["x_0_attivazione.pdf"], ("x_0_attivazione.pdf",)),
        ("documenti_attivazione", None, ()),
        ("multiutenza", [], ()),
        ("timestamp", [], Timestamp()),
        ("timestamp", {"registrazione": "1614865504"}, Timestamp(registrazione=1614865504)),
    ],
)
def test_loose_values_are_converted(field: str, received: object, decoded: object) -> None:
    mailbox = decode(Mailbox, BASE | {field: received})
    assert getattr(mailbox, field) == decoded
    assert mailbox.extra == {}


@pytest.mark.parametrize(
    ("field", "received"),
    [
        ("spazio_disco", "molto"),
        ("spazio_disco", [1]),
        ("conservazione", "forse"),
        ("callback", "https://a.example"),
        ("timestamp", 1614865504),
        ("multiutenza", {"0": {"nome": "Ada"}}),
        ("multiutenza", [{"nome": "Ada"}, 7]),
        ("documenti_attivazione", "x_0_attivazione.pdf"),
        ("casella_pec_nuova", {"anything": [1, None]}),
        ("extra", "a key of that very name"),
    ],
)
def test_what_does_not_fit_is_kept_as_it_came(field: str, received: object) -> None:
    mailbox = decode(Mailbox, BASE | {field: received})
    assert mailbox.extra == {field: received}
    assert msgspec.structs.replace(mailbox, extra={}) == decode(Mailbox, BASE)


def test_nested_things_are_tolerant_too() -> None:
    mailbox = decode(
        Mailbox,
        BASE
        | {
            "timestamp": {"scadenza": "presto", "sospensione": 5},
            "multiutenza": [
                {"nome": "Ada", "timestamp": {"attivazione": "7"}, "ruolo": "capo"},
                {"timestamp": "mai"},
            ],
        },
    )
    assert mailbox.timestamp.scadenza is None
    assert mailbox.timestamp.extra == {"scadenza": "presto", "sospensione": 5}
    ada, other = mailbox.multiutenza
    assert (ada.nome, ada.timestamp.attivazione, ada.extra) == ("Ada", 7, {"ruolo": "capo"})
    assert other.extra == {"timestamp": "mai"}


def test_new_states_are_kept_and_named_unknown() -> None:
    assert decode(Mailbox, BASE | {"stato": "sospesa"}).state is State.UNKNOWN
    told = decode(Communication, BASE | {"stato": "respinta", "timestamp": "1621955739"})
    assert (told.state, told.stato) == (CommunicationState.UNKNOWN, "respinta")
    assert told.timestamp == 1621955739


@pytest.mark.parametrize(
    "data", [{}, {"casella_pec": "a@b.it"}, BASE | {"id": ""}, BASE | {"id": None}, {"id": []}]
)
def test_without_its_identity_it_cannot_be_read(data: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="id"):
        decode(Mailbox, data)


def test_a_missing_address_does_not_hide_the_mailbox() -> None:
    assert decode(Mailbox, {"id": 17}) == Mailbox(id="17", casella_pec="")


def test_oauth_answers() -> None:
    assert decode(Wallet, {"credit": "12.50"}).credit == 12.5
    assert decode(Wallet, {"credit": 0}).credit == 0
    scope = decode(Scope, {"id": "a", "prices": {"ch-start": "0.06"}, "rateLimit": "10/s"})
    assert (scope.prices, scope.rateLimit) == ({"ch-start": 0.06}, "10/s")
    assert decode(Scope, {"id": "a", "prices": []}).prices == {}
    odd = decode(Scope, {"id": "a", "prices": 0.06, "requirements": True, "rateLimit": True})
    assert odd == Scope(id="a", rateLimit=True, extra={"prices": 0.06, "requirements": True})
    token = decode(Token, {"token": "secret-one", "refreshToken": "secret-two", "name": "x"})
    assert token.refreshToken == "secret-two"
    assert "secret" not in repr(token)
    assert "secret" not in f"{token} {[token]}"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from((*Mailbox.__struct_fields__, "nuovo")), json_values))
def test_nothing_but_a_missing_identity_is_an_error(data: dict[str, Any]) -> None:
    mailbox = decode(Mailbox, data | {"id": "x"})
    assert isinstance(mailbox.spazio_disco, int)
    assert isinstance(mailbox.cap_titolare, str)
    assert mailbox.callback is None or isinstance(mailbox.callback, dict)
