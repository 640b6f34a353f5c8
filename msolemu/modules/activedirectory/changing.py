"""What all cmdlets that change an object do: find it, ask, act in one transaction, give it if wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.forest.objects import ForestEntry, Values
from msolemu.modules.activedirectory.identity import identity_text
from msolemu.modules.activedirectory.modifications import Modifications
from msolemu.modules.activedirectory.parameters import Changing
from msolemu.modules.activedirectory.reading import Reading
from msolemu.modules.activedirectory.services import ADCall
from msolemu.modules.activedirectory.writing import differences
from msolemu.runtime.values.objects import PSCustomObject, Value

Apply = Callable[[ForestDirectory, ForestEntry], ForestEntry]
NewValues = Callable[[ForestEntry], Mapping[str, Values]]


def applied(
    call: ADCall, kind: Reading, identity: Value, changing: Changing, apply: Apply, operation: str = "Set"
) -> Iterator[PSCustomObject]:
    """Do something to the object of an identity."""
    with call.services.unit_of_work() as work:
        entry = work.forest.find(identity_text(identity), kind.object_class)
        if not call.should_process(entry.distinguished_name, operation):
            return
        entry = apply(work.forest, entry)
        work.commit()
    if changing.pass_thru:
        yield kind.shown(entry)


def changed(
    call: ADCall, kind: Reading, identity: Value, changing: Changing, values: NewValues
) -> Iterator[PSCustomObject]:
    """Set the attributes of the object of an identity that are told for it."""
    return applied(call, kind, identity, changing, lambda forest, entry: forest.change(entry, values(entry)))


def modified(
    call: ADCall,
    kind: Reading,
    identity: Value,
    changing: Changing,
    values: Mapping[str, Values],
    modifications: Modifications,
) -> Iterator[PSCustomObject]:
    """Set attributes, and change others by their LDAP names: all of them or none."""
    return changed(call, kind, identity, changing, lambda entry: {**values, **modifications.applied_to(entry)})


def written_back(call: ADCall, kind: Reading, instance: Value, changing: Changing) -> Iterator[PSCustomObject]:
    """Write what a script has changed of an object that it got before."""
    return changed(call, kind, instance, changing, lambda entry: differences(instance, entry, kind.properties))


def removed(call: ADCall, object_class: str, identity: Value, *, recursive: bool = False) -> None:
    """Remove the object of an identity; it leaves a tombstone that synchronization reads."""
    with call.services.unit_of_work() as work:
        entry = work.forest.find(identity_text(identity), object_class)
        if call.should_process(entry.distinguished_name, "Remove"):
            work.forest.remove(entry, recursive=recursive)
            work.commit()
