"""ConvertTo-Html."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Annotated, Any

from msolemu.cmdlets.declaration import Cmdlet, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.csv_rows import cell_text
from msolemu.modules.utility.parameters import InputObject, UtilityCall, read_properties
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty, ValidateSet
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.values.objects import NOTHING, Hashtable, Value, unwrap
from msolemu.runtime.values.property_arguments import EXPRESSION_KEY, LABEL_KEY, Key, PropertyArgument
from msolemu.runtime.values.property_expressions import PropertyExpression
from msolemu.runtime.values.property_views import properties_of

SOMETHING = (ValidateNotNullOrEmpty(),)
HTML_KEYS = (
    EXPRESSION_KEY,
    LABEL_KEY,
    Key("alignment", (str,), ("System.String",)),
    Key("width", (int, str), ("System.Int32", "System.String")),
)
STRICT = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"  "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">'
)
TRANSITIONAL = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"  '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
)
META = ("content-type", "default-style", "x-ua-compatible")

Properties = Annotated[
    list[Value] | None,
    Parameter("The properties; all unless said. Tables may name, align and size columns.", position=0),
]
As = Annotated[
    str, Parameter("A table, or a list of names and values.", validate=(*SOMETHING, ValidateSet(("Table", "List"))))
]
PostContent = Annotated[list[str] | None, Parameter("What stands after the table.", validate=SOMETHING)]
PreContent = Annotated[list[str] | None, Parameter("What stands before the table.", validate=SOMETHING)]

convert_to_html = Cmdlet(
    "ConvertTo-Html",
    "Turns objects into a page with a table.",
    output=str,
    examples={
        "Get-Verb | Select-Object -First 2 | ConvertTo-Html Verb, Group -Title Verbs": "Makes a page.",
        "Get-Verb | Select-Object -First 2 | ConvertTo-Html Verb -Fragment -As List": "Makes a list only.",
    },
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table."""

    label: str
    expression: PropertyExpression
    alignment: str | None = None
    width: str | None = None

    @property
    def col(self) -> str:
        """The element that describes it."""
        width = f' width = "{self.width}"' if self.width else ""
        align = f' align = "{self.alignment}"' if self.alignment else ""
        return f"<col{width}{align}/>"


@dataclass(kw_only=True)
class Drawing:
    """Draws the rows as they come; the first object decides on the columns."""

    call: UtilityCall
    property: Properties = None
    as_: As = "Table"
    columns: list[Column] | None = field(init=False, default=None)

    def head(self) -> Iterator[str]:
        """What stands before the table."""
        raise NotImplementedError

    def foot(self) -> Iterator[str]:
        """What stands after the table."""
        raise NotImplementedError

    def begin(self) -> Iterator[str]:
        """Read the arguments, and start."""
        self.arguments: Sequence[PropertyArgument] = read_properties(self.call, self.property, HTML_KEYS)
        yield from self.head()

    def is_list(self) -> bool:
        """Whether names and values stand below one another."""
        return self.as_.lower() == "list"

    def process(self, input_object: InputObject = NOTHING) -> Iterator[str]:
        """Draw one object."""
        if input_object is None or input_object is NOTHING:
            return
        if self.columns is None:
            self.columns = self._columns(input_object)
            yield "<table>"
            if not self.is_list():
                yield f"<colgroup>{''.join(column.col for column in self.columns)}</colgroup>"
                yield f"<tr>{''.join(f'<th>{column.label}</th>' for column in self.columns)}</tr>"
        elif self.is_list():
            yield "<tr><td><hr></td></tr>"
        if self.is_list():
            for column in self.columns:
                yield f"<tr><td>{column.label}:</td><td>{self._cell(column, input_object)}</td></tr>"
        else:
            yield f"<tr>{''.join(f'<td>{self._cell(column, input_object)}</td>' for column in self.columns)}</tr>"

    def _columns(self, value: Value) -> list[Column]:
        if not self.arguments:
            names = [view.name for view in properties_of(value)] or ["*"]
            return [
                Column(escape(name, quote=False) if name != "*" else "*", PropertyExpression(name)) for name in names
            ]
        found: list[Column] = []
        for argument in self.arguments:
            names = argument.expression.names(value) if argument.expression.pattern is not None else []
            label = argument.entry("label")
            alignment, width = argument.entry("alignment"), argument.entry("width")
            sizes = (
                None if alignment is None else to_text(alignment),
                None if width is None else to_text(width),
            )
            if names:
                found += [Column(str(label or name), PropertyExpression(name), *sizes) for name in names]
            else:
                found.append(Column(str(label or argument.expression.text), argument.expression, *sizes))
        return found

    def _cell(self, column: Column, value: Value) -> str:
        plain = unwrap(value)
        if column.expression.text == "*" and isinstance(plain, str):
            return escape_text(plain)
        result = column.expression.first(value, self.call.call_with)
        if result is None or result.error is not None or result.value is None:
            return ""
        return escape_text(cell_text(result.value) or "")

    def end(self) -> Iterator[str]:
        """Finish."""
        if self.columns is not None:
            yield "</table>"
        yield from self.foot()


