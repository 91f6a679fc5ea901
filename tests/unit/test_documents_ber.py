"""From BER to DER: nothing that is signed may change, and no file may break the program."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import paper_samples as samples
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pec_desktop.documents.ber import to_der
from pec_desktop.documents.p7m import open_envelope
from pec_desktop.errors import DocumentError

WRAPPINGS = [
    None,
    "pem base64",
    "base64",
    "base64 base64",
    "base64 base64 base64 base64",
    "pem base64 base64",
    "base64 pem base64",
    "pem mime base64",
    "mime base64",
    "mime base64 base64 pem mime base64",
    "mime",
    "utf-16 base64",
    "utf-16 mime pem mime base64",
]


@pytest.mark.parametrize("ber", [False, True])
@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_an_envelope_opens_whatever_it_is_wrapped_in(wrapping: str | None, ber: bool) -> None:
    content = samples.pdf(2)
    opened = open_envelope(samples.p7m(content, wrapping=wrapping, ber=ber))
    assert (opened.contents, opened.signers, opened.wrapping) == ((content,), 1, wrapping)
    assert opened.der[0] == 0x30
    assert b"\x30\x80" not in opened.der[:2]
    assert to_der(opened.der) == opened.der


@pytest.mark.parametrize("tool", ["cms", "smime"])
@pytest.mark.parametrize(
    ("form", "wrapping"), [("DER", None), ("PEM", "pem base64"), ("SMIME", "mime base64")]
)
def test_an_envelope_opens_as_openssl_wrote_it(tool: str, form: str, wrapping: str | None) -> None:
    content = samples.pdf(2)
    opened = open_envelope(samples.openssl_p7m(tool, form, content))
    assert (opened.contents, opened.signers, opened.wrapping) == ((content,), 1, wrapping)


def test_blank_lines_before_the_envelope_are_no_part_of_it() -> None:
    data = samples.p7m()
    assert open_envelope(b"\r\n\n" + data).der == data
    in_text = b"\xef\xbb\xbf\n" + samples.p7m(wrapping="base64")
    assert open_envelope(in_text).wrapping == "base64"


@pytest.mark.parametrize("start", [b"%PDF-1.7\n", b""])
def test_a_document_that_shows_pem_is_not_taken_for_its_envelope(start: bytes) -> None:
    shown = b"-----BEGIN CERTIFICATE-----\nTm8h\n-----END CERTIFICATE-----\n"
    content = start + shown
    opened = open_envelope(samples.p7m(content))
    assert (opened.contents, opened.wrapping) == ((content,), None)


def test_a_pdf_that_shows_an_envelope_is_not_one() -> None:
    content = b"%PDF-1.7\n" + samples.p7m(wrapping="pem base64")
    assert open_envelope(samples.p7m(content)).contents == (content,)


def test_an_envelope_in_too_many_layers_is_none() -> None:
    with pytest.raises(DocumentError) as refused:
        open_envelope(samples.p7m(b"%PDF-1.4", wrapping=" ".join(["base64"] * 9)))
    assert refused.value.key == "p7m.not_signed_data"


def test_an_envelope_in_der_is_not_touched() -> None:
    data = samples.p7m()
    assert open_envelope(data).der == data


def test_the_signature_holds_after_the_conversion(tmp_path: Path) -> None:
    content = samples.pdf(3, ballast=100_000)
    streamed = samples.p7m(content, ber=True)
    der = open_envelope(streamed).der
    assert der != streamed
    (tmp_path / "a.p7m").write_bytes(der)
    verified = subprocess.run(
        [
            *("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-noverify"),
            *("-in", str(tmp_path / "a.p7m"), "-out", str(tmp_path / "a.pdf")),
        ],
        capture_output=True,
        check=False,
    )
    assert verified.returncode == 0, verified.stderr
    assert (tmp_path / "a.pdf").read_bytes() == content


def test_an_envelope_within_an_envelope_tells_both_contents() -> None:
    content = samples.pdf()
    opened = open_envelope(samples.nested_p7m(content))
    assert len(opened.contents) == 2
    assert opened.contents[1] == content
    assert opened.signers == 2


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (samples.empty, "p7m.not_signed_data"),
        (samples.pdf, "p7m.not_signed_data"),
        (samples.detached_p7m, "paper.p7m_empty"),
        (lambda: samples.p7m()[:-40], "paper.damaged"),
        (lambda: samples.p7m(ber=True)[:-40], "paper.damaged"),
        (lambda: samples.p7m()[:60], "paper.damaged"),
    ],
)
def test_what_cannot_be_opened_says_why(data: Callable[[], bytes], key: str) -> None:
    with pytest.raises(DocumentError) as refused:
        open_envelope(data())
    assert refused.value.key == key


def test_zeros_after_the_envelope_are_dropped() -> None:
    data = samples.p7m()
    assert open_envelope(data + bytes(16)).der == data


@pytest.mark.parametrize(
    ("ber", "der"),
    [
        ("3080020101 0000", "3003020101"),
        ("2480 040161 04026263 0000", "0403616263"),
        ("2408 040161 2403040162", "04026162"),
        ("a080 2480 0401ff 0000 0000", "a0030401ff"),
        ("30820003 020105", "3003020105"),
        ("1f8101 01ff", "1f810101ff"),
    ],
)
def test_lengths_and_pieces(ber: str, der: str) -> None:
    assert to_der(bytes.fromhex(ber)) == bytes.fromhex(der)


@pytest.mark.parametrize(
    "broken", ["", "30", "3005", "3080", "248002010100 00", "30ff", "3080" * 99]
)
def test_broken_ber_is_refused(broken: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the kind is all that is promised
        to_der(bytes.fromhex(broken))


@given(st.binary(max_size=200))
def test_no_bytes_break_it(data: bytes) -> None:
    try:
        first = to_der(data)
    except ValueError:
        return
    assert to_der(first) == first


@cache
def small() -> bytes:
    return samples.p7m(b"%PDF-1.4 piccolo")


@given(st.integers(0, 1500), st.integers(0, 255))
def test_a_changed_byte_is_opened_or_refused(place: int, value: int) -> None:
    data = bytearray(small())
    data[place % len(data)] = value
    try:
        open_envelope(bytes(data))
    except DocumentError:
        return
