"""The countries of the world: ISO 3166-1 code, Italian cadastral code, Italian name.

The cadastral code (``Z`` and three digits; ``-`` where there is none or none is certain) is part of
the fiscal codes of people born abroad. Kosovo bears the code that is customary for it.
"""

from __future__ import annotations

COUNTRY_TABLE = """\
AD Z101 Andorra
AE Z215 Emirati Arabi Uniti
AF Z200 Afghanistan
AG Z532 Antigua e Barbuda
AI - Anguilla
AL Z100 Albania
AM Z252 Armenia
AO Z302 Angola
AQ - Antartide
AR Z600 Argentina
AS - Samoa americane
AT Z102 Austria
AU Z700 Australia
AW Z501 Aruba
AX - Isole Åland
AZ Z253 Azerbaigian
BA Z153 Bosnia ed Erzegovina
BB Z522 Barbados
BD Z249 Bangladesh
BE Z103 Belgio
BF Z354 Burkina Faso
BG Z104 Bulgaria
BH Z204 Bahrein
BI Z305 Burundi
BJ Z314 Benin
BL - Saint-Barthélemy
BM Z400 Bermuda
BN Z207 Brunei
BO Z601 Bolivia
BQ - Bonaire, Sint Eustatius e Saba
BR Z602 Brasile
BS Z502 Bahamas
BT Z205 Bhutan
BV - Isola Bouvet
BW Z358 Botswana
BY Z139 Bielorussia
BZ Z512 Belize
CA Z401 Canada
CC - Isole Cocos
CD Z312 Repubblica Democratica del Congo
CF Z308 Repubblica Centrafricana
CG Z311 Congo
CH Z133 Svizzera
CI Z313 Costa d'Avorio
CK Z703 Isole Cook
CL Z603 Cile
CM Z306 Camerun
CN Z210 Cina
CO Z604 Colombia
CR Z503 Costa Rica
CU Z504 Cuba
CV Z307 Capo Verde
CW - Curaçao
CX - Isola Christmas
CY Z211 Cipro
CZ Z156 Repubblica Ceca
DE Z112 Germania
DJ Z361 Gibuti
DK Z107 Danimarca
DM Z526 Dominica
DO Z505 Repubblica Dominicana
DZ Z301 Algeria
EC Z605 Ecuador
EE Z144 Estonia
EG Z336 Egitto
EH - Sahara occidentale
ER Z368 Eritrea
ES Z131 Spagna
ET Z315 Etiopia
FI Z109 Finlandia
FJ Z704 Figi
FK Z609 Isole Falkland
FM Z735 Micronesia
FO Z108 Isole Fær Øer
FR Z110 Francia
GA Z316 Gabon
GB Z114 Regno Unito
GD Z524 Grenada
GE Z254 Georgia
GF Z607 Guyana francese
GG - Guernsey
GH Z318 Ghana
GI Z113 Gibilterra
GL Z402 Groenlandia
GM Z317 Gambia
GN Z319 Guinea
GP Z508 Guadalupa
GQ Z321 Guinea Equatoriale
GR Z115 Grecia
GS - Georgia del Sud e Isole Sandwich meridionali
GT Z509 Guatemala
GU - Guam
GW Z320 Guinea-Bissau
GY Z606 Guyana
HK Z221 Hong Kong
HM - Isole Heard e McDonald
HN Z511 Honduras
HR Z149 Croazia
HT Z510 Haiti
HU Z134 Ungheria
ID Z223 Indonesia
IE Z116 Irlanda
IL Z226 Israele
IM Z122 Isola di Man
IN Z222 India
IO - Territorio britannico dell'Oceano Indiano
IQ Z225 Iraq
IR Z224 Iran
IS Z117 Islanda
IT - Italia
JE - Jersey
JM Z507 Giamaica
JO Z220 Giordania
JP Z219 Giappone
KE Z322 Kenya
KG Z256 Kirghizistan
KH Z208 Cambogia
KI Z731 Kiribati
KM Z310 Comore
KN Z533 Saint Kitts e Nevis
KP Z214 Corea del Nord
KR Z213 Corea del Sud
KW Z227 Kuwait
KY Z530 Isole Cayman
KZ Z255 Kazakistan
LA Z228 Laos
LB Z229 Libano
LC Z527 Saint Lucia
LI Z119 Liechtenstein
LK Z209 Sri Lanka
LR Z325 Liberia
LS Z359 Lesotho
LT Z146 Lituania
LU Z120 Lussemburgo
LV Z145 Lettonia
LY Z326 Libia
MA Z330 Marocco
MC Z123 Monaco
MD Z140 Moldavia
ME Z159 Montenegro
MF - Saint-Martin
MG Z327 Madagascar
MH Z711 Isole Marshall
MK Z148 Macedonia del Nord
ML Z329 Mali
MM Z206 Myanmar
MN Z233 Mongolia
MO Z231 Macao
MP - Isole Marianne settentrionali
MQ Z513 Martinica
MR Z331 Mauritania
MS - Montserrat
MT Z121 Malta
MU Z332 Mauritius
MV Z232 Maldive
MW Z328 Malawi
MX Z514 Messico
MY Z247 Malaysia
MZ Z333 Mozambico
NA Z300 Namibia
NC Z716 Nuova Caledonia
NE Z334 Niger
NF - Isola Norfolk
NG Z335 Nigeria
NI Z515 Nicaragua
NL Z126 Paesi Bassi
NO Z125 Norvegia
NP Z234 Nepal
NR Z713 Nauru
NU - Niue
NZ Z719 Nuova Zelanda
OM Z235 Oman
PA Z516 Panama
PE Z611 Perù
PF Z723 Polinesia francese
PG Z730 Papua Nuova Guinea
PH Z216 Filippine
PK Z236 Pakistan
PL Z127 Polonia
PM Z403 Saint-Pierre e Miquelon
PN - Isole Pitcairn
PR Z518 Porto Rico
PS Z161 Palestina
PT Z128 Portogallo
PW Z734 Palau
PY Z610 Paraguay
QA Z237 Qatar
RE Z324 Riunione
RO Z129 Romania
RS Z158 Serbia
RU Z154 Russia
RW Z338 Ruanda
SA Z203 Arabia Saudita
SB Z724 Isole Salomone
SC Z342 Seychelles
SD Z348 Sudan
SE Z132 Svezia
SG Z248 Singapore
SH Z340 Sant'Elena
SI Z150 Slovenia
SJ - Svalbard e Jan Mayen
SK Z155 Slovacchia
SL Z344 Sierra Leone
SM Z130 San Marino
SN Z343 Senegal
SO Z345 Somalia
SR Z608 Suriname
SS Z907 Sud Sudan
ST Z341 São Tomé e Príncipe
SV Z506 El Salvador
SX - Sint Maarten
SY Z240 Siria
SZ Z349 Eswatini
TC Z519 Isole Turks e Caicos
TD Z309 Ciad
TF - Terre australi francesi
TG Z351 Togo
TH Z241 Thailandia
TJ Z257 Tagikistan
TK - Tokelau
TL Z242 Timor Est
TM Z258 Turkmenistan
TN Z352 Tunisia
TO Z728 Tonga
TR Z243 Turchia
TT Z612 Trinidad e Tobago
TV Z732 Tuvalu
TW Z217 Taiwan
TZ Z357 Tanzania
UA Z138 Ucraina
UG Z353 Uganda
UM - Isole minori esterne degli Stati Uniti
US Z404 Stati Uniti d'America
UY Z613 Uruguay
UZ Z259 Uzbekistan
VA Z106 Città del Vaticano
VC Z528 Saint Vincent e Grenadine
VE Z614 Venezuela
VG Z525 Isole Vergini britanniche
VI Z520 Isole Vergini americane
VN Z251 Vietnam
VU Z733 Vanuatu
WF Z729 Wallis e Futuna
WS Z726 Samoa
XK Z160 Kosovo
YE Z246 Yemen
YT Z360 Mayotte
ZA Z347 Sudafrica
ZM Z355 Zambia
ZW Z337 Zimbabwe
"""
"""One country a line, as `pec_desktop.domain.places` reads it."""
