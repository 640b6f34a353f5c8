"""`exec`, `run` and commands from standard input: what is printed where, and the code that the process ends with."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from msolemu.cli.command_line import cli

Msolemu = Callable[..., Result]


@pytest.fixture
def msolemu(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Msolemu:
    """Runs `msolemu` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MSOLEMU_WORKSPACE", raising=False)

    def run(*words: str, typed: str | bytes | io.BytesIO = "") -> Result:
        return CliRunner().invoke(cli, words, input=typed, prog_name="msolemu")

    return run


def test_a_log_of_errors_that_cannot_be_written_is_a_usage_error(msolemu: Msolemu) -> None:
    result = msolemu("--ephemeral", "--log-errors", "no/such/folder/errors.json", "exec", "1")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1", 0),
        ("exit 3", 3),
        ("throw 'x'", 1),
        ("1 +", 1),
        ("Write-Error x", 1),
        ("Write-Error x; 1", 0),
        ("Get-Nothing", 1),
    ],
)
def test_exec_ends_with_the_code_of_pwsh_command(text: str, code: int, msolemu: Msolemu) -> None:
    assert msolemu("--ephemeral", "exec", text).exit_code == code


@pytest.mark.parametrize(
    ("text", "code"), [("1", 0), ("exit 3", 3), ("throw 'x'", 1), ("1 +", 1), ("Write-Error x", 0)]
)
def test_run_ends_with_the_code_of_pwsh_file(text: str, code: int, tmp_path: Path, msolemu: Msolemu) -> None:
    (tmp_path / "script.ps1").write_text(text, encoding="utf-8")
    assert msolemu("--ephemeral", "run", "script.ps1").exit_code == code


class Interrupted(io.BytesIO):
    """Standard input at which somebody presses Control-C."""

    def read(self, size: int | None = -1, /) -> bytes:
        """Nothing at all, or the interruption."""
        if size == 0:
            return b""
        raise KeyboardInterrupt


def test_control_c_ends_with_130_even_before_a_command_runs(msolemu: Msolemu) -> None:
    assert msolemu("--ephemeral", typed=Interrupted()).exit_code == 130


def test_words_of_exec_are_one_text(msolemu: Msolemu) -> None:
    assert msolemu("--ephemeral", "exec", "Write-Output", "-InputObject", "a").output == "a\n"


def test_errors_go_to_standard_error_and_the_rest_to_standard_output(msolemu: Msolemu) -> None:
    text = "Write-Error bad; Write-Warning careful; Write-Host seen; Write-Verbose more -Verbose; 'out'"
    result = msolemu("--ephemeral", "exec", text)
    assert result.stdout.splitlines() == ["WARNING: careful", "seen", "VERBOSE: more", "out"]
    assert "bad" in result.stderr


def test_a_script_takes_its_parameters_from_the_command_line(tmp_path: Path, msolemu: Msolemu) -> None:
    script = 'param([int]$Count, [string]$Name, [switch]$Loud, $More) "$Count $Name $Loud $More $args"'
    (tmp_path / "script.ps1").write_text(script, encoding="utf-8")
    result = msolemu("--ephemeral", "run", "script.ps1", "-Count", "2", "-Name", "Ann Beck", "-Loud", "rest", "😀")
    assert result.stdout == "2 Ann Beck True rest 😀\n"


def test_a_script_knows_its_file(tmp_path: Path, msolemu: Msolemu) -> None:
    folder = tmp_path / "scripts"
    folder.mkdir()
    (folder / "main.ps1").write_text(
        "$PSScriptRoot\n$PSCommandPath\n. $PSScriptRoot/part.ps1\n$MyInvocation.MyCommand.Name", encoding="utf-8"
    )
    (folder / "part.ps1").write_text("Split-Path $PSCommandPath -Leaf", encoding="utf-8")
    result = msolemu("--ephemeral", "run", str(folder / "main.ps1"))
    assert result.stdout.splitlines() == [str(folder), str(folder / "main.ps1"), "part.ps1", "main.ps1"]


