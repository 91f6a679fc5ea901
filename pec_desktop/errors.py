"""The one exception tree.

Errors carry kinds and keys, never sentences: `pec_desktop.ui.words` turns a key into words in the
person's language. Whoever catches `PecDesktopError` has caught everything this program raises.
"""

from __future__ import annotations

from enum import StrEnum


class PecDesktopError(Exception):
    """Base of every error this program raises on purpose."""


class Cancelled(PecDesktopError):
    """The work was stopped at a safe point because somebody asked for it."""


class Refusal(PecDesktopError):
    """The program declines to do something and can say why in words.

    `key` names the words (for instance ``paper.encrypted``), `details` fills their placeholders.
    """

    def __init__(self, key: str, **details: object) -> None:
        super().__init__(key, details)
        self.key = key
        self.details = details


class StoreError(Refusal):
    """The office archive cannot be opened, read or written (keys ``store.*``)."""


class CredentialError(Refusal):
    """The keychain cannot be used (keys ``keychain.*``)."""


class DocumentError(Refusal):
    """A paper cannot be used as it is (keys ``paper.*``)."""


class ErrorKind(StrEnum):
    """What an API error means for the person, whatever the vendor's number."""

    AUTH = "auth"
    FORBIDDEN = "forbidden"
    WALLET = "wallet"
    INVALID = "invalid"
    CONFLICT = "conflict"
    NOT_FOUND = "not_found"
    THROTTLED = "throttled"
    UNAVAILABLE = "unavailable"
    UNKNOWN_OUTCOME = "unknown_outcome"
    UNEXPECTED = "unexpected"


class ApiError(PecDesktopError):
    """The only error `PecClient` and `OAuthClient` raise.

    `kind` decides what the program does; `status` is the HTTP status (None when no answer came),
    `code` the vendor's number, whose meaning depends on the operation; `field` the API's name of
    the field concerned, when it can be told; `message` the vendor's text, for details only;
    `operation` the row of `api.endpoints` that was called.
    """

    def __init__(
        self,
        kind: ErrorKind,
        *,
        operation: str,
        status: int | None = None,
        code: int | None = None,
        field: str | None = None,
        message: str = "",
    ) -> None:
        super().__init__(kind, operation, status, code, field, message)
        self.kind = kind
        self.operation = operation
        self.status = status
        self.code = code
        self.field = field
        self.message = message

    def __str__(self) -> str:
        """One line for the log: no personal data beyond what the vendor's text holds."""
        return f"{self.operation}: {self.kind} (HTTP {self.status}, {self.code}) {self.message}"


def is_offline(error: Exception | None) -> bool:
    """Whether there was no way to the service at all: whatever was to be sent was not."""
    if isinstance(error, ApiError):
        return error.kind is ErrorKind.UNAVAILABLE
    return isinstance(error, Refusal) and error.key == "office.not_connected"
