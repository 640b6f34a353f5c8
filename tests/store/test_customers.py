"""The directories of a partner's customers, kept with the workspace."""

from __future__ import annotations

from uuid import UUID

from msolemu.directory.tenant.domain import Domain
from msolemu.store.unit_of_work import UnitOfWork
from msolemu.store.workspace import Workspace
from tests.store.conftest import Open

CUSTOMER = UUID(int=5)


def add(workspace: Workspace, name: str) -> None:
    """Give the customer a domain."""
    with UnitOfWork(workspace) as work:
        work.directory.customers.of(CUSTOMER).domains.put(name, Domain(name))
        work.commit()


def names(workspace: Workspace) -> list[str]:
    """The customer's domains."""
    with UnitOfWork(workspace) as work:
        assert len(work.directory.domains) == 0
        return [one.name for one in work.directory.customers.of(CUSTOMER).domains]


def test_a_customer_has_a_directory_of_its_own(workspace: Workspace) -> None:
    add(workspace, "fabrikam.com")
    assert names(workspace) == ["fabrikam.com"]


def test_another_process_finds_it(open_folder: Open) -> None:
    first, second = open_folder(), open_folder()
    add(first, "fabrikam.com")
    assert names(second) == ["fabrikam.com"]
    add(second, "fabrikam.org")
    assert names(first) == ["fabrikam.com", "fabrikam.org"]
    assert names(open_folder()) == ["fabrikam.com", "fabrikam.org"]


def test_it_is_part_of_the_whole(workspace: Workspace, open_folder: Open) -> None:
    add(workspace, "fabrikam.com")
    documents = workspace.documents()
    with UnitOfWork(workspace) as work:
        workspace.clear()
        work.commit()
    assert names(workspace) == []
    assert not any("@" in table for table in workspace.documents())
    other = open_folder()
    with UnitOfWork(other) as work:
        other.fill(documents)
        work.commit()
    assert names(other) == ["fabrikam.com"]
