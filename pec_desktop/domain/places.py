"""Countries and Italian provinces: the codes that forms and fiscal codes hold, and their names.

Names are Italian, as on the forms. Municipalities are not known here. An abbreviation that is not
in these tables is never refused for that: provinces come and go by law (the Sardinian ones of 2025
have no known abbreviations yet).
"""

from __future__ import annotations

from msgspec import Struct

from pec_desktop.domain.countries import COUNTRY_TABLE


class Country(Struct, frozen=True):
    """A country: ISO 3166-1 code, Italian name, cadastral code (``Z…``) where it is certain."""

    code: str
    name: str
    cadastral: str | None


class Province(Struct, frozen=True):
    """A province: abbreviation, name, whether it exists today, and what it is called now."""

    code: str
    name: str
    current: bool = True
    successor: str = ""


ABROAD = "EE"
"""What Italian forms take as the province of places abroad (Estero)."""

_PROVINCES = """\
AG Agrigento
AL Alessandria
AN Ancona
AO Aosta
AP Ascoli Piceno
AQ L'Aquila
AR Arezzo
AT Asti
AV Avellino
BA Bari
BG Bergamo
BI Biella
BL Belluno
BN Benevento
BO Bologna
BR Brindisi
BS Brescia
BT Barletta-Andria-Trani
BZ Bolzano
CA Cagliari
CB Campobasso
CE Caserta
CH Chieti
CL Caltanissetta
CN Cuneo
CO Como
CR Cremona
CS Cosenza
CT Catania
CZ Catanzaro
EN Enna
FC Forlì-Cesena
FE Ferrara
FG Foggia
FI Firenze
FM Fermo
FR Frosinone
GE Genova
GO Gorizia
GR Grosseto
IM Imperia
IS Isernia
KR Crotone
LC Lecco
LE Lecce
LI Livorno
LO Lodi
LT Latina
LU Lucca
MB Monza e Brianza
MC Macerata
ME Messina
MI Milano
MN Mantova
MO Modena
MS Massa-Carrara
MT Matera
NA Napoli
NO Novara
NU Nuoro
OR Oristano
PA Palermo
PC Piacenza
PD Padova
PE Pescara
PG Perugia
PI Pisa
PN Pordenone
PO Prato
PR Parma
PT Pistoia
PU Pesaro e Urbino
PV Pavia
PZ Potenza
RA Ravenna
RC Reggio Calabria
RE Reggio Emilia
RG Ragusa
RI Rieti
RM Roma
RN Rimini
RO Rovigo
SA Salerno
SI Siena
SO Sondrio
SP La Spezia
SR Siracusa
SS Sassari
SV Savona
TA Taranto
TE Teramo
TN Trento
TO Torino
TP Trapani
TR Terni
TS Trieste
TV Treviso
UD Udine
VA Varese
VB Verbano-Cusio-Ossola
VC Vercelli
VE Venezia
VI Vicenza
VR Verona
VT Viterbo
VV Vibo Valentia
"""

HISTORIC: tuple[Province, ...] = (
    Province("CI", "Carbonia-Iglesias", current=False),
    Province("FO", "Forlì", current=False, successor="FC"),
    Province("FU", "Fiume", current=False),
    Province("OG", "Ogliastra", current=False),
    Province("OT", "Olbia-Tempio", current=False),
    Province("PL", "Pola", current=False),
    Province("PS", "Pesaro", current=False, successor="PU"),
    Province("SU", "Sud Sardegna", current=False),
    Province("VG", "Venezia Giulia", current=False),
    Province("VS", "Medio Campidano", current=False),
    Province("ZA", "Zara", current=False),
)
"""Provinces that ended, were renamed or ceded; still right as a birthplace.

Those of Sardinia may also be the only abbreviation a person knows for where they live.
"""

COUNTRIES: dict[str, Country] = {
    code: Country(code, name, cadastral if cadastral.startswith("Z") else None)
    for code, cadastral, name in (line.split(" ", 2) for line in COUNTRY_TABLE.splitlines())
}
"""ISO 3166-1 code → country."""

PROVINCES: dict[str, Province] = {
    province.code: province
    for province in (
        *(Province(line[:2], line[3:]) for line in _PROVINCES.splitlines()),
        *HISTORIC,
    )
}
"""Abbreviation → province, today's first."""

_BY_CADASTRAL = {
    country.cadastral: country.code for country in COUNTRIES.values() if country.cadastral
}


def is_abroad(cadastral: str) -> bool:
    """Whether a cadastral code stands for a foreign state rather than an Italian municipality."""
    return cadastral.startswith("Z")


def country_of(cadastral: str) -> str | None:
    """Return the ISO code of the country that a cadastral code lies in.

    None for a foreign code that no country of today has: former states such as the Soviet Union
    (Z135) or Yugoslavia (Z118) stand in the fiscal codes of people born there.
    """
    return _BY_CADASTRAL.get(cadastral) if is_abroad(cadastral) else "IT"