def escape_text(text: str) -> str:
    """A text in HTML, as .NET encodes it: from U+00A0 to U+00FF by number too."""
    escaped = escape(text).replace("&#x27;", "&#39;")
    return "".join(f"&#{ord(unit)};" if 0xA0 <= ord(unit) < 0x100 else unit for unit in escaped)


@convert_to_html.parameter_set("Page", default=True)
@dataclass(kw_only=True)
class Page(Drawing):
    """Cells are encoded; what is given as head, body, content before and after is not."""

    body: Annotated[list[str] | None, Parameter("What stands at the start of the body.", position=3)] = None
    head_: Annotated[list[str] | None, Parameter("The content of the head.", position=1, name="Head")] = None
    title: Annotated[str | None, Parameter("The title of the page.", position=2, validate=SOMETHING)] = None
    css_uri: Annotated[
        Any, Parameter("A style sheet.", type="System.Uri", aliases=("cu", "uri"), validate=SOMETHING)
    ] = None
    post_content: PostContent = None
    pre_content: PreContent = None
    meta: Annotated[Hashtable | None, Parameter("Names and contents of meta elements.", validate=SOMETHING)] = None
    charset: Annotated[str | None, Parameter("The encoding that the page names.", validate=SOMETHING)] = None
    transitional: Annotated[Switch, Parameter("The page is XHTML Transitional.", validate=SOMETHING)] = False

    def head(self) -> Iterator[str]:
        """The start of the page."""
        yield TRANSITIONAL if self.transitional else STRICT
        yield '<html xmlns="http://www.w3.org/1999/xhtml">'
        yield "<head>"
        if self.charset:
            yield f'<meta charset="{self.charset}">'
        for name, content in self.meta.items() if self.meta is not None else ():
            kind = "http-equiv" if to_text(name).lower() in META else "name"
            yield f'<meta {kind}="{to_text(name)}" content="{to_text(content)}">'
        yield from self.head_ or [f"<title>{self.title or 'HTML TABLE'}</title>"]
        if self.css_uri is not None:
            yield f'<link rel="stylesheet" type="text/css" href="{to_text(self.css_uri)}" />'
        yield "</head><body>"
        yield from self.body or ()
        yield from self.pre_content or ()

    def foot(self) -> Iterator[str]:
        """The end of the page."""
        yield from self.post_content or ()
        yield "</body></html>"


@convert_to_html.parameter_set("Fragment")
@dataclass(kw_only=True)
class Fragment(Drawing):
    """The table alone."""

    fragment: Annotated[Switch, Parameter("Only the table, without a page.", validate=SOMETHING)] = False
    post_content: PostContent = None
    pre_content: PreContent = None

    def head(self) -> Iterator[str]:
        """What stands before."""
        yield from self.pre_content or ()

    def foot(self) -> Iterator[str]:
        """What stands after."""
        yield from self.post_content or ()
