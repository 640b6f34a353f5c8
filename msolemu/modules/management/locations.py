"""Get-Location, Set-Location, Push-Location, Pop-Location."""

from __future__ import annotations

from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Fixed, Output, Parameter, Switch, Variation
from msolemu.modules.management.drives import chosen, of_provider
from msolemu.modules.management.parameters import ONE_LITERALLY, ManagementCall, PassThru
from msolemu.modules.management.providers import drive_of
from msolemu.runtime.errors.net_errors import NetError
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.filesystem.files import is_folder, locations_of, path_not_found, resolve
from msolemu.runtime.filesystem.locations import Place
from msolemu.runtime.filesystem.path_info import DriveInfo, PathInfo, path_info

DEFAULT_STACK = ""

get_location = Cmdlet(
    "Get-Location",
    "Tells the current location.",
    output=PathInfo,
    aliases=("gl", "pwd"),
    examples={"(Get-Location).Path": "Gives it as text."},
)


@get_location.parameter_set("Location", default=True)
def current(
    call: ManagementCall,
    ps_provider: Annotated[
        list[str] | None, Parameter("Of which provider.", name="PSProvider", from_property=True)
    ] = None,
    ps_drive: Annotated[list[str] | None, Parameter("Of which drive.", name="PSDrive", from_property=True)] = None,
) -> Output[PathInfo]:
    """The location is at first the host's working folder. A drive that the session is not on is at its root."""
    here = path_info(locations_of(call.session).here)
    if ps_drive:
        for drive in chosen(call, ps_drive, ps_provider):
            yield here if drive.Name == here.Drive.Name else root_of(call, drive)
    elif of_provider(here.Provider, ps_provider):
        yield here
    else:
        yield from (root_of(call, drive) for drive in chosen(call, ["*"], ps_provider))


class LocationHistory:
    """The locations that were left, the last ones first, for `-` and `+` to go back and forth."""

    MOST = 20

    def __init__(self) -> None:
        self.left: list[Place] = []
        self.undone: list[Place] = []

    def leave(self, place: Place) -> None:
        """A location is left for another."""
        self.left = [*self.left, place][-self.MOST :]
        self.undone.clear()

    def back(self, here: Place) -> Place:
        """The location that was left last."""
        return self._step(self.left, self.undone, here, "backwards")

    def forth(self, here: Place) -> Place:
        """The location that going back has left."""
        return self._step(self.undone, self.left, here, "forwards")

    @staticmethod
    def _step(source: list[Place], kept: list[Place], here: Place, way: str) -> Place:
        if not source:
            text = f"There is no location history left to navigate {way}."
            raise NetError("System.InvalidOperationException", text)
        kept.append(here)
        return source.pop()


def go(call: ManagementCall, place: Place) -> None:
    """Make a place the current location, and remember the one that is left."""
    locations = locations_of(call.session)
    call.session.state(LocationHistory).leave(locations.here)
    locations.enter(place)


def stack_of(call: ManagementCall, name: str | None) -> list[Place]:
    """The stack of that name; one that nobody has pushed to is an error."""
    stacks = locations_of(call.session).stacks
    folded = (name or DEFAULT_STACK).lower()
    if folded not in stacks and folded not in (DEFAULT_STACK, "default"):
        raise call.error(
            "Argument",
            f"Cannot find location stack '{name}'. It does not exist or it is not a container.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.Management.Automation.PSArgumentException",
        )
    return stacks.setdefault(folded, [])


def root_of(call: ManagementCall, drive: DriveInfo) -> PathInfo:
    """The root of a drive."""
    return path_info(folder_at(call, f"{drive.Name}:\\"))


@get_location.parameter_set("Stack")
def stacked(
    call: ManagementCall,
    stack: Annotated[Switch, Parameter("The locations that Push-Location keeps.")] = False,
    stack_name: Annotated[list[str] | None, Parameter("Of which stacks.", from_property=True)] = None,
) -> Output[PathInfo]:
    """The one that was kept last comes first."""
    for name in stack_name or [DEFAULT_STACK]:
        try:
            yield from (path_info(place) for place in reversed(stack_of(call, name)))
        except PowerShellError as error:
            call.write_error(error)


set_location = Cmdlet(
    "Set-Location",
    "Changes the current location.",
    output=PathInfo,
    aliases=("cd", "chdir", "sl"),
    examples={
        "New-Item in -ItemType Directory -Force | Out-Null; Set-Location in; Set-Location ..": "Goes and returns."
    },
)


