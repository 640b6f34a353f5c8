"""Measure-Object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from msolemu.cmdlets.declaration import Cmdlet, Parameter, Switch
from msolemu.foundation.dataclass import dataclass, field
from msolemu.modules.utility.parameters import InputObject, UtilityCall
from msolemu.modules.utility.statistics import Measures, Statistics
from msolemu.runtime.binding.validation import ValidateNotNullOrEmpty
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.records import ErrorCategory
from msolemu.runtime.invoking.scriptblock import ScriptBlock
from msolemu.runtime.values.objects import NOTHING, Value, enumerate_value, is_enumerable, unwrap
from msolemu.runtime.values.property_expressions import PropertyExpression


def expressions(value: Value) -> list[PropertyExpression]:
    """Names, wildcards and script blocks as property expressions."""
    values = enumerate_value(value) if is_enumerable(value) else (value,)
    return [one_expression(unwrap(one)) for one in values]


def one_expression(value: Value) -> PropertyExpression:
    """A name, wildcard or script block as a property expression."""
    return PropertyExpression(value if isinstance(value, ScriptBlock) else to_text(value))


Measured = Annotated[
    list[PropertyExpression] | None,
    Parameter(
        "The properties whose values count; without it the objects themselves do.",
        position=0,
        type="Microsoft.PowerShell.Commands.PSPropertyExpression[]",
        validate=(ValidateNotNullOrEmpty(),),
        convert=expressions,
    ),
]

measure_object = Cmdlet(
    "Measure-Object",
    "Counts objects, and says sum, average, least and greatest of numbers, or lines, words and characters of text.",
    aliases=("measure",),
    examples={
        "1, 2, 3 | Measure-Object -Sum -Average": "Adds numbers up.",
        "Get-Verb | Measure-Object": "Counts objects.",
        "'one two' | Measure-Object -Word -Character": "Counts words and characters.",
    },
)


@dataclass(kw_only=True)
class Measuring:
    """Counts the values of each property."""

    call: UtilityCall
    property: Measured = None
    found: dict[str, Statistics] = field(init=False, default_factory=dict)
    total: int = field(init=False, default=0)
    numeric: bool = field(init=False, default=True)

    def measures(self) -> Measures:
        """What is asked for."""
        raise NotImplementedError

    def begin(self) -> None:
        """Read what is asked for."""
        self.wanted = self.measures()

    def process(self, input_object: InputObject = NOTHING) -> None:
        """Count one object."""
        if input_object is None or input_object is NOTHING:
            return
        self.total += 1
        if self.property is None:
            self._add("", input_object)
            return
        seen: set[str] = set()
        for expression in self.property:
            self._measure(expression, input_object, seen)

    def _measure(self, expression: PropertyExpression, value: Value, seen: set[str]) -> None:
        results = expression.results(value, self.call.call_with)
        if not results and expression.pattern is None:
            self._statistics(expression.text)
        for result in results:
            if result.name.lower() in seen:
                continue
            seen.add(result.name.lower())
            if result.error is not None:
                self.call.write_error(result.error)
            else:
                self._add(result.name, result.value)

    def _statistics(self, name: str) -> Statistics:
        return self.found.setdefault(name, Statistics(self.wanted))

    def _add(self, name: str, value: Value) -> None:
        if self._statistics(name).add(value):
            return
        self.numeric = False
        self.call.write_error(
            "NonNumericInputObject",
            f'Input object "{to_text(value)}" is not numeric.',
            ErrorCategory.INVALID_TYPE,
            "System.Management.Automation.PSInvalidOperationException",
            target=value,
        )

    def end(self) -> Iterator[Value]:
        """Give what was counted; a property that no object has gives nothing, in strict mode an error."""
        if not self.total and self.property is None:
            self._statistics("")
        for name, statistics in self.found.items():
            if statistics.count or self.property is None:
                yield statistics.result(name or None, numeric=self.numeric)
            elif self.call.session.strict >= 2:
                self._not_found(name)

    def _not_found(self, name: str) -> None:
        kind = "TextMeasure" if self.wanted.of_text else "GenericMeasure"
        self.call.write_error(
            f"{kind}PropertyNotFound",
            f'The property "{name}" cannot be found in the input for any objects.',
            ErrorCategory.INVALID_ARGUMENT,
            "System.Management.Automation.PSArgumentException",
        )


@measure_object.parameter_set("GenericMeasure", default=True)
@dataclass(kw_only=True)
class MeasuringNumbers(Measuring):
    """Counts every object but $null. The statistics of a property count only the objects that have it."""

    standard_deviation: Annotated[Switch, Parameter("The standard deviation of a sample.")] = False
    sum: Annotated[Switch, Parameter("The sum.")] = False
    all_stats: Annotated[Switch, Parameter("All of them.")] = False
    average: Annotated[Switch, Parameter("The average.")] = False
    maximum: Annotated[Switch, Parameter("The greatest value, of text too.")] = False
    minimum: Annotated[Switch, Parameter("The least value, of text too.")] = False

    def measures(self) -> Measures:
        """What is asked for."""
        every = self.all_stats
        return Measures(
            average=self.average or every,
            total=self.sum or every,
            maximum=self.maximum or every,
            minimum=self.minimum or every,
            deviation=self.standard_deviation or every,
        )


@measure_object.parameter_set("TextMeasure")
@dataclass(kw_only=True)
class MeasuringText(Measuring):
    """Counts lines, words and characters of text."""

    line: Annotated[Switch, Parameter("How many lines.")] = False
    word: Annotated[Switch, Parameter("How many words.")] = False
    character: Annotated[Switch, Parameter("How many characters.")] = False
    ignore_white_space: Annotated[Switch, Parameter("White space is no character.")] = False

    def measures(self) -> Measures:
        """What is asked for."""
        return Measures(
            lines=self.line,
            words=self.word,
            characters=self.character,
            ignore_white_space=self.ignore_white_space,
        )
