"""The parser says of 7,430 texts, right and broken, what a real PowerShell 7.6.5 said."""

from __future__ import annotations

import pytest

from msolemu.foundation.text import to_units
from msolemu.language.parser import parse
from tests.golden import cases

CASES = cases.parses()


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_a_text_is_judged_as_powershell_judges_it(case: cases.ParseCase) -> None:
    parsed = parse(to_units(case.script))
    assert not parsed.errors == case.valid
    assert parsed.incomplete == case.incomplete
    assert [error.id for error in parsed.errors[:1]] == [seen.id for seen in case.errors[:1]]
