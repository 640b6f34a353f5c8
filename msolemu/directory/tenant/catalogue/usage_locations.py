"""Where users are, by the codes of ISO 3166, and which plans are not sold there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msolemu.foundation.tables import table

EMBARGOED = frozenset({"CU", "IR", "KP", "SD", "SY"})
"""Nothing is sold there."""

SOLD_ONLY_IN: Mapping[str, frozenset[str]] = dict.fromkeys(
    ("MCOPSTN1", "MCOPSTN2"),
    frozenset(
        {
            *("AT", "AU", "BE", "CA", "CH", "DE", "DK", "ES", "FI", "FR", "GB", "IE"),
            *("IT", "JP", "NL", "NO", "NZ", "PL", "PR", "PT", "SE", "SG", "US"),
        }
    ),
)
"""Plans that need a licence of the country, such as telephone calls."""


@cache
def usage_locations() -> Mapping[str, str]:
    """Names of countries and territories by their two letters."""
    found: dict[str, str] = table(__file__)
    return found


def is_sold(plan: str, location: str) -> bool:
    """Whether a plan is to be had at a usage location."""
    return location not in EMBARGOED and location in SOLD_ONLY_IN.get(plan, {location})
