"""The vault in memory, on a real Secret Service, and with back-ends that are no keychain."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from credentials_support import LOCKED, MISSING, NO_BUS, SECRET, UNLOCK, WRONG, in_session
from keyring import errors
from keyring.backend import KeyringBackend

from pec_desktop import log
from pec_desktop.credentials.vault import LONGEST, KeychainVault, MemoryVault, open_vault
from pec_desktop.errors import CredentialError

REAL = pytest.mark.skipif(
    bool(MISSING), reason=f"no Secret Service here: {' and '.join(MISSING)} not installed"
)


# Memory


def test_memory_keeps_secrets_for_this_run_and_says_so() -> None:
    vault = MemoryVault()
    assert not vault.persistent
    assert vault.get("a1", "token") is None
    vault.delete("a1", "token")
    vault.set("a1", "token", SECRET)
    vault.set("a1", "api_key", "another")
    vault.set("a2", "token", "a third")
    assert vault.get("a1", "token") == SECRET
    vault.delete("a1", "token")
    assert vault.get("a1", "token") is None
    assert (vault.get("a1", "api_key"), vault.get("a2", "token")) == ("another", "a third")
    assert SECRET not in repr(vault)
    assert SECRET not in log.redact(f"the token {SECRET}")


# A real Secret Service


@REAL
def test_a_real_keychain_keeps_secrets_over_processes(tmp_path: Path) -> None:
    told = in_session(tmp_path, "life", before=UNLOCK)
    assert told == {
        "kind": "KeychainVault",
        "persistent": True,
        "absent": None,
        "read": [SECRET, "chiave però è così €", "x" * LONGEST],
        "too_long": "keychain.too_long",
        "after": [None, "another account's"],
        "log": "[hidden] and [hidden]",
    }
    told = in_session(tmp_path, "remembered", before=UNLOCK)
    assert told == {"token": SECRET, "log": "[hidden]"}
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert SECRET.encode() not in path.read_bytes()


@REAL
@pytest.mark.parametrize("situation", [WRONG, LOCKED])
def test_a_keychain_that_stays_closed_is_told_so(tmp_path: Path, situation: str) -> None:
    in_session(tmp_path, "life", before=UNLOCK)
    told = in_session(tmp_path, "failing", before=situation)
    assert told == {
        "kind": "KeychainVault",
        **dict.fromkeys(("get", "set", "delete"), "keychain.locked"),
    }


@REAL
def test_a_keychain_that_was_never_made_is_told_so(tmp_path: Path) -> None:
    """The prompt for a first password cannot be shown here, which is as good as dismissing it."""
    told = in_session(tmp_path, "failing", before=LOCKED)
    assert told["kind"] == "KeychainVault"
    assert {told["get"], told["set"], told["delete"]} == {"keychain.locked"}


@REAL
def test_a_keychain_that_goes_away_is_told_so(tmp_path: Path) -> None:
    told = in_session(tmp_path, "dying", before=UNLOCK)
    assert told["get"] == "keychain.unavailable"


@pytest.mark.skipif("dbus-run-session" in MISSING, reason="no dbus-run-session here")
@pytest.mark.parametrize(("before", "bare"), [(NO_BUS, False), ("true", True)])
def test_no_bus_or_one_without_a_keychain_means_memory(
    tmp_path: Path, before: str, bare: bool
) -> None:
    told = in_session(tmp_path, "life", before=before, bare=bare)
    assert told["kind"] == "MemoryVault"
    assert not told["persistent"]
    assert told["after"] == [None, "another account's"]


# Back-ends that are no keychain

CHOOSE = "from pec_desktop.credentials.vault import open_vault; print(type(open_vault()).__name__)"
PLAIN_FILE = """
from keyring.backend import KeyringBackend

class Keyring(KeyringBackend):
    priority = 0.5
    def get_password(self, service, username): ...
    def set_password(self, service, username, password): ...
    def delete_password(self, service, username): ...
"""


@pytest.mark.parametrize(
    "backend",
    ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "plain.Keyring", "no.Such"],
)
def test_what_stores_nothing_or_plain_files_is_not_used(tmp_path: Path, backend: str) -> None:
    (tmp_path / "plain.py").write_text(PLAIN_FILE)
    result = subprocess.run(
        [sys.executable, "-c", CHOOSE],
        env=os.environ
        | {
            "PYTHON_KEYRING_BACKEND": backend,
            "PYTHONPATH": os.pathsep.join((str(tmp_path), str(Path(__file__).parents[2]))),
        },
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert result.stdout == "MemoryVault\n", result.stderr


class Broken(KeyringBackend):
    """A back-end that fails in a given way."""

    priority = 5

    def __init__(self, error: Exception) -> None:
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error

    def delete_password(self, service: str, username: str) -> None:
        raise self.error


@pytest.mark.parametrize(
    ("error", "key"),
    [
        (errors.KeyringLocked("x"), "keychain.locked"),
        (errors.InitError("x"), "keychain.locked"),
        (errors.PasswordSetError("x"), "keychain.refused"),
        (errors.PasswordDeleteError("x"), "keychain.refused"),
        (errors.KeyringError("x"), "keychain.refused"),
        (errors.NoKeyringError("x"), "keychain.unavailable"),
        (ConnectionResetError("the bus"), "keychain.unavailable"),
        (RuntimeError("anything"), "keychain.unavailable"),
    ],
)
def test_every_failure_of_a_back_end_has_a_key(error: Exception, key: str) -> None:
    vault = KeychainVault(Broken(error))
    calls: tuple[Callable[[], object], ...] = (
        lambda: vault.get("a", "token"),
        lambda: vault.set("a", "token", SECRET),
        lambda: vault.delete("a", "token"),
    )
    for call in calls:
        with pytest.raises(CredentialError) as caught:
            call()
        assert caught.value.key == key
        assert caught.value.__cause__ is error


def test_choosing_asks_the_system() -> None:
    vault = open_vault()
    assert vault.persistent == isinstance(vault, KeychainVault)


def test_importing_the_vault_is_cheap() -> None:
    code = "import sys, pec_desktop.credentials.vault; print('keyring' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert result.stdout == "False\n"
