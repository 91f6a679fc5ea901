"""Where secrets are kept: the system's keychain, or this run's memory; never a file of ours.

Every call may block for minutes behind the system's prompt: worker threads only (the keychain
lane). A secret that passes through here is hidden from the log for the life of the process.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

from pec_desktop.errors import CredentialError
from pec_desktop.log import hide

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "PEC Desktop"
LONGEST = 1280
"""Characters: Windows refuses longer ones with an error nobody understands (its 2560 bytes)."""

log = logging.getLogger(__name__)


class Vault(Protocol):
    """Secrets by account and name (``token``, ``api_key``, ``refresh_token``).

    Every method raises `CredentialError` with ``keychain.locked`` (closed, or the prompt was
    dismissed), ``keychain.refused`` (the system said no), ``keychain.unavailable`` (there is none,
    or it broke) or ``keychain.too_long``.
    """

    @property
    def persistent(self) -> bool:
        """Whether a secret is still there at the next start."""

    def get(self, account_id: str, name: str) -> str | None:
        """Give the secret, or None if there is none."""

    def set(self, account_id: str, name: str, value: str) -> None:
        """Keep `value`, in place of an earlier one."""

    def delete(self, account_id: str, name: str) -> None:
        """Forget the secret; without effect if there is none."""


def open_vault() -> Vault:
    """Choose the keychain if the system has a real one, else memory. Slow: imports and asks.

    `keyring` gives back-ends that store nothing (null), refuse everything (fail) or write plain
    files (an add-on) a priority below 1; none of them is a keychain.
    """
    try:
        import keyring

        backend = keyring.get_keyring()
        usable = backend.priority >= 1
    except Exception as error:  # noqa: BLE001 (a back-end is foreign code: any failure means none)
        log.warning("No keychain: %s", error)
        return MemoryVault()
    log.info("Keychain back-end: %s, %s", type(backend).__module__, "used" if usable else "refused")
    return KeychainVault(backend) if usable else MemoryVault()


class MemoryVault:
    """Secrets for this run only, where the system has no keychain; and for tests."""

    persistent = False

    def __init__(self) -> None:
        self._secrets: dict[tuple[str, str], str] = {}

    def get(self, account_id: str, name: str) -> str | None:
        """See `Vault.get`."""
        return self._secrets.get((account_id, name))

    def set(self, account_id: str, name: str, value: str) -> None:
        """See `Vault.set`."""
        hide(value)
        self._secrets[account_id, name] = value

    def delete(self, account_id: str, name: str) -> None:
        """See `Vault.delete`."""
        self._secrets.pop((account_id, name), None)


class KeychainVault:
    """Secrets in the system's keychain, through a back-end of `keyring`."""

    persistent = True

    def __init__(self, backend: KeyringBackend) -> None:
        self._backend = backend

    def get(self, account_id: str, name: str) -> str | None:
        """See `Vault.get`."""
        try:
            value = self._backend.get_password(SERVICE, f"{account_id}:{name}")
        except Exception as error:
            raise _told(error) from error
        if value is not None:
            hide(value)
        return value

    def set(self, account_id: str, name: str, value: str) -> None:
        """See `Vault.set`."""
        hide(value)
        if len(value) > LONGEST:
            raise CredentialError("keychain.too_long", name=name, longest=LONGEST)
        try:
            self._backend.set_password(SERVICE, f"{account_id}:{name}", value)
        except Exception as error:
            raise _told(error) from error

    def delete(self, account_id: str, name: str) -> None:
        """See `Vault.delete`."""
        # Back-ends raise one and the same error for "there is none" and for "you may not".
        if self.get(account_id, name) is None:
            return
        try:
            self._backend.delete_password(SERVICE, f"{account_id}:{name}")
        except Exception as error:
            raise _told(error) from error


def _told(error: Exception) -> CredentialError:
    """Name a back-end's failure; not only `KeyringError`, since the bus below it may break too."""
    from keyring import errors

    match error:
        case errors.KeyringLocked() | errors.InitError():
            key = "keychain.locked"
        case errors.NoKeyringError():
            key = "keychain.unavailable"
        case errors.KeyringError():
            key = "keychain.refused"
        case _:
            key = "keychain.unavailable"
    return CredentialError(key, reason=type(error).__name__)
