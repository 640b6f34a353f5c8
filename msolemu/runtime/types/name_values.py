"""NameValueCollection, StringCollection and StringDictionary of System.Collections.Specialized."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl, quote_plus

from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.errors.net_errors import index_out_of_range
from msolemu.runtime.text.encodings import UTF8, TextEncoding
from msolemu.runtime.types import web_text  # noqa: F401  declares the rest of HttpUtility
from msolemu.runtime.types.declaring import constructor, method, static, typed_property
from msolemu.runtime.types.dictionaries import add, get_enumerator, keys_of, values_of
from msolemu.runtime.types.registry import STRING, known_type, represent
from msolemu.runtime.values.objects import GenericList, Hashtable, TypedArray, Value

_SPACE = "System.Collections.Specialized."
NAMES, LIST, TABLE = (
    known_type(_SPACE + name) for name in ("NameValueCollection", "StringCollection", "StringDictionary")
)
QUERY = known_type("System.Web.HttpUtility")


class NameValues:
    """Names, regardless of case, with the texts that each has."""

    def __init__(self) -> None:
        self.held: dict[str, tuple[str, list[str]]] = {}

    def __len__(self) -> int:
        return len(self.held)

    def __str__(self) -> str:
        return self._shown()

    def _shown(self) -> str:
        return NAMES.full_name

    def enumerate_values(self) -> Iterator[Value]:
        """The names."""
        return iter([name for name, _ in self.held.values()])

    def add(self, name: str | None, value: str | None) -> None:
        """Add a text to those of a name."""
        _, texts = self.held.setdefault((name or "").lower(), (name or "", []))
        if value is not None:
            texts.append(value)

    def get(self, name: str | None) -> str | None:
        """The texts of a name with commas between them; null when there is none."""
        found = self.held.get((name or "").lower())
        return ",".join(found[1]) if found and found[1] else None

    def put(self, name: str | None, value: str | None) -> None:
        """Give a name one text."""
        self.held[(name or "").lower()] = (name or "", [] if value is None else [value])

    def name_at(self, index: int) -> str:
        """The name at an index."""
        if not 0 <= index < len(self.held):
            raise index_out_of_range()
        return list(self.held.values())[index][0]


class QueryValues(NameValues):
    """The parameters of an address; as text they are a query again."""

    def _shown(self) -> str:
        return "&".join(
            f"{quote_plus(name)}={quote_plus(text)}" for name, texts in self.held.values() for text in texts
        )


class StringTable(Hashtable):
    """Texts under names, which are kept in small letters."""

    __slots__ = ()

    def __setitem__(self, key: Value, value: Value) -> None:
        super().__setitem__(to_text(key).lower(), None if value is None else to_text(value))


class StringList(GenericList):
    """Texts in a row."""

    __slots__ = ()
    net_type = LIST


represent(NAMES, NameValues)
represent(TABLE, StringTable)
represent(LIST, StringList)
constructor(NAMES, "System.Collections.Specialized.NameValueCollection()")(NameValues)
constructor(TABLE, "System.Collections.Specialized.StringDictionary()")(StringTable)
constructor(LIST, "System.Collections.Specialized.StringCollection()")(lambda: StringList((), STRING))
typed_property(NAMES, "int", "Count", len)
typed_property(
    NAMES, "string[]", "AllKeys", lambda names: TypedArray([name for name, _ in names.held.values()], STRING)
)
typed_property(NAMES, "System.Object", "Keys", lambda names: [name for name, _ in names.held.values()])
method(NAMES, "void Add(string name, string value)")(NameValues.add)
method(NAMES, "void Set(string name, string value)", "void set_Item(string name, string value)")(NameValues.put)
method(NAMES, "string Get(string name)", "string get_Item(string name)", "string Item(string name)")(NameValues.get)
method(NAMES, "string Get(int index)", "string get_Item(int index)", "string Item(int index)")(
    lambda names, index: names.get(names.name_at(index))
)
method(NAMES, "string GetKey(int index)")(NameValues.name_at)
method(NAMES, "bool HasKeys()")(lambda names: any(name for name, _ in names.held.values()))
method(NAMES, "void Clear()")(lambda names: names.held.clear())
method(NAMES, "void Remove(string name)")(lambda names, name: names.held.pop((name or "").lower(), None))
method(NAMES, "string ToString()")(str)


@method(NAMES, "string[] GetValues(string name)")
def get_values(names: NameValues, name: str) -> Value:
    """The texts of a name, null when there is none."""
    found = names.held.get((name or "").lower())
    return TypedArray(found[1], STRING) if found and found[1] else None


_PARSED = "System.Collections.Specialized.NameValueCollection ParseQueryString(string query"


@static(QUERY, f"{_PARSED})", f"{_PARSED}, System.Text.Encoding encoding)")
def parse_query(text: str, encoding: TextEncoding = UTF8) -> NameValues:
    """The parameters of an address."""
    made = QueryValues()
    for name, value in parse_qsl(text.removeprefix("?"), keep_blank_values=True, encoding=encoding.codec):
        made.add(name, value)
    return made


typed_property(TABLE, "int", "Count", len)
typed_property(TABLE, "System.Collections.ICollection", "Keys", keys_of)
typed_property(TABLE, "System.Collections.ICollection", "Values", values_of)
method(TABLE, "void Add(string key, string value)")(add)
method(TABLE, "void Remove(string key)")(lambda table, key: table.__delitem__(key))
method(TABLE, "void Clear()")(Hashtable.clear)
method(TABLE, "bool ContainsKey(string key)")(Hashtable.__contains__)
method(TABLE, "System.Collections.IEnumerator GetEnumerator()")(get_enumerator)


@method(LIST, "int Add(string value)")
def add_text(texts: StringList, value: str) -> int:
    """Add a text; its place."""
    texts.append(value)
    return len(texts) - 1


typed_property(LIST, "int", "Count", len)
method(LIST, "void AddRange(string[] value)")(lambda texts, added: texts.extend(added))
method(LIST, "bool Contains(string value)")(lambda texts, value: value in texts)
method(LIST, "int IndexOf(string value)")(lambda texts, value: texts.index(value) if value in texts else -1)
method(LIST, "void Insert(int index, string value)")(lambda texts, at, value: texts.insert(at, value))
method(LIST, "void Remove(string value)")(lambda texts, value: texts.remove(value) if value in texts else None)
method(LIST, "void RemoveAt(int index)")(lambda texts, at: texts.pop(at))
method(LIST, "void Clear()")(lambda texts: texts.clear())
