"""Everything the practice vendor knows, under one lock, and its file.

The file is JSON, written beside its final place and then moved over it after every change. It
holds no token, only digests. A file that cannot be understood is set aside under another name and
the office is made anew; one that cannot be written is tried again with the next change, since the
server keeps working from memory.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import threading
from collections.abc import Callable
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from pec_desktop.practice.catalogue import PRODUCTS, SCOPES
from pec_desktop.practice.mailboxes import Communication, Mailbox
from pec_desktop.practice.tokens import TokenBook
from pec_desktop.practice.wallet import Charge, Movement, Wallet

log = logging.getLogger(__name__)

VERSION = 1

OWN_SCOPES = [f"{scope.method} {scope.segment}" for scope in SCOPES if scope.enabled]
"""What the practice account's own token opens: all that can be used."""


class State:
    """The vendor's memory. Whoever reads or changes it holds `lock`."""

    def __init__(
        self, seed: int, owner: str, token: str, clock: Callable[[], float], file: Path | None
    ) -> None:
        self.lock = threading.RLock()
        self.clock = clock
        self.owner = owner
        self.changed = False
        self._seed = seed
        self._token = token
        self._file = file
        self.clear()

    def clear(self) -> None:
        """Forget everything but the practice account's own token."""
        self.mailboxes: dict[str, Mailbox] = {}
        self.communications: dict[str, Communication] = {}
        self.wallet = Wallet(opened=self.clock())
        self.tokens = TokenBook()
        self.tokens.adopt(self._token, OWN_SCOPES, self.clock())
        self._counters: dict[str, int] = {}
        self.changed = True

    def count(self, what: str) -> int:
        """Return 1, 2, 3 … for each use with the same name; goes on after a restart."""
        self._counters[what] = self._counters.get(what, 0) + 1
        return self._counters[what]

    def new_id(self, kind: str) -> str:
        """Return a new id of 24 hexadecimal characters that depends on the seed alone."""
        text = f"{self._seed}:{kind}:{self.count(kind)}"
        return hashlib.sha256(text.encode()).hexdigest()[:24]

    def new_user_id(self) -> str:
        """Return a new `uid` or `userid`; the vendor counts both together."""
        return f"MA{178633 + self.count('uid'):06d}"

    def new_activation_code(self) -> str:
        """Return a new `cod_attivazione`."""
        return str(10174593 + self.count("cod_attivazione"))

    def taken(self, address: str) -> bool:
        """Tell whether a mailbox here has this address; a cancelled registration frees it."""
        return any(
            box.data["casella_pec"] == address and box.state != "registrazione_annullata"
            for box in self.mailboxes.values()
        )

    def settle(self) -> None:
        """Let everything happen that was due until now."""
        now = self.clock()
        for box in self.mailboxes.values():
            if box.due is not None:
                self.changed |= box.settle(now, self._renew_from_wallet)
        for communication in self.communications.values():
            self.changed |= communication.settle(now)

    def alter(self, identifier: str, fields: dict[str, Any]) -> None:
        """Give a mailbox or a communication these fields; `KeyError` for an unknown id."""
        box = self.mailboxes.get(identifier)
        if box is not None:
            box.data |= fields
            box.touch(self.clock())
        else:
            self.communications[identifier].data |= fields
        self.changed = True

    def _renew_from_wallet(self, box: Mailbox, at: float) -> bool:
        price = PRODUCTS[box.type].price
        if price > self.wallet.credit:
            return False
        self.wallet.charge(Charge("autorinnovo", box.data["id"], price, at, 0), "autorinnovo")
        return True

    def load(self) -> bool:
        """Take up the state file; False if there is none or it had to be set aside."""
        if self._file is None:
            return False
        try:
            self._restore(json.loads(self._file.read_bytes()))
        except FileNotFoundError:
            return False
        except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError):
            aside = self._file.with_name(f"{self._file.name}.damaged-{int(self.clock())}")
            self._file.replace(aside)
            log.warning("The practice server's state was damaged; it is kept as %s", aside.name)
            self.clear()
            return False
        self.changed = False
        return True

    def save(self) -> None:
        """Write the state if it has changed."""
        if self._file is None or not self.changed:
            return
        temporary = self._file.with_name(f"{self._file.name}.new")
        try:
            descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as stream:
                json.dump(self._saved(), stream)
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(self._file)
        except OSError as error:
            log.warning("The practice server's state could not be written: %s", error.strerror)
            with contextlib.suppress(OSError):
                temporary.unlink()
        else:
            self.changed = False

    def _saved(self) -> dict[str, Any]:
        wallet = asdict(self.wallet)
        for line in [wallet, *wallet["ledger"], *wallet["movements"]]:
            line |= {key: str(value) for key, value in line.items() if isinstance(value, Decimal)}
        return {
            "version": VERSION,
            "counters": self._counters,
            "mailboxes": [asdict(box) for box in self.mailboxes.values()],
            "communications": [asdict(entry) for entry in self.communications.values()],
            "wallet": wallet,
            "tokens": self.tokens.saved(),
        }

    def _restore(self, saved: dict[str, Any]) -> None:
        if saved["version"] != VERSION:
            raise ValueError(saved["version"])
        boxes = [Mailbox(**entry) for entry in saved["mailboxes"]]
        communications = [Communication(**entry) for entry in saved["communications"]]
        wallet = saved["wallet"]
        self.mailboxes = {box.row()["id"]: box for box in boxes}
        self.communications = {entry.row()["id"]: entry for entry in communications}
        self.wallet = Wallet(
            Decimal(wallet["credit"]),
            wallet["opened"],
            [Charge(**{**line, "amount": Decimal(line["amount"])}) for line in wallet["ledger"]],
            [Movement(**{**m, "amount": Decimal(m["amount"])}) for m in wallet["movements"]],
        )
        self.tokens.restore(saved["tokens"])
        self._counters = saved["counters"]
