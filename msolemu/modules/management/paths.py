"""Test-Path, Join-Path, Split-Path, Resolve-Path, Convert-Path."""

from __future__ import annotations

import enum
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Fixed, Output, Parameter, Switch, Variation
from msolemu.modules.management.parameters import LITERALLY, Choice, ManagementCall, Paths
from msolemu.modules.management.providers import drive_of
from msolemu.modules.management.targets import Named, Target, targets, targets_of
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import MadeDrives, drive_not_found, locations_of, place_of
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.filesystem.path_info import PathInfo, path_info
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.file_items import file_item
from msolemu.runtime.types.registry import net_enum
from msolemu.runtime.values.objects import Value

NOTHING_REFUSED = Allow.NULL | Allow.EMPTY_TEXT | Allow.EMPTY_COLLECTION


@net_enum("Microsoft.PowerShell.Commands.TestPathType")
class TestPathType(enum.Enum):
    """What is looked for."""

    Any = 0
    Container = 1
    Leaf = 2


test_path = Cmdlet(
    "Test-Path",
    "Tells whether something is at a path.",
    output=bool,
    examples={
        "Test-Path nowhere.txt": "Gives False.",
        "Test-Path . -PathType Container": "Gives True where a folder is there.",
    },
)
PathType = Annotated[TestPathType, Parameter("Only files (Leaf), or only folders (Container).", aliases=("Type",))]
IsValid = Annotated[Switch, Parameter("Only whether the path is one, not whether something is there.")]
OlderThan = Annotated[DateTime | None, Parameter("Only what was last written before.", nullable=True)]
NewerThan = Annotated[DateTime | None, Parameter("Only what was last written after.", nullable=True)]


class _Test:
    """What must hold of a path."""

    def __init__(self, call: ManagementCall, choice: Choice, kind: TestPathType, older: Value, newer: Value) -> None:
        self.call = call
        self.choice = choice
        self.kind = kind
        self.older = older
        self.newer = newer

    def results(self, paths: list[str] | None, *, literal: bool, valid: bool) -> Iterator[bool]:
        """The answer for each path."""
        wanted: list[str | None] = [*paths] if paths else [None]
        for path in wanted:
            if path is None:
                self.call.write_error(
                    "NullPathNotPermitted",
                    "Value cannot be null. (Parameter 'The provided Path argument was null or an empty collection.')",
                    ErrorCategory.INVALID_ARGUMENT,
                    "System.ArgumentNullException",
                )
                continue
            yield bool(path.strip()) and (self._is_path(path) if valid else self._holds(path, literal=literal))

    def _is_path(self, path: str) -> bool:
        try:
            return drive_of(self.call.session, path) is not None or bool(place_of(self.call.session, path).shown)
        except PowerShellError:
            return False

    def _holds(self, path: str, *, literal: bool) -> bool:
        try:
            found = list(targets_of(self.call, path, self.choice, literal=literal))
        except PowerShellError as error:
            if error.record.error_id == "PathOutsideWorkspace":
                raise
            return False
        if not found:
            return False
        if self.kind is not TestPathType.Any:
            return all(_is_container(one) for one in found) is (self.kind is TestPathType.Container)
        return any(self._fits(target) for target in found)

    def _fits(self, target: Target) -> bool:
        if isinstance(target, Named):
            return True
        written = file_item(target).moment("write")
        if self.older is not None and not written < self.older.to_datetime():
            return False
        return self.newer is None or written > self.newer.to_datetime()


def _is_container(target: Target) -> bool:
    return not target.name if isinstance(target, Named) else Path(target.host).is_dir()


LiteralPaths = Annotated[
    list[str],
    Parameter(
        "Paths in which no wildcard counts.",
        name="LiteralPath",
        aliases=("PSPath", "LP"),
        from_property=True,
        allow=NOTHING_REFUSED,
    ),
]


@test_path.parameter_set("LiteralPath", Variation({"path": LiteralPaths}, {"literal": True}))
@test_path.parameter_set("Path", default=True)
def is_there(
    call: ManagementCall,
    path: Annotated[
        list[str],
        Parameter(
            "The paths; wildcards count.", position=0, from_pipeline=True, from_property=True, allow=NOTHING_REFUSED
        ),
    ],
    choice: Choice,
    path_type: PathType = TestPathType.Any,
    is_valid: IsValid = False,
    older_than: OlderThan = None,
    newer_than: NewerThan = None,
    literal: Fixed = False,
) -> Output[bool]:
    """A path with wildcards is there when it means anything."""
    test = _Test(call, choice, path_type, older_than, newer_than)
    yield from test.results(path, literal=literal, valid=is_valid)


