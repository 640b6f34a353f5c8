"""Names at the initial domain that the service gives where the wanted one is taken or cannot be used."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msolemu.foundation.identifiers import IdSource

LOWEST, HIGHEST = 1000, 9999
DRAWS = 100
LONGEST_PREFIX = 60
"""64 characters may stand before the at sign, and four digits follow."""

IsFree = Callable[[str], bool]


class NoPlaceholderLeft(Exception):
    """Every number is taken for this prefix."""


def placeholder(wanted: str, initial_domain: str, is_free: IsFree, ids: IdSource) -> str:
    """The prefix of a wanted name, four digits drawn until the name is free, and the initial domain.

    `user@contoso.com` becomes `user1234@contoso.onmicrosoft.com`; the prefix keeps its case. Raises NoPlaceholderLeft.
    """
    prefix = wanted.partition("@")[0][:LONGEST_PREFIX]
    for number in numbers(ids):
        name = f"{prefix}{number}@{initial_domain}"
        if is_free(name):
            return name
    raise NoPlaceholderLeft(wanted)


def numbers(ids: IdSource) -> Iterator[int]:
    """Numbers to try: drawn at first, then all of them in order, so that a free one is always found."""
    for _ in range(DRAWS):
        yield ids.number(LOWEST, HIGHEST)
    yield from range(LOWEST, HIGHEST + 1)


def initial_name(nickname: str, initial_domain: str, is_free: IsFree, ids: IdSource) -> str:
    """The name at the initial domain without digits, with them only where it is taken (MOERA)."""
    name = f"{nickname}@{initial_domain}"
    return name if is_free(name) else placeholder(name, initial_domain, is_free, ids)
