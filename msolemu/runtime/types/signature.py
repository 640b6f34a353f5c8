"""Signatures of methods, written as PowerShell shows them: `string Substring(int startIndex, int length)`."""

from __future__ import annotations

from msolemu.foundation.dataclass import dataclass

REFERENCE = "[ref] "
REST = "Params "


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter: its type as a script writes it."""

    name: str
    type_name: str
    by_reference: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Signature:
    """A method's name, parameters and what it returns; with `rest` the last parameter takes all further arguments."""

    name: str
    returns: str
    parameters: tuple[Parameter, ...]
    rest: bool = False
    text: str = ""
    type_parameters: tuple[str, ...] = ()
    """Of a generic method: what a call names in brackets; its function takes those types first."""

    @property
    def required(self) -> int:
        """How many arguments there must be."""
        return sum(not parameter.optional for parameter in self.parameters) - self.rest

    def __str__(self) -> str:
        if self.text:
            return self.text
        listed = ", ".join(f"{parameter.type_name} {parameter.name}" for parameter in self.parameters)
        return f"{self.returns} {self.name}({listed})"


def parse(text: str) -> Signature:
    """The signature of a text such as `bool TryParse(string s, [ref] int result)` or `string F(Params object[] args)`.

    `T[] Empty[T]()` is one of a generic method. A default, `System.StringSplitOptions options = None`, makes a
    parameter optional; what it is, the function says.
    """
    head, _, tail = text.partition("(")
    returns, _, name = head.strip().rpartition(" ")
    name, _, types = name.rstrip("]").partition("[")
    inside = tail.rstrip().removesuffix(")")
    words = inside.split(", ") if inside else []
    parameters = tuple(map(_parameter, words))
    rest = bool(words) and words[-1].startswith(REST)
    return Signature(name, returns, parameters, rest, text, tuple(types.split(",")) if types else ())


def _parameter(word: str) -> Parameter:
    word = word.removeprefix(REST)
    by_reference = word.startswith(REFERENCE)
    declared, _, default = word.removeprefix(REFERENCE).partition(" = ")
    type_name, _, name = declared.rpartition(" ")
    return Parameter(name, type_name, by_reference, optional=bool(default))
