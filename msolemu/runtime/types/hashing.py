"""System.Security.Cryptography: digests of bytes, with and without a key, and keys made of passwords."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence
from typing import Any

from msolemu.runtime.errors.net_errors import argument_error, invalid_operation, null_argument, out_of_range
from msolemu.runtime.state import current
from msolemu.runtime.text.encodings import UTF8
from msolemu.runtime.types import catalogue
from msolemu.runtime.types.convert import octets
from msolemu.runtime.types.declaring import constants, constructor, method, static, typed_property
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.types.streams import Stream
from msolemu.runtime.values.objects import Value

_NAMESPACE = "System.Security.Cryptography."
ALGORITHM, KEYED, HMAC, DERIVED, HASH_NAME = (
    known_type(_NAMESPACE + _name)
    for _name in ("HashAlgorithm", "KeyedHashAlgorithm", "HMAC", "Rfc2898DeriveBytes", "HashAlgorithmName")
)
NAMES = catalogue.DIGESTS
DESCENDANTS = {
    **{f"{name}Managed": name for name in ("SHA1", "SHA256", "SHA384", "SHA512")},
    **{f"{name}CryptoServiceProvider": name for name in ("MD5", "SHA1", "SHA256", "SHA384", "SHA512")},
}
"""The older classes, with the algorithm of each."""
BLOCKS = {"SHA384": 128, "SHA512": 128}


class HashAlgorithm:
    """Makes digests by one algorithm, with a key where there is one."""

    __slots__ = ("_digest", "class_name", "key", "last", "name")

    def __init__(self, name: str, key: Sequence[int] | None = None, class_name: str = "") -> None:
        self.name = name
        self.class_name = class_name or name
        self.key = None if key is None else bytes(key)
        self.last: bytes | None = None
        self._digest: Any = None

    @property
    def net_type(self) -> NetType:
        """The algorithm's class."""
        return known_type(_NAMESPACE + self.class_name)

    @property
    def size(self) -> int:
        """How many bits a digest has."""
        return int(self._new().digest_size) * 8

    def _new(self) -> Any:
        name = self.name.lower()
        return hashlib.new(name, usedforsecurity=False) if self.key is None else hmac.new(self.key, digestmod=name)

    def add(self, content: bytes) -> None:
        """Take bytes."""
        self._digest = self._digest or self._new()
        self._digest.update(content)

    def end(self) -> bytes:
        """The digest of what was taken; the next one starts anew."""
        self.add(b"")
        self.last = self._digest.digest()
        self._digest = None
        return self.last


def digest(name: str, content: Sequence[int] | Stream | None, parameter: str = "source") -> Any:
    """The digest of bytes."""
    return octets(_digested(HashAlgorithm(name), content, parameter))


def _digested(algorithm: HashAlgorithm, content: Sequence[int] | Stream | None, parameter: str) -> bytes:
    if content is None:
        raise null_argument(parameter)
    algorithm.add(content.read() if isinstance(content, Stream) else bytes(content))
    return algorithm.end()


@method(ALGORITHM, "byte[] ComputeHash(byte[] buffer)", "byte[] ComputeHash(System.IO.Stream inputStream)")
def compute_hash(algorithm: HashAlgorithm, content: Sequence[int] | Stream) -> Any:
    """The digest of bytes."""
    return octets(_digested(algorithm, content, "buffer"))


@method(ALGORITHM, "byte[] ComputeHash(byte[] buffer, int offset, int count)")
def compute_hash_of_part(algorithm: HashAlgorithm, content: Sequence[int], offset: int, count: int) -> Any:
    """The digest of a part of an array."""
    return compute_hash(algorithm, _part(content, offset, count))


def _part(content: Sequence[int] | None, offset: int, count: int) -> Sequence[int]:
    if content is None:
        raise null_argument("buffer")
    if offset < 0:
        raise out_of_range("Non-negative number required.", "offset")
    if count < 0 or offset + count > len(content):
        raise argument_error("Value was invalid.", "count")
    return content[offset : offset + count]


@method(
    ALGORITHM,
    "int TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset)",
)
def transform_block(
    algorithm: HashAlgorithm, content: Sequence[int], offset: int, count: int, target: list[Value] | None, place: int
) -> int:
    """Take a part; it is copied where there is an array for it."""
    part = _part(content, offset, count)
    algorithm.add(bytes(part))
    if target is not None:
        target[place : place + count] = list(part)
    return count


@method(ALGORITHM, "byte[] TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)")
def transform_last_block(algorithm: HashAlgorithm, content: Sequence[int], offset: int, count: int) -> Any:
    """Take the last part; `Hash` holds the digest then."""
    part = bytes(_part(content, offset, count))
    algorithm.add(part)
    algorithm.end()
    return octets(part)


def _last(algorithm: HashAlgorithm) -> Any:
    if algorithm.last is None:
        raise invalid_operation("Hash must be finalized before the hash value is retrieved.")
    return octets(algorithm.last)


def _set_key(algorithm: HashAlgorithm, key: Sequence[int]) -> None:
    algorithm.key = bytes(key)


