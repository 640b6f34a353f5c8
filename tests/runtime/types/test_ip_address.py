"""System.Net.IPAddress."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$i = [ipaddress]'10.1.2.3'; $i.ToString(); $i.IPAddressToString; $i.GetAddressBytes() -join ','; "
            "$i.Equals([ipaddress]'10.1.2.3'); [ipaddress]::Loopback.ToString(); [ipaddress]::Any.ToString(); "
            "[ipaddress]::IsLoopback([ipaddress]'127.0.0.1'); $j = [ipaddress]'::1'; $j.ToString(); "
            "$v = $null; [ipaddress]::TryParse('x', [ref]$v); [ipaddress]::TryParse('1.2.3.4', [ref]$v); \"$v\"",
            "String 10.1.2.3 | String 10.1.2.3 | String 10,1,2,3 | Boolean True | String 127.0.0.1 | "
            "String 0.0.0.0 | Boolean True | String ::1 | Boolean False | Boolean True | String 1.2.3.4",
        ),
    ],
)
def test_an_address_is_read_and_compared(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("[ipaddress]::Parse('x')", "FormatException"),
    ],
)
def test_what_is_no_address_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
