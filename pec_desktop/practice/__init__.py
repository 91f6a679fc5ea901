"""The practice server: the whole vendor on the loopback address, without money and without law.

Everybody can try, learn and test the program on it. It keeps state, charges a wallet, moves
mailboxes through their life, and refuses in the vendor's own words. Its rules are written from the
vendor's document and shared with nobody: were they the client's, a wrong rule would pass every
test.

What it does not do: send callbacks, prove tax codes or signatures, enforce a token's limits other
than the amount, certify domains. Where the vendor's document is silent (most numbers of field
errors, prices, spaces, what follows an expiry) it does something plausible and says so beside it.
"""

from __future__ import annotations

from pec_desktop.practice.faults import Fault
from pec_desktop.practice.server import PracticeServer

__all__ = ["Fault", "PracticeServer"]
