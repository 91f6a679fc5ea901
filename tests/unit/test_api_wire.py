"""Addresses, proxies, TLS and netrc: what may be spoken to, and with which secret."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import truststore
from api_support import FAST, MAILBOX, Stub, data, drop, hang, reply
from requests.adapters import HTTPAdapter

from pec_desktop.api.client import PecClient
from pec_desktop.api.wire import Authorization, is_loopback, open_session
from pec_desktop.errors import ApiError, ErrorKind

TOKEN = "6040e4613a716838dc4eee99"
CALLS: list[Callable[[PecClient], object]] = [
    lambda client: client.list_mailboxes(),
    lambda client: client.register_mailbox({}),
]


def _kind(url: str, call: Callable[[PecClient], object]) -> ErrorKind:
    with (
        PecClient(url, TOKEN, **(FAST | {"connect_timeout": 0.2})) as client,
        pytest.raises(ApiError) as caught,
    ):
        call(client)
    return caught.value.kind


@pytest.mark.parametrize(
    "url",
    [
        "",
        "pec.openapi.it",
        "ftp://127.0.0.1",
        "https://",
        "http://pec.openapi.it",
        "http://127.0.0.1.example.com",
        "http://localhost@pec.openapi.it",
        "http://pec.openapi.it\\@127.0.0.1",
        "https://pec.openapi.it/?key=1",
        "https://pec.openapi.it/#x",
        "http://[::1",
    ],
)
@pytest.mark.parametrize("call", CALLS)
def test_addresses_that_must_not_be_used(url: str, call: Callable[[PecClient], object]) -> None:
    with PecClient(url, TOKEN) as client, pytest.raises(ApiError) as caught:
        call(client)
    assert (caught.value.kind, caught.value.field) == (ErrorKind.INVALID, "base_url")


@pytest.mark.parametrize(
    ("url", "loopback"),
    [
        ("https://pec.openapi.it", False),
        ("https://pec.openapi.it:8443/office", False),
        ("http://127.0.0.1:8080", True),
        ("http://127.1.2.3", True),
        ("http://localhost:1", True),
        ("http://[::1]:8080", True),
        ("https://127.0.0.1", True),
    ],
)
def test_addresses_that_may_be_used(url: str, *, loopback: bool) -> None:
    assert is_loopback(url) is loopback


def test_netrc_cannot_replace_the_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    # A session to this very machine would not look at the file at all.
    monkeypatch.setattr("pec_desktop.api.wire.is_loopback", lambda _url: False)
    with Stub(data([])) as stub:
        with PecClient(stub.url, TOKEN) as client:
            client.list_mailboxes()
        with open_session(proxies=True) as session:
            session.get(stub.url, auth=Authorization(f"Bearer {TOKEN}"))
            session.get(stub.url)
            assert "Authorization" not in session.headers
    ours, again, theirs = (request.headers["Authorization"] for request in stub.requests)
    assert ours == again == f"Bearer {TOKEN}"
    assert theirs.startswith("Basic ")


def test_no_proxy_stands_before_the_loopback_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with Stub(data([])) as stub, PecClient(stub.url, TOKEN) as client:
        assert client.list_mailboxes() == []


@pytest.mark.parametrize(
    "answer",
    [reply(407, "<html>who are you?", "text/html"), reply(502), drop, hang],
    ids=["407", "502", "drop", "hang"],
)
@pytest.mark.parametrize("call", CALLS)
def test_a_proxy_that_refuses_has_passed_nothing_on(
    answer: Callable[..., None],
    call: Callable[[PecClient], object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with Stub(answer) as proxy:
        for name in ("HTTPS_PROXY", "https_proxy"):
            monkeypatch.setenv(name, proxy.url)
        assert _kind("https://pec.example", call) is ErrorKind.UNAVAILABLE
    assert proxy.requests[0].method == "CONNECT"
    assert all("Authorization" not in request.headers for request in proxy.requests)


@pytest.mark.parametrize("call", CALLS)
def test_a_server_without_tls_gets_nothing(call: Callable[[PecClient], object]) -> None:
    with Stub(data([])) as stub:
        assert _kind(stub.url.replace("http:", "https:"), call) is ErrorKind.UNAVAILABLE
    assert stub.requests == []


@pytest.mark.parametrize("call", CALLS)
def test_a_handshake_that_hangs_has_sent_nothing(call: Callable[[PecClient], object]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"https://127.0.0.1:{listener.getsockname()[1]}"
        assert _kind(url, call) is ErrorKind.UNAVAILABLE


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 that only this test's trust store knows, with its key."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs the openssl command")
    folder = tmp_path_factory.mktemp("tls")
    command = f"""req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1
        -addext subjectAltName=IP:127.0.0.1 -keyout {folder}/key.pem -out {folder}/cert.pem"""
    subprocess.run([openssl, *command.split()], check=True, capture_output=True)
    return folder


@pytest.fixture
def secure(certificate: Path) -> Iterator[Stub]:
    """A stub behind TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    with Stub(data(MAILBOX)) as stub:
        stub.wrap(context)
        yield stub


@pytest.mark.parametrize("call", CALLS)
def test_an_unknown_certificate_gets_nothing(
    secure: Stub, call: Callable[[PecClient], object]
) -> None:
    assert _kind(secure.url, call) is ErrorKind.UNAVAILABLE
    assert secure.requests == []


def test_only_the_systems_trust_store_is_asked(
    secure: Stub, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What `requests` brings along would vouch for this server.
    bundle = str(certificate / "cert.pem")
    monkeypatch.setattr("requests.adapters.DEFAULT_CA_BUNDLE_PATH", bundle)
    assert _kind(secure.url, CALLS[0]) is ErrorKind.UNAVAILABLE
    with open_session(proxies=True) as session:
        adapter = session.get_adapter(secure.url)
        assert isinstance(adapter, HTTPAdapter)
        proxied = adapter.proxy_manager_for("http://127.0.0.1:9")
        for manager in (adapter.poolmanager, proxied):
            context = manager.connection_pool_kw["ssl_context"]
            assert isinstance(context, truststore.SSLContext)
            assert context.verify_mode is ssl.CERT_REQUIRED
            assert context.check_hostname


def test_what_was_sent_before_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    with Stub(data(MAILBOX)) as stub, PecClient(stub.url, TOKEN) as client:
        client.register_mailbox({})
    # This fails even before connecting.
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/does/not/exist")
    assert _kind("https://pec.example", CALLS[1]) is ErrorKind.UNAVAILABLE


def test_the_systems_trust_store_decides(
    secure: Stub, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    with PecClient(secure.url, TOKEN) as client:
        assert client.register_mailbox({}).id == MAILBOX["id"]
