"""The keys of the tables that Format-* takes for `-Property` and `-GroupBy`."""

from __future__ import annotations

from msolemu.formatting.table import Alignment
from msolemu.foundation.dataclass import replace
from msolemu.runtime.values.objects import Value
from msolemu.runtime.values.property_arguments import EXPRESSION_KEY, LABEL_KEY, Key, PropertyArgumentError

_ALIGNMENTS = {one.value.lower(): one for one in Alignment}


def _alignment(value: Value) -> Alignment:
    """The alignment that a word, or the beginning of one, names."""
    found = [one for name, one in _ALIGNMENTS.items() if value and name.startswith(value.lower())]
    if len(found) == 1:
        return found[0]
    text = f'The value "{value}" of the "alignment" key is not valid; valid values are {{left, center, right}}.'
    raise PropertyArgumentError("AlignmentValueIllegal", text)


def _width(value: Value) -> Value:
    if value > 0:
        return value
    raise PropertyArgumentError("WidthOutOfRange", f'The value {value} of the "width" key must be greater than 0.')


LABEL = replace(LABEL_KEY, types=(str,))
FORMAT_STRING = Key("formatString", (str,), ("System.String",))
WIDTH = Key("width", (int,), ("System.Int32",), convert=_width)
ALIGNMENT = Key("alignment", (str,), ("System.String",), convert=_alignment)
DEPTH = Key("depth", (int,), ("System.Int32",))

TABLE_KEYS = (EXPRESSION_KEY, LABEL, FORMAT_STRING, WIDTH, ALIGNMENT)
LIST_KEYS = (EXPRESSION_KEY, LABEL, FORMAT_STRING)
WIDE_KEYS = (EXPRESSION_KEY, FORMAT_STRING)
CUSTOM_KEYS = (EXPRESSION_KEY, DEPTH)
GROUP_KEYS = (EXPRESSION_KEY, LABEL, FORMAT_STRING)
