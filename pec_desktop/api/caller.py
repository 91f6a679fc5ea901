"""What both clients are made of: one operation from its name to its value, or an `ApiError`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import nullcontext
from typing import Any, Self, TypeVar

from msgspec import Struct

from pec_desktop.api import envelope
from pec_desktop.api.body import Body, Documents
from pec_desktop.api.endpoints import Endpoint
from pec_desktop.api.transport import Reply, Transport
from pec_desktop.errors import ApiError, ErrorKind

S = TypeVar("S", bound=Struct)
T = TypeVar("T")

Fields = Mapping[str, object]


class Caller:
    """Calls the operations of one table. Thread-safe; every call blocks: worker threads only.

    A context manager, and `close()` does the same: it closes idle connections, nothing else.
    """

    def __init__(
        self, table: Mapping[str, Endpoint], transport: Transport, authorization: str, secret: str
    ) -> None:
        self._table = table
        self._transport = transport
        self._authorization = authorization
        self._secret = secret

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._transport.base_url!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close idle connections. Any thread; the client can still be used."""
        self._transport.close()

    def _object(self, name: str, model: type[S], **call: Any) -> S:
        return self._call(name, lambda row, reply: envelope.read_object(row, reply, model), **call)

    def _list(self, name: str, model: type[S], **call: Any) -> list[S]:
        return self._call(name, lambda row, reply: envelope.read_list(row, reply, model), **call)

    def _call(
        self,
        name: str,
        read: Callable[[Endpoint, Reply], T],
        *,
        body: Fields | None = None,
        documents: Documents | None = None,
        query: Mapping[str, str | int] | None = None,
        authorization: str | None = None,
        **path: object,
    ) -> T:
        """Call the operation `name` and `read` its answer. Nothing but `ApiError` comes out."""
        endpoint = self._table[name]
        reply = self._send(
            endpoint, path, body, documents, query, authorization or self._authorization
        )
        try:
            return read(endpoint, reply)
        except ApiError as error:
            raise self._discreet(error) from None
        except MemoryError:
            raise
        except Exception as error:
            # Decoding met something that nobody has thought of: the answer cannot be read.
            raise envelope.unreadable(endpoint, reply) from error

    def _send(
        self,
        endpoint: Endpoint,
        path: Fields,
        fields: Fields | None,
        documents: Documents | None,
        query: Mapping[str, str | int] | None,
        authorization: str,
    ) -> Reply:
        try:
            address = endpoint.fill(path)
        except Exception as error:  # noqa: BLE001 - whatever was handed in, nothing was sent
            raise _unsendable(endpoint, next(iter(path), None), error) from None
        try:
            body = nullcontext() if fields is None else Body(fields, documents)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever was handed in, nothing was sent
            field = None if documents is None else "documenti"
            raise _unsendable(endpoint, field, error) from None
        with body as content:
            return self._transport.send(
                endpoint, address, authorization=authorization, query=query, body=content
            )

    def _discreet(self, error: ApiError) -> ApiError:
        """Take our own secret out of a message, should a server quote it."""
        if len(self._secret) < 8 or self._secret not in error.message:
            return error
        return ApiError(
            error.kind,
            operation=error.operation,
            status=error.status,
            code=error.code,
            field=error.field,
            message=error.message.replace(self._secret, "…"),
        )


def _unsendable(endpoint: Endpoint, field: str | None, error: Exception) -> ApiError:
    """Make the error for something that cannot even be put into a request."""
    return ApiError(
        ErrorKind.INVALID, operation=endpoint.name, field=field, message=type(error).__name__
    )
