"""Reads the signatures of a cmdlet's parameter sets into the metadata that binding works on."""

from __future__ import annotations

import enum
import types
import typing
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from msolemu.cmdlets.call import Call
from msolemu.cmdlets.parameter import Allow, Case, Fixed, Parameter, SwitchMark, Unset
from msolemu.cmdlets.refusals import add_refused
from msolemu.foundation.dataclass import MISSING, dataclass, field, fields, is_dataclass
from msolemu.foundation.names import NameMap
from msolemu.runtime.binding.common_parameters import common_parameters
from msolemu.runtime.binding.parameters import ALL_SETS, SWITCH_TYPE, CommandMetadata, ParameterInfo, SetPlace

if TYPE_CHECKING:
    from msolemu.cmdlets.declaration import Cmdlet, ParameterSet
    from msolemu.runtime.values.objects import Value

REQUIRED: Any = MISSING
"""Stands for the default of what must be given."""
OBJECT = "System.Object"
TYPE_NAMES: dict[Any, str] = {
    str: "System.String",
    int: "System.Int32",
    float: "System.Double",
    bool: "System.Boolean",
    uuid.UUID: "System.Guid",
    Decimal: "System.Decimal",
    Any: OBJECT,
    object: OBJECT,
}
SEQUENCES = (list, Sequence, tuple, Iterable)


@dataclass(frozen=True, slots=True)
class Slot:
    """One argument of a function, or field of a dataclass, that a parameter fills."""

    keyword: str
    parameter: str
    per_record: bool
    group: str = ""
    """The argument that takes a whole dataclass of parameters, of which this is a field."""
    unfilled: Mapping[str, Any] = field(default_factory=dict)
    """What it gets when the parameter is not bound; nothing where it has a default of its own."""


class Filling:
    """How bound parameters fill some arguments of what runs."""

    def __init__(self, slots: Iterable[Slot], groups: Mapping[str, type], fixed: Mapping[str, Any]) -> None:
        self.slots = {slot.parameter.lower(): slot for slot in slots}
        self.unfilled = dict(fixed)
        self.groups: dict[str, tuple[type, dict[str, Any]]] = {}
        for slot in self.slots.values():
            unfilled = self.unfilled
            if slot.group:
                unfilled = self.groups.setdefault(slot.group, (groups[slot.group], {}))[1]
            unfilled.update(slot.unfilled)

    def arguments(self, values: NameMap[Value]) -> dict[str, Any]:
        """The keyword arguments; what is not bound is left to its default."""
        arguments = dict(self.unfilled)
        groups = {keyword: dict(unfilled) for keyword, (_, unfilled) in self.groups.items()}
        slots = self.slots
        for folded, (_, value) in values.folded_items():
            slot = slots.get(folded)
            if slot is not None:
                (groups[slot.group] if slot.group else arguments)[slot.keyword] = value
        for keyword, filled in groups.items():
            arguments[keyword] = self.groups[keyword][0](**filled)
        return arguments


@dataclass(slots=True)
class Signature:
    """How the parameters of one set are handed to what runs."""

    run: Callable[..., Any]
    per_record: list[Slot]
    """What the method `process` takes for each record."""
    once: Filling
    """What is handed over when the object is made, or the function called."""
    each: Filling
    """What is handed over for each record."""
    call_keyword: str = ""
    record_call: str = ""


@dataclass(frozen=True, slots=True)
class Declared:
    """A parameter as one set declares it."""

    slot: Slot
    info: ParameterInfo
    place: SetPlace


def metadata_of(cmdlet: Cmdlet) -> CommandMetadata:
    """The parameters of all sets, joined by name."""
    from msolemu.cmdlets.declaration import spelt

    joined: NameMap[ParameterInfo] = NameMap()
    signatures: dict[str, Signature] = {}
    for parameter_set in cmdlet.sets.values():
        signature, declared = read_set(parameter_set, spelt)
        signatures[parameter_set.name] = signature
        for one in declared:
            _join(joined, one, parameter_set.name)
    names = [*cmdlet.sets, *add_refused(cmdlet.name, joined, signatures)]
    for info in joined.values():
        _simplify(info, len(names))
    for common in common_parameters(should_process=cmdlet.should_process):
        joined.setdefault(common.name, common)
    return CommandMetadata(
        cmdlet.name,
        joined,
        default_set=cmdlet.default_set,
        error_owner=cmdlet.owner,
        supports_should_process=cmdlet.should_process,
        confirm_impact=cmdlet.confirm_impact,
        exact_case=cmdlet.exact_case,
        set_names=tuple(names),
        cache={"signatures": signatures},
    )


