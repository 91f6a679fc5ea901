"""The wire: HTTP sessions that never resend and that know whether anything was sent.

Imports `requests`, so it is itself imported by the first call only, in a worker thread.
"""

from __future__ import annotations

import ssl
import threading
from ipaddress import ip_address
from typing import Any

import requests
import truststore
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, Retry
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import parse_url


class _Sending(threading.local):
    """What the calling thread has done on the wire since it last cleared `begun`."""

    begun = False


sending = _Sending()
"""`sending.begun` is True once a byte of the calling thread's request may have left."""


class _PlainConnection(HTTPConnection):
    """Notes when a request begins. An error before that moment proves that nothing was sent."""

    def connect(self) -> None:
        try:
            super().connect()
        finally:
            # What was said while connecting was said to a proxy or to TLS, not to the vendor.
            sending.begun = False

    def send(self, data: Any) -> None:
        if self.sock is None:
            self.connect()
        sending.begun = True
        super().send(data)


class _SecureConnection(_PlainConnection, HTTPSConnection):
    pass


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _PlainConnection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


_POOLS = {"http": _PlainPool, "https": _SecurePool}
_NEVER = Retry(0, read=False, redirect=0, status=0, other=0, raise_on_redirect=False)


class _Adapter(HTTPAdapter):
    """Verifies against the system's trust store and repeats nothing."""

    def __init__(self) -> None:
        # One context per session: truststore holds a lock during the handshake.
        self._context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        super().__init__(max_retries=_NEVER)

    def init_poolmanager(self, *arguments: Any, **options: Any) -> None:
        super().init_poolmanager(*arguments, ssl_context=self._context, **options)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:
        manager = super().proxy_manager_for(proxy, ssl_context=self._context, **options)
        manager.pool_classes_by_scheme = _POOLS
        return manager

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        # True would add certifi's authorities to the system's. A path is what the office itself
        # has set in REQUESTS_CA_BUNDLE.
        if verify is not True:
            super().cert_verify(conn, url, verify, cert)  # type: ignore[no-untyped-call] # stubs


class Authorization(AuthBase):
    """Sets the header at the last moment. `requests` prefers this to what ``~/.netrc`` says."""

    def __init__(self, value: str) -> None:
        self._value = value

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Called by `requests` on each request."""
        request.headers["Authorization"] = self._value
        return request


class _Session(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """Never: a redirect is an answer like any other, and its body is not read unbounded."""


def is_loopback(url: str) -> bool:
    """Tell whether `url` leads to this very machine.

    Raises `ValueError` for an address that must not be used: anything but https, or plain http to
    the loopback address. Parsed by the library that connects, so that both see the same host.
    """
    parts = parse_url(url)
    host = (parts.host or "").strip("[]")
    try:
        loopback = host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        loopback = False
    if not host or parts.query or parts.fragment:
        raise ValueError("Not an origin")
    if parts.scheme != "https" and not (parts.scheme == "http" and loopback):
        raise ValueError("Not https")
    return loopback


def open_session(*, proxies: bool) -> requests.Session:
    """Return a session for one thread. `proxies` tells whether to use the system's proxies."""
    session = _Session()
    session.trust_env = proxies
    session.headers["User-Agent"] = "PEC-Desktop"
    for prefix in ("http://", "https://"):
        session.mount(prefix, _Adapter())
    return session
