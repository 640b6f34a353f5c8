"""ConvertTo-Json, ConvertFrom-Json, Test-Json."""

from __future__ import annotations

import enum
import re
import uuid
from collections.abc import Callable, Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Output, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.json_reader import JsonReader, NotJson
from msolemu.modules.utility.json_text import JsonWriter, KeyIsNoText, StringEscapeHandling
from msolemu.modules.utility.parameters import UtilityCall
from msolemu.runtime.binding.validation import ValidateRange
from msolemu.runtime.errors.records import ErrorCategory, PowerShellError
from msolemu.runtime.types.date_time import DateTime
from msolemu.runtime.types.registry import known_type, net_enum
from msolemu.runtime.values.objects import Hashtable, Value

convert_to_json = Cmdlet(
    "ConvertTo-Json",
    "Turns objects into JSON text.",
    output=str,
    examples={
        "@{ Name = 'Ann'; Roles = 'admin', 'user' } | ConvertTo-Json": "Makes an object with a list.",
        "1, 2 | ConvertTo-Json -Compress": "Makes an array, on one line.",
    },
)


@convert_to_json.parameter_set()
@dataclass(kw_only=True)
class ToJson:
    """Several objects make an array. What lies deeper than -Depth is written as text, and a warning says so."""

    call: UtilityCall
    depth: Annotated[int, Parameter("How deep objects are written out.", validate=(ValidateRange(0, 100),))] = 2
    compress: Annotated[Switch, Parameter("Without blanks and line breaks.")] = False
    enums_as_strings: Annotated[Switch, Parameter("Enumerations by name, not by number.")] = False
    as_array: Annotated[Switch, Parameter("An array, even of one object.")] = False
    escape_handling: Annotated[StringEscapeHandling, Parameter("What else is escaped.")] = StringEscapeHandling.Default
    objects: list[Value] = field(init=False, default_factory=list)

    def process(
        self,
        input_object: Annotated[
            Value,
            Parameter(
                "The objects.", position=0, type="System.Object", from_pipeline=True, mandatory=True, allow=Allow.NULL
            ),
        ],
    ) -> None:
        """Keep an object; a pipeline hands on a Guid with the property that its type has besides those of .NET."""
        if self.call.invocation.expects_input and isinstance(input_object, uuid.UUID):
            input_object = Hashtable((("value", input_object), ("Guid", str(input_object))))
        self.objects.append(input_object)

    def end(self) -> Iterator[str]:
        """Give the text."""
        if not self.objects:
            return
        writer = JsonWriter(self.depth, self.compress, self.enums_as_strings, self.escape_handling)
        many = len(self.objects) > 1 or self.as_array
        try:
            text = writer.write(self.objects if many else self.objects[0])
        except KeyIsNoText as error:
            raise self.call.error(
                "NonStringKeyInDictionary",
                f"The type '{error}' is not supported for serialization or deserialization of a dictionary. Keys must "
                "be strings.",
                ErrorCategory.INVALID_OPERATION,
                "System.InvalidOperationException",
            ) from error
        if writer.truncated:
            self.call.write_warning(
                f"Resulting JSON is truncated as serialization has exceeded the set depth of {self.depth}."
            )
        yield text


@net_enum("Microsoft.PowerShell.Commands.JsonDateKind")
class JsonDateKind(enum.Enum):
    """What becomes of dates."""

    Default = 0
    Local = 1
    Utc = 2
    Offset = 3
    String = 4


_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?(Z|[+-]\d\d:?\d\d)?")
_TICKS = re.compile(r"/Date\((-?\d+)(?:[+-]\d{4})?\)/")
_EPOCH = 621355968000000000
UNSPECIFIED, UTC, LOCAL = 0, 1, 2


def date_of(text: str) -> Value:
    """A text as a date, where it is one; else the text."""
    found = _DATE.fullmatch(text)
    if found is None:
        ticks = _TICKS.fullmatch(text)
        return text if ticks is None else DateTime(_EPOCH + int(ticks[1]) * 10_000, UTC)
    from msolemu.runtime.casting.conversion import try_convert

    converted, moment = try_convert(text.rstrip("Z"), known_type("System.DateTime"))
    if not converted:
        return text
    return DateTime(moment.ticks, UTC) if found[1] == "Z" else moment