def folder_at(call: ManagementCall, path: str, *, literal: bool = False) -> Place:
    """The folder, or the drive of named values, that a path means."""
    on_drive = drive_of(call.session, path)
    if on_drive is not None:
        drive, name = on_drive
        if name:
            raise path_not_found(path)
        return locations_of(call.session).root_of(drive.name)
    found = [place for place in resolve(call.session, path, literal=literal) if is_folder(place)]
    if not found:
        raise path_not_found(path)
    if len(found) > 1:
        raise call.error(
            "AmbiguousPath",
            f"Cannot process argument because path '{path}' resolves to multiple containers.",
            ErrorCategory.INVALID_ARGUMENT,
            "System.Management.Automation.PSArgumentException",
        )
    return found[0]


@set_location.parameter_set("LiteralPath", ONE_LITERALLY)
@set_location.parameter_set("Path", default=True)
def enter(
    call: ManagementCall,
    path: Annotated[str | None, Parameter("Where to.", position=0, from_pipeline=True, from_property=True)] = None,
    pass_thru: PassThru = False,
    literal: Fixed = False,
) -> Output[PathInfo]:
    """Relative paths start there from now on; without a path it is the home folder. `-` goes back to the location
    that was left last, `+` undoes that."""
    locations, history = locations_of(call.session), call.session.state(LocationHistory)
    if path in ("-", "+") and not literal:
        place = history.back(locations.here) if path == "-" else history.forth(locations.here)
        locations.enter(place)
    else:
        try:
            place = folder_at(call, path if path else "~", literal=literal)
        except PowerShellError as error:
            call.write_error(error)
            return
        go(call, place)
    if pass_thru:
        yield path_info(place)


@set_location.parameter_set("Stack")
def set_stack(
    call: ManagementCall,
    pass_thru: PassThru = False,
    stack_name: Annotated[str | None, Parameter("The stack to use from now on.", from_property=True)] = None,
) -> Output[PathInfo]:
    """One stack serves; another name makes it the default."""
    stacks = locations_of(call.session).stacks
    stacks[DEFAULT_STACK] = stacks.setdefault((stack_name or DEFAULT_STACK).lower(), [])
    if pass_thru:
        yield from map(path_info, reversed(stacks[DEFAULT_STACK]))


push_location = Cmdlet(
    "Push-Location",
    "Keeps the current location and goes to another.",
    aliases=("pushd",),
    examples={"Push-Location .; Pop-Location": "Goes and returns."},
)
LiteralPath = Annotated[
    str | None,
    Parameter("A path in which no wildcard counts.", name="LiteralPath", aliases=("PSPath", "LP"), from_property=True),
]
StackName = Annotated[str | None, Parameter("The stack that keeps it.", from_property=True)]


@push_location.parameter_set("LiteralPath", Variation({"path": LiteralPath}, {"literal": True}))
@push_location.parameter_set("Path", default=True)
def push(
    call: ManagementCall,
    path: Annotated[str | None, Parameter("Where to.", position=0, from_pipeline=True, from_property=True)] = None,
    pass_thru: PassThru = False,
    stack_name: StackName = None,
    literal: Fixed = False,
) -> Output[PathInfo]:
    """Without a path the location is only kept."""
    locations = locations_of(call.session)
    try:
        place = folder_at(call, path, literal=literal) if path else locations.here
    except PowerShellError as error:
        call.write_error(error)
        return
    locations.stacks.setdefault((stack_name or DEFAULT_STACK).lower(), []).append(locations.here)
    go(call, place)
    if pass_thru:
        yield path_info(place)


pop_location = Cmdlet(
    "Pop-Location",
    "Goes back to the location that was kept last.",
    aliases=("popd",),
    examples={"Push-Location .; Pop-Location": "Goes and returns."},
)


@pop_location.parameter_set()
def popped(call: ManagementCall, pass_thru: PassThru = False, stack_name: StackName = None) -> Output[PathInfo]:
    """An empty stack changes nothing."""
    try:
        stack = stack_of(call, stack_name)
    except PowerShellError as error:
        call.write_error(error)
        return
    if stack:
        go(call, stack.pop())
        if pass_thru:
            yield path_info(locations_of(call.session).here)
