"""Lists: ArrayList, List[T], Collection[T], ReadOnlyCollection[T]."""

from __future__ import annotations

from collections.abc import Iterable

from msolemu.runtime.casting.conversion import convert
from msolemu.runtime.errors.net_errors import index_out_of_range, not_supported, out_of_range
from msolemu.runtime.types import sequences
from msolemu.runtime.types.arrays import copy_part, default_of
from msolemu.runtime.types.declaring import constructor, method, refused, static, typed_property
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import OBJECT, PSOBJECT, generic_of, known_type
from msolemu.runtime.values.objects import ArrayList, GenericList, TypedArray, Value, enumerate_value

ARRAY_LIST = known_type("System.Collections.ArrayList")
LIST = known_type("System.Collections.Generic.List`1")
COLLECTION = known_type("System.Collections.ObjectModel.Collection`1")
READ_ONLY = known_type("System.Collections.ObjectModel.ReadOnlyCollection`1")
OBSERVABLE = known_type("System.Collections.ObjectModel.ObservableCollection`1")
COMPARER = "System.Collections.IComparer"
ANY = (ARRAY_LIST, LIST, COLLECTION, READ_ONLY)
GROWING = (ARRAY_LIST, LIST, COLLECTION)


class Collection(GenericList):
    """System.Collections.ObjectModel.Collection of `element`."""

    __slots__ = ()

    @property
    def net_type(self) -> NetType:
        """The closed type."""
        return generic_of(COLLECTION, (self.element,))


class ObservableCollection(GenericList):
    """System.Collections.ObjectModel.ObservableCollection of `element`; nobody observes it."""

    __slots__ = ()

    @property
    def net_type(self) -> NetType:
        """The closed type."""
        return generic_of(OBSERVABLE, (self.element,))


class ReadOnlyCollection(GenericList):
    """System.Collections.ObjectModel.ReadOnlyCollection of `element`."""

    __slots__ = ()

    @property
    def net_type(self) -> NetType:
        """The closed type."""
        return generic_of(READ_ONLY, (self.element,))


def collection(items: Iterable[Value], element: NetType = PSOBJECT) -> Collection:
    """A collection of any objects."""
    return Collection(items, element)


def _item_name(kind: NetType) -> str:
    return "System.Object" if kind is ARRAY_LIST else "T"


def _put(items: list[Value], value: Value) -> Value:
    """A value as an element of the list."""
    element = getattr(items, "element", OBJECT)
    return value if element is OBJECT or element is PSOBJECT else convert(value, element)


def get_count(items: list[Value]) -> int:
    """How many elements there are."""
    return len(items)


def clear(items: list[Value]) -> None:
    """Remove every element."""
    del items[:]


def insert(items: list[Value], index: int, value: Value) -> None:
    """Put an element before another."""
    if not 0 <= index <= len(items):
        raise (
            out_of_range("Index must be within the bounds of the List.", "index")
            if isinstance(items, GenericList)
            else out_of_range(
                "Insertion index was out of range. Must be non-negative and less than or equal to size.", "index"
            )
        )
    items.insert(index, value)


def remove_at(items: list[Value], index: int) -> None:
    """Remove the element at an index."""
    if not 0 <= index < len(items):
        raise index_out_of_range()
    del items[index]


def remove_range(items: list[Value], index: int, count: int) -> None:
    """Remove a run of elements."""
    del items[sequences.part(len(items), index, count)]


def get_range(items: list[Value], index: int, count: int) -> list[Value]:
    """A copy of a run of elements."""
    return like(items, items[sequences.part(len(items), index, count)])


def like(items: list[Value], found: Iterable[Value]) -> list[Value]:
    """A list of the same kind."""
    return GenericList(found, items.element) if isinstance(items, GenericList) else ArrayList(found)


def reverse(items: list[Value], index: int = 0, count: int | None = None) -> None:
    """Turn the order round."""
    run = sequences.part(len(items), index, len(items) if count is None else count)
    items[run] = items[run][::-1]


def get_item(items: list[Value], index: int) -> Value:
    """The element at an index."""
    if not 0 <= index < len(items):
        raise index_out_of_range()
    return items[index]


def set_item(items: list[Value], index: int, value: Value) -> None:
    """Set the element at an index."""
    get_item(items, index)
    items[index] = value


