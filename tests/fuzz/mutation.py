"""Scripts changed at random, but the same for the same seed: words lost, doubled, exchanged, taken from elsewhere."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

from msolemu.language import syntax
from msolemu.language.parser import parse

WORDS = re.compile(r"\s+|[$\w]+|'[^']*'|\"[^\"]*\"|.", re.DOTALL)
ODD = ("$null", "@()", "''", "-1", "0", "@{}", "$true", "[int]", "2147483648", "{", "}", "(", ")", '"', "|", "&", ";")
ENDLESS = (syntax.While, syntax.DoWhile, syntax.DoUntil, syntax.For)
Change = Callable[[list[str], Sequence[str], random.Random], None]


def _lose(words: list[str], others: Sequence[str], luck: random.Random) -> None:
    del words[luck.randrange(len(words))]


def _double(words: list[str], others: Sequence[str], luck: random.Random) -> None:
    at = luck.randrange(len(words))
    words.insert(at, words[at])


def _exchange(words: list[str], others: Sequence[str], luck: random.Random) -> None:
    one, other = luck.randrange(len(words)), luck.randrange(len(words))
    words[one], words[other] = words[other], words[one]


def _borrow(words: list[str], others: Sequence[str], luck: random.Random) -> None:
    words[luck.randrange(len(words))] = luck.choice(others)


def _put_something_odd(words: list[str], others: Sequence[str], luck: random.Random) -> None:
    words[luck.randrange(len(words))] = luck.choice(ODD)


def _cut(words: list[str], others: Sequence[str], luck: random.Random) -> None:
    del words[luck.randrange(1, len(words) + 1) :]


CHANGES: tuple[Change, ...] = (_lose, _double, _exchange, _borrow, _put_something_odd, _put_something_odd, _cut)


def mutated(scripts: Sequence[str], seed: int, count: int) -> Iterator[str]:
    """So many changed scripts that come to an end."""
    luck = random.Random(seed)
    pool = [WORDS.findall(script) for script in scripts if script]
    while count:
        words = list(luck.choice(pool))
        for _ in range(luck.choice((1, 1, 1, 2, 3, 5))):
            if words:
                luck.choice(CHANGES)(words, luck.choice(pool), luck)
        text = "".join(words)
        if comes_to_an_end(text):
            count -= 1
            yield text


def comes_to_an_end(text: str) -> bool:
    """Whether nothing in a text could run for ever: no loop by a condition, no function that names itself."""
    for node in syntax.walk(parse(text).tree):
        if isinstance(node, ENDLESS):
            return False
        if isinstance(node, syntax.FunctionDefinition) and node.name.lower() in node.body.extent.text.lower():
            return False
        if isinstance(node, syntax.Binary) and node.operator.name == "RANGE" and len(node.extent.text) > 12:
            return False
    return True
