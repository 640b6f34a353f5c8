"""The parser says of 7,430 texts, right and broken, what a real PowerShell 7.6.5 said."""

from __future__ import annotations

import pytest

from msolemu.foundation.text import from_units, to_units
from msolemu.language.errors import ParseError
from msolemu.language.parser import parse
from tests.golden import cases

CASES = cases.parses()


def seen(error: ParseError) -> cases.ParseErrorSeen:
    """An error as the recording has it."""
    extent = error.extent
    return cases.ParseErrorSeen(
        error.id, extent.start, extent.end, extent.start_line, extent.start_column, from_units(error.message)
    )


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_a_text_is_judged_as_powershell_judges_it(case: cases.ParseCase) -> None:
    parsed = parse(to_units(case.script))
    assert tuple(map(seen, parsed.errors)) == case.errors
    assert (not parsed.errors) is case.valid
    assert parsed.incomplete == case.incomplete
