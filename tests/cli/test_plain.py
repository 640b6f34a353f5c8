"""What is read without click is read as click reads it, and is read without it."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msolemu.cli import command_line, scripts
from msolemu.cli.command_line import cli
from msolemu.cli.invocation import Invocation
from msolemu.cli.plain import FLAGS, plain

HERE = Path(__file__)
WORDS = st.one_of(
    st.sampled_from(["exec", "run", "shell", *FLAGS, "--workspace", str(HERE.parent), str(HERE), "no/such/place"]),
    st.sampled_from(["-", "--", "", "-h", "--help", "--version", "--at", "2016-06-01", "clock", f"--workspace={HERE}"]),
    st.sampled_from(["-Name", "-Name:value", "--Name", "1", "$x = 1", "*.ps1", "~", "😀", "é"]),
    st.text(max_size=3),
)
LINES = st.tuples(
    st.lists(st.sampled_from([(flag,) for flag in FLAGS] + [("--workspace", str(HERE.parent))]), max_size=3),
    st.sampled_from([(), ("shell",), ("exec",), ("run",), ("run", str(HERE))]),
    st.lists(WORDS, max_size=4),
).map(lambda parts: [*(word for option in parts[0] for word in option), *parts[1], *parts[2]])
ENVIRONMENTS = st.fixed_dictionaries(
    {}, optional={"MSOLEMU_WORKSPACE": st.sampled_from(["", str(HERE.parent), str(HERE), "no/such/place"])}
)

Understood = tuple[str, tuple[object, ...]]


def without_click(words: Sequence[str], environment: dict[str, str]) -> Understood | None:
    """The name of what is called and its arguments; None where click has to read."""
    run = plain(words, environment)
    if run is None:
        return None
    assert isinstance(run, partial)
    return run.func.__name__, comparable(run.args)


def with_click(words: Sequence[str], environment: dict[str, str]) -> Understood:
    """The same as click reads it."""
    seen: list[Understood] = []

    def note(name: str, *given: Any) -> int:
        seen.append((name, comparable(given)))
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("MSOLEMU_WORKSPACE", raising=False)
        for name, value in environment.items():
            patch.setenv(name, value)
        for name in ("run_words", "run_script", "shell_or_input"):
            patch.setattr(scripts, name, partial(note, name))
        patch.setattr(command_line, "shell_or_input", partial(note, "shell_or_input"))
        with contextlib.suppress(SystemExit):
            cli.main(list(words), prog_name="msolemu", standalone_mode=False, windows_expand_args=False)
    (understood,) = seen
    return understood


def comparable(arguments: Sequence[object]) -> tuple[object, ...]:
    """Words are compared whether they stand in a list or in a tuple."""
    return tuple(tuple(one) if isinstance(one, list) else one for one in arguments)


@given(LINES, ENVIRONMENTS)
def test_what_is_read_without_click_means_the_same_to_click(words: list[str], environment: dict[str, str]) -> None:
    understood = without_click(words, environment)
    assert understood is None or understood == with_click(words, environment)


def test_options_that_are_not_given_are_the_same_to_click() -> None:
    assert with_click([], {}) == ("shell_or_input", (Invocation(),))


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["shell"],
        ["--ephemeral", "exec", "1"],
        ["--workspace", str(HERE.parent), "exec", "Get-MsolUser", "-All"],
        ["--connected", "--no-snapshot", "run", str(HERE), "-Name:value", "--", "--help"],
        ["run", "-"],
    ],
)
def test_what_is_typed_every_day_is_read_without_click(words: list[str]) -> None:
    assert plain(words, {}) is not None


@pytest.mark.parametrize(
    "words",
    [
        ["--help"],
        ["exec"],
        ["exec", "--help"],
        ["exec", "--", "1"],
        ["run"],
        ["run", "no/such/script.ps1"],
        ["run", "-h"],
        ["shell", "more"],
        ["--workspace"],
        ["--workspace", str(HERE), "exec", "1"],
        ["--at", "2016-06-01", "exec", "1"],
        ["clock", "show"],
    ],
)
def test_everything_else_is_left_to_click(words: list[str]) -> None:
    assert plain(words, {}) is None


def test_completion_is_left_to_click() -> None:
    assert plain([], {"_MSOLEMU_COMPLETE": "bash_source"}) is None
