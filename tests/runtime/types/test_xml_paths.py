"""XPath as scripts use it."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            '$x = [xml]\'<r><u n="ann" age="31"><t>x</t></u><u n="bo" age="5"/><g><u n="cy"/></g></r>\'; '
            "$x.SelectNodes('/r/u').Count; $x.SelectNodes('//u').Count; "
            "$x.SelectSingleNode(\"//u[@n='bo']\").age; $x.SelectNodes('//u[@age > 10]').Count; "
            "$x.SelectNodes('//u/@n').Value -join ','; $x.SelectSingleNode('/r/u[2]').n; "
            "$x.SelectSingleNode('/r/u[last()]').n; $x.SelectNodes('/r/*').Count; "
            "$x.SelectSingleNode('//t/..').n; $x.SelectSingleNode('//t/text()').Value; "
            "$null -eq $x.SelectSingleNode('/nope')",
            "Int32 2 | Int32 3 | String 5 | Int32 1 | String ann,bo,cy | String bo | String bo | Int32 3 | "
            "String ann | String x | Boolean True",
        ),
        (
            '$x = [xml]\'<r><u n="ann"><t>x</t></u><u n="bo"/></r>\'; '
            "$x.SelectNodes(\"//u[contains(@n, 'n')]\").Count; "
            "$x.SelectNodes(\"//u[starts-with(@n, 'b')]\").Count; "
            "$x.SelectNodes(\"//u[@n='ann' or @n='bo']\").Count; "
            "$x.SelectNodes(\"//u[@n='ann' and t='x']\").Count; $x.SelectNodes('//u[not(t)]').Count; "
            "$x.SelectNodes('//u[t]').Count; $x.SelectNodes(\"//u[@n!='ann']\").Count; "
            "$x.SelectNodes('//t | //u').Count; $x.DocumentElement.SelectNodes('u').Count; "
            "$x.DocumentElement.SelectNodes('.').Count; $x.DocumentElement.SelectNodes('node()').Count; "
            "$x.DocumentElement.SelectNodes('u/@*').Count; $x.SelectNodes(\"//t[.='x']\").Count; "
            "$x.SelectNodes(\"//t[text()='x']\").Count",
            "Int32 1 | Int32 1 | Int32 2 | Int32 1 | Int32 1 | Int32 1 | Int32 1 | Int32 3 | Int32 2 | "
            "Int32 1 | Int32 2 | Int32 2 | Int32 1 | Int32 1",
        ),
        (
            '$x = [xml]\'<r><u a="1"/><u a="2"/><u a="x"/></r>\'; $x.SelectNodes(\'//u[@a>=2]\').Count; '
            "$x.SelectNodes('//u[@a<=1]').Count; $x.SelectNodes('//u[@a<2]').Count; "
            "$x.SelectNodes('//u[@a=2]').Count; $x.SelectNodes('//u[@a!=2]').Count; "
            "$x.SelectNodes('//u[9]').Count",
            "Int32 1 | Int32 1 | Int32 1 | Int32 1 | Int32 2 | Int32 0",
        ),
    ],
)
def test_a_path_finds_nodes(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("([xml]'<a/>').SelectNodes('//a[position() mod 2 = 1]')", "XPathNotEmulated"),
        ("([xml]'<a/>').SelectNodes('a%b')", "XPathNotEmulated"),
        ("([xml]'<a/>').SelectSingleNode('//p:a')", "XPathException"),
        ("([xml]'<a/>').SelectSingleNode('//p:a', 5)", "MethodArgumentConversionInvalidCastArgument"),
    ],
)
def test_a_path_that_cannot_be_followed_says_so(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
