"""Column widths: fitting a table into the screen."""

from __future__ import annotations

SEPARATOR = 1
MINIMUM = 1
HIDDEN = -1


def fitted(widths: list[int], screen: int) -> list[int]:
    """The widths that fill the screen: zeros share what is left; from the right, columns shrink, then vanish (-1)."""
    result = list(widths)
    if 0 not in result:
        return _trimmed(result, screen)
    open_columns = [index for index, width in enumerate(result) if width == 0]
    for index in open_columns:
        result[index] = MINIMUM
    spare = screen - _total(result)
    if spare < 0:
        return _trimmed(result, screen)
    share, rest = divmod(spare, len(open_columns))
    for order, index in enumerate(open_columns):
        result[index] += share + (1 if order < rest else 0)
    return result


def _total(widths: list[int]) -> int:
    visible = [width for width in widths if width > 0]
    return sum(visible) + SEPARATOR * (len(visible) - 1)


def _trimmed(widths: list[int], screen: int) -> list[int]:
    last = len(widths) - 1
    while last >= 0 and (excess := _total(widths) - screen) > 0:
        if widths[last] - excess < MINIMUM:
            widths[last] = HIDDEN
            last -= 1
        else:
            widths[last] -= excess
    return widths