join_path = Cmdlet(
    "Join-Path",
    "Puts parts of a path together.",
    output=str,
    examples={"Join-Path reports june.csv": "Gives one path.", "Join-Path C:\\data a b.csv": "Takes several parts."},
)
Child = Annotated[
    list[str] | None,
    Parameter("The part that follows.", position=1, from_property=True, mandatory=True, allow=NOTHING_REFUSED),
]


@join_path.parameter_set()
def joined(
    call: ManagementCall,
    path: Annotated[
        list[str],
        Parameter("The first part.", position=0, from_pipeline=True, from_property=True, aliases=("PSPath",)),
    ],
    child_path: Child,
    additional_child_path: Annotated[
        list[str] | None,
        Parameter("Further parts.", position=2, from_property=True, remaining=True, allow=NOTHING_REFUSED),
    ] = None,
    resolve: Annotated[Switch, Parameter("Gives the paths that are there.")] = False,
) -> Output[str]:
    """Parts are separated as the place that the first one names separates them. Nothing needs to be there, unless
    -Resolve is said."""
    locations = locations_of(call.session)
    made = call.session.state(MadeDrives)
    rest = [*(child_path or []), *(additional_child_path or [])]
    for first in path:
        drive = re.match(r"([^:\\/\s][^:\\/]+):", first)
        if drive and drive_of(call.session, first) is None and drive[1].lower() not in made and "::" not in first:
            call.write_error(drive_not_found(drive[1]))
            continue
        found = first
        for part in rest:
            found = locations.join(found, part or "")
        if not resolve:
            yield found
            continue
        for target in targets(call, [found]):
            yield target.shown


split_path = Cmdlet(
    "Split-Path",
    "Gives a part of a path.",
    examples={
        "Split-Path C:\\data\\june.csv": "Gives the folder.",
        "Split-Path C:\\data\\june.csv -Leaf": "Gives the file's name.",
        "Split-Path C:\\data\\june.csv -LeafBase": "Gives the name without extension.",
    },
)
Resolve = Annotated[Switch, Parameter("Takes the paths that are there.")]
_QUALIFIER = re.compile(r"[^:\\/]+:(?!:)")


def _split(call: ManagementCall, paths: list[str], *, resolve: bool) -> Iterator[str]:
    if not resolve:
        yield from paths
        return
    for target in targets(call, paths):
        yield target.shown


def parent_of(call: ManagementCall, path: str) -> str:
    """What stands before the last separator."""
    locations = locations_of(call.session)
    spelled = locations.spelled(path)
    separator = locations.separator_of(path)
    bare = spelled.rstrip(separator) or spelled
    cut = bare.rfind(separator)
    if cut < 0:
        return ""
    head = bare[:cut]
    if not head and len(bare) > 1:
        return separator
    return head + separator if head.endswith(":") else head


def leaf_of(path: str) -> str:
    """What stands after the last separator."""
    bare = path.rstrip("\\/")
    cut = max(bare.rfind("/"), bare.rfind("\\"))
    return path if not bare or (cut < 0 and bare.endswith(":")) else bare[cut + 1 :]


@split_path.parameter_set("ParentSet", default=True)
def split_parent(
    call: ManagementCall,
    path: Paths,
    parent: Annotated[Switch, Parameter("The folder; so without any flag.", from_property=True)] = False,
    resolve: Resolve = False,
) -> Output[str]:
    """Without a flag the folder is given. Nothing needs to be there, unless -Resolve is said."""
    for one in _split(call, path, resolve=resolve):
        yield parent_of(call, one)


@split_path.parameter_set("LeafSet")
def split_leaf(
    call: ManagementCall,
    path: Paths,
    leaf: Annotated[Switch, Parameter("The last part.", mandatory=True, from_property=True)],
    resolve: Resolve = False,
) -> Output[str]:
    """Gives the last part."""
    for one in _split(call, path, resolve=resolve):
        yield leaf_of(one)


@split_path.parameter_set("LeafBaseSet")
def split_leaf_base(
    call: ManagementCall,
    path: Paths,
    leaf_base: Annotated[Switch, Parameter("The last part without extension.", mandatory=True, from_property=True)],
    resolve: Resolve = False,
) -> Output[str]:
    """Gives the last part without its extension."""
    for one in _split(call, path, resolve=resolve):
        name = leaf_of(one)
        yield name.rpartition(".")[0] if "." in name else name