def read_set(parameter_set: ParameterSet, spelt: Callable[[str], str]) -> tuple[Signature, list[Declared]]:
    """The signature of a set and the parameters that it declares."""
    variation = parameter_set.variation
    calls = {False: "", True: ""}
    groups: dict[str, type] = {}
    declared: list[Declared] = []
    for keyword, written, default, per_record in _arguments(parameter_set):
        hint = variation.annotations.get(keyword, written)
        plain = _without_null(hint)
        if _is_call(plain):
            calls[per_record] = keyword
        elif hint == Fixed:
            continue
        elif _is_group(plain):
            groups[keyword] = plain
            for name, inner, inner_default in _fields(plain):
                declared.append(_declared(spelt, name, inner, inner_default, per_record=per_record, group=keyword))
        else:
            declared.append(_declared(spelt, keyword, hint, default, per_record=per_record))
    signature = _signature(parameter_set.run, [one.slot for one in declared], groups, variation.fixed)
    signature.call_keyword, signature.record_call = calls[False], calls[True]
    for keyword, hint in (parameter_set.parameters or {}).items():
        declared.append(_declared(spelt, keyword, hint, REQUIRED, per_record=False))
    return signature, declared


def _signature(
    run: Callable[..., Any], slots: Sequence[Slot], groups: Mapping[str, type], fixed: Mapping[str, Any]
) -> Signature:
    per_record = [slot for slot in slots if slot.per_record]
    once = Filling((slot for slot in slots if not slot.per_record), groups, fixed)
    return Signature(run, per_record, once, Filling(per_record, groups, {}))


def _arguments(parameter_set: ParameterSet) -> Iterator[tuple[str, Any, Any, bool]]:
    """Name, annotation, default, and whether it is one of `process`: those come first, unless a field that is not
    initialised has its name and marks its place among the others."""
    run = parameter_set.run
    if not isinstance(run, type):
        yield from ((name, hint, default, False) for name, hint, default in _parameters(run))
        return
    kind: Any = run
    process = getattr(kind, "process", None)
    each = {name: (name, hint, default, True) for name, hint, default in _parameters(process)} if process else {}
    placed = {one.name for one in fields(kind) if not one.init}
    yield from (one for name, one in each.items() if name not in placed)
    once = {name: (name, hint, default, False) for name, hint, default in _fields(run)}
    for one in fields(kind):
        found = once.get(one.name) or each.get(one.name)
        if found is not None:
            yield found


def _parameters(function: Callable[..., Any]) -> Iterator[tuple[str, Any, Any]]:
    """Name, annotation and default of each, read from the function itself: `inspect` is long to import."""
    plain: Any = function
    count = plain.__code__.co_argcount
    names = plain.__code__.co_varnames[: count + plain.__code__.co_kwonlyargcount]
    given = plain.__defaults__ or ()
    defaults = {**dict(zip(names[count - len(given) : count], given, strict=True)), **(plain.__kwdefaults__ or {})}
    hints = typing.get_type_hints(function, include_extras=True)
    yield from ((name, hints.get(name, Any), defaults.get(name, REQUIRED)) for name in names if name != "self")


def _fields(kind: type) -> Iterator[tuple[str, Any, Any]]:
    hints = typing.get_type_hints(kind, include_extras=True)
    for one in fields(kind):
        if one.init:
            default = one.default if one.default_factory is MISSING else one.default_factory()
            yield one.name, hints[one.name], default


def _is_call(hint: Any) -> bool:
    return hint is Call or get_origin(hint) is Call


def _is_group(hint: Any) -> bool:
    return isinstance(hint, type) and is_dataclass(hint)


