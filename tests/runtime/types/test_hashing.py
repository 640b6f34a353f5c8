"""Digests with and without a key, and keys made of passwords."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$h = [Security.Cryptography.HMACSHA256]::new([byte[]](1, 2, 3)); "
            "[convert]::ToHexString($h.ComputeHash([Text.Encoding]::UTF8.GetBytes('hello')))",
            "String A286ECFF53B49BE45730031BD3ED45E158CD62344822AC3B8FB5B785C7B458CB",
        ),
        (
            "$s = [Security.Cryptography.SHA256Managed]::new(); $s.HashSize; "
            "[convert]::ToHexString($s.ComputeHash([byte[]]@())).Substring(0, 16); "
            "$s.GetType().BaseType.Name",
            "Int32 256 | String E3B0C44298FC1C14 | String SHA256",
        ),
        (
            "$m = [Security.Cryptography.MD5]::Create(); "
            "[void]$m.TransformBlock([byte[]](97, 98), 0, 2, $null, 0); "
            "[void]$m.TransformFinalBlock([byte[]](99), 0, 1); [convert]::ToHexString($m.Hash); "
            "$m.Initialize(); $m.ComputeHash([byte[]](0, 97), 1, 1).Count",
            "String 900150983CD24FB0D6963F7D28E17F72 | Int32 16",
        ),
        (
            "[Security.Cryptography.SHA1]::HashData([IO.MemoryStream]::new([byte[]]97)).Count; "
            "[Security.Cryptography.HMACSHA1]::HashData([byte[]]1, [byte[]]2).Count; "
            "[Security.Cryptography.HMACSHA512]::new().Key.Count; "
            "[Security.Cryptography.HashAlgorithm]::Create('sha-384').HashSize",
            "Int32 20 | Int32 20 | Int32 128 | Int32 384",
        ),
        (
            "$d = [Security.Cryptography.Rfc2898DeriveBytes]::new('pw', [byte[]](1..8), 1000); "
            "$d.GetBytes(4) -join ','; $d.IterationCount; "
            "$n = [Security.Cryptography.HashAlgorithmName]::SHA256; "
            "[Security.Cryptography.Rfc2898DeriveBytes]::Pbkdf2('pw', [byte[]](1..8), 10, $n, 5).Count; "
            '"$n"',
            "String 236,188,114,109 | Int32 1000 | Int32 5 | String SHA256",
        ),
        (
            "$r = [Security.Cryptography.RNGCryptoServiceProvider]::new(); $b = [byte[]]::new(4); "
            "$r.GetBytes($b); $b.Count; [Security.Cryptography.RandomNumberGenerator]::GetBytes(3).Count; "
            "[Security.Cryptography.RandomNumberGenerator]::GetHexString(6).Length; "
            "[Security.Cryptography.RandomNumberGenerator]::GetString('ab', 5).Length",
            "Int32 4 | Int32 3 | Int32 6 | Int32 5",
        ),
    ],
)
def test_bytes_have_their_digest(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        (
            "[Security.Cryptography.MD5]::Create().Hash.Count; [Security.Cryptography.MD5]::Create().get_Hash()",
            "InvalidOperationException",
        ),
        (
            "[Security.Cryptography.MD5]::Create().ComputeHash([byte[]](1, 2), 1, 2)",
            "ArgumentException",
        ),
    ],
)
def test_what_has_no_digest_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
