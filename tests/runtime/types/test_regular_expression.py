"""`[regex]`, matches, groups and captures, as scripts work with them."""

from __future__ import annotations

import pytest

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.state.session import Session


def said(session: Session, script: str) -> str:
    """What a script gives, as text."""
    return to_text(session.invoke(session.parse(script)))


@pytest.mark.parametrize(
    ("script", "text"),
    [
        ("[regex]::IsMatch('abc', 'B', 'IgnoreCase'); [regex]::IsMatch('abc', 'B')", "True False"),
        ("[regex]::Match('abc123', '\\d+').Value; [regex]::Match('a', 'b').Success", "123 False"),
        ("[regex]::Matches('a1b2', '\\d').Value; [regex]::Matches('a1b2', '\\d').Count", "1 2 2"),
        ("[regex]::Matches('a1b2', '\\d')[-1].Index; [regex]::Matches('a1b2', '\\d')[1].Length", "3 1"),
        ("[regex]::Matches('a1b2', '\\d').Item(0).Value", "1"),
        ("[regex]::Count('aaa', 'a'); ([regex]'a').Count('aab')", "3 2"),
        ("[regex]::Replace('abc', 'b', 'X'); [regex]::Replace('abc', 'B', 'X', 'IgnoreCase')", "aXc aXc"),
        ("[regex]::Replace('a1b2', '\\d', { param($m) [int]$m.Value * 2 })", "a2b4"),
        ("[regex]::Replace('a1', '\\d', { $args[0].Index }, 'None')", "a1"),
        ("[regex]::Split('a1b2c', '\\d'); [regex]::Split('aXb', 'x', 'IgnoreCase')", "a b c a b"),
        ("[regex]::Escape('a.b*c'); [regex]::Unescape('a\\.b')", "a\\.b\\*c a.b"),
        ("$r = [regex]'(?<n>a)(b)?'; $r.GetGroupNames(); $r.GetGroupNumbers()", "0 1 n 0 1 2"),
        ("$r = [regex]'(?<n>a)'; $r.GroupNumberFromName('n'); $r.GroupNumberFromName('x')", "1 -1"),
        ("$r = [regex]'(?<n>a)'; $r.GroupNameFromNumber(1) + $r.GroupNameFromNumber(9)", "n"),
        (
            "$r = [regex]::new('a', 'IgnoreCase, RightToLeft'); $r.Options; $r.RightToLeft; \"$r\"",
            "IgnoreCase, RightToLeft True a",
        ),
        ("([regex]'a').MatchTimeout; [regex]::new('a', 'None', '0:01').ToString()", "-00:00:00.0010000 a"),
        ("$r = [regex]'a'; $r.IsMatch('ba', 1); $r.IsMatch('ab', 1); $r.Match('aa', 1).Index", "True False 1"),
        (
            "$r = [regex]'a'; $r.Matches('aaa', 1).Count; $r.Replace('aaa', 'b', 2); $r.Replace('aaa', 'b', 1, 1)",
            "2 bba aba",
        ),
        ("$r = [regex]'a'; $r.Replace('aa', { 'x' }, 1); $r.Split('babab', 2)", "xa b bab"),
        (
            "$m = [regex]::Match('key=val', '(?<k>\\w+)=(\\w+)'); $m.Groups['k'].Value; "
            "$m.Groups[1].Value; $m.Groups['1'].Value",
            "key val val",
        ),
        (
            "$m = [regex]::Match('b', '(a)?b'); $m.Groups[1].Success; $m.Groups['no'].Success; $m.Groups[9].Success",
            "False False False",
        ),
        (
            "$m = [regex]::Match('ab', '(?<x>a)b'); $m.Groups.Count; $m.Groups.Name; "
            "$m.Groups.ContainsKey('x'); $m.Groups.ContainsKey('y')",
            "2 0 x True False",
        ),
        (
            "$m = [regex]::Match('aab', 'a'); $m.NextMatch().Index; $m.NextMatch().NextMatch().Success; "
            "$m.NextMatch().NextMatch().NextMatch().Success",
            "1 False False",
        ),
        ("[regex]::Match('a,b', '(?:(\\w),?)+').Groups[1].Captures.Value", "a b"),
        (
            "[regex]::Match('a,b', '(?:(\\w),?)+').Groups[1].Captures[0].Index; "
            "[regex]::Match('a', 'a').Captures.Count",
            "0 1",
        ),
        (
            "[regex]::Match('ab', '(a)').Result('<$1>'); [System.Text.RegularExpressions.Match]::Empty.Success",
            "<a> False",
        ),
        (
            "[regex]::Match('ab', 'b').ToString(); [regex]::Match('ab', 'b').Name; "
            "$null -eq [regex]::Match('ab', 'b').ValueSpan",
            "b 0 True",
        ),
    ],
)
def test_regular_expressions(session: Session, script: str, text: str) -> None:
    assert said(session, script) == text


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("[regex]'('", "Invalid pattern '(' at offset 1. Not enough )'s."),
        ("[regex]::new('[')", "Unterminated [] set."),
        ("([regex]'a').Match('a', 5)", "Start index cannot be less than 0"),
        ("([regex]'a').Split('a', -1)", "Count cannot be less than -1."),
        ("([regex]'a').Replace('a', 'b', -2)", "Count cannot be less than -1."),
        ("[regex]::Match('a', 'b').Result('x')", "Result cannot be called on a failed Match."),
    ],
)
def test_what_cannot_be_says_why(session: Session, script: str, message: str) -> None:
    said(session, script)
    assert message in session.error_list[0].exception.message
