"""What a script may rely on while it runs: stacks, closures, input, traps, sums."""

from __future__ import annotations

import pytest

from tests.shell import shell


@pytest.mark.parametrize(
    ("script", "lines"),
    [
        (
            "function A { throw 'x' }\nfunction B { A }\ntry { B } catch { $_.ScriptStackTrace }",
            [
                "at A, <No file>: line 1",
                "at B, <No file>: line 2",
                "at <ScriptBlock>, <No file>: line 3",
            ],
        ),
        ("try { . { throw 'x' } } catch { ($_.ScriptStackTrace -split \"`n\").Count }", ["2"]),
        ('$c = & { $n = 0; { $script:n++; $script:n }.GetNewClosure() }; & $c; & $c; "[$n]"', ["1", "2", "[]"]),
        ("function F { $input.MoveNext(); $input.Current }; 7, 8 | F", ["True", "7"]),
        ('function F { "$input" }; 7, 8 | F', ["7 8"]),
        ('function F { process { $input.Current; foreach ($i in $input) { "i$i" } } }; 7, 8 | F', ["i7", "i8"]),
        ("$h = @{ Count = 5 }; $h.Count; $h.psbase.Count", ["5", "1"]),
        ("try { @{}.$null } catch { $_.FullyQualifiedErrorId }", ["System.ArgumentNullException"]),
        ("& { trap { $_.Exception.GetType().Name; continue } [int]::Parse('x') }", ["FormatException"]),
        ("try { [datetime]'x' } catch [FormatException] { 'format' } catch { 'other' }", ["other"]),
        ("$n = 2147483647; $n += 1; $n.GetType().Name; $n += '1'; $n", ["Double", "2147483649"]),
        ('$a = 1, 2; $b = $a; $b += 3; "$a|$b"', ["1 2|1 2 3"]),
        ("$n = 1; $n += [int]$?; $n; $x = Get-Item nowhere -ErrorAction Ignore; $?", ["2", "False"]),
        ("7 / 2; 6 / 2; 7 % 3; -7 % 3; 2147483647 * 2; 'a' + 1", ["3.5", "3", "1", "-1", "4294967294", "a1"]),
        ("'Ann' -like 'a*'; 'Ann' -cnotlike 'a*'; ('Ann', 'Bob') -like 'b*'", ["True", "True", "Bob"]),
        (
            "'a1b2' -match '\\d'; $Matches[0]; ('a', '1') -match '\\d'; ('a1' -split '\\d').Count",
            ["True", "1", "1", "2"],
        ),
        ("'{0:N1} {1:F2} {2:N2}' -f 1234.56, -0.001, 0.125", ["1,234.6 -0.00 0.12"]),
    ],
)
def test_a_script_gives(script: str, lines: list[str]) -> None:
    assert shell(script).lines == lines


def test_calls_without_end_are_an_error_of_the_script() -> None:
    assert shell("function F { F }; try { F } catch { $_.FullyQualifiedErrorId }").lines == ["CallDepthOverflow"]


def test_a_date_keeps_its_hint_in_clixml(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(str(tmp_path))
    kept = "Get-Date -Date '2016-06-01' -DisplayHint Date | Export-Clixml d.xml"
    assert shell(f"{kept}; (Import-Clixml d.xml).Year").lines == ["2016"]
