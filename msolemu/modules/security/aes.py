"""AES in CBC mode with PKCS #7 padding (FIPS 197, NIST SP 800-38A): what secure strings are written with under a key.

The standard library has no cipher; a secret is a few blocks long, so that speed does not matter.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

BLOCK = 16
KEY_SIZES = (16, 24, 32)
INVERSE_MIX = (14, 11, 13, 9)
MIX = (2, 3, 1, 1)


class PaddingError(ValueError):
    """What was decrypted does not end in padding: another key has encrypted it."""


def encrypt(plain: bytes, key: bytes, start: bytes) -> bytes:
    """The cipher text under a key of 16, 24 or 32 bytes, chained from the 16 bytes of `start`."""
    missing = BLOCK - len(plain) % BLOCK
    keys = _round_keys(key)
    found, last = b"", start
    for block in _blocks(plain + bytes([missing]) * missing):
        last = _encrypted(_added(block, last), keys)
        found += last
    return found


def decrypt(cipher: bytes, key: bytes, start: bytes) -> bytes:
    """The plain text; raises PaddingError."""
    keys = _round_keys(key)
    found, last = b"", start
    for block in _blocks(cipher):
        found += _added(_decrypted(block, keys), last)
        last = block
    missing = found[-1] if found else 0
    if len(cipher) % BLOCK or not 1 <= missing <= BLOCK or found[-missing:] != bytes([missing]) * missing:
        raise PaddingError
    return found[:-missing]


def _blocks(content: bytes) -> Iterator[bytes]:
    return (content[at : at + BLOCK] for at in range(0, len(content) - len(content) % BLOCK, BLOCK))


def _added(left: bytes, right: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(left, right, strict=True))


def _times(left: int, right: int) -> int:
    """The product in GF(2^8)."""
    found = 0
    while right:
        if right & 1:
            found ^= left
        left = left << 1 ^ (0x11B if left & 0x80 else 0)
        right >>= 1
    return found


@functools.cache
def _substitution() -> tuple[bytes, bytes]:
    """The S-box and its inverse: the inverse in GF(2^8), then an affine map."""
    box, back = bytearray(256), bytearray(256)
    inverse = {0: 0, **{one: other for one in range(1, 256) for other in range(1, 256) if _times(one, other) == 1}}
    for value, held in inverse.items():
        mapped = held
        for shift in range(1, 5):
            mapped ^= held << shift | held >> 8 - shift
        box[value] = mapped & 0xFF ^ 0x63
        back[box[value]] = value
    return bytes(box), bytes(back)


def _round_keys(key: bytes) -> list[bytes]:
    box, _ = _substitution()
    size = len(key) // 4
    words = [key[at : at + 4] for at in range(0, len(key), 4)]
    constant = 1
    for number in range(size, 4 * (size + 7)):
        word = words[-1]
        if number % size == 0:
            word = bytes((word[1:] + word[:1]).translate(box))
            word = bytes([word[0] ^ constant]) + word[1:]
            constant = _times(constant, 2)
        elif size > 6 and number % size == 4:
            word = word.translate(box)
        words.append(_added(word, words[-size]))
    return [b"".join(words[at : at + 4]) for at in range(0, len(words), 4)]


def _mixed(state: bytes, factors: tuple[int, ...]) -> bytes:
    found = bytearray()
    for at in range(0, BLOCK, 4):
        for row in range(4):
            value = 0
            for place in range(4):
                value ^= _times(state[at + place], factors[(place - row) % 4])
            found.append(value)
    return bytes(found)


def _shifted(state: bytes, step: int) -> bytes:
    return bytes(state[(at + step * 4 * (at % 4)) % BLOCK] for at in range(BLOCK))


def _encrypted(block: bytes, keys: list[bytes]) -> bytes:
    box, _ = _substitution()
    state = _added(block, keys[0])
    for key in keys[1:-1]:
        state = _added(_mixed(_shifted(state.translate(box), 1), MIX), key)
    return _added(_shifted(state.translate(box), 1), keys[-1])


def _decrypted(block: bytes, keys: list[bytes]) -> bytes:
    _, back = _substitution()
    state = _shifted(_added(block, keys[-1]), -1).translate(back)
    for key in reversed(keys[1:-1]):
        state = _shifted(_mixed(_added(state, key), INVERSE_MIX), -1).translate(back)
    return _added(state, keys[0])
