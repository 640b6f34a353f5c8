"""Tee-Object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.parameters import Encoding, InputObject, LiteralPath, UtilityCall
from msolemu.modules.utility.text_file import TextOutput
from msolemu.runtime.text.encodings import UTF8
from msolemu.runtime.values.objects import NOTHING, Value, collapse

tee_object = Cmdlet(
    "Tee-Object",
    "Keeps the objects of a pipeline in a file or a variable, and passes them on.",
    aliases=("tee",),
    examples={
        "'a', 'b' | Tee-Object -Variable kept | Measure-Object": "Keeps the objects in $kept, and counts them.",
        "Get-Date | Tee-Object -FilePath when.txt": "Writes what the screen shows to a file too.",
    },
)


@dataclass(kw_only=True)
class IntoFile:
    """Draws the objects into a file as the screen would show them."""

    call: UtilityCall
    output: TextOutput = field(init=False)

    def opened(self) -> TextOutput:
        """The file."""
        raise NotImplementedError

    def begin(self) -> None:
        """Open the file."""
        self.output = self.opened()

    def process(self, input_object: InputObject = NOTHING) -> Iterator[Value]:
        """Draw an object, and pass it on."""
        if input_object is not NOTHING:
            self.output.add(input_object)
            yield input_object

    def end(self) -> None:
        """Write the file."""
        self.output.close()


@tee_object.parameter_set("File", default=True)
@dataclass(kw_only=True)
class IntoFiles(IntoFile):
    """What goes to the file is what the screen would show; what goes on are the objects themselves."""

    file_path: Annotated[str, Parameter("The file.", position=0, aliases=("Path",))]
    append: Annotated[Switch, Parameter("Adds to the file.")] = False
    encoding: Encoding = None

    def opened(self) -> TextOutput:
        """The file."""
        return TextOutput(self.call.session, self.file_path, self.encoding or UTF8, append=self.append)


@tee_object.parameter_set("LiteralFile")
@dataclass(kw_only=True)
class IntoLiteralFile(IntoFile):
    """The path is taken as it is."""

    literal_path: LiteralPath
    encoding: Encoding = None

    def opened(self) -> TextOutput:
        """The file."""
        return TextOutput(self.call.session, self.literal_path, self.encoding or UTF8, literal=True)


@tee_object.parameter_set("Variable")
@dataclass(kw_only=True)
class IntoVariable:
    """Keeps the objects themselves."""

    call: UtilityCall
    variable: Annotated[str, Parameter("The name of the variable, without $.")]
    kept: list[Value] = field(init=False, default_factory=list)

    def process(self, input_object: InputObject = NOTHING) -> Iterator[Value]:
        """Keep an object, and pass it on."""
        if input_object is not NOTHING:
            self.kept.append(input_object)
            yield input_object

    def end(self) -> None:
        """Set the variable."""
        found = collapse(self.kept)
        self.call.session.set_variable(self.variable, None if found is NOTHING else found)