def copy_to(items: list[Value], target: list[Value], index: int = 0) -> None:
    """Copy the elements into an array."""
    copy_part(items, 0, target, index, len(items))


def copy_run(items: list[Value], start: int, target: list[Value], index: int, count: int) -> None:
    """Copy a run of elements into an array."""
    run = sequences.part(len(items), start, count)
    copy_part(items[run], 0, target, index, count)


def to_array(items: list[Value], element: NetType | None = None) -> list[Value]:
    """The elements as an array."""
    kind: NetType = getattr(items, "element", OBJECT) if element is None else element
    return list(items) if kind is OBJECT else TypedArray([convert(item, kind) for item in items], kind)


for _kind in ANY:
    _item = _item_name(_kind)
    typed_property(_kind, "System.Int32", "Count", get_count)
    method(_kind, f"bool Contains({_item} item)")(lambda items, value: sequences.index_of(items, value) >= 0)
    method(_kind, f"int IndexOf({_item} item)")(sequences.index_of)
    method(_kind, f"void CopyTo({_item}[] array)", f"void CopyTo({_item}[] array, int arrayIndex)")(copy_to)
    method(_kind, f"{_item} get_Item(int index)", f"{_item} Item(int index)")(get_item)
    method(_kind, "System.Collections.IEnumerator GetEnumerator()")(
        lambda items: sequences.enumerator(items, "System.Collections.Generic.List`1+Enumerator")
    )
for _kind in GROWING:
    _item = _item_name(_kind)
    method(_kind, f"void Insert(int index, {_item} item)")(insert)
    method(_kind, "void RemoveAt(int index)")(remove_at)
    method(_kind, "void Clear()")(clear)
    method(_kind, f"void set_Item(int index, {_item} value)")(set_item)
for _kind in (ARRAY_LIST, LIST):
    _item = _item_name(_kind)
    method(_kind, f"{_item}[] ToArray()")(to_array)
    method(_kind, "void RemoveRange(int index, int count)")(remove_range)
    method(_kind, f"{_kind.full_name} GetRange(int index, int count)")(get_range)
    method(_kind, "void Reverse()", "void Reverse(int index, int count)")(reverse)
    method(_kind, f"int IndexOf({_item} item, int index)", f"int IndexOf({_item} item, int index, int count)")(
        sequences.index_of
    )
    method(
        _kind,
        f"int LastIndexOf({_item} item)",
        f"int LastIndexOf({_item} item, int index)",
        f"int LastIndexOf({_item} item, int index, int count)",
    )(sequences.last_index_of)
    method(_kind, f"int BinarySearch({_item} item)", f"int BinarySearch({_item} item, {COMPARER} comparer)")(
        sequences.binary_search
    )
    method(_kind, f"int BinarySearch(int index, int count, {_item} item, {COMPARER} comparer)")(
        sequences.binary_search_part
    )
    method(_kind, "void Sort()", f"void Sort({COMPARER} comparer)")(sequences.sort)
    method(_kind, f"void Sort(int index, int count, {COMPARER} comparer)")(sequences.sort_part)
    method(_kind, f"void CopyTo(int index, {_item}[] array, int arrayIndex, int count)")(copy_run)
    typed_property(_kind, "System.Int32", "Capacity", lambda items: max(4, len(items)), lambda items, capacity: None)
method(LIST, "void Sort(System.Comparison[T] comparison)")(sequences.sort)
method(LIST, "void TrimExcess()")(lambda items: None)
method(LIST, "int EnsureCapacity(int capacity)")(lambda items, capacity: max(capacity, len(items), 4))
method(LIST, "System.Collections.Generic.List[T] Slice(int start, int length)")(get_range)
method(ARRAY_LIST, "void TrimToSize()")(lambda items: None)
method(ARRAY_LIST, "array ToArray(type type)")(to_array)
method(ARRAY_LIST, "System.Object Clone()")(ArrayList)
typed_property(ARRAY_LIST, "System.Boolean", "IsFixedSize", lambda items: False)
typed_property(ARRAY_LIST, "System.Boolean", "IsReadOnly", lambda items: False)
typed_property(ARRAY_LIST, "System.Boolean", "IsSynchronized", lambda items: False)
typed_property(ARRAY_LIST, "System.Object", "SyncRoot", lambda items: items)


@method(ARRAY_LIST, "int Add(System.Object value)")
def add(items: list[Value], value: Value) -> int:
    """Add an element; gives its index."""
    items.append(value)
    return len(items) - 1


