"""Expressions give the values and errors that a real PowerShell 7.6.5 gave."""

from __future__ import annotations

import pytest

from tests.golden import cases
from tests.golden.causes import cause_of
from tests.golden.replay import Evaluated, Evaluator, tree_of

CASES = cases.expressions()


@pytest.fixture(scope="module")
def evaluator() -> Evaluator:
    return Evaluator()


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_an_expression_gives_what_it_gave(case: cases.ExpressionCase, evaluator: Evaluator) -> None:
    given = evaluator.evaluate(case.expr)
    expected = Evaluated(case.values, case.errors)
    cause = cause_of(tree_of(case.expr))
    if cause is not None:
        assert given != expected, f"passes, although excused by: {cause.name}"
    else:
        assert given == expected
