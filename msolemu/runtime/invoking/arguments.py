"""The words of a command as the binder takes them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msolemu.language import syntax
from msolemu.language.operators import StringKind
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.compiling.compiler import compile_expression
from msolemu.runtime.compiling.expressions import number
from msolemu.runtime.invoking.pipeline import Argument, Shape
from msolemu.runtime.state.frame import Evaluated, Frame
from msolemu.runtime.values.objects import NOTHING, Char, Hashtable, PSObject, Value, unwrap

Add = Callable[[Frame, list[Argument]], None]
Make = Callable[[Frame], Argument]


def compile_arguments(elements: Sequence[syntax.CommandElement]) -> Callable[[Frame], list[Argument]]:
    """The closure that evaluates the words after the command's name."""
    if all(_is_plain(element) for element in elements):
        evaluate = tuple((compile_expression(element), element.extent) for element in elements)
        return lambda frame: [Argument(None, _word(value(frame)), False, extent) for value, extent in evaluate]
    if not any(_is_splatted(element) for element in elements):
        makers = tuple(_maker(element) for element in elements)
        return lambda frame: [make(frame) for make in makers]
    adders = tuple(_adder(element) for element in elements)

    def build(frame: Frame) -> list[Argument]:
        arguments: list[Argument] = []
        for add in adders:
            add(frame, arguments)
        return arguments

    return build


def _is_plain(element: syntax.CommandElement) -> bool:
    """Whether the element is an expression that is neither splatted nor a bare word or number."""
    written = isinstance(element, syntax.StringConstant | syntax.Constant)
    return isinstance(element, syntax.Expression) and not written and not _is_splatted(element)


def _word(value: Value) -> Value:
    return None if value is NOTHING else value


def shape_of(elements: Sequence[syntax.CommandElement]) -> Shape | None:
    """How the words stand; None where that differs from call to call, or where the line has oddities of its own."""
    shape: list[str | type[syntax.Node]] = []
    for element in elements:
        if isinstance(element, syntax.CommandParameter):
            if element.name == "-" or (element.has_colon and element.argument is None):
                return None
            shape.append(element.name if element.argument is None else f"{element.name}:")
        elif _is_splatted(element) or (isinstance(element, syntax.StringConstant) and element.value == "--"):
            return None
        else:
            shape.append(type(element))
    return tuple(shape)


def _is_splatted(element: syntax.CommandElement) -> bool:
    return isinstance(element, syntax.Variable) and element.splatted


def _adder(element: syntax.CommandElement) -> Add:
    if isinstance(element, syntax.Variable) and element.splatted:
        return _splatted(element)
    make = _maker(element)
    return lambda frame, arguments: arguments.append(make(frame))


def _maker(element: syntax.CommandElement) -> Make:
    """The closure that gives the argument of a word that is not splatted."""
    if isinstance(element, syntax.CommandParameter):
        return _parameter(element)
    return _number(element) if isinstance(element, syntax.Constant) else _positional(element)


def _parameter(node: syntax.CommandParameter) -> Make:
    extent = node.extent
    name = node.name
    text = extent.text
    dash = text[:1] or "-"
    if node.argument is None:
        alone = Argument(name, extent=extent, has_colon=node.has_colon, dash=dash, text=text)
        return lambda frame: alone
    evaluate = compile_expression(node.argument)
    return lambda frame: Argument(name, _word(evaluate(frame)), True, extent, dash=dash, text=text)


def _positional(node: syntax.CommandElement) -> Make:
    extent = node.extent
    if isinstance(node, syntax.StringConstant):
        bare = node.kind is StringKind.BAREWORD
        written = Argument(None, node.value, False, extent, bare=bare, text=extent.text if bare else "")
        return lambda frame: written
    evaluate = compile_expression(node)
    return lambda frame: Argument(None, _word(evaluate(frame)), False, extent)


def _number(node: syntax.Constant) -> Make:
    """A number among the words remembers how it was written: `Write-Host 1.10`."""
    value = number(node)
    extent = node.extent
    text = extent.text
    if to_text(value) == text:
        plain = Argument(None, value, False, extent, bare=True, text=text)
        return lambda frame: plain
    return lambda frame: Argument(None, PSObject(value, text=text), False, extent, bare=True, text=text)


def _splatted(node: syntax.Variable) -> Add:
    evaluate: Evaluated = compile_expression(
        syntax.Variable(node.extent, node.name, node.scope, node.drive, splatted=False)
    )
    extent = node.extent

    def add(frame: Frame, arguments: list[Argument]) -> None:
        value = unwrap(evaluate(frame))
        if isinstance(value, Hashtable):
            for key, item in value.items():
                arguments.append(Argument(str(key), item, True, extent, splatted=True))
        elif isinstance(value, list):
            arguments.extend(_splatted_word(item, extent) for item in value)
        elif isinstance(value, str):
            arguments.extend(_splatted_word(Char(unit), extent) for unit in value)
        elif value is not None:
            arguments.append(Argument(None, value, False, extent, splatted=True))

    return add


class SplattedName(str):
    """A `-Name` among `$args`, which stays a parameter's name when `$args` is splatted again."""

    __slots__ = ()


def _splatted_word(item: Value, extent: object) -> Argument:
    if isinstance(item, SplattedName):
        name = item[1:]
        colon = name.endswith(":")
        return Argument(name.rstrip(":"), extent=extent, has_colon=colon, splatted=True)  # type: ignore[arg-type]
    return Argument(None, item, False, extent, splatted=True)  # type: ignore[arg-type]


def script_arguments(words: Sequence[str]) -> list[Argument]:
    """The words of a command line as a script's arguments: `-Name value`, `-Name:value`, the rest by position."""
    arguments: list[Argument] = []
    for word in words:
        if len(word) > 1 and word[0] == "-" and (word[1].isalpha() or word[1] == "_"):
            name, colon, value = word[1:].partition(":")
            if colon and value:
                arguments.append(Argument(name, _switch_word(value), True, text=word))
            else:
                arguments.append(Argument(name, has_colon=bool(colon), text=word))
        else:
            arguments.append(Argument(None, word, text=word))
    return arguments


def _switch_word(value: str) -> Value:
    return {"$true": True, "$false": False}.get(value.lower(), value)
