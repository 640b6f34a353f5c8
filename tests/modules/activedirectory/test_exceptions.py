"""The exceptions of the module as scripts catch them."""

from __future__ import annotations

import pytest

from tests.shell import output


@pytest.mark.parametrize("caught", ["ADIdentityNotFoundException", "ADIdentityResolutionException", "ADException"])
def test_an_error_is_caught_by_its_class_and_by_those_it_derives_from(caught: str) -> None:
    script = f"""
    try {{ Get-ADUser nobody }}
    catch [Microsoft.ActiveDirectory.Management.ADServerDownException] {{ 'the server is down' }}
    catch [Microsoft.ActiveDirectory.Management.{caught}] {{ 'nobody is there' }}"""
    assert output(script) == ["nobody is there"]