def _declared(
    spelt: Callable[[str], str], keyword: str, hint: Any, default: Any, *, per_record: bool, group: str = ""
) -> Declared:
    mark, plain, switch = _read_hint(hint)
    name = mark.name or spelt(keyword)
    mandatory = default is REQUIRED and not switch if mark.mandatory is None else mark.mandatory
    type_name, python_type = (SWITCH_TYPE, None) if switch else _type_name(plain)
    info = ParameterInfo(
        name,
        mark.type or type_name,
        aliases=tuple(mark.aliases),
        validations=tuple(mark.validate),
        allow_null=Allow.NULL in mark.allow,
        allow_empty_text=Allow.EMPTY_TEXT in mark.allow,
        allow_empty_collection=Allow.EMPTY_COLLECTION in mark.allow,
        nullable=mark.nullable,
        spellings=_spellings(mark, python_type),
        hidden=mark.hidden,
        refused=mark.refused,
        help=mark.help,
        python_type=python_type,
        converter=mark.convert,
    )
    place = SetPlace(
        mandatory, mark.position, mark.from_pipeline, mark.from_property, mark.remaining, mark.help_message
    )
    unfilled = {keyword: False if switch else None} if default is REQUIRED else {}
    return Declared(Slot(keyword, name, per_record, group, unfilled), info, place)


def _spellings(mark: Parameter, kind: type | None) -> Sequence[str]:
    """The spellings that are demanded: those that the mark lists, or the members of the enumeration."""
    if mark.case is not Case.EXACT or kind is None:
        return mark.spellings
    from msolemu.runtime.values.enumerations import numbers

    assert issubclass(kind, enum.Enum)
    return list(numbers(kind))


def _read_hint(hint: Any) -> tuple[Parameter, Any, bool]:
    """The mark, the plain Python type, and whether it is a switch; looks through `X | None` around the mark."""
    marks: list[Any] = []
    while True:
        if get_origin(hint) is Annotated:
            inner, *found = get_args(hint)
            marks += found
            hint = inner
            continue
        plain = _without_null(hint)
        if plain is hint:
            break
        hint = plain
    mark = next((one for one in marks if isinstance(one, Parameter)), Parameter())
    return mark, hint, any(isinstance(one, SwitchMark) for one in marks)


def _without_null(hint: Any) -> Any:
    if get_origin(hint) in (typing.Union, types.UnionType):
        left = [one for one in get_args(hint) if one is not type(None) and one is not Unset]
        return left[0] if len(left) == 1 else Any
    return hint


def _type_name(hint: Any) -> tuple[str, type | None]:
    """The .NET name of a Python type, and the class itself where values are converted to it."""
    known = TYPE_NAMES.get(hint) if _hashable(hint) else None
    if known is not None:
        return known, None
    origin = get_origin(hint)
    if origin in SEQUENCES:
        name, python_type = _type_name(_without_null(_read_hint(get_args(hint)[0])[1]))
        return name + "[]", python_type
    if isinstance(origin, type):
        return _class_name(origin)
    return _class_name(hint) if isinstance(hint, type) else (OBJECT, None)


def _hashable(hint: Any) -> bool:
    return isinstance(hint, typing.Hashable)


def _class_name(kind: type) -> tuple[str, type | None]:
    from msolemu.runtime.types.registry import net_type_of_class

    found = net_type_of_class(kind)
    return found.full_name, kind if issubclass(kind, enum.Enum) else None


def _join(joined: NameMap[ParameterInfo], one: Declared, set_name: str) -> None:
    known = joined.get(one.info.name)
    if known is None:
        joined[one.info.name] = known = one.info
        known.places = {}
    assert isinstance(known.places, dict)
    known.places[set_name] = one.place


def _simplify(info: ParameterInfo, sets: int) -> None:
    """A parameter that every set has in the same place belongs to all."""
    places = list(info.places.values())
    if ALL_SETS not in info.places and sets > 1 and len(places) == sets and all(one == places[0] for one in places):
        info.places = {ALL_SETS: places[0]}


def signatures(found: CommandMetadata) -> Mapping[str, Signature]:
    """The signatures that the metadata were read from."""
    known: Mapping[str, Signature] = found.cache["signatures"]
    return known
