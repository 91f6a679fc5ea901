"""What a field of a form is, and what follows from it: validation, payload, keys for words.

A form is a tuple of `Field`s. Pages, validation, summary, help and payload all come from that one
declaration, so a new field is one line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum

import msgspec
from msgspec import Struct

from pec_desktop.domain import checks, normal
from pec_desktop.domain.findings import Check, Context, Finding, Severity, Values, error, warning

__all__ = [
    "Context",
    "Field",
    "FieldKind",
    "Numbers",
    "Problem",
    "Severity",
    "Values",
    "always",
    "describe_key",
    "is_field",
    "never",
    "one_of",
    "payload",
    "validate",
]


class FieldKind(StrEnum):
    """What sort of value a field takes; decides its widget, its normal form and its first checks.

    Values are texts, but for FLAG (`bool`, or None while undecided) and NUMBER (a whole number). A
    DATE is dd/mm/yyyy.
    """

    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    FLAG = "flag"
    EMAIL = "email"
    PHONE = "phone"
    MAILBOX = "mailbox"
    DOMAIN = "domain"
    FISCAL_CODE = "fiscal_code"
    TAX_CODE = "tax_code"
    CAP = "cap"
    PROVINCE = "province"
    COUNTRY = "country"
    NUMBER = "number"
    JSON = "json"


class Kind(Struct, frozen=True):
    """What fields of one kind have in common."""

    normalise: Callable[[object], int | str]
    checks: tuple[Check, ...] = ()


KINDS: dict[FieldKind, Kind] = {
    FieldKind.TEXT: Kind(normal.text),
    FieldKind.CHOICE: Kind(normal.capitals),
    FieldKind.DATE: Kind(normal.date_text, (checks.calendar_date,)),
    FieldKind.EMAIL: Kind(normal.text, (checks.email,)),
    FieldKind.PHONE: Kind(normal.phone, (checks.phone,)),
    FieldKind.MAILBOX: Kind(normal.lower, (checks.mailbox,)),
    FieldKind.DOMAIN: Kind(normal.lower, (checks.domain,)),
    FieldKind.FISCAL_CODE: Kind(normal.compact_capitals, (checks.fiscal_code,)),
    FieldKind.TAX_CODE: Kind(normal.compact_capitals, (checks.tax_code,)),
    FieldKind.CAP: Kind(normal.text),
    FieldKind.PROVINCE: Kind(normal.capitals, (checks.province,)),
    FieldKind.COUNTRY: Kind(normal.capitals, (checks.country,)),
    FieldKind.NUMBER: Kind(normal.number, (checks.number,)),
    FieldKind.JSON: Kind(normal.as_typed),
}
"""Every kind but FLAG, which has no text. A CAP's rule depends on the country: fields name it."""

Rule = Callable[[Values], bool]


def always(_values: Values) -> bool:
    """Hold whatever the values are."""
    return True


def never(_values: Values) -> bool:
    """Hold for no values."""
    return False


def is_field(name: str, *codes: str) -> Rule:
    """Make a rule that holds while the field `name` has one of `codes`, in any letter case."""

    def rule(values: Values) -> bool:
        return normal.capitals(values.get(name)) in codes

    return rule


def one_of(*choices: str) -> Callable[[Values], tuple[str, ...]]:
    """Offer the same choices whatever the other values are."""

    def fixed(_values: Values) -> tuple[str, ...]:
        return choices

    return fixed


class Numbers(Struct, frozen=True):
    """The whole numbers a NUMBER may be: from `least` to `most`, multiples of `step`."""

    least: int
    most: int
    step: int = 1

    def check(self, value: int) -> Finding | None:
        """Refuse a number that is none of these."""
        if value % self.step:
            return error("number.step", step=self.step)
        if not self.least <= value <= self.most:
            return error("number.range", least=self.least, most=self.most)
        return None


