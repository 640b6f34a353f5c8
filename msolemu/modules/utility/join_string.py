"""Join-String."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Allow, Cmdlet, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.measuring import one_expression
from msolemu.modules.utility.parameters import PS_OBJECT, UtilityCall
from msolemu.runtime.casting.conversion import culture_text
from msolemu.runtime.text.text_operators import format_composite
from msolemu.runtime.values.objects import Value
from msolemu.runtime.values.property_expressions import PropertyExpression

join_string = Cmdlet(
    "Join-String",
    "Puts the texts of objects together.",
    output=str,
    examples={
        "'a', 'b' | Join-String -Separator ', '": "Gives a, b.",
        "Get-Verb | Select-Object -First 2 | Join-String Verb -SingleQuote -Separator ', '": "Joins a property.",
    },
)


@dataclass(kw_only=True)
class Joining:
    """Collects the texts."""

    call: UtilityCall
    property: Annotated[
        PropertyExpression | None,
        Parameter(
            "The property whose values are joined.",
            position=0,
            type="Microsoft.PowerShell.Commands.PSPropertyExpression",
            convert=one_expression,
        ),
    ] = None
    separator: Annotated[
        str | None, Parameter("What stands between them; $OFS unless said.", position=1, allow=Allow.EMPTY_TEXT)
    ] = None
    output_prefix: Annotated[str | None, Parameter("What stands before all.", aliases=("op",))] = None
    output_suffix: Annotated[str | None, Parameter("What stands after all.", aliases=("os",))] = None
    parts: list[str] = field(init=False, default_factory=list)

    def shown(self, value: Value) -> str:
        """The text of a value."""
        return culture_text(value)

    def process(
        self,
        input_object: Annotated[
            list[Value] | None, Parameter("The objects.", type=PS_OBJECT + "[]", from_pipeline=True)
        ] = None,
    ) -> None:
        """Keep the texts of objects."""
        for value in input_object or ():
            if value is None:
                continue
            if self.property is None:
                self.parts.append(self.shown(value))
                continue
            for result in self.property.results(value, self.call.call_with):
                if result.error is None and result.value is not None:
                    self.parts.append(self.shown(result.value))

    def end(self) -> Iterator[str]:
        """Give them as one text."""
        separator = self.separator
        if separator is None:
            ofs = self.call.session.get_variable("OFS")
            separator = "" if ofs is None else culture_text(ofs)
        yield (self.output_prefix or "") + separator.join(self.parts) + (self.output_suffix or "")


UseCulture = Annotated[Switch, Parameter("Texts as the culture writes them; they always are here.")]


@join_string.parameter_set("default", default=True)
@dataclass(kw_only=True)
class JoiningPlain(Joining):
    """Each object is a text as the culture writes it."""

    use_culture: UseCulture = False


@join_string.parameter_set("SingleQuote")
@dataclass(kw_only=True)
class JoiningSingle(Joining):
    """Texts stand in single quotes."""

    single_quote: Annotated[Switch, Parameter("Each text in single quotes.")] = False
    use_culture: UseCulture = False

    def shown(self, value: Value) -> str:
        """The text in quotes."""
        return f"'{culture_text(value)}'" if self.single_quote else culture_text(value)


@join_string.parameter_set("DoubleQuote")
@dataclass(kw_only=True)
class JoiningDouble(Joining):
    """Texts stand in double quotes."""

    double_quote: Annotated[Switch, Parameter("Each text in double quotes.")] = False
    use_culture: UseCulture = False

    def shown(self, value: Value) -> str:
        """The text in quotes."""
        return f'"{culture_text(value)}"' if self.double_quote else culture_text(value)


@join_string.parameter_set("Format")
@dataclass(kw_only=True)
class JoiningFormatted(Joining):
    """Texts under a format."""

    format_string: Annotated[str | None, Parameter("How each object is written, such as {0:N2}.")] = None
    use_culture: UseCulture = False

    def shown(self, value: Value) -> str:
        """The object under the format."""
        return culture_text(value) if self.format_string is None else str(format_composite(self.format_string, value))
