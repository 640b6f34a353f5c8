"""AES, by the vectors of FIPS 197, appendix C, and NIST SP 800-38A, appendix F.2."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.modules.security.aes import BLOCK, PaddingError, decrypt, encrypt

PLAIN = bytes.fromhex("00112233445566778899aabbccddeeff")
ZERO = bytes(BLOCK)


@pytest.mark.parametrize(
    ("size", "cipher"),
    [
        (16, "69c4e0d86a7b0430d8cdb78070b4c55a"),
        (24, "dda97ca4864cdfe06eaf70a0ec0d7191"),
        (32, "8ea2b7ca516745bfeafc49904b496089"),
    ],
)
def test_a_block_is_what_the_standard_says(size: int, cipher: str) -> None:
    assert encrypt(PLAIN, bytes(range(size)), ZERO)[:BLOCK].hex() == cipher


def test_blocks_are_chained() -> None:
    key = bytes.fromhex("2b7e151628aed2a6abf7158809cf4f3c")
    plain = bytes.fromhex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51")
    cipher = "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2"
    assert encrypt(plain, key, bytes(range(BLOCK)))[:32].hex() == cipher


@given(st.binary(max_size=40), st.binary(min_size=16, max_size=16), st.binary(min_size=16, max_size=16))
def test_what_is_encrypted_can_be_decrypted(plain: bytes, key: bytes, start: bytes) -> None:
    assert decrypt(encrypt(plain, key, start), key, start) == plain


def test_another_key_is_noticed() -> None:
    with pytest.raises(PaddingError):
        decrypt(encrypt(PLAIN, bytes(range(16)), ZERO), bytes(range(1, 17)), ZERO)
