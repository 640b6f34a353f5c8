"""Messages in memory and in a folder."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from msolemu.mail.eml import read, written
from msolemu.mail.folder import Mailbox, MailFolder, MemoryMailbox
from msolemu.mail.message import DamagedMessage, Message, report_message
from msolemu.reports.report import Report

SENT = datetime(2016, 6, 1, 8, 0, tzinfo=UTC)


def a_message(subject: str = "Zoë's report", body: str = "Łukasz\nsecond line\n") -> Message:
    """A message to the technical contact."""
    return Message("service@contoso.com", ("it@contoso.com", "ann@contoso.com"), subject, SENT, body)


@pytest.fixture(params=["memory", "folder"])
def mailbox(request: pytest.FixtureRequest, tmp_path: Path) -> Mailbox:
    """Both kinds of mailbox."""
    return MemoryMailbox() if request.param == "memory" else MailFolder(tmp_path / "mail")


def test_messages_come_back_as_they_were_sent_in_order(mailbox: Mailbox) -> None:
    sent = [a_message(f"{number}") for number in range(12)]
    for message in sent:
        mailbox.deliver(message)
    assert list(mailbox.messages()) == sent


def test_a_new_mailbox_is_empty(mailbox: Mailbox) -> None:
    assert not mailbox.messages()


def test_a_message_survives_its_file() -> None:
    long = a_message(body="x" * 200 + " ü\n")
    assert read(written(long)) == long


def test_a_folder_numbers_on_after_the_latest_file(tmp_path: Path) -> None:
    MailFolder(tmp_path).deliver(a_message())
    (tmp_path / "0001.eml").rename(tmp_path / "0007.eml")
    MailFolder(tmp_path).deliver(a_message())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["0007.eml", "0008.eml"]


def test_a_damaged_file_is_no_message(tmp_path: Path) -> None:
    (tmp_path / "0001.eml").write_bytes(b"nonsense")
    with pytest.raises(DamagedMessage):
        MailFolder(tmp_path).messages()


def test_a_report_is_mailed_by_the_service() -> None:
    message = report_message(Report("Title"), ("it@contoso.com",), SENT)
    assert (message.sender, message.subject) == ("MSOnlineServicesTeam@MicrosoftOnline.com", "Title")
    assert message.body.startswith("Title\n=====")


def test_copies_html_attachments_and_priority_survive_the_file() -> None:
    message = Message(
        "me@contoso.com",
        ("it@contoso.com",),
        "Report",
        SENT,
        "<p>Zoë</p>\n",
        html=True,
        copies=("ann@contoso.com", "bob@contoso.com"),
        blind_copies=("eve@contoso.com",),
        reply_to=("it@contoso.com",),
        attachments=(("users.csv", b"Name\r\nZo\xc3\xab\r\n"),),
        priority="High",
    )
    assert b"Importance: high" in written(message)
    assert read(written(message)) == message


def test_a_subject_is_one_line() -> None:
    assert read(written(a_message("one\r\nBcc: eve@contoso.com"))).subject == "one Bcc: eve@contoso.com"
