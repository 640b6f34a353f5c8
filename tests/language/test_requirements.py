"""What `#requires` lines ask for."""

from __future__ import annotations

import pytest

from msolemu.language import syntax
from msolemu.language.parser import parse
from tests.language.judged import errors


def asked(text: str) -> syntax.ScriptRequirements:
    parsed = parse(text)
    assert not parsed.errors
    assert parsed.tree.requirements is not None
    return parsed.tree.requirements


def test_all_that_can_be_asked_for() -> None:
    found = asked(
        "#Requires -Version 5.1 -PSEdition Core,Desktop\n"
        "#requires -Modules A, @{ ModuleName = 'B'; ModuleVersion = '1.0' }\n"
        "1\n"
        "#requires -Assembly x.dll, y.dll\n"
        "#requires -RunAsAdministrator\n"
        "#requires -ShellId s"
    )
    assert found.version == "5.1"
    assert found.editions == ("Core", "Desktop")
    assert [type(module) for module in found.modules] == [syntax.StringConstant, syntax.Hashtable]
    assert found.assemblies == ("x.dll", "y.dll")
    assert found.run_as_administrator
    assert found.shell_id == "s"


def test_names_may_be_shortened_and_take_a_colon() -> None:
    assert asked("#requires -v:7").version == "7"


def test_a_script_that_asks_for_nothing() -> None:
    assert parse("# requires -Version 5\n#requiring\n1").tree.requirements is None


def test_the_same_version_may_be_asked_for_twice() -> None:
    assert asked("#requires -Version 5\n#requires -Version 5").version == "5"


JUDGED = [
    ("#requires", []),
    ("#requires x", ["ScriptRequiresInvalidFormat 10-11"]),
    ("#requiresx -Version 5", ["ScriptRequiresInvalidFormat 1-21"]),
    ("#requires -foo x", ["ScriptRequiresInvalidFormat 10-14"]),
    ("#requires -Version", ["ParameterRequiresArgument 10-18"]),
    ("#requires -Version x", ["RequiresVersionInvalid 19-20"]),
    ("#requires -Version 5 -Version 6", ["ParameterAlreadyBound 21-29"]),
    ("#requires -RunAsAdministrator x", ["ParameterCannotHaveArgument 10-29"]),
    ("#requires -Modules $x", ["RequiresArgumentMustBeConstant 19-21"]),
    ("#requires -Modules @{a=$x}", ["RequiresArgumentMustBeConstant 19-26"]),
    ("#requires -Modules -Version", ["RequiresArgumentMustBeConstant 19-27"]),
    ("#requires -PSEdition x", ["RequiresPSEditionInvalid 21-22"]),
    ("#requires -PSEdition Core, core", ["RequiresPSEditionValueIsAlreadySpecified 21-31"]),
    ("#requires -PSEdition 1", ["RequiresInvalidStringArgument 21-22"]),
    ("#requires -ShellId a -ShellId b", ["ParameterAlreadyBound 21-29"]),
    ("#requires -Assembly 1", ["RequiresInvalidStringArgument 20-21"]),
]


@pytest.mark.parametrize(("text", "expected"), JUDGED, ids=[text for text, _ in JUDGED])
def test_a_requires_line_is_judged_as_powershell_judges_it(text: str, expected: list[str]) -> None:
    assert errors(text) == expected
