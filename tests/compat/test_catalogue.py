"""The switches and the profiles that set them together (contract: known issues)."""

from __future__ import annotations

import pytest

from msolemu.compat.catalogue import (
    CASE_SENSITIVE_CMDLETS,
    CATALOGUE,
    DEFECTS,
    ERROR_CATEGORY_REQUIRED,
    LATER_FEATURE_NAMES,
    RESILIENCY_ALWAYS_ON,
    SORT_IGNORED,
    Profile,
    issue_of,
    profile_of,
    switched,
)
from msolemu.compat.known_issue import KnownIssueSet, UnknownKnownIssue


def test_ten_defects_and_four_further_behaviours_can_be_switched() -> None:
    assert len(DEFECTS) == 10
    assert len({issue.id for issue in CATALOGUE}) == 14


def test_the_documented_profile_keeps_every_defect() -> None:
    issues = Profile.DOCUMENTED.issues()
    assert all(issues.keep(issue) for issue in DEFECTS)
    assert not issues.keep(RESILIENCY_ALWAYS_ON)


@pytest.mark.parametrize("profile", [Profile.FIXED, Profile.LATER])
def test_the_profiles_without_defects_still_heed_case_and_category(profile: Profile) -> None:
    issues = profile.issues()
    assert not any(issues.keep(issue) for issue in DEFECTS)
    assert issues.keep(CASE_SENSITIVE_CMDLETS)
    assert issues.keep(ERROR_CATEGORY_REQUIRED)


def test_in_later_years_resiliency_cannot_be_switched_off() -> None:
    assert Profile.LATER.issues().keep(RESILIENCY_ALWAYS_ON)
    assert not Profile.FIXED.issues().keep(RESILIENCY_ALWAYS_ON)


def test_in_later_years_features_have_other_names() -> None:
    assert [profile for profile in Profile if profile.issues().keep(LATER_FEATURE_NAMES)] == [Profile.LATER]


def test_names_of_issues_and_profiles_ignore_case() -> None:
    assert issue_of("Sort-Ignored") is SORT_IGNORED
    assert profile_of("FIXED") is Profile.FIXED


def test_an_unknown_name_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(UnknownKnownIssue, match="did you mean 'sort-ignored'"):
        issue_of("sort-ignore")
    with pytest.raises(UnknownKnownIssue, match="documented, fixed, later"):
        profile_of("1999")


def test_single_switches_go_over_a_profile() -> None:
    issues = switched(Profile.DOCUMENTED.issues(), {"sort-ignored": False})
    assert not issues.keep(SORT_IGNORED)
    assert switched(KnownIssueSet(), {"sort-ignored": True}).keep(SORT_IGNORED)
