"""Expressions give the values and errors that a real PowerShell 7.6.5 gave."""

from __future__ import annotations

import pytest

from tests.golden import cases
from tests.golden.replay import Evaluated, Evaluator

CASES = cases.expressions()


@pytest.fixture(scope="module")
def evaluator() -> Evaluator:
    return Evaluator()


@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_an_expression_gives_what_it_gave(case: cases.ExpressionCase, evaluator: Evaluator) -> None:
    assert evaluator.evaluate(case.expr) == Evaluated(case.values, case.errors)