@split_path.parameter_set("ExtensionSet")
def split_extension(
    call: ManagementCall,
    path: Paths,
    extension: Annotated[Switch, Parameter("The extension, with its dot.", mandatory=True, from_property=True)],
    resolve: Resolve = False,
) -> Output[str]:
    """Gives the extension."""
    for one in _split(call, path, resolve=resolve):
        _, dot, last = leaf_of(one).rpartition(".")
        yield dot + last if dot and last else ""


@split_path.parameter_set("QualifierSet")
def split_qualifier(
    call: ManagementCall,
    path: Paths,
    qualifier: Annotated[Switch, Parameter("The drive.", mandatory=True, from_property=True)],
    resolve: Resolve = False,
) -> Output[str]:
    """Gives the drive; a path without one is an error."""
    for one in _split(call, path, resolve=resolve):
        found = _QUALIFIER.match(one)
        if found is None:
            call.write_error(
                "ParseQualifierError",
                f"Cannot parse path because path '{one}' does not have a qualifier specified.",
                ErrorCategory.INVALID_ARGUMENT,
                "System.FormatException",
                target=one,
            )
        else:
            yield found[0]


@split_path.parameter_set("NoQualifierSet")
def split_no_qualifier(
    call: ManagementCall,
    path: Paths,
    no_qualifier: Annotated[Switch, Parameter("All but the drive.", mandatory=True, from_property=True)],
    resolve: Resolve = False,
) -> Output[str]:
    """Gives the path without its drive."""
    for one in _split(call, path, resolve=resolve):
        yield _QUALIFIER.sub("", one, count=1)


@split_path.parameter_set("IsAbsoluteSet")
def split_is_absolute(
    call: ManagementCall,
    path: Paths,
    is_absolute: Annotated[Switch, Parameter("Whether the path starts at a root.", mandatory=True)],
    resolve: Resolve = False,
) -> Output[bool]:
    """Tells whether the path starts at a root."""
    for one in _split(call, path, resolve=resolve):
        yield bool(_QUALIFIER.match(one)) or one.startswith("\\\\") or os.path.isabs(one)  # noqa: PTH117


@split_path.parameter_set("LiteralPathSet")
def split_literal_path(call: ManagementCall, literal_path: LiteralPaths, resolve: Resolve = False) -> Output[str]:
    """Gives the folder of a path that is taken as it is."""
    for one in _split(call, literal_path, resolve=resolve):
        yield parent_of(call, one)


resolve_path = Cmdlet(
    "Resolve-Path",
    "Gives the paths that a pattern means.",
    output=PathInfo,
    aliases=("rvpa",),
    examples={"Set-Content a.txt 'x'; Resolve-Path *.txt -Relative": "Gives what is there."},
)
Relative = Annotated[Switch, Parameter("Paths as seen from the current location.")]
RelativeBase = Annotated[str | None, Parameter("The folder from which -Relative is seen.")]
ForceHidden = Annotated[Switch, Parameter("Also what is hidden.")]


@resolve_path.parameter_set("LiteralPath", LITERALLY)
@resolve_path.parameter_set("Path", default=True)
def resolve(
    call: ManagementCall,
    path: Paths,
    relative: Relative = False,
    relative_base_path: RelativeBase = None,
    force: ForceHidden = False,
    literal: Fixed = False,
) -> Output[Value]:
    """A path that leads nowhere is an error; a pattern that matches nothing gives nothing."""
    start = place_of(call.session, relative_base_path) if relative_base_path else locations_of(call.session).current
    for target in targets(call, path, literal=literal, hidden=force):
        if isinstance(target, Named):
            yield target.path_info
        elif relative:
            yield _from(start, target)
        else:
            yield path_info(target)


def _from(start: Place, target: Place) -> str:
    separator = target.separator
    relative = os.path.relpath(target.host, start.host).replace(os.sep, separator)
    return relative if relative.startswith("..") else "." if relative == "." else f".{separator}{relative}"


convert_path = Cmdlet(
    "Convert-Path",
    "Gives the full paths that a pattern means, as text.",
    output=str,
    aliases=("cvpa",),
    examples={"Convert-Path .": "Gives the full path of the current location."},
)


@convert_path.parameter_set("LiteralPath", LITERALLY)
@convert_path.parameter_set("Path", default=True)
def convert(call: ManagementCall, path: Paths, force: ForceHidden = False, literal: Fixed = False) -> Output[str]:
    """A path that leads nowhere is an error."""
    for target in targets(call, path, literal=literal, hidden=force):
        yield target.shown
