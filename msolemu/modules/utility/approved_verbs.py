"""The verbs that names of commands may begin with, by their groups, each with the beginning of its aliases."""

from __future__ import annotations

from dataclasses import dataclass

from msolemu.runtime.types.registry import net_object

_LISTED: dict[str, str] = {
    "Common": (
        "Add:a Clear:cl Close:cs Copy:cp Enter:et Exit:ex Find:fd Format:f Get:g Hide:h Join:j Lock:lk Move:m "
        "New:n Open:op Optimize:om Push:pu Pop:pop Redo:re Remove:r Rename:rn Reset:rs Resize:rz Search:sr "
        "Select:sc Set:s Show:sh Skip:sk Split:sl Step:st Switch:sw Undo:un Unlock:uk Watch:wc"
    ),
    "Communications": ("Connect:cc Disconnect:dc Read:rd Receive:rc Send:sd Write:wr"),
    "Data": (
        "Backup:ba Checkpoint:ch Compare:cr Compress:cm Convert:cv ConvertFrom:cf ConvertTo:ct Dismount:dm "
        "Edit:ed Expand:en Export:ep Group:gp Import:ip Initialize:in Limit:l Merge:mg Mount:mt Out:o "
        "Publish:pb Restore:rr Save:sv Sync:sy Unpublish:ub Update:ud"
    ),
    "Diagnostic": ("Debug:db Measure:ms Ping:pi Repair:rp Resolve:rv Test:t Trace:tr"),
    "Lifecycle": (
        "Approve:ap Assert:as Build:bd Complete:cmp Confirm:cn Deny:dn Deploy:dp Disable:d Enable:e "
        "Install:is Invoke:i Register:rg Request:rq Restart:rt Resume:ru Start:sa Stop:sp Submit:sb "
        "Suspend:ss Uninstall:us Unregister:ur Wait:w"
    ),
    "Other": ("Use:u"),
    "Security": ("Block:bl Grant:gr Protect:pt Revoke:rk Unblock:ul Unprotect:up"),
}
GROUPS = tuple(_LISTED)


@net_object("System.Management.Automation.VerbInfo")
@dataclass(frozen=True, slots=True)
class Verb:
    """An approved verb."""

    Verb: str
    AliasPrefix: str
    Group: str
    Description: str = ""


VERBS = tuple(
    Verb(pair.partition(":")[0], pair.partition(":")[2], group)
    for group, pairs in _LISTED.items()
    for pair in pairs.split()
)
