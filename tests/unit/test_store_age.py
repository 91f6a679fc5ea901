"""The age format, against another program's, and against whatever may happen to a file."""

from __future__ import annotations

import io
import os
import random
import zipfile
from base64 import b64decode
from collections.abc import Callable

import pyrage
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pec_desktop.errors import StoreError
from pec_desktop.store.age import AgeReader, AgeWriter, is_age

WORDS = "cavallo corretto"
SLICE = 64 * 1024
CHEAP = 4
"""Scrypt's cost where the cost is not what is tested."""

FROM_RAGE = b64decode(
    "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCB5WXEvWG1CaFlUMHpvV2xjMDBvNWd3IDE3Cml3NVVNNlo5UjlKcU5Z"
    "K2xja3BVSGU2S1RHQTlCMUtBZmVtZzF2V0YzSUkKLS0tIHlHbEU5UnNEUUcvN3hoYVl1dDJWRVRlcmFUNlIxMkFtRlpROUEr"
    "c1hwUmcKGa42roqy5VJRx0wzJMu+2uvm5+nq2jQ1OdYOeGn93Y3oG258kku4uQAZ"
)
"""Written by rage 0.11 in 2026: what was once written must be readable for ever."""


def encrypted(data: bytes, words: str = WORDS, work: int = CHEAP, piece: int = 50_000) -> bytes:
    out = io.BytesIO()
    with AgeWriter(out, words, work=work) as writer:
        for start in range(0, len(data), piece):
            writer.write(data[start : start + piece])
    return out.getvalue()


def decrypted(data: bytes, words: str = WORDS) -> bytes:
    return AgeReader(io.BytesIO(data), words).read()


def key_of(data: bytes, words: str = WORDS) -> str:
    with pytest.raises(StoreError) as caught:
        decrypted(data, words)
    return caught.value.key


SIZES = [0, 1, SLICE - 1, SLICE, SLICE + 1, 2 * SLICE, 3 * SLICE + 17]


@pytest.mark.parametrize("size", SIZES)
def test_another_program_reads_what_is_written_here(size: int) -> None:
    data = os.urandom(size)
    assert pyrage.passphrase.decrypt(encrypted(data), WORDS) == data


def test_what_was_written_once_is_read_for_ever() -> None:
    assert decrypted(FROM_RAGE).decode() == "perché no"
    assert is_age(io.BytesIO(FROM_RAGE))
    assert not is_age(io.BytesIO(b"PK\x03\x04"))


@pytest.mark.parametrize("size", SIZES)
def test_what_goes_in_comes_out(size: int) -> None:
    data = os.urandom(size)
    assert decrypted(encrypted(data)) == data
    assert len(encrypted(data)) < size + 250 + 16 * (size // SLICE)


def test_the_cost_of_guessing_is_what_it_says() -> None:
    out = io.BytesIO()
    AgeWriter(out, WORDS).close()
    assert out.getvalue().splitlines()[1].endswith(b" 17")
    assert decrypted(out.getvalue()) == b""


def test_no_two_files_are_alike() -> None:
    first, second = encrypted(b"the same"), encrypted(b"the same")
    assert len({first[:60], second[:60]}) == len({first[-24:], second[-24:]}) == 2


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(-9, 3 * SLICE), st.integers(0, 2)), max_size=20))
def test_any_place_can_be_read(moves: list[tuple[int, int]]) -> None:
    data = random.Random(1).randbytes(2 * SLICE + 100)
    sealed = io.BufferedReader(AgeReader(io.BytesIO(SAMPLE), WORDS))
    plain = io.BytesIO(data)
    for offset, whence in moves:
        target = {0: 0, 1: plain.tell(), 2: len(data)}[whence] + offset
        plain.seek(max(0, target))
        assert sealed.seek(max(0, target) if whence == 0 else offset, whence) == plain.tell()
        assert sealed.read(70_000) == plain.read(70_000)
        assert sealed.tell() == plain.tell()


SAMPLE = encrypted(random.Random(1).randbytes(2 * SLICE + 100))


def test_a_zip_in_it_is_read_from_its_end() -> None:
    out = io.BytesIO()
    with AgeWriter(out, WORDS, work=CHEAP) as writer, zipfile.ZipFile(writer, "w") as archive:
        archive.writestr("first", bytes(SLICE))
        archive.writestr("second", b"2" * 100)
    with zipfile.ZipFile(io.BufferedReader(AgeReader(io.BytesIO(out.getvalue()), WORDS))) as again:
        assert again.read("second") == b"2" * 100
        assert again.testzip() is None


# What may happen to it


@pytest.mark.parametrize("words", ["", "cavallo corrette", "CAVALLO CORRETTO", WORDS + " "])
def test_another_passphrase_is_a_wrong_one(words: str) -> None:
    assert key_of(encrypted(b"x"), words) == "saved.passphrase"


def test_an_accent_is_the_same_on_every_keyboard() -> None:
    assert decrypted(encrypted(b"x", "perche\u0301 no"), "perch\u00e9 no") == b"x"


def no_end(data: bytes) -> bytes:
    return data[:-1]


def a_slice_less(data: bytes) -> bytes:
    return data[: -(100 + 16)]


def two_slices_changed_over(data: bytes) -> bytes:
    begin, whole = len(data) - (2 * (SLICE + 16) + 116), SLICE + 16
    return (
        data[:begin]
        + data[begin + whole : begin + 2 * whole]
        + data[begin : begin + whole]
        + data[begin + 2 * whole :]
    )


def more_at_the_end(data: bytes) -> bytes:
    return data + b"x"


def no_payload(data: bytes) -> bytes:
    return data[: data.index(b"\n--- ") + 49]


def nonce_only(data: bytes) -> bytes:
    return data[: data.index(b"\n--- ") + 49 + 16]


def another_kind_of_key(_data: bytes) -> bytes:
    return bytes(pyrage.encrypt(b"x", [pyrage.x25519.Identity.generate().to_public()]))


def endless_work(data: bytes) -> bytes:
    return data.replace(b" 4\n", b" 30\n", 1)


def not_age(_data: bytes) -> bytes:
    return b"PK\x03\x04"


def nothing(_data: bytes) -> bytes:
    return b""


@pytest.mark.parametrize(
    "harm",
    [
        *(no_end, a_slice_less, two_slices_changed_over, more_at_the_end, no_payload, nonce_only),
        *(another_kind_of_key, endless_work, not_age, nothing),
    ],
)
def test_what_is_not_as_it_was_written_is_noticed(harm: Callable[[bytes], bytes]) -> None:
    assert decrypted(SAMPLE)
    assert key_of(harm(SAMPLE)) == "saved.damaged"


@settings(deadline=None, max_examples=150)
@given(st.integers(0, len(SAMPLE) - 1), st.integers(1, 255))
def test_no_byte_can_be_changed_unnoticed(place: int, change: int) -> None:
    data = bytearray(SAMPLE)
    data[place] ^= change
    with pytest.raises(StoreError) as caught:
        decrypted(bytes(data))
    assert caught.value.key in ("saved.damaged", "saved.passphrase")


def test_what_was_never_ended_cannot_be_read() -> None:
    out = io.BytesIO()
    writer = AgeWriter(out, WORDS, work=CHEAP)
    writer.write(bytes(3 * SLICE))
    assert key_of(out.getvalue()) == "saved.damaged"
    writer.close()
    assert decrypted(out.getvalue()) == bytes(3 * SLICE)