class Field(Struct, frozen=True):
    """One field of a form. Rules take all values of the form, as the person left them.

    `wanted` marks what the vendor does without but the form should not: leaving it empty is a
    warning. `choices` is empty for fields that are not chosen from a short list. `default` is what
    a new form starts with; a FLAG whose default is None must be decided when it is required.
    `choice_of` names the field whose value the meaning of a choice depends on. `numbers` are those
    that a NUMBER may be. `explained_as` names the explanation where the same field means something
    else in another form. What is `advanced` is shown only to those who look for it.
    """

    name: str
    kind: FieldKind = FieldKind.TEXT
    required: Rule = never
    wanted: Rule = never
    applies: Rule = always
    choices: Callable[[Values], tuple[str, ...]] = one_of()
    checks: tuple[Check, ...] = ()
    max_length: int = 255
    default: object = None
    choice_of: str = ""
    numbers: Numbers | None = None
    explained_as: str = ""
    advanced: bool = False

    @property
    def label_key(self) -> str:
        """Key of the field's name in words."""
        return f"field.{self.name}"

    @property
    def help_key(self) -> str:
        """Key of the field's explanation."""
        return f"help.{self.explained_as or self.name}"

    def normalise(self, value: object) -> object:
        """Bring a value to the form in which it is checked and sent; never raises.

        Texts come out stripped; a FLAG is a `bool` or None, a NUMBER an `int` if it is one.
        """
        if self.kind is FieldKind.FLAG:
            return value if isinstance(value, bool) else None
        return KINDS[self.kind].normalise(value)


class Problem(Struct, frozen=True):
    """What is wrong with a field: `key` and `details` become words in `pec_desktop.ui.words`."""

    field: str
    key: str
    details: dict[str, object] = msgspec.field(default_factory=dict)
    severity: Severity = Severity.ERROR


def validate(form: tuple[Field, ...], values: Values, context: Context) -> list[Problem]:
    """Check `values`, in the order of the fields: at most one error a field, and its warnings.

    `form` may be a part of the form (one page); `values` should always be all of them, since rules
    look at other fields. Fields that do not apply are not looked at. Never raises.
    """
    return [
        Problem(one.name, finding.key, finding.details, finding.severity)
        for one in form
        if one.applies(values)
        for finding in _findings(one, values, context)
    ]


def _findings(one: Field, values: Values, context: Context) -> Iterator[Finding]:
    for finding in _objections(one, values, context):
        yield finding
        if finding.severity is Severity.ERROR:
            return


def _objections(one: Field, values: Values, context: Context) -> Iterator[Finding]:
    """Yield everything there is to say about one field; what follows an error means nothing."""
    value = one.normalise(values.get(one.name))
    if value is None or value == "":
        if one.required(values):
            yield error("field.undecided" if one.kind is FieldKind.FLAG else "field.required")
        elif one.wanted(values):
            yield warning("field.wanted")
        return
    if isinstance(value, int) and one.numbers and (finding := one.numbers.check(value)):
        yield finding
    if one.kind is not FieldKind.FLAG:
        value = str(value)
        if len(value) > one.max_length:
            yield error("field.too_long", limit=one.max_length)
        choices = one.choices(values)
        if choices and value not in choices:
            yield error("field.not_a_choice")
        for check in (*KINDS[one.kind].checks, *one.checks):
            if finding := check(value, values, context):
                yield finding


def payload(form: tuple[Field, ...], values: Values) -> dict[str, object]:
    """Return what is sent: the fields that apply and are not empty, normalised.

    The summary is made from this very result, so that what is sent is what was shown.
    """
    sent = {one.name: one.normalise(values.get(one.name)) for one in form if one.applies(values)}
    return {name: value for name, value in sent.items() if value is not None and value != ""}


def describe_key(one: Field, value: str, values: Values) -> str:
    """Return the key of the words for one choice of a field.

    ``choice.<name>.<value>``, or ``choice.<name>.<other value>.<value>`` where the same code means
    different things under another field's value (``PC`` and ``PL`` of `sottotipo_cliente`).
    """
    group = normal.capitals(values.get(one.choice_of)) if one.choice_of else ""
    return ".".join(part for part in ("choice", one.name, group, value) if part)
