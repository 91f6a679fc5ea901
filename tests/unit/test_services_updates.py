"""New versions: what is believed, what is not, and what the question gives away."""

from __future__ import annotations

import json

import pytest
from announcements import KEY, PAGE, Announcer, announcement
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from pec_desktop import __version__
from pec_desktop.api import version_file
from pec_desktop.errors import ApiError, Refusal
from pec_desktop.services import updates
from pec_desktop.services.updates import Source
from pec_desktop.work import Work

STRANGER = Ed25519PrivateKey.generate()


def test_a_newer_version_is_told() -> None:
    with Announcer(announcement("9.0")) as server:
        release = updates.newer(server.source, Work())
    assert release is not None
    assert (release.version, release.page) == ("9.0", PAGE)


@pytest.mark.parametrize("version", [__version__, "0.0.9", "0.0.10", f"{__version__}.0"])
def test_the_same_and_an_older_one_are_not(version: str) -> None:
    with Announcer(announcement(version)) as server:
        assert updates.newer(server.source, Work()) is None


def test_numbers_are_compared_as_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(updates, "__version__", "1.9.0")
    with Announcer(announcement("1.10.0")) as server:
        assert updates.newer(server.source, Work()) is not None


def altered(data: bytes) -> bytes:
    file = json.loads(data)
    return json.dumps({**file, "release": file["release"].replace("9.0", "9.1")}).encode()


@pytest.mark.parametrize(
    "data",
    [
        announcement("9.0", STRANGER),
        altered(announcement("9.0")),
        announcement("9.0", product="another-program"),
        announcement("9.0", page="http://example.org/"),
        announcement("9.0", page="file:///etc/passwd"),
        announcement("9.0", page="https://example.org/ and more"),
        announcement("9.0\n"),
        announcement("nine"),
        announcement("9" * 50 + ".0"),
        b"",
        b"<html>a proxy's own page</html>",
        b'{"release": "{}", "signature": "not base64"}',
        json.dumps({"release": "{}", "signature": ""}).encode(),
    ],
)
def test_what_the_key_did_not_sign_is_not_believed(data: bytes) -> None:
    with Announcer(data) as server, pytest.raises(Refusal, match="not_genuine"):
        updates.newer(server.source, Work())


def test_a_broken_key_believes_nothing() -> None:
    for key in ("", "AAAA", "no key"):
        with pytest.raises(Refusal, match="not_genuine"):
            updates.verified(announcement("9.0"), key)
    assert updates.verified(announcement("9.0"), KEY).version == "9.0"


def test_the_question_gives_nothing_away() -> None:
    with Announcer(announcement("9.0")) as server:
        updates.newer(server.source, Work())
        (headers,) = server.asked
    assert headers["User-Agent"] == "PEC-Desktop"
    assert set(headers) <= {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_a_redirect_is_not_followed() -> None:
    with Announcer(announcement("9.0")) as other, Announcer(status=302) as server:
        server.location = other.source.address
        with pytest.raises(ApiError):
            updates.newer(server.source, Work())
        assert other.asked == []


@pytest.mark.parametrize(
    ("data", "status"), [(b"", 404), (b"", 500), (b" " * (version_file.LARGEST + 1), 200)]
)
def test_another_answer_is_an_error(data: bytes, status: int) -> None:
    with Announcer(data, status) as server, pytest.raises(ApiError):
        version_file.read(server.source.address)


@pytest.mark.parametrize("address", ["http://example.org/v", "ftp://127.0.0.1/v", "", "nonsense"])
def test_an_address_that_is_not_safe_is_not_asked(address: str) -> None:
    with pytest.raises(ApiError):
        version_file.read(address)


def test_nobody_there() -> None:
    with Announcer() as server:
        address = server.source.address
    with pytest.raises(ApiError) as error:
        version_file.read(address)
    assert address not in str(error.value)


def test_a_build_that_is_no_release_knows_nobody_to_ask() -> None:
    assert updates.source() == Source()
    assert not updates.source().known
    assert Source("https://example.org/v", KEY).known
