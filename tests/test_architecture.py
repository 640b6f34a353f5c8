"""The house keeps its shape: imports point one way, nothing outgrows one idea, lab time is the only time."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import msolemu

PACKAGE = Path(msolemu.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))

EVERYTHING = frozenset({"*"})
MAY_IMPORT: dict[str, frozenset[str]] = {
    "foundation": frozenset(),
    "compat": frozenset(),
    "language": frozenset({"foundation"}),
    "runtime": frozenset({"language", "foundation", "compat"}),
    "formatting": frozenset({"runtime", "foundation"}),
    "cmdlets": frozenset({"runtime", "language", "foundation", "compat"}),
    "host": frozenset({"cmdlets", "formatting", "runtime", "language", "foundation", "compat"}),
    "directory": frozenset({"foundation", "compat"}),
    "sync": frozenset({"directory", "foundation", "compat"}),
    "store": frozenset({"sync", "directory", "foundation"}),
    "modules": frozenset({"cmdlets", "formatting", "runtime", "sync", "directory", "foundation", "compat"}),
    "reports": frozenset({"sync", "directory", "foundation"}),
    "mail": frozenset({"reports", "foundation"}),
    "cli": frozenset({"bootstrap", "host", "reports", "compat", "foundation"}),
    "bootstrap": EVERYTHING,
    "__main__": frozenset({"cli"}),
    "__init__": frozenset(),
}
ONLY_HERE = {"tinydb": "store", "click": "cli", "smtplib": "mail", "flask": "web"}
LINES_OF_A_FILE = 450
LINES_OF_A_FUNCTION = 50


def part_of(path: Path) -> str:
    """The package of ours that a source file belongs to."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


def module_of(path: Path) -> str:
    """The second level inside `modules`, where one module must not know another."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[1] if len(inside.parts) > 2 else ""


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Every module name that a source file imports, lazily or not, with its line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module, node.lineno
            if node.module == "msolemu":
                for alias in node.names:
                    yield f"msolemu.{alias.name}", node.lineno


def name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_imports_point_from_the_outside_in(path: Path) -> None:
    part = part_of(path)
    allowed = MAY_IMPORT[part]
    wrong = []
    for target, line in imported(path):
        pieces = target.split(".")
        if pieces[0] != "msolemu" or len(pieces) < 2 or pieces[1] == part:
            continue
        if "*" not in allowed and pieces[1] not in allowed:
            wrong.append(f"{name(path)}:{line} imports {target}")
    assert not wrong


@pytest.mark.parametrize("path", [path for path in SOURCES if part_of(path) == "modules"], ids=name)
def test_one_module_of_cmdlets_never_knows_another(path: Path) -> None:
    own = module_of(path)
    others = [
        target for target, _ in imported(path) if target.startswith("msolemu.modules.") and target.split(".")[2] != own
    ]
    assert not others


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_a_library_of_one_part_is_imported_there_alone(path: Path) -> None:
    wrong = [
        f"{name(path)}:{line} imports {target}"
        for target, line in imported(path)
        if ONLY_HERE.get(target.split(".")[0], part_of(path)) != part_of(path)
    ]
    assert not wrong


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_file_outgrows_one_idea(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES_OF_A_FILE


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_no_function_outgrows_a_screen(path: Path) -> None:
    long = [
        f"{name(path)}:{node.lineno} {node.name} has {(node.end_lineno or node.lineno) - node.lineno + 1} lines"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > LINES_OF_A_FUNCTION
    ]
    assert not long


@pytest.mark.parametrize("path", [path for path in SOURCES if path.name == "__init__.py"], ids=name)
def test_a_package_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_nothing_that_only_posix_has_is_imported(path: Path) -> None:
    posix = {"fcntl", "termios", "pwd", "grp", "resource", "tty", "pty", "curses"}
    assert not [target for target, _ in imported(path) if target.split(".")[0] in posix]