@method(LIST, "void Add(T item)")
@method(COLLECTION, "void Add(T item)")
def add_item(items: list[Value], value: Value) -> None:
    """Add an element."""
    items.append(value)


@method(ARRAY_LIST, "void Remove(System.Object obj)")
def remove(items: list[Value], value: Value) -> None:
    """Remove the first equal element."""
    index = sequences.index_of(items, value)
    if index >= 0:
        del items[index]


@method(LIST, "bool Remove(T item)")
@method(COLLECTION, "bool Remove(T item)")
def remove_item(items: list[Value], value: Value) -> bool:
    """Remove the first equal element; whether there was one."""
    index = sequences.index_of(items, value)
    if index >= 0:
        del items[index]
    return index >= 0


@method(ARRAY_LIST, "void AddRange(System.Collections.ICollection c)")
@method(LIST, "void AddRange(System.Collections.Generic.IEnumerable[T] collection)")
def add_range(items: list[Value], more: Value) -> None:
    """Add the elements of a collection."""
    items.extend([_put(items, item) for item in _elements(more)])


@method(ARRAY_LIST, "void InsertRange(int index, System.Collections.ICollection c)")
@method(LIST, "void InsertRange(int index, System.Collections.Generic.IEnumerable[T] collection)")
def insert_range(items: list[Value], index: int, more: Value) -> None:
    """Put the elements of a collection before another."""
    items[index:index] = [_put(items, item) for item in _elements(more)]


def _elements(more: Value) -> list[Value]:
    from msolemu.runtime.values.objects import Hashtable, entries_of

    if isinstance(more, Hashtable):
        return list(entries_of(more))
    return list(enumerate_value(more))


@method(LIST, "T Find(System.Predicate[T] match)")
def find(items: GenericList, test: Value) -> Value:
    """The first element that meets the predicate, or the type's default."""
    return next((item for item in items if sequences.is_true(test, item)), default_of(items.element))


@method(LIST, "T FindLast(System.Predicate[T] match)")
def find_last(items: GenericList, test: Value) -> Value:
    """The last element that meets the predicate, or the type's default."""
    return next((item for item in reversed(items) if sequences.is_true(test, item)), default_of(items.element))


@method(LIST, "System.Collections.Generic.List[T] FindAll(System.Predicate[T] match)")
def find_all(items: GenericList, test: Value) -> GenericList:
    """The elements that meet the predicate."""
    return GenericList([item for item in items if sequences.is_true(test, item)], items.element)


@method(LIST, "int FindIndex(System.Predicate[T] match)")
def find_index(items: GenericList, test: Value) -> int:
    """The index of the first element that meets the predicate, or -1."""
    return sequences.find_index(items, test)


@method(
    LIST,
    "int FindIndex(int startIndex, System.Predicate[T] match)",
    "int FindIndex(int startIndex, int count, System.Predicate[T] match)",
)
def find_index_in(items: GenericList, start: int, *rest: Value) -> int:
    """The index of the first element of a run that meets the predicate, or -1."""
    *count, test = rest
    return sequences.find_index(items, test, start, *count)


@method(LIST, "int FindLastIndex(System.Predicate[T] match)")
def find_last_index(items: GenericList, test: Value) -> int:
    """The index of the last element that meets the predicate, or -1."""
    return sequences.find_last_index(items, test)


@method(
    LIST,
    "int FindLastIndex(int startIndex, System.Predicate[T] match)",
    "int FindLastIndex(int startIndex, int count, System.Predicate[T] match)",
)
def find_last_index_in(items: GenericList, start: int, *rest: Value) -> int:
    """The index of the last element of a run that meets the predicate, or -1."""
    *count, test = rest
    return sequences.find_last_index(items, test, start, *count)


@method(LIST, "bool Exists(System.Predicate[T] match)")
def exists(items: GenericList, test: Value) -> bool:
    """Whether an element meets the predicate."""
    return any(sequences.is_true(test, item) for item in items)


@method(LIST, "bool TrueForAll(System.Predicate[T] match)")
def true_for_all(items: GenericList, test: Value) -> bool:
    """Whether every element meets the predicate."""
    return all(sequences.is_true(test, item) for item in items)


