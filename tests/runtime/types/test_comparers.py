"""The comparers of collections."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "[Collections.CaseInsensitiveComparer]::Default.Compare('A', 'a'); "
            "[Collections.Comparer]::Default.Compare(1, 2); "
            "[Collections.CaseInsensitiveComparer]::new().Compare(2, 1)",
            "Int32 0 | Int32 -1 | Int32 1",
        ),
        (
            "[Collections.Generic.Comparer[int]]::Default.Compare(3, 2); "
            "[Collections.Generic.EqualityComparer[string]]::Default.Equals('a', 'A'); "
            "[Collections.Generic.EqualityComparer[int]]::Default.GetHashCode(5)",
            "Int32 1 | Boolean False | Int32 5",
        ),
        (
            "[Collections.Generic.Comparer[int]]::Create({ param($a, $b) $b - $a }).Compare(1, 2); "
            "[StringComparer]::Create([cultureinfo]'en-US', $true).Compare('a', 'A')",
            "Int32 1 | Int32 0",
        ),
    ],
)
def test_values_have_their_order(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given