def _in_kind(kind: JsonDateKind) -> Callable[[str], Value] | None:
    if kind is JsonDateKind.String:
        return None
    if kind is JsonDateKind.Offset:
        from msolemu.runtime.casting.conversion import try_convert

        def offset(text: str) -> Value:
            if not _DATE.fullmatch(text):
                return text
            converted, moment = try_convert(text, known_type("System.DateTimeOffset"))
            return moment if converted else text

        return offset
    return lambda text: _as(kind, date_of(text))


def _as(kind: JsonDateKind, moment: Value) -> Value:
    """A date in the kind that is asked for; one of no kind is taken to be of that kind."""
    if kind is JsonDateKind.Default or not isinstance(moment, DateTime):
        return moment
    if kind is JsonDateKind.Utc:
        return moment.to_utc() if moment.kind else DateTime(moment.ticks, UTC)
    return moment.to_local() if moment.kind else DateTime(moment.ticks, LOCAL)


convert_from_json = Cmdlet(
    "ConvertFrom-Json",
    "Turns JSON text into objects.",
    examples={
        '\'{ "name": "Ann", "age": 31 }\' | ConvertFrom-Json': "Makes an object with two properties.",
        "('[1, 2]' | ConvertFrom-Json -NoEnumerate).Count": "Keeps an array together.",
    },
)


@convert_from_json.parameter_set()
@dataclass(kw_only=True)
class FromJson:
    """Whole numbers become Int64, dates with a time DateTime. Comments and trailing commas are let through."""

    call: UtilityCall
    as_hashtable: Annotated[Switch, Parameter("Tables in place of objects.")] = False
    depth: Annotated[int, Parameter("How deep the text may be.")] = 1024
    no_enumerate: Annotated[Switch, Parameter("Gives an array as one object.")] = False
    date_kind: Annotated[JsonDateKind, Parameter("What becomes of dates.")] = JsonDateKind.Default
    lines: list[str] = field(init=False, default_factory=list)

    def process(
        self,
        input_object: Annotated[str, Parameter("The text.", position=0, from_pipeline=True, allow=Allow.EMPTY_TEXT)],
    ) -> None:
        """Keep a text."""
        self.lines.append(input_object)

    def end(self) -> Iterator[Value]:
        """Give the objects: of each line, if the first is a JSON text of its own, else of all lines together."""
        if len(self.lines) > 1:
            try:
                first = list(self._read(self.lines[0]))
            except PowerShellError:
                yield from self._read("\n".join(self.lines))
                return
            yield from first
            for line in self.lines[1:]:
                yield from self._read(line)
        elif self.lines:
            yield from self._read(self.lines[0])

    def _read(self, text: str) -> Iterator[Value]:
        if not text.strip():
            return
        reader = JsonReader(text, as_hashtable=self.as_hashtable, depth=self.depth, dates=_in_kind(self.date_kind))
        try:
            value = reader.read()
        except NotJson as error:
            raise self._not_json(error) from error
        if isinstance(value, list) and not self.no_enumerate:
            yield from value
        else:
            yield value

    def _not_json(self, error: NotJson) -> PowerShellError:
        plain = error.error_id == "System.ArgumentException"
        return self.call.error(
            error.error_id,
            error.text,
            ErrorCategory.NOT_SPECIFIED if plain else ErrorCategory.INVALID_OPERATION,
            "System.ArgumentException" if plain else "System.InvalidOperationException",
        )


test_json = Cmdlet(
    "Test-Json",
    "Tells whether a text is JSON.",
    output=bool,
    examples={
        "Test-Json '{ \"a\": 1 }'": "Gives True.",
        "Test-Json '{ ' -ErrorAction SilentlyContinue": "Gives False.",
    },
)


@test_json.parameter_set("JsonString", default=True)
def is_json(
    call: UtilityCall,
    json: Annotated[str, Parameter("The text.", position=0, from_pipeline=True)],
) -> Output[bool]:
    """A text that is not JSON is an error too, and False."""
    try:
        JsonReader(json).read()
    except NotJson:
        call.write_error(
            "InvalidJson",
            "Cannot parse the JSON.",
            ErrorCategory.INVALID_DATA,
            "System.Exception",
        )
        yield False
    else:
        yield True
