"""Whatever is exported and whatever the hour gives back: names and addresses stay unique, and no value is lost."""

from __future__ import annotations

from collections import Counter

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from msolemu.compat.catalogue import (
    SWEEP_COMPARES_UPN_WITH_UPN_ONLY,
    TWIN_GROUPS_FAIL_FIRST,
    USER_MEETS_GROUP_ADDRESS,
)
from msolemu.directory.tenant.addresses import accepted
from msolemu.directory.tenant.errors import ProvisioningRefused
from msolemu.directory.tenant.incoming import IncomingObject
from msolemu.directory.tenant.objects import TenantObject
from msolemu.directory.tenant.quarantine import ADDRESSES, UPN
from msolemu.directory.tenant.user import User
from msolemu.foundation.dataclass import replace
from tests.directory.builders import BOTH, Cloud, changed, incoming

PREFIXES = st.sampled_from(["ann", "Ann", "desk", "joe"])
NAMES = st.builds("{}@{}".format, PREFIXES, st.sampled_from(["contoso.com", "contoso.local"]))
ADDRESS = st.builds("{}:{}@contoso.com".format, st.sampled_from(["smtp", "sip"]), PREFIXES)
LISTS = st.lists(ADDRESS, max_size=3, unique_by=str.lower).map(tuple)
SWITCHES = st.sets(
    st.sampled_from([SWEEP_COMPARES_UPN_WITH_UPN_ONLY, TWIN_GROUPS_FAIL_FIRST, USER_MEETS_GROUP_ADDRESS])
)


class Exports(RuleBasedStateMachine):
    """Users, groups and contacts that all want the same few values."""

    sent = Bundle("sent")

    @initialize(features=st.sets(st.sampled_from(BOTH)), off=SWITCHES, seed=st.integers())
    def begin(self, features: set[str], off: set[object], seed: int) -> None:
        self.cloud = Cloud(*features, off=tuple(off), seed=seed)  # type: ignore[arg-type]

    @rule(target=sent, upn=NAMES, addresses=LISTS)
    def a_new_user(self, upn: str, addresses: tuple[str, ...]) -> IncomingObject:
        return self._send(incoming("User", upn, addresses, upn))

    @rule(target=sent, kind=st.sampled_from(["Group", "Contact"]), addresses=LISTS)
    def a_new_group_or_contact(self, kind: str, addresses: tuple[str, ...]) -> IncomingObject:
        return self._send(incoming(kind, "mail", addresses))

    @rule(target=sent, one=sent, addresses=LISTS)
    def other_addresses(self, one: IncomingObject, addresses: tuple[str, ...]) -> IncomingObject:
        return self._send(changed(one, proxyAddresses=addresses))

    @rule(target=sent, one=sent, upn=NAMES)
    def another_name(self, one: IncomingObject, upn: str) -> IncomingObject:
        return self._send(changed(one, userPrincipalName=upn) if one.object_type == "User" else one)

    @rule(one=sent)
    def a_deletion(self, one: IncomingObject) -> None:
        self.cloud.delete(one)

    @rule()
    def an_hour(self) -> None:
        self.cloud.sweep()

    @rule()
    def a_month(self) -> None:
        self.cloud.later(days=31)

    def _send(self, one: IncomingObject) -> IncomingObject:
        if not self.cloud.holds(one):
            one = replace(one, changed=frozenset(one.attributes))
        try:
            self.cloud.send(one)
        except ProvisioningRefused:
            return one
        return one

    def _objects(self) -> list[TenantObject]:
        state = self.cloud.state
        return [*state.users, *state.groups, *state.contacts]

    @invariant()
    def nobody_shares_a_name_or_an_address(self) -> None:
        names = Counter(user.user_principal_name.lower() for user in self.cloud.state.users)
        addresses = Counter(address.lower() for one in self._objects() for address in one.proxy_addresses)
        assert not [name for name, count in (names + addresses).items() if count > 1]

    @invariant()
    def every_wanted_value_is_there_or_waits(self) -> None:
        for one in self._objects():
            there = {address.lower() for address in one.proxy_addresses}
            waiting = {(entry.property_name, entry.value.lower()) for entry in one.quarantine}
            for address in accepted(one.wanted_proxy_addresses):
                assert (address.lower() in there) != ((ADDRESSES, address.lower()) in waiting)
            wanted = one.wanted_user_principal_name if isinstance(one, User) else None
            if isinstance(one, User) and wanted and wanted.endswith("contoso.com"):
                has_it = one.user_principal_name == wanted
                assert has_it != ((UPN, wanted.lower()) in waiting)

    @invariant()
    def nobody_waits_without_wanting(self) -> None:
        for one in self._objects():
            for entry in one.quarantine:
                wanted = one.wanted_proxy_addresses
                if isinstance(one, User) and entry.property_name == UPN:
                    wanted = (one.wanted_user_principal_name or "",)
                assert entry.value.lower() in {value.lower() for value in wanted}

    @invariant()
    def every_user_can_sign_in(self) -> None:
        assert all("@" in user.user_principal_name for user in self.cloud.state.users)


TestExports = Exports.TestCase
TestExports.settings = settings(max_examples=60, stateful_step_count=25)