typed_property(ALGORITHM, "System.Byte[]", "Hash", _last)
typed_property(ALGORITHM, "System.Int32", "HashSize", lambda algorithm: algorithm.size)
for _name in ("CanReuseTransform", "CanTransformMultipleBlocks"):
    typed_property(ALGORITHM, "System.Boolean", _name, lambda algorithm: True)
for _name in ("InputBlockSize", "OutputBlockSize"):
    typed_property(ALGORITHM, "System.Int32", _name, lambda algorithm: 1)
typed_property(KEYED, "System.Byte[]", "Key", lambda algorithm: octets(algorithm.key or b""), _set_key)
typed_property(HMAC, "System.String", "HashName", lambda algorithm: algorithm.name)


@method(ALGORITHM, "void Dispose()", "void Clear()", "void Initialize()")
def forget(algorithm: HashAlgorithm) -> None:
    """Start anew."""
    algorithm.end()
    algorithm.last = None


@static(ALGORITHM, "System.Security.Cryptography.HashAlgorithm Create(string hashName)")
def create(name: str) -> HashAlgorithm | None:
    """An algorithm by its name, null when there is none."""
    wanted = name.upper().replace("-", "").rpartition(".")[2]
    return HashAlgorithm(wanted) if wanted in NAMES else None


def _declare(name: str) -> None:
    kind, keyed = known_type(_NAMESPACE + name), known_type(f"{_NAMESPACE}HMAC{name}")
    static(kind, f"{_NAMESPACE}{name} Create()")(lambda: HashAlgorithm(name))
    for source in ("byte[]", "System.IO.Stream"):
        static(kind, f"byte[] HashData({source} source)")(lambda content: digest(name, content))
        static(keyed, f"byte[] HashData(byte[] key, {source} source)")(
            lambda key, content: octets(_digested(HashAlgorithm(name, key), content, "source"))
        )
    constructor(keyed, f"{keyed.full_name}()", f"{keyed.full_name}(byte[] key)")(lambda key=None: _keyed(name, key))


def _keyed(name: str, key: Sequence[int] | None) -> HashAlgorithm:
    if key is None:
        ids = current.session().ids
        key = [ids.number(0, 255) for _ in range(BLOCKS.get(name, 64))]
    return HashAlgorithm(name, key, f"HMAC{name}")


def _declare_descendant(class_name: str, name: str) -> None:
    kind = known_type(_NAMESPACE + class_name)
    constructor(kind, f"{kind.full_name}()")(lambda: HashAlgorithm(name, None, class_name))


for _name in NAMES:
    _declare(_name)
for _class_name, _name in DESCENDANTS.items():
    _declare_descendant(_class_name, _name)


class HashAlgorithmName:
    """The name of an algorithm."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __str__(self) -> str:
        return self.name


represent(HASH_NAME, HashAlgorithmName)
typed_property(HASH_NAME, "System.String", "Name", str)
constructor(HASH_NAME, f"{HASH_NAME.full_name}(string name)")(HashAlgorithmName)
constants(HASH_NAME, **{name: HashAlgorithmName(name.replace("_", "-")) for name in NAMES})


class DeriveBytes:
    """Bytes that are made of a password."""

    __slots__ = ("_at", "algorithm", "iterations", "password", "salt")

    def __init__(self, password: bytes, salt: bytes, iterations: int, algorithm: str) -> None:
        self.password = password
        self.salt = salt
        self.iterations = iterations
        self.algorithm = algorithm
        self._at = 0

    def take(self, count: int) -> bytes:
        """The next bytes."""
        end = self._at + count
        found = hashlib.pbkdf2_hmac(self.algorithm.lower(), self.password, self.salt, self.iterations, end)
        self._at, start = end, self._at
        return found[start:]


represent(DERIVED, DeriveBytes)
_WITH = "int iterations, System.Security.Cryptography.HashAlgorithmName hashAlgorithm"


@constructor(
    DERIVED,
    *(
        f"{DERIVED.full_name}({password} password, byte[] salt{more})"
        for password in ("string", "byte[]")
        for more in ("", ", int iterations", f", {_WITH}")
    ),
)
def derived(
    password: Any, salt: Sequence[int], iterations: int = 1000, algorithm: HashAlgorithmName | None = None
) -> DeriveBytes:
    """A source of bytes."""
    secret = UTF8.encode(password) if isinstance(password, str) else bytes(password)
    return DeriveBytes(secret, bytes(salt), iterations, algorithm.name if algorithm else "SHA1")


@static(
    DERIVED,
    *(
        f"byte[] Pbkdf2({password} password, byte[] salt, {_WITH}, int outputLength)"
        for password in ("string", "byte[]")
    ),
)
def derive(password: Any, salt: Sequence[int], iterations: int, algorithm: HashAlgorithmName, length: int) -> Any:
    """So many bytes of a password."""
    return octets(derived(password, salt, iterations, algorithm).take(length))


method(DERIVED, "byte[] GetBytes(int cb)")(lambda source, count: octets(source.take(count)))
method(DERIVED, "void Dispose()", "void Reset()")(lambda source: setattr(source, "_at", 0))
typed_property(DERIVED, "System.Int32", "IterationCount", lambda source: source.iterations)
typed_property(DERIVED, "System.Byte[]", "Salt", lambda source: octets(source.salt))
