"""Validation attributes: which values they let through, and the words with which they refuse the others."""

from __future__ import annotations

import pytest

from tests.shell import error, output


@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        ("ValidateSet('a', 'b')", "'A'"),
        ("ValidateSet('a', 'b')", "'a', 'b'"),
        ("ValidateRange(1, 5)", "5"),
        ("ValidateRange(1, 5)", "1, 5"),
        ("ValidateRange('Positive')", "1"),
        ("ValidateRange('NonNegative')", "0"),
        ("ValidateRange('Negative')", "-1"),
        ("ValidateRange('NonPositive')", "0"),
        ("ValidateLength(1, 3)", "'abc'"),
        ("ValidateCount(1, 2)", "1, 2"),
        ("ValidatePattern('^a')", "'ABC'"),
        ("ValidateScript({ $_ -gt 3 })", "4"),
        ("ValidateNotNull()", "''"),
        ("ValidateNotNullOrEmpty()", "' '"),
        ("ValidateNotNullOrWhiteSpace()", "'a'"),
    ],
)
def test_a_value_that_fits_is_taken(attribute: str, value: str) -> None:
    assert output(f"function T {{ param([{attribute}]$V) 'taken' }}; T ({value})") == ["taken"]


@pytest.mark.parametrize(
    ("attribute", "value", "said"),
    [
        ("ValidateSet('a', 'b')", "'c'", 'The argument "c" does not belong to the set "a,b"'),
        ("ValidateSet('a', IgnoreCase = $false)", "'A'", 'The argument "A" does not belong to the set "a"'),
        ("ValidateSet('a', ErrorMessage = '{0} is none of {1}')", "'x'", "x is none of a"),
        ("ValidateSet('a')", "$null", "an element of the argument collection contains a null value"),
        ("ValidateRange(1, 5)", "6", "The 6 argument is greater than the maximum allowed range of 5."),
        ("ValidateRange(1, 5)", "0", "The 0 argument is less than the minimum allowed range of 1."),
        ("ValidateRange(1, 5)", "'x'", 'its type "String" is not the same type (Int32)'),
        ("ValidateRange('Positive')", "0", "because its value is not greater than zero."),
        ("ValidateRange('NonNegative')", "-1", "because its value is not greater than or equal to zero."),
        ("ValidateRange('Negative')", "0", "because its value is not less than zero."),
        ("ValidateRange('NonPositive')", "1", "because its value is not less than or equal to zero."),
        ("ValidateLength(2, 3)", "'a'", "The character length (1) of the argument is too short."),
        ("ValidateLength(2, 3)", "'abcd'", "The character length of the 4 argument is too long."),
        ("ValidateLength(2, 3)", "5", "The argument is not a string."),
        (
            "ValidateCount(1, 2)",
            "1, 2, 3",
            "at least 1 value(s) and no more than 2 value(s) - 3 value(s) were provided",
        ),
        ("ValidateCount(1, 2)", "$null", "0 value(s) were provided"),
        ("ValidateCount(1, 2)", "5", "the argument is not a collection"),
        ("ValidatePattern('^a')", "'b'", 'The argument "b" does not match the "^a" pattern.'),
        ("ValidatePattern('^a', ErrorMessage = '{0} has no {1}')", "'b'", "b has no ^a"),
        ("ValidateScript({ $_ -gt 3 })", "1", 'validation script for the argument with value "1" did not return'),
        ("ValidateScript({ $_ -gt 3 }, ErrorMessage = '{0} is small')", "1", "1 is small"),
        ("ValidateNotNull()", "$null", "The argument is null. Provide a valid value"),
        ("ValidateNotNull()", "@(1, $null)", "an element of the argument collection contains a null value"),
        ("ValidateNotNullOrEmpty()", "''", "The argument is null or empty."),
        ("ValidateNotNullOrEmpty()", "@()", "an element of the argument collection contains a null value"),
        ("ValidateNotNullOrEmpty()", "@('a', '')", "contains a null or empty value"),
        ("ValidateNotNullOrWhiteSpace()", "' '", "consists of only white-space characters"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(attribute: str, value: str, said: str) -> None:
    assert said in error(f"function T {{ param([{attribute}]$V) 'taken' }}; T ({value})")
