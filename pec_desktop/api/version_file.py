"""The one file the program may read that is no account's: what the newest version is.

It is asked for only where the person has switched that on (`services.updates`), without any token,
and carries a signature of its own.
"""

from __future__ import annotations

from pec_desktop.errors import ApiError, ErrorKind

LARGEST = 16 * 1024
"""Bytes; the file has some 300."""

TIMEOUT = 10.0
"""Seconds until the connection stands, and until each part of the answer."""

OPERATION = "version_file"


def read(address: str) -> bytes:
    """Return the file's bytes. Blocks: a worker thread. Raises `ApiError` whatever goes wrong."""
    from requests import RequestException

    from pec_desktop.api.wire import is_loopback, open_session

    try:
        with (
            open_session(proxies=not is_loopback(address)) as session,
            session.get(address, timeout=TIMEOUT, stream=True, allow_redirects=False) as answer,
        ):
            data: bytes = answer.raw.read(LARGEST + 1, decode_content=True)
    except (RequestException, OSError, ValueError) as error:
        # Without the cause, which names the address and perhaps the office's proxy.
        raise ApiError(
            ErrorKind.UNAVAILABLE, operation=OPERATION, message=type(error).__name__
        ) from None
    if answer.status_code != 200 or len(data) > LARGEST:
        raise ApiError(ErrorKind.UNEXPECTED, operation=OPERATION, status=answer.status_code)
    return data