@method(LIST, "int RemoveAll(System.Predicate[T] match)")
def remove_all(items: GenericList, test: Value) -> int:
    """Remove the elements that meet the predicate; gives how many."""
    kept = [item for item in items if not sequences.is_true(test, item)]
    removed = len(items) - len(kept)
    items[:] = kept
    return removed


@method(LIST, "System.Collections.Generic.List[object] ConvertAll(System.Converter[T,object] converter)")
def convert_all(items: GenericList, converter: Value) -> GenericList:
    """What the converter makes of each element."""
    return GenericList([sequences.called(converter, item) for item in items], OBJECT)


@method(LIST, "void ForEach(System.Action[T] action)")
def for_each(items: GenericList, action: Value) -> None:
    """Run the action for each element; what it outputs goes nowhere."""
    for item in list(items):
        sequences.called(action, item)


@method(LIST, "System.Collections.ObjectModel.ReadOnlyCollection[T] AsReadOnly()")
def as_read_only(items: GenericList) -> ReadOnlyCollection:
    """The elements in a collection that refuses changes."""
    return ReadOnlyCollection(items, items.element)


@constructor(
    ARRAY_LIST,
    "System.Collections.ArrayList()",
    "System.Collections.ArrayList(System.Collections.ICollection c)",
    "System.Collections.ArrayList(int capacity)",
)
def new_array_list(source: Value = None) -> ArrayList:
    """An empty list, or the elements of a collection."""
    return ArrayList(() if source is None else _sized(source))


def _sized(source: Value) -> list[Value]:
    if type(source) is int:
        if source < 0:
            raise out_of_range("Non-negative number required.", "capacity")
        return []
    return _elements(source)


@constructor(
    LIST,
    "List[T]()",
    "List[T](int capacity)",
    "List[T](System.Collections.Generic.IEnumerable[T] collection)",
    generic=True,
)
def new_list(kind: NetType, source: Value = None) -> GenericList:
    """An empty list, or the elements of a collection."""
    element = kind.arguments[0]
    made = GenericList((), element)
    made.extend([_put(made, item) for item in (() if source is None else _sized(source))])
    return made


@constructor(COLLECTION, "Collection[T]()", "Collection[T](System.Collections.Generic.IList[T] list)", generic=True)
def new_collection(kind: NetType, source: Value = None) -> Collection:
    """An empty collection, or the elements of a list."""
    made = Collection((), kind.arguments[0])
    made.extend([_put(made, item) for item in (() if source is None else _elements(source))])
    return made


@constructor(
    OBSERVABLE,
    "ObservableCollection[T]()",
    "ObservableCollection[T](System.Collections.Generic.IEnumerable[T] collection)",
    generic=True,
)
def new_observable(kind: NetType, source: Value = None) -> ObservableCollection:
    """An empty collection, or the elements of another."""
    return ObservableCollection(new_collection(kind, source), kind.arguments[0])


method(OBSERVABLE, "void Move(int oldIndex, int newIndex)")(lambda items, old, new: items.insert(new, items.pop(old)))


@method(READ_ONLY, "void Add(T item)", "bool Remove(T item)", "void Clear()")
def refuse(items: Value, *given: Value) -> None:
    """A collection that is only read."""
    raise not_supported("Collection is read-only.")


@static(ARRAY_LIST, "System.Collections.ArrayList Adapter(System.Collections.IList list)")
def adapter(items: list[Value]) -> ArrayList:
    """A list over another."""
    return ArrayList(items)


@static(ARRAY_LIST, "System.Collections.ArrayList Repeat(System.Object value, int count)")
def repeat(value: Value, count: int) -> ArrayList:
    """A list of one value, so many times."""
    if count < 0:
        raise out_of_range("Non-negative number required.", "count")
    return ArrayList([value] * count)


@static(
    ARRAY_LIST,
    "System.Collections.ArrayList Synchronized(System.Collections.ArrayList list)",
    "System.Collections.IList Synchronized(System.Collections.IList list)",
)
def synchronized(items: list[Value]) -> list[Value]:
    """The list itself, as nothing runs beside it."""
    return items


@method(ARRAY_LIST, "void SetRange(int index, System.Collections.ICollection c)")
def set_range(items: list[Value], index: int, more: Value) -> None:
    """Put the elements of a collection over a run of elements."""
    given = _elements(more)
    items[sequences.part(len(items), index, len(given))] = given


refused(ARRAY_LIST, "has no views of lists that refuse changes", "::FixedSize()", "::ReadOnly()")
