"""What the vendor sells and the words it uses: facts of the practice server, no behaviour.

Sources are the vendor's PEC document 1.0.0 (enumerations, domains, the examples' spaces) and its
product pages (prices of STANDARD, GOLD, DOMICILIODIGITALE, PECMASSIVA). Figures that nobody
publishes are invented and marked as such.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Product:
    """A type of mailbox: EUR a year, included MB, the domains it may have, the papers it wants."""

    price: Decimal
    disk: int
    archive: int
    domains: tuple[str, ...]
    papers: int


LEGALMAIL = ("STANDARD", "BRONZE", "SILVER", "GOLD")
"""The types that can be extended, from the smallest to the largest."""

_LEGALMAIL_DOMAINS = ("testcert.legalmail.it",)

PRODUCTS = {
    "STANDARD": Product(Decimal("11.00"), 1024, 1024, _LEGALMAIL_DOMAINS, 2),
    "BRONZE": Product(Decimal("25.00"), 2048, 2048, _LEGALMAIL_DOMAINS, 2),  # invented
    "SILVER": Product(Decimal("39.00"), 2048, 6144, _LEGALMAIL_DOMAINS, 2),  # invented
    "GOLD": Product(Decimal("64.00"), 2048, 13312, _LEGALMAIL_DOMAINS, 2),
    "DOMICILIODIGITALE": Product(Decimal("4.50"), 1024, 1024, ("test.domiciliodigitale.com",), 1),
    # No sandbox domain is documented for this one.
    "PECMASSIVA": Product(Decimal("99.00"), 2048, 0, ("pecmassiva.com",), 1),
}

DOMAINS = frozenset(domain for product in PRODUCTS.values() for domain in product.domains)
"""Where mailboxes can be registered here: the domains of the vendor's sandbox."""

CHECKABLE_DOMAINS = DOMAINS | {"legalmail.it", "domiciliodigitale.com"}
"""The domains whose addresses can be asked for; the document's own example is legalmail.it."""

KNOWN_DOMAINS = CHECKABLE_DOMAINS | {"pec.it", "pec.example"}
"""The domains that `GET /domini_pec` finds."""

UNAVAILABLE = "indisponibile"
"""Asking about a domain that begins so gets 503: the register cannot be reached."""

RESERVED = frozenset({"occupata", "riservata", "postmaster"})
"""Local parts that are always taken, on every domain."""

# Invented: nobody publishes what these cost.
DOMAIN_CHECK = Decimal("0.05")
SPACE_UNIT = {  # field of `modifica` → (MB of one unit, EUR of one unit)
    "spazio_disco": (1024, Decimal("9.00")),
    "spazio_storico": (1024, Decimal("6.00")),
    "spazio_conservazione": (512, Decimal("12.00")),
}
USER = Decimal("5.00")
COMMUNICATION = Decimal("12.00")

MAX_USERS = 25
MAX_YEARS = 10

SUBTYPES = {
    "IM": "SI IN CM TE ES ME AL CF ED TM MA AR TL FI X",
    "PS": "PC PR PN PT PA PL X",
    "PL": "LR LP LC LM LA LI X",
    "PC": "",
    "A": "",
    "PV": "",
    "X": "",
}
"""`tipo_cliente` → its `sottotipo_cliente`, apart by spaces (schema TipologieCliente)."""

PAPERS = frozenset({"CARTA_D_IDENTITA", "PATENTE", "PASSAPORTO"})

QUALIFICATIONS = frozenset(
    {
        "AMMINISTRATORE",
        "COMMISSARIO_GIUDIZIARIO",
        "CURATORE_FALLIMENTARE",
        "LEGALE_RAPPRESENTANTE",
        "LIQUIDATORE",
        "SOCIO",
        "TITOLARE",
    }
)


def upgrade_price(old: str, new: str) -> Decimal:
    """What a change of type costs: the difference of a year's prices (invented)."""
    return PRODUCTS[new].price - PRODUCTS[old].price


def _by_type(prefix: str) -> dict[str, Decimal]:
    return {prefix + name.lower(): product.price for name, product in PRODUCTS.items()}


@dataclass(frozen=True)
class ScopeEntry:
    """One line of `GET /scopes`: method and first path segment, whether usable, its prices."""

    method: str
    segment: str
    prices: dict[str, Decimal]
    enabled: bool = True


SCOPES = (
    # The renewal is a GET of this segment too, so a token for reading can spend money.
    ScopeEntry("GET", "pec", _by_type("")),
    ScopeEntry("POST", "pec", {**_by_type(""), "multiutenza": USER}),
    ScopeEntry("PATCH", "pec", {name: price for name, (_, price) in SPACE_UNIT.items()}),
    ScopeEntry("DELETE", "pec", {"pec": Decimal(0)}),
    ScopeEntry("GET", "verifica_pec", {"verifica_pec": Decimal(0)}),
    ScopeEntry("GET", "domini_pec", {"domini_pec": DOMAIN_CHECK}),
    ScopeEntry("GET", "comunica_pec", {"comunica_pec": Decimal(0)}),
    ScopeEntry("POST", "comunica_pec", {"comunica_pec": COMMUNICATION}),
    ScopeEntry("PATCH", "comunica_pec", {"comunica_pec": Decimal(0)}),
    # Listed by the vendor without any documented operation.
    ScopeEntry("GET", "dominio", {}, enabled=False),
    ScopeEntry("POST", "dominio", {}, enabled=False),
    ScopeEntry("DELETE", "dominio", {}, enabled=False),
)
"""The twelve scopes of the PEC host. The price keys are invented: the real ones are unknown."""
