"""The host as an object, and the .NET of the session."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$o = [Environment]::OSVersion; $o.Version -is [version]; $o.Platform -in 'Unix', 'Win32NT'; "
            '"$o" -eq $o.VersionString; $o.ServicePack',
            "Boolean True | Boolean True | Boolean True | String ",
        ),
        (
            "$r = [Runtime.InteropServices.RuntimeInformation]; $p = [Runtime.InteropServices.OSPlatform]; "
            "@($p::Windows, $p::Linux, $p::OSX | ? { $r::IsOSPlatform($_) }).Count; "
            "$r::FrameworkDescription -like '.NET*'; $r::OSArchitecture -in 'X64', 'Arm64'; \"$($p::OSX)\"",
            "Int32 1 | Boolean True | Boolean True | String OSX",
        ),
        (
            "@([OperatingSystem]::IsWindows(), [OperatingSystem]::IsLinux(), [OperatingSystem]::IsMacOS() | ? { $_ }"
            ").Count; "
            "[Environment]::ExitCode = 3; [Environment]::ExitCode; [Environment]::IsPrivilegedProcess; "
            "[gc]::MaxGeneration",
            "Int32 1 | Int32 3 | Boolean True | Int32 2",
        ),
    ],
)
def test_the_system_tells_of_itself(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        (
            "[Environment]::FailFast('x')",
            "MemberNotEmulated",
        ),
        (
            "[gc]::EndNoGCRegion()",
            "MemberNotEmulated",
        ),
        (
            "[Threading.Thread]::CurrentThread.Abort()",
            "MemberNotEmulated",
        ),
        (
            "[string].GetEvents()",
            "MemberNotEmulated",
        ),
    ],
)
def test_what_cannot_be_is_refused_by_name(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
