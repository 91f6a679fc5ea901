"""What the practice server sends back: answers, and refusals in the vendor's two shapes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

JSON = "application/json"
TEXT = "text/plain; charset=utf-8"
HTML = "text/html; charset=utf-8"
PDF = "application/pdf"


@dataclass(frozen=True)
class Answer:
    """One HTTP answer. `content_type` is empty only when there is no body at all (204).

    `missing` is how many bytes more than the body are announced (a broken answer).
    """

    status: int
    body: bytes
    content_type: str = JSON
    headers: tuple[tuple[str, str], ...] = ()
    missing: int = 0


class Refused(Exception):
    """The vendor says no: HTTP status, its number, its text, in the JSON envelope."""

    def __init__(self, status: int, number: int, message: str, **headers: str) -> None:
        super().__init__(status, number, message)
        self.status = status
        self.number = number
        self.message = message
        self.headers = tuple((name.replace("_", "-"), value) for name, value in headers.items())

    def answer(self) -> Answer:
        """Return the refusal as it goes over the wire."""
        body = _envelope(None, False, self.message, self.number)
        return Answer(self.status, body, headers=self.headers)


class RefusedInWords(Refused):
    """The same as plain text, as the three form downloads do it."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(status, 0, message)

    def answer(self) -> Answer:
        """Return the refusal as it goes over the wire."""
        return Answer(self.status, self.message.encode(), TEXT)


def success(data: object, message: str = "") -> Answer:
    """Return `data` in the envelope, status 200."""
    return Answer(200, _envelope(data, True, message, None))


def no_content() -> Answer:
    """Return the empty 204."""
    return Answer(204, b"", "")


def _envelope(data: object, well: bool, message: str, number: int | None) -> bytes:
    envelope: dict[str, Any] = {"data": data, "success": well, "message": message, "error": number}
    return json.dumps(envelope).encode()
