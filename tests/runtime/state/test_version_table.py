"""The PowerShell that scripts meet, as `$PSVersionTable` tells it."""

from __future__ import annotations

import pytest

from tests.shell import output


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("$PSVersionTable.PSVersion.Major", "7"),
        ("$PSVersionTable.PSVersion -ge [semver]'7.0'", "True"),
        ("$PSVersionTable.PSEdition", "Core"),
        ("$PSVersionTable.PSCompatibleVersions -contains [version]'5.1'", "True"),
        ("$PSVersionTable.SerializationVersion", "1.1.0.1"),
        ("$PSVersionTable.GetType().Name", "PSVersionHashTable"),
        ("$PSVersionTable.Keys -contains 'Platform'", "True"),
    ],
)
def test_a_script_asks_what_it_runs_on(expression: str, shown: str) -> None:
    assert output(f'"$({expression})"') == [shown]
