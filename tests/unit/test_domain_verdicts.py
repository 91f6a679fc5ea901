"""The rules by which a lost answer is judged: one table for each operation, and the histories."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pec_desktop.api.endpoints import ENDPOINTS, Effect
from pec_desktop.domain import evidence
from pec_desktop.domain.communication import Communication
from pec_desktop.domain.evidence import Expenses, Reading, Verdict
from pec_desktop.domain.mailbox import Mailbox, Timestamp, User
from pec_desktop.domain.verdicts import MOST_OPEN, RULES, Other, by_wallet, new_ids, verdict, weigh

YES, NO, UNTOLD = Verdict.HAPPENED, Verdict.DID_NOT_HAPPEN, Verdict.CANNOT_BE_TOLD

DRAFT = {"draft": "d", "papers": []}


def box(**fields: Any) -> Mailbox:
    """An active mailbox, with `fields` over it."""
    given: dict[str, Any] = {
        "id": "m",
        "casella_pec": "a@b.it",
        "stato": "evasa",
        "tipo_casella": "SILVER",
        "data_scadenza": "05/12/2026",
        "timestamp": Timestamp(scadenza=1_796_000_000, ultima_modifica=100),
        "spazio_disco": 2048,
        "spazio_storico": 6144,
        "documenti_attivazione": ("m_0.pdf", "m_1.pdf"),
        "multiutenza": (user(0),),
    }
    return Mailbox(**{**given, **fields})


def user(number: int, email: str = "altra@example.com", userid: str = "") -> User:
    return User(
        id_utenza=f"m_{number}",
        userid=userid or f"MA{number}",
        email_gestione_password=email,
    )


def read(mailbox: Mailbox, email: str | None = None) -> Reading:
    alike = {} if email is None else {"alike": evidence.users_with(mailbox, email)}
    return {**evidence.of_mailbox(mailbox), **alike}


def expiring(day: str, **fields: Any) -> Mailbox:
    moment = Timestamp(scadenza=int(day[-4:]) * 10 + int(day[:2]), ultima_modifica=101)
    return box(data_scadenza=day, timestamp=moment, **fields)


def judge(operation: str, asked: dict[str, Any], then: Mailbox, *others: Other, **old: Any) -> str:
    """Judge one attempt at `box(**old)`, of which `then` was read later."""
    email = asked.get("email_gestione_password")
    return verdict(operation, read(box(**old)), asked, read(then, email), others)


def renewal(years: int, *, lapsed: bool = False, certain: bool = False) -> Other:
    return Other("renew_mailbox", {"anni": years, "lapsed": lapsed}, certain)


# Each operation by itself


@pytest.mark.parametrize(
    ("years", "day", "expected"),
    [
        (1, "05/12/2027", YES),
        (1, "05/12/2026", NO),
        (1, "05/12/2028", UNTOLD),  # somebody else was at it
        (2, "05/12/2028", YES),
        (2, "05/12/2027", UNTOLD),
        (1, "06/12/2027", YES),  # a midnight elsewhere
        (1, "05/11/2027", UNTOLD),
        (10, "02/12/2036", YES),  # 3,650 days
        (1, "", UNTOLD),
        (1, "05/12/2025", UNTOLD),
    ],
)
def test_a_renewal_moves_the_expiry_by_the_years_asked(
    years: int, day: str, expected: Verdict
) -> None:
    then = expiring(day) if day and day != "05/12/2026" else box(data_scadenza=day)
    assert judge("renew_mailbox", {"anni": years, "lapsed": False}, then) is expected


@pytest.mark.parametrize(
    ("state", "then", "expected"),
    [
        ("revocata", expiring("05/12/2027"), YES),
        ("revocata", expiring("23/11/2027"), YES),  # from when the years count nobody says
        ("revocata", box(stato="revocata"), NO),
        ("revocata", expiring("05/12/2027", stato="revocata"), UNTOLD),
        ("revocata", box(stato="evasa"), UNTOLD),  # back, but no longer than before
        ("evasa", expiring("23/11/2027"), YES),
        ("evasa", box(), NO),
    ],
)
def test_one_that_had_lapsed_is_back_and_its_expiry_has_moved(
    state: str, then: Mailbox, expected: Verdict
) -> None:
    asked = {"anni": 1, "lapsed": True}
    assert judge("renew_mailbox", asked, then, stato=state) is expected


@pytest.mark.parametrize(
    ("years", "day", "expected"),
    [
        (1, "05/12/2027", UNTOLD),
        (1, "05/12/2028", YES),  # both
        (2, "05/12/2028", YES),
        (2, "05/12/2027", NO),  # the vendor's own year
        (1, "05/12/2026", NO),
    ],
)
def test_a_mailbox_that_renews_itself_may_have_done_so(
    years: int, day: str, expected: Verdict
) -> None:
    then = box(autorinnovo=True) if day == "05/12/2026" else expiring(day, autorinnovo=True)
    asked = {"anni": years, "lapsed": False}
    assert judge("renew_mailbox", asked, then, autorinnovo=True) is expected


@pytest.mark.parametrize(
    ("asked", "then", "expected"),
    [
        ({"spazio_disco": "+1024"}, {"spazio_disco": 3072}, YES),
        ({"spazio_disco": 3072}, {"spazio_disco": 3072}, YES),
        ({"spazio_disco": "+1024"}, {}, NO),
        ({"spazio_disco": "+1024"}, {"spazio_disco": 4096}, UNTOLD),
        ({"spazio_disco": "+1024"}, {"spazio_disco": 3072, "spazio_storico": 7168}, UNTOLD),
        (
            {"spazio_disco": "+1024", "spazio_storico": 7168},
            {"spazio_disco": 3072, "spazio_storico": 7168},
            YES,
        ),
        ({"spazio_disco": "+1024", "spazio_storico": 7168}, {"spazio_disco": 3072}, UNTOLD),
        # Another type brings spaces of its own.
        ({"spazio_disco": "+1024"}, {"spazio_disco": 3072, "tipo_casella": "GOLD"}, UNTOLD),
        ({"spazio_disco": 1024}, {}, NO),  # refused in any case: only more is allowed
    ],
)
def test_space_is_what_was_asked_for(
    asked: dict[str, Any], then: dict[str, Any], expected: Verdict
) -> None:
    assert judge("change_space", asked, box(**then)) is expected


@pytest.mark.parametrize(
    ("then", "expected"),
    [("GOLD", YES), ("SILVER", NO), ("silver", NO), ("PLATINUM", UNTOLD), ("BRONZE", UNTOLD)],
)
def test_a_type_is_the_one_asked_for(then: str, expected: Verdict) -> None:
    found = judge("change_type", {"tipo_casella": "GOLD"}, box(tipo_casella=then))
    assert found is expected


PRESERVED = {
    "conservazione": True,
    "spazio_conservazione": 512,
    "documenti_conservazione": ("m_0_conservazione.pdf", "m_1_conservazione.pdf"),
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, YES),
        ({"spazio_conservazione": 1024}, UNTOLD),
        ({"documenti_conservazione": ("m_0_conservazione.pdf",)}, UNTOLD),
        ({"conservazione": False}, NO),
    ],
)
def test_preservation_is_active_with_its_space_and_papers(
    change: dict[str, Any], expected: Verdict
) -> None:
    then = box(**{**PRESERVED, **change}) if expected is not NO else box()
    asked = {"spazio_conservazione": 512, "documenti": 2, **DRAFT}
    assert judge("activate_preservation", asked, then) is expected


EMAIL = "anna@example.com"


@pytest.mark.parametrize(
    ("users", "expected"),
    [
        ((user(0), user(1, EMAIL)), YES),
        ((user(0), user(1, "Anna@Example.com")), YES),
        ((user(0),), NO),
        ((user(0), user(1, "elsewhere@example.com")), NO),  # somebody else's
        ((user(0), user(1, EMAIL), user(2, EMAIL)), UNTOLD),
        ((user(1, EMAIL),), UNTOLD),  # one has gone
        ((user(0, EMAIL, "MA99"),), UNTOLD),  # one has gone, and its number is given anew
        ((user(0), user(1, "elsewhere@example.com"), user(2, EMAIL)), YES),
    ],
)
def test_a_user_is_there_who_was_not(users: tuple[User, ...], expected: Verdict) -> None:
    then = box(multiutenza=users)
    assert judge("add_user", {"email_gestione_password": EMAIL}, then) is expected


def test_a_user_with_an_e_mail_that_was_there_before_is_told_by_the_id() -> None:
    asked = {"email_gestione_password": EMAIL}
    first = (user(0, EMAIL),)
    assert judge("add_user", asked, box(multiutenza=first), multiutenza=first) is NO
    both = box(multiutenza=(*first, user(1, EMAIL)))
    assert judge("add_user", asked, both, multiutenza=first) is YES


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        (box(stato="revocata"), YES),
        (box(), NO),
        (expiring("05/12/2027"), UNTOLD),  # renewed since: it may have been brought back
        (box(stato="chiusa"), UNTOLD),
        (box(stato="revocata", tipo_casella="GOLD"), UNTOLD),
    ],
)
def test_a_revocation_shows_in_the_state(then: Mailbox, expected: Verdict) -> None:
    assert judge("revoke_mailbox", {}, then) is expected


def papers(state: str, count: int, moved: int = 100) -> dict[str, Any]:
    names = tuple(f"m_{number}_attivazione.pdf" for number in range(count))
    moment = Timestamp(ultima_modifica=moved)
    return {"stato": state, "documenti_attivazione": names, "timestamp": moment}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (papers("registrata", 0), papers("in_evasione", 2, 101), YES),
        (papers("registrata", 0), papers("evasa", 2, 102), YES),
        (papers("registrata", 0), papers("documenti_errati", 2, 102), YES),
        (papers("registrata", 0), papers("registrata", 0), NO),
        (papers("registrata", 0), papers("in_evasione", 1, 101), UNTOLD),
        (papers("registrata", 0), papers("registrazione_annullata", 0, 101), UNTOLD),
        (papers("documenti_errati", 2), papers("in_evasione", 2, 101), YES),
        (papers("documenti_errati", 2), papers("documenti_errati", 2), NO),
        # Sent and refused again, or only touched: the names are the same.
        (papers("documenti_errati", 2), papers("documenti_errati", 2, 102), UNTOLD),
    ],
)
def test_papers_move_the_state_on(
    old: dict[str, Any], new: dict[str, Any], expected: Verdict
) -> None:
    before, now = evidence.of_mailbox(box(**old)), evidence.of_mailbox(box(**new))
    assert verdict("activate_mailbox", before, {"documenti": 2, **DRAFT}, now) is expected


@pytest.mark.parametrize(
    ("state", "count", "expected"),
    [
        ("documenti_caricati", 1, YES),
        ("comunicazione_evasa", 1, YES),
        ("in_attesa_di_documenti", 0, NO),
        ("in_attesa_di_documenti", 1, UNTOLD),
        ("documenti_caricati", 0, UNTOLD),
        ("respinta", 0, UNTOLD),
    ],
)
def test_a_power_of_attorney_moves_the_state_on(state: str, count: int, expected: Verdict) -> None:
    def entry(stato: str, files: int) -> Reading:
        names = tuple(f"c_{number}_registro_imprese.p7m" for number in range(files))
        return evidence.of_communication(
            Communication(id="c", casella_pec="a", stato=stato, documenti_registro_imprese=names)
        )

    before, now = entry("in_attesa_di_documenti", 0), entry(state, count)
    found = verdict("upload_communication_documents", before, {"documenti": 1, **DRAFT}, now)
    assert found is expected


@pytest.mark.parametrize("operation", ["register_mailbox", "start_communication"])
@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ([], ["1"], YES),
        ([], [], NO),
        (["1"], ["1"], NO),
        (["1"], ["1", "2"], YES),
        ([], ["1", "2"], UNTOLD),
        (["1"], ["2"], UNTOLD),
    ],
)
def test_what_was_made_has_an_id_that_was_not_there(
    operation: str, before: list[str], now: list[str], expected: Verdict
) -> None:
    assert verdict(operation, {"ids": before}, {}, {"ids": now}) is expected
    assert set(new_ids({"ids": before}, {"ids": now})) == set(now) - set(before)


def test_a_mailbox_of_another_type_at_that_address_is_somebody_elses() -> None:
    assert verdict("register_mailbox", {"ids": []}, {}, {"ids": [], "unlike": ["1"]}) is UNTOLD
    assert verdict("register_mailbox", {"ids": []}, {}, {"ids": ["2"], "unlike": ["1"]}) is UNTOLD


# Others


@pytest.mark.parametrize(
    ("day", "others", "expected"),
    [
        ("05/12/2027", [renewal(1)], UNTOLD),  # which of the two?
        ("05/12/2028", [renewal(1)], YES),  # both
        ("05/12/2026", [renewal(1)], NO),  # neither
        ("05/12/2027", [renewal(1, certain=True)], NO),  # the other one
        ("05/12/2028", [renewal(1, certain=True)], YES),
        ("05/12/2026", [renewal(1, certain=True)], UNTOLD),  # the certain one is not to be seen
        ("05/12/2028", [renewal(2)], NO),  # a year was asked for here, two there
        ("05/12/2027", [renewal(2)], YES),
        ("05/12/2029", [renewal(2)], YES),
        ("05/12/2028", [renewal(1), renewal(1)], UNTOLD),
        ("05/12/2029", [renewal(1), renewal(1)], YES),
        ("05/12/2027", [renewal(1)] * (MOST_OPEN + 1), UNTOLD),
        ("05/12/2027", [Other("add_user", {"email_gestione_password": EMAIL})], YES),
    ],
)
def test_a_difference_that_others_explain_as_well_tells_nothing(
    day: str, others: list[Other], expected: Verdict
) -> None:
    then = box() if day == "05/12/2026" else expiring(day)
    found = judge("renew_mailbox", {"anni": 1, "lapsed": False}, then, *others)
    assert found is expected


def test_with_an_open_attempt_beside_it_a_lapsed_renewal_cannot_be_told() -> None:
    asked = {"anni": 1, "lapsed": True}
    again = renewal(1, lapsed=True)
    then = expiring("05/12/2028")
    assert judge("renew_mailbox", asked, then, again, stato="revocata") is UNTOLD
    assert judge("renew_mailbox", asked, box(stato="revocata"), again, stato="revocata") is NO


@pytest.mark.parametrize(
    ("then", "others", "expected"),
    [
        ({"spazio_disco": 3072}, ["+1024"], UNTOLD),
        ({"spazio_disco": 4096}, ["+1024"], YES),
        ({"spazio_disco": 5120}, ["+2048"], YES),
        ({"spazio_disco": 4096}, ["+2048"], NO),
        ({"spazio_disco": 3072}, ["+2048"], YES),
        ({"spazio_disco": 4096}, [4096], UNTOLD),  # set after more, or set alone
        ({"spazio_disco": 5120}, [4096], YES),  # more after it was set
    ],
)
def test_spaces_in_any_order(then: dict[str, Any], others: list[Any], expected: Verdict) -> None:
    beside = [Other("change_space", {"spazio_disco": size}) for size in others]
    assert judge("change_space", {"spazio_disco": "+1024"}, box(**then), *beside) is expected


def test_two_users_with_one_e_mail_and_one_with_another() -> None:
    asked = {"email_gestione_password": EMAIL}
    twin = Other("add_user", asked)
    other = Other("add_user", {"email_gestione_password": "b@example.com"})
    one, two = (user(0), user(1, EMAIL)), (user(0), user(1, EMAIL), user(2, EMAIL))
    assert judge("add_user", asked, box(multiutenza=one), twin) is UNTOLD
    assert judge("add_user", asked, box(multiutenza=two), twin) is YES
    assert judge("add_user", asked, box(multiutenza=one), other) is YES


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"multiutenza": (user(0), user(1, "b@example.com"))}, UNTOLD),
        ({"tipo_casella": "GOLD"}, UNTOLD),
        ({"conservazione": True}, UNTOLD),
        ({"descrizione": "other"}, YES),
    ],
)
def test_somebody_elses_hand_on_the_mailbox_spoils_the_proof(
    change: dict[str, Any], expected: Verdict
) -> None:
    asked = {"anni": 1, "lapsed": False}
    assert judge("renew_mailbox", asked, expiring("05/12/2027", **change)) is expected
    # Where the expiry has not moved, nothing else matters: it was not renewed.
    assert judge("renew_mailbox", asked, box(**change)) is NO


def test_what_the_office_itself_did_meanwhile_is_nobody_elses_hand() -> None:
    added = Other("add_user", {"email_gestione_password": "b@example.com"}, certain=True)
    then = expiring("05/12/2027", multiutenza=(user(0), user(1, "b@example.com")))
    asked = {"anni": 1, "lapsed": False}
    assert judge("renew_mailbox", asked, then, added) is YES
    assert judge("renew_mailbox", asked, then) is UNTOLD


# What is missing


@pytest.mark.parametrize("operation", RULES)
def test_an_older_journal_and_a_strange_answer_tell_nothing(operation: str) -> None:
    whole: Reading = {"ids": [], **evidence.of_mailbox(box()), "documenti_registro_imprese": []}
    for before, asked, now in (({}, {}, whole), (whole, {}, {}), ({"listed": False}, {}, whole)):
        assert verdict(operation, before, asked, now) is UNTOLD
    if RULES[operation].asks:
        assert verdict(operation, whole, {}, whole) is UNTOLD


def test_every_operation_that_is_journaled_has_a_rule_but_one() -> None:
    journaled = {name for name, row in ENDPOINTS.items() if row.effect is not Effect.READ}
    assert journaled - RULES.keys() == {"check_domain"}
    assert verdict("check_domain", {}, {}, {}) is UNTOLD


# The wallet


def test_an_expense_that_nobody_explains_speaks_against_no_and_for_nothing() -> None:
    spent, quiet = Expenses(("11.00",), 1), Expenses(("11.00",), 0)
    assert [weigh(one, spent) for one in (YES, NO, UNTOLD)] == [YES, UNTOLD, UNTOLD]
    for silent in (quiet, Expenses(), None):
        assert [weigh(one, silent) for one in (YES, NO, UNTOLD)] == [YES, NO, UNTOLD]


@pytest.mark.parametrize(
    ("expenses", "rivals", "expected"),
    [
        (None, 0, UNTOLD),
        (Expenses(), 0, NO),
        (Expenses(("0.05",), 0), 0, NO),
        (Expenses(("0.05",), 1), 0, YES),
        (Expenses(("0.05",), 1), 1, UNTOLD),
        (Expenses(("0.05", "0.05"), 2), 1, YES),
        (Expenses(("0.05", "0.05"), 2), 0, UNTOLD),
        (Expenses(), 2, NO),
    ],
)
def test_where_nothing_can_be_read_the_wallet_is_the_witness(
    expenses: Expenses | None, rivals: int, expected: Verdict
) -> None:
    assert by_wallet(expenses, rivals) is expected


# Any history


@settings(max_examples=300, deadline=None)
@given(
    st.integers(1, 3),
    st.booleans(),
    st.lists(st.tuples(st.integers(1, 3), st.booleans(), st.booleans()), max_size=3),
)
def test_whatever_was_carried_out_the_verdict_is_true_or_untold(
    years: int, done: bool, others: list[tuple[int, bool, bool]]
) -> None:
    """`others`: their years, whether they were carried out, whether the journal knows it."""
    told = [
        renewal(one, certain=known)
        for one, carried_out, known in others
        if carried_out or not known
    ]
    moved = years * done + sum(one for one, carried_out, _ in others if carried_out)
    then = expiring(f"05/12/{2026 + moved}") if moved else box()
    found = judge("renew_mailbox", {"anni": years, "lapsed": False}, then, *told)
    assert found in (YES if done else NO, UNTOLD)
    if all(known for _, _, known in others):
        assert found is not UNTOLD, "there is only one history"
