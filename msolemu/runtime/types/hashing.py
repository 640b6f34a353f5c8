"""System.Security.Cryptography: digests of bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from msolemu.runtime.errors.net_errors import null_argument
from msolemu.runtime.types.convert import octets
from msolemu.runtime.types.declaring import method, static
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import known_type

_NAMESPACE = "System.Security.Cryptography."
ALGORITHM = known_type(_NAMESPACE + "HashAlgorithm")
NAMES = ("MD5", "SHA1", "SHA256", "SHA384", "SHA512")


class HashAlgorithm:
    """Makes digests by one algorithm."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def net_type(self) -> NetType:
        """The algorithm's class."""
        return known_type(_NAMESPACE + self.name)


def digest(name: str, content: Sequence[int]) -> Any:
    """The digest of bytes."""
    if content is None:
        raise null_argument("buffer")
    return octets(hashlib.new(name.lower(), bytes(content), usedforsecurity=False).digest())


@method(ALGORITHM, "byte[] ComputeHash(byte[] buffer)")
def compute_hash(algorithm: HashAlgorithm, content: Sequence[int]) -> Any:
    """The digest of bytes."""
    return digest(algorithm.name, content)


@method(ALGORITHM, "void Dispose()", "void Clear()")
def dispose(algorithm: HashAlgorithm) -> None:
    """Nothing is held."""


@static(ALGORITHM, "System.Security.Cryptography.HashAlgorithm Create(string hashName)")
def create(name: str) -> HashAlgorithm | None:
    """An algorithm by its name, null when there is none."""
    wanted = name.upper().replace("-", "").rpartition(".")[2]
    return HashAlgorithm(wanted) if wanted in NAMES else None


def _declare(name: str) -> None:
    kind = known_type(_NAMESPACE + name)
    static(kind, f"{_NAMESPACE}{name} Create()")(lambda: HashAlgorithm(name))
    static(kind, "byte[] HashData(byte[] source)")(lambda content: digest(name, content))


for _name in NAMES:
    _declare(_name)
