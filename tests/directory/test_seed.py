"""What a new workspace holds."""

from __future__ import annotations

from msolemu.directory.collection import Recording
from msolemu.directory.forest.builtin_groups import DOMAIN_GROUPS, MACHINE_GROUPS
from msolemu.directory.forest.directory import ForestDirectory
from msolemu.directory.query import Everything
from msolemu.directory.seed import seed
from msolemu.directory.tenant.objects import TenantObjects
from msolemu.directory.unit_of_work import MemoryWork, directory_state
from msolemu.foundation.identifiers import RandomIds
from tests.directory.builders import BOTH, START


def test_a_new_workspace_holds_contoso_and_an_empty_forest() -> None:
    state = directory_state()
    seed(state, START, RandomIds(1))
    company = TenantObjects(state).company
    assert (company.display_name, company.technical_notification_emails) == ("Contoso", ("it@contoso.com",))
    assert not company.features.intersection(BOTH)
    assert {(one.name, one.is_initial, one.is_default, one.is_verified) for one in state.domains} == {
        ("contoso.onmicrosoft.com", True, False, True),
        ("contoso.com", False, True, True),
    }
    (admin,) = state.users
    assert (admin.user_principal_name, admin.roles) == ("admin@contoso.onmicrosoft.com", ("Company Administrator",))
    forest = ForestDirectory(state, START, RandomIds(2))
    assert (forest.name, forest.forest.upn_suffixes) == ("contoso.local", ("contoso.com",))
    assert [entry.first("name") for entry in forest.search(Everything())] == [
        "contoso",
        "Users",
        "Computers",
        "Deleted Objects",
        "Builtin",
        *(group.name for group in (*DOMAIN_GROUPS, *MACHINE_GROUPS)),
    ]


def test_what_is_not_committed_is_forgotten() -> None:
    recording = Recording()
    state = directory_state(recording)
    with MemoryWork(state, recording):
        seed(state, START, RandomIds(1))
    assert not list(state.users)
    with MemoryWork(state, recording) as work:
        seed(state, START, RandomIds(1))
        work.commit()
    assert len(state.users) == 1
