"""Whoever runs a script is an administrator of the lab's machine."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate

CURRENT = "[Security.Principal.WindowsIdentity]::GetCurrent()"
PRINCIPAL = f"([Security.Principal.WindowsPrincipal]{CURRENT})"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        (f'{CURRENT}.Name -eq "$env:USERDOMAIN\\$env:USERNAME"', "Boolean True"),
        (f"{PRINCIPAL}.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)", "Boolean True"),
        (f"{PRINCIPAL}.IsInRole('BUILTIN\\Users')", "Boolean True"),
        (f"{PRINCIPAL}.IsInRole('Guests')", "Boolean False"),
        (f"{PRINCIPAL}.Identity.IsAuthenticated", "Boolean True"),
        ("[Reflection.Assembly]::LoadWithPartialName('PresentationCore').FullName", "String PresentationCore"),
        ("[Reflection.Assembly]::LoadWithPartialName('Some.Thing')", "null"),
        ("[Reflection.Assembly]::Load('System.Xml').Location", "String "),
    ],
)
def test_scripts_ask_whether_they_run_as_administrator(evaluate: Evaluate, expression: str, value: str) -> None:
    assert evaluate(expression) == value