def test_the_exit_of_a_called_script_ends_that_script_alone(tmp_path: Path, msolemu: Msolemu) -> None:
    (tmp_path / "child.ps1").write_text("param($Code) 'child'; exit $Code; 'never'", encoding="utf-8")
    result = msolemu(
        "--ephemeral", "exec", "./child.ps1 5; \"$LASTEXITCODE $?\"; . ./child.ps1 0; $LASTEXITCODE; 'end'"
    )
    assert result.stdout.splitlines() == ["child", "5 False", "child", "0", "end"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_scripts_are_read_in_every_encoding(encoding: str, tmp_path: Path, msolemu: Msolemu) -> None:
    (tmp_path / "script.ps1").write_bytes("'Zoë – naïve'".encode(encoding))
    assert msolemu("--ephemeral", "run", "script.ps1").stdout == "Zoë – naïve\n"


def test_a_script_that_is_not_there_is_a_usage_error(msolemu: Msolemu) -> None:
    result = msolemu("--ephemeral", "run", "nowhere.ps1")
    assert result.exit_code == 2
    assert "nowhere.ps1" in result.stderr


def test_a_script_of_nearly_that_name_is_told(tmp_path: Path, msolemu: Msolemu) -> None:
    (tmp_path / "report.ps1").write_text("1", encoding="utf-8")
    for typed in ("reprot.ps1", "Report"):
        assert msolemu("run", typed).stderr.endswith("Did you mean 'report.ps1'?\n")


@pytest.mark.parametrize(
    ("typed", "step"),
    [
        ("exce", "Did you mean 'exec'?"),
        ("report.ps1", "A script is run by 'msolemu run report.ps1'."),
        ("zzz", "'zzz'."),
    ],
)
def test_an_unknown_command_is_answered_with_the_next_step(typed: str, step: str, msolemu: Msolemu) -> None:
    result = msolemu(typed, "x")
    assert result.exit_code == 2
    assert result.stderr.endswith(f"{step}\n")


def test_a_script_on_an_emulated_drive_lives_in_the_workspace(tmp_path: Path, msolemu: Msolemu) -> None:
    folder = tmp_path / "lab" / "drives" / "C" / "Scripts"
    folder.mkdir(parents=True)
    (folder / "hello.ps1").write_text("'hello'", encoding="utf-8")
    assert msolemu("--workspace", "lab", "run", r"C:\scripts\HELLO.ps1").stdout == "hello\n"


def test_a_parse_error_names_file_line_and_column(tmp_path: Path, msolemu: Msolemu) -> None:
    (tmp_path / "broken.ps1").write_text("'fine'\nif (1) {\n", encoding="utf-8")
    result = msolemu("--ephemeral", "run", "broken.ps1")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "broken.ps1:2" in result.stderr
    assert "if (1) {" in result.stderr


@pytest.mark.parametrize("words", [(), ("run", "-"), ("exec", "-"), ("shell",)])
def test_commands_come_from_standard_input_and_prompts_never_read_it(words: tuple[str, ...], msolemu: Msolemu) -> None:
    result = msolemu("--ephemeral", *words, typed="'first'\nRead-Host\n'last'\n")
    assert result.stdout.splitlines() == ["first", "last"]
    assert "NonInteractive" in result.stderr


def test_prompts_read_lines_from_standard_input(msolemu: Msolemu) -> None:
    result = msolemu("--ephemeral", "exec", '$a = Read-Host Name; "<$a>"; Read-Host', typed="Zoë\n")
    assert result.stdout.splitlines() == ["Name: ", "<Zoë>"]
    assert result.exit_code == 1


def test_errors_are_logged_as_json_lines(tmp_path: Path, msolemu: Msolemu) -> None:
    (tmp_path / "script.ps1").write_text("'a'\nGet-Nothing\n", encoding="utf-8")
    msolemu("--ephemeral", "--at", "2016-06-01", "--log-errors", "errors.jsonl", "run", "script.ps1")
    (entry,) = map(json.loads, (tmp_path / "errors.jsonl").read_text(encoding="utf-8").splitlines())
    assert entry["time"] == "2016-06-01T00:00:00+00:00"
    assert entry["fullyQualifiedErrorId"] == "CommandNotFoundException"
    assert (entry["command"], entry["category"]) == ("Get-Nothing", "ObjectNotFound")
    assert (entry["line"], entry["column"]) == (2, 1)
    assert entry["script"].endswith("script.ps1")


def test_a_stub_accepts_anything_and_warns_once(msolemu: Msolemu) -> None:
    result = msolemu("--ephemeral", "--stub", "Get-Mailbox", "exec", "Get-Mailbox -All; get-mailbox x; 'end'")
    assert result.stdout.splitlines() == [
        "WARNING: 'Get-Mailbox' is a stub: it accepts anything and does nothing.",
        "end",
    ]


def test_connected_starts_connected(msolemu: Msolemu) -> None:
    assert msolemu("--ephemeral", "--connected", "exec", "@(Get-MsolUser).Count").stdout == "1\n"


@pytest.mark.parametrize(
    "options",
    [
        ("--time-zone", "Nowhere/Land"),
        ("--known-issue", "nothing=on"),
        ("--profile", "nothing"),
        ("--known-issue", "x"),
        ("--at", "noon"),
    ],
)
def test_options_that_mean_nothing_are_usage_errors(options: tuple[str, ...], msolemu: Msolemu) -> None:
    result = msolemu("--ephemeral", *options, "exec", "1")
    assert result.exit_code == 2
    assert "Error:" in result.stderr


def test_lab_time_is_told_in_the_time_zone_of_the_lab(msolemu: Msolemu) -> None:
    options = ("--ephemeral", "--at", "2016-06-01T08:00", "--time-zone", "Europe/Berlin")
    assert msolemu(*options, "exec", "(Get-Date).Hour; (Get-EmuClock).Time.Hour").stdout == "10\n10\n"


def test_switches_hold_for_one_run(msolemu: Msolemu) -> None:
    show = "(Get-EmuKnownIssue sort-ignored).Enabled"
    assert msolemu("--workspace", "lab", "--known-issue", "sort-ignored=off", "exec", show).stdout == "False\n"
    assert msolemu("--workspace", "lab", "exec", show).stdout == "True\n"
    assert msolemu("--workspace", "lab", "--profile", "fixed", "exec", show).stdout == "False\n"


def test_a_host_path_outside_is_refused_until_it_is_allowed(
    tmp_path: Path, msolemu: Msolemu, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "inside").mkdir()
    secret = tmp_path / "secret.txt"
    secret.write_text("told", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "inside")
    refused = msolemu("--ephemeral", "exec", f"Get-Content '{secret}'")
    assert "--allow-path" in refused.stderr
    assert msolemu("--ephemeral", "--allow-path", str(tmp_path), "exec", f"Get-Content '{secret}'").stdout == "told\n"


def test_a_console_that_cannot_show_a_letter_shows_a_question_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    result = CliRunner(charset="ascii").invoke(cli, ["--ephemeral", "exec", "'Zoë'"])
    assert result.stdout == "Zo?\n"
