"""All switches, and the profiles that set them together."""

from __future__ import annotations

import enum
from collections.abc import Mapping

from msolemu.compat.known_issue import KnownIssue, KnownIssueSet, UnknownKnownIssue

ARTICLE = "Identity synchronization and duplicate attribute resiliency"
CORE = f"{ARTICLE}, Known issues, Core behavior"
CMDLET = f"{ARTICLE}, Known issues, PowerShell cmdlets"
PORTAL = f"{ARTICLE}, Known issues, Office portal"

USER_MEETS_GROUP_ADDRESS = KnownIssue(
    "user-meets-group-address",
    "A new user whose UPN and proxy address equal an existing group's primary address gets an export error, "
    "retried each cycle.",
    f"{CORE}, 1",
)
SWEEP_COMPARES_UPN_WITH_UPN_ONLY = KnownIssue(
    "sweep-compares-upn-with-upn-only",
    "A UPN that lost to a proxy address is never healed by the hourly sweep.",
    f"{CORE}, 2",
)
TWIN_GROUPS_FAIL_FIRST = KnownIssue(
    "twin-groups-fail-first",
    "Of two new groups with one address, one fails the first export with the ordinary duplicate error and is "
    "quarantined in the next cycle.",
    f"{CORE}, 3",
)
USER_SYNC_FIELDS_HIDDEN = KnownIssue(
    "user-sync-fields-hidden",
    "ImmutableId and LastDirSyncTime are empty for users in the output of Get-MsolDirSyncProvisioningError.",
    f"{CMDLET}, 1",
)
SORT_IGNORED = KnownIssue(
    "sort-ignored",
    "-SortField and -SortDirection of Get-MsolDirSyncProvisioningError change nothing.",
    f"{CMDLET}, 2",
)
PROPERTY_VALUE_ALONE_AMBIGUOUS = KnownIssue(
    "property-value-alone-ambiguous",
    "-PropertyValue without -PropertyName throws an ambiguous error.",
    f"{CMDLET}, 3",
)
SEARCH_STRING_EXTRA_RESULTS = KnownIssue(
    "search-string-extra-results",
    "-SearchString without -PropertyName and -PropertyValue returns extra objects.",
    f"{CMDLET}, 4",
)
REPORT_SAME_DETAIL = KnownIssue(
    "report-same-detail", "Both objects of a UPN conflict show the same detail in the portal.", f"{PORTAL}, 1"
)
REPORT_WRONG_DISPLAY_NAME = KnownIssue(
    "report-wrong-display-name", "The portal's detail names the loser's own display name.", f"{PORTAL}, 2"
)
REPORT_UPN_DETAILS_ONLY = KnownIssue(
    "report-upn-details-only", "The portal shows details for UPN conflicts only.", f"{PORTAL}, 3"
)

CASE_SENSITIVE_CMDLETS = KnownIssue(
    "case-sensitive-cmdlets",
    "The resiliency cmdlets heed the case of their names, their parameters' names and the values of these.",
    f"{ARTICLE}, Identifying objects, PowerShell",
)
ERROR_CATEGORY_REQUIRED = KnownIssue(
    "error-category-required",
    "Get-MsolDirSyncProvisioningError demands -ErrorCategory, unless -All stands alone.",
    f"{ARTICLE}, Identifying objects, PowerShell",
)
RESILIENCY_ALWAYS_ON = KnownIssue(
    "resiliency-always-on",
    "Both resiliency features are enabled and cannot be disabled.",
    f"{ARTICLE}, later versions: default on for all tenants",
)
LATER_FEATURE_NAMES = KnownIssue(
    "later-feature-names",
    "Features of directory synchronization are listed under the names that later modules give them; both are accepted.",
    "Reference of the successor module, features of directory synchronization",
)

DEFECTS = (
    USER_MEETS_GROUP_ADDRESS,
    SWEEP_COMPARES_UPN_WITH_UPN_ONLY,
    TWIN_GROUPS_FAIL_FIRST,
    USER_SYNC_FIELDS_HIDDEN,
    SORT_IGNORED,
    PROPERTY_VALUE_ALONE_AMBIGUOUS,
    SEARCH_STRING_EXTRA_RESULTS,
    REPORT_SAME_DETAIL,
    REPORT_WRONG_DISPLAY_NAME,
    REPORT_UPN_DETAILS_ONLY,
)
CATALOGUE = (*DEFECTS, CASE_SENSITIVE_CMDLETS, ERROR_CATEGORY_REQUIRED, RESILIENCY_ALWAYS_ON, LATER_FEATURE_NAMES)


class Profile(enum.Enum):
    """A named set of switches."""

    DOCUMENTED = "documented"
    FIXED = "fixed"
    LATER = "later"

    def issues(self) -> KnownIssueSet:
        """The switches that are on: contract of the three profiles."""
        refusals = (CASE_SENSITIVE_CMDLETS, ERROR_CATEGORY_REQUIRED)
        match self:
            case Profile.DOCUMENTED:
                return KnownIssueSet.of((*DEFECTS, *refusals))
            case Profile.FIXED:
                return KnownIssueSet.of(refusals)
            case Profile.LATER:
                return KnownIssueSet.of((*refusals, RESILIENCY_ALWAYS_ON, LATER_FEATURE_NAMES))


def issue_of(name: str) -> KnownIssue:
    """The issue with this id; raises UnknownKnownIssue."""
    for issue in CATALOGUE:
        if issue.id == name.lower():
            return issue
    raise UnknownKnownIssue(_unknown("known issue", name, [issue.id for issue in CATALOGUE]))


def profile_of(name: str) -> Profile:
    """The profile of this name; raises UnknownKnownIssue."""
    for profile in Profile:
        if profile.value == name.lower():
            return profile
    raise UnknownKnownIssue(_unknown("profile", name, [profile.value for profile in Profile]))


def _unknown(kind: str, name: str, known: list[str]) -> str:
    import difflib

    near = difflib.get_close_matches(name.lower(), known, n=1)
    advice = f"did you mean '{near[0]}'?" if near else f"there are: {', '.join(known)}."
    return f"There is no {kind} '{name}'; {advice}"


def switched(issues: KnownIssueSet, switches: Mapping[str, bool]) -> KnownIssueSet:
    """The set after some switches by id; raises UnknownKnownIssue."""
    for name, on in switches.items():
        issues = issues.switched(issue_of(name), on)
    return issues
