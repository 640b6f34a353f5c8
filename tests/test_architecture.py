"""The house keeps its shape: imports point one way, nothing outgrows one idea, lab time is the only time."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

import pytest

import msolemu

PACKAGE = Path(msolemu.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))

EVERYTHING = frozenset({"*"})
MAY_IMPORT: dict[str, frozenset[str]] = {
    "foundation": frozenset(),
    "compat": frozenset({"foundation"}),
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
    "__main__": frozenset({"cli", "foundation"}),
    "__init__": frozenset(),
}
ONLY_HERE = {"tinydb": "store", "click": "cli", "smtplib": "mail", "flask": "web"}
QUICK_DATACLASS = PACKAGE / "foundation" / "dataclass.py"
LINES_OF_A_FILE = 450
LINES_OF_A_FUNCTION = 50


def part_of(path: Path) -> str:
    """The package of ours that a source file belongs to."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem


PARTS = sorted({part_of(path) for path in SOURCES})


def module_of(path: Path) -> str:
    """The second level inside `modules`, where one module must not know another."""
    inside = path.relative_to(PACKAGE)
    return inside.parts[1] if len(inside.parts) > 2 else ""


@functools.cache
def tree(path: Path) -> ast.Module:
    """A source file, parsed once for all that is asked of it."""
    return ast.parse(path.read_text(encoding="utf-8"))


@functools.cache
def imported(path: Path) -> tuple[tuple[str, int], ...]:
    """Every module name that a source file imports, lazily or not, with its line."""
    return tuple(_imported(tree(path)))


def _imported(module: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module, node.lineno
            if node.module == "msolemu":
                for alias in node.names:
                    yield f"msolemu.{alias.name}", node.lineno


def sources_of(part: str) -> list[Path]:
    """The source files of a package."""
    return [path for path in SOURCES if part_of(path) == part]


def imports_of(part: str) -> Iterator[tuple[Path, str, str]]:
    """Each import of a package: the file, the module that it names, and a sentence with the place."""
    for path in sources_of(part):
        for target, line in imported(path):
            yield path, target, f"{name(path)}:{line} imports {target}"


def name(path: Path) -> str:
    """A source file as failures name it."""
    return path.relative_to(PACKAGE).as_posix()


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How long a function is, its docstring included."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_every_package_has_its_place_among_the_others() -> None:
    assert sorted(MAY_IMPORT) == PARTS


@pytest.mark.parametrize("part", PARTS)
def test_imports_point_from_the_outside_in(part: str) -> None:
    allowed = MAY_IMPORT[part] | {part}
    wrong = []
    for _, target, sentence in imports_of(part):
        package, _, inside = target.partition(".")
        if package == "msolemu" and inside and not {"*", inside.partition(".")[0]} & allowed:
            wrong.append(sentence)
    assert not wrong


def test_one_module_of_cmdlets_never_knows_another() -> None:
    assert not [
        sentence
        for path, target, sentence in imports_of("modules")
        if target.startswith("msolemu.modules.") and target.split(".")[2] != module_of(path)
    ]


@pytest.mark.parametrize("part", PARTS)
def test_a_library_of_one_part_is_imported_there_alone(part: str) -> None:
    assert not [
        sentence for _, target, sentence in imports_of(part) if ONLY_HERE.get(target.partition(".")[0], part) != part
    ]


@pytest.mark.parametrize("part", PARTS)
def test_dataclasses_are_those_that_are_quick_to_define(part: str) -> None:
    assert not [
        sentence for path, target, sentence in imports_of(part) if target == "dataclasses" and path != QUICK_DATACLASS
    ]


@pytest.mark.parametrize("part", PARTS)
def test_no_file_outgrows_one_idea(part: str) -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources_of(part)}
    assert not {file: lines for file, lines in lengths.items() if lines > LINES_OF_A_FILE}


@pytest.mark.parametrize("part", PARTS)
def test_no_function_outgrows_a_screen(part: str) -> None:
    assert not [
        f"{name(path)}:{node.lineno} {node.name} has {lines_of(node)} lines"
        for path in sources_of(part)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines_of(node) > LINES_OF_A_FUNCTION
    ]


def test_a_package_says_what_it_is_for() -> None:
    assert not [name(path) for path in SOURCES if path.name == "__init__.py" and not ast.get_docstring(tree(path))]


@pytest.mark.parametrize("part", PARTS)
def test_nothing_that_only_posix_has_is_imported(part: str) -> None:
    posix = {"fcntl", "termios", "pwd", "grp", "resource", "tty", "pty", "curses"}
    assert not [sentence for _, target, sentence in imports_of(part) if target.partition(".")[0] in posix]
