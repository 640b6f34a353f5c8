"""Modules that msolemu emulates count as installed; nothing is ever downloaded, and no other module is found."""

from __future__ import annotations

import pytest

from tests.shell import error, output, shell


def test_a_module_that_is_emulated_is_there_already() -> None:
    assert "of module 'MSOnline' is part of msolemu. Nothing was downloaded." in shell("Install-Module msonline").output
    assert output("(Install-Module MSOnline -PassThru -WarningAction Ignore).Name") == ["MSOnline"]
    assert output("(Update-Module MSOnline -PassThru).Name; Update-Module MSOnline") == ["MSOnline"]


@pytest.mark.parametrize("command", ["Get-InstalledModule", "Find-Module"])
def test_modules_are_found_by_name_and_by_wildcard(command: str) -> None:
    assert output(f"({command} msonline).Name") == ["MSOnline"]
    assert output(f"({command} MS*ine).Repository") == ["msolemu"]
    assert output(f"@({command}).Name -contains 'ActiveDirectory'") == ["True"]
    assert output(f"@({command} no*such).Count") == ["0"]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("Install-Module NoSuchModule", "No match was found for the specified search criteria"),
        ("Find-Module NoSuchModule", "No match was found for the specified search criteria"),
        ("Get-InstalledModule NoSuchModule", "No match was found for the specified search criteria"),
        ("Update-Module NoSuchModule", "no valid module was found in the module directory"),
        ("Uninstall-Module MSOnline", "it cannot be uninstalled"),
    ],
)
def test_what_cannot_be_done_is_told(command: str, said: str) -> None:
    assert said in error(command)


def test_the_gallery_is_not_asked_and_needs_no_provider() -> None:
    assert output("(Get-PSRepository).Name; (Get-PackageProvider -ListAvailable).Name") == [
        "msolemu",
        "PSGallery",
        "NuGet",
    ]
    assert "'PSGallery' is not asked" in shell("Set-PSRepository PSGallery -InstallationPolicy Trusted").output
    assert "No package provider is needed" in shell("Install-PackageProvider NuGet -Force").output
