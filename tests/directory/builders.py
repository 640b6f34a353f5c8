"""A tenant and what a client sends to it, with only the relevant values named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

from msolemu.compat.catalogue import Profile
from msolemu.compat.known_issue import KnownIssue
from msolemu.directory.collection import Recording
from msolemu.directory.seed import seed_tenant
from msolemu.directory.tenant.errors import ProvisioningRefused
from msolemu.directory.tenant.incoming import IncomingObject, Values
from msolemu.directory.tenant.objects import TenantObject, TenantObjects
from msolemu.directory.tenant.provisioning import Provisioning
from msolemu.directory.tenant.quarantine import SetAsideValue
from msolemu.directory.tenant.service import TenantService
from msolemu.directory.tenant.sweep import Sweep, WaitingValue
from msolemu.directory.tenant.transactions import Transactions
from msolemu.directory.tenant.user import User
from msolemu.directory.unit_of_work import MemoryWork, directory_state
from msolemu.foundation.clock import SteppedClock
from msolemu.foundation.dataclass import replace
from msolemu.foundation.identifiers import RandomIds

START = datetime(2016, 6, 1, 8, 0, tzinfo=UTC)
UPN_RESILIENCY = "DuplicateUPNResiliency"
ADDRESS_RESILIENCY = "DuplicateProxyAddressResiliency"
BOTH = (UPN_RESILIENCY, ADDRESS_RESILIENCY)
numbers = count(1)


def incoming(kind: str, name: str, addresses: Values = (), upn: str | None = None, **texts: str) -> IncomingObject:
    """An object that the tenant does not know yet."""
    attributes: dict[str, Values] = {"displayName": (name,)}
    attributes |= {key: (text,) for key, text in texts.items()}
    if addresses:
        attributes["proxyAddresses"] = addresses
    if upn is not None:
        attributes["userPrincipalName"] = (upn,)
    return IncomingObject(kind, f"anchor{next(numbers)}==", attributes, {}, frozenset(attributes))


def a_user(upn: str, *addresses: str, **texts: str) -> IncomingObject:
    """A user that is called as its name begins."""
    return incoming("User", texts.pop("name", upn.partition("@")[0]), addresses, upn, **texts)


def a_group(name: str, *addresses: str, **texts: str) -> IncomingObject:
    """A group with mail."""
    return incoming("Group", name, addresses, **texts)


def a_contact(name: str, *addresses: str, **texts: str) -> IncomingObject:
    """A contact."""
    return incoming("Contact", name, addresses, **texts)


def changed(one: IncomingObject, **attributes: str | Values | None) -> IncomingObject:
    """The object as a client sends it after some attributes changed; None clears one."""
    given = {key: (value,) if isinstance(value, str) else value for key, value in attributes.items()}
    merged = {**one.attributes, **given}
    kept = {key: values for key, values in merged.items() if values}
    return replace(one, attributes=kept, changed=frozenset(attributes))


class Cloud:
    """The tenant Contoso with some features on; lab time stands at `now`."""

    def __init__(self, *features: str, off: tuple[KnownIssue, ...] = (), seed: int = 1) -> None:
        self.recording = Recording()
        self.state = directory_state(self.recording)
        self.ids = RandomIds(seed)
        self.clock = SteppedClock(START)
        seed_tenant(self.state, START, self.ids)
        self.objects = TenantObjects(self.state)
        self.issues = Profile.DOCUMENTED.issues()
        for issue in off:
            self.issues = self.issues.switched(issue, on=False)
        self.service = TenantService(
            Transactions(lambda: MemoryWork(self.state, self.recording), lambda: self.issues, self.clock, self.ids)
        )
        self.enable(*features)
        self.new_run()

    @property
    def now(self) -> datetime:
        """Lab time."""
        return self.clock.now()

    def enable(self, *features: str) -> None:
        """Switch features on."""
        for feature in features:
            self.service.switch_feature(feature, on=True)
        self.new_run()

    def disable(self, *features: str) -> None:
        """Switch features off."""
        for feature in features:
            self.service.switch_feature(feature, on=False)
        self.new_run()

    def new_run(self) -> None:
        """Begin another export run."""
        self._run = Provisioning(self.objects, self.issues, self.ids, self.now)

    def later(self, **by: int) -> None:
        """Let time pass; the next export is another run."""
        self.clock.advance(timedelta(**by))
        self.new_run()

    def send(self, one: IncomingObject) -> list[SetAsideValue]:
        """Export one object."""
        return self._run.take(one)

    def send_all(self, *them: IncomingObject) -> None:
        """Export objects in one run."""
        for one in them:
            self.send(one)

    def delete(self, one: IncomingObject) -> None:
        """Export a deletion."""
        self._run.delete(one.source_anchor)

    def refusal(self, one: IncomingObject) -> ProvisioningRefused:
        """Export an object that must be refused."""
        try:
            self.send(one)
        except ProvisioningRefused as refusal:
            return refusal
        raise AssertionError("it was taken")

    def sweep(self) -> list[WaitingValue]:
        """Let the hour pass and run the task."""
        self.later(hours=1)
        return Sweep(self.objects, self.issues).run(self.now)

    def found(self, one: IncomingObject) -> TenantObject:
        """The object in the tenant."""
        found = self.objects.with_anchor(one.source_anchor)
        assert found is not None
        return found

    def user(self, one: IncomingObject) -> User:
        """The user in the tenant."""
        found = self.found(one)
        assert isinstance(found, User)
        return found

    def holds(self, one: IncomingObject) -> bool:
        """Whether the object is in the tenant."""
        return self.objects.with_anchor(one.source_anchor) is not None

    def waits_for(self, one: IncomingObject) -> list[tuple[str, str]]:
        """The values of an object that are set aside."""
        return [(entry.property_name, entry.value) for entry in self.found(one).quarantine]
