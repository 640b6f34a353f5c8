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
        ("ValidateLength(2, 3)", "5", "cannot be applied to a parameter that is not a string"),
        (
            "ValidateCount(1, 2)",
            "1, 2, 3",
            "at least 1 value(s) and no more than 2 value(s) - 3 value(s) were provided",
        ),
        ("ValidateCount(1, 2)", "$null", "0 value(s) were provided"),
        ("ValidateCount(1, 2)", "5", "cannot be applied to a non-array parameter"),
        ("ValidatePattern('^a')", "'b'", 'The argument "b" does not match the "^a" pattern.'),
        ("ValidatePattern('^a', ErrorMessage = '{0} has no {1}')", "'b'", "b has no ^a"),
        ("ValidateScript({ $_ -gt 3 })", "1", 'validation script for the argument with value "1" did not return'),
        ("ValidateScript({ $_ -gt 3 }, ErrorMessage = '{0} is small')", "1", "1 is small"),
        ("ValidateNotNull()", "$null", "The argument is null. Provide a valid value"),
        ("ValidateNotNull()", "@(1, $null)", "an element of the argument collection contains a null value"),
        ("ValidateNotNullOrEmpty()", "''", "The argument is null or empty."),
        ("ValidateNotNullOrEmpty()", "@()", "an element of the argument collection contains a null value"),
        ("ValidateNotNullOrEmpty()", "@('a', '')", "an element of the argument collection contains a null value"),
        ("ValidateNotNullOrWhiteSpace()", "' '", "consists of only white-space characters"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(attribute: str, value: str, said: str) -> None:
    assert said in error(f"function T {{ param([{attribute}]$V) 'taken' }}; T ({value})")


@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        ("ValidateRange(1, 10)", "'7'"),
        ("ValidateRange(1, 10)", "10.4"),
        ("ValidateRange(0.5, 3)", "1"),
        ("ValidateRange('b', 'd')", "'c'"),
        ("ValidateNotNullOrEmpty()", "@{ Size = 1 }"),
        ("ValidateCount(1, 2)", "@{ Size = 1 }"),
    ],
)
def test_a_value_is_compared_as_the_type_of_the_limits(attribute: str, value: str) -> None:
    assert output(f"function T {{ param([{attribute}]$V) 'taken' }}; T ({value})") == ["taken"]


@pytest.mark.parametrize(
    ("attribute", "value", "identity"),
    [
        ("ValidateCount(2, 2)", "@(1)", "ValidateCountExactFailure"),
        ("ValidateCount(2, 3)", "@(1)", "ValidateCountMinMaxFailure"),
        ("ValidateLength(1, 2)", "'abc'", "ValidateLengthMaxLengthFailure"),
        ("ValidateRange(1, 5)", "6", "ValidateRangeTooBig"),
        ("ValidateRange('Positive')", "0", "ValidateRangePositiveFailure"),
        ("ValidateSet('a')", "'b'", "ValidateSetFailure"),
        ("ValidatePattern('a')", "'b'", "ValidatePatternFailure"),
        ("ValidateScript({ $false })", "'b'", "ValidateScriptFailure"),
        ("ValidateNotNullOrEmpty()", "@{}", "ArgumentIsEmpty"),
        ("ValidateNotNullOrWhiteSpace()", "@(' ')", "ArgumentCollectionContainsEmptyOrWhiteSpace"),
    ],
)
def test_the_refusal_of_the_attribute_is_inside_the_error_of_binding(attribute: str, value: str, identity: str) -> None:
    call = f"try {{ T ({value}) }} catch {{ $inner = $_.Exception.InnerException }}"
    shown = output(f"function T {{ param([{attribute}]$V) }}; {call}; $inner.ErrorRecord.FullyQualifiedErrorId")
    assert shown == [identity]


@pytest.mark.parametrize(
    ("attribute", "identity"),
    [
        ("ValidateCount(-1, 2)", "ExceptionConstructingAttribute"),
        ("ValidateCount(2, 1)", "ValidateRangeMaxLengthSmallerThanMinLength"),
        ("ValidateLength(0, 0)", "ExceptionConstructingAttribute"),
        ("ValidateLength(3, 2)", "ValidateLengthMaxLengthSmallerThanMinLength"),
        ("ValidateRange('Sometimes')", "ExceptionConstructingAttribute"),
        ("ValidateRange(2, 1)", "MaxRangeSmallerThanMinRange"),
        ("ValidateRange(1, 'two')", "MinRangeNotTheSameTypeOfMaxRange"),
        ("Parameter(HelpMessage = '')", "Argument"),
    ],
)
def test_an_attribute_with_bad_arguments_fails_when_the_function_is_called(attribute: str, identity: str) -> None:
    text = f"function T {{ param([{attribute}]$V) 'ran' }}; try {{ T }} catch {{ $_.FullyQualifiedErrorId }}"
    assert output(text) == [identity]


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        ("[CmdletBinding()] param($Verbose)", "A parameter with the name 'Verbose' was defined multiple times"),
        ("[CmdletBinding()] param([Alias('ea')]$Each)", "an alias with the name 'ea' was already defined"),
        ("param([Alias('Size')]$Width, $Size)", "The parameter 'Size' cannot be specified because it conflicts"),
        ("param([Alias('Size')]$Size)", "The parameter 'Size' cannot be specified because it conflicts"),
        ("param([Alias('s')]$Size, [Alias('s')]$Shape)", 'The alias "s" is declared multiple times.'),
        ("param([Parameter()][Parameter()]$Size)", 'The parameter "Size" is declared in parameter-set'),
        (
            "param([Parameter(Position = 0)]$Size, [Parameter(Position = 0)]$Shape)",
            "Cannot bind positional parameters because no names were given.",
        ),
    ],
)
def test_parameters_that_stand_in_each_others_way_are_refused_at_the_call(declared: str, said: str) -> None:
    assert said in error(f"function T {{ {declared} 'ran' }}; T 1")
