"""The verbs that PowerShell approves of: by group, each with the prefix that aliases use."""

from __future__ import annotations

from typing import NamedTuple

_TABLE = {
    "Common": "Add a, Clear cl, Close cs, Copy cp, Enter et, Exit ex, Find fd, Format f, Get g, Hide h, Join j, "
    "Lock lk, Move m, New n, Open op, Optimize om, Push pu, Pop pop, Redo re, Remove r, Rename rn, Reset rs, "
    "Resize rz, Search sr, Select sc, Set s, Show sh, Skip sk, Split sl, Step st, Switch sw, Undo un, Unlock uk, "
    "Watch wc",
    "Communications": "Connect cc, Disconnect dc, Read rd, Receive rc, Send sd, Write wr",
    "Data": "Backup ba, Checkpoint ch, Compare cr, Compress cm, Convert cv, ConvertFrom cf, ConvertTo ct, "
    "Dismount dm, Edit ed, Expand en, Export ep, Group gp, Import ip, Initialize in, Limit l, Merge mg, Mount mt, "
    "Out o, Publish pb, Restore rr, Save sv, Sync sy, Unpublish ub, Update ud",
    "Diagnostic": "Debug db, Measure ms, Ping pi, Repair rp, Resolve rv, Test t, Trace tr",
    "Lifecycle": "Approve ap, Assert as, Build bd, Complete cmp, Confirm cn, Deny dn, Deploy dp, Disable d, "
    "Enable e, Install is, Invoke i, Register rg, Request rq, Restart rt, Resume ru, Start sa, Stop sp, Submit sb, "
    "Suspend ss, Uninstall us, Unregister ur, Wait w",
    "Other": "Use u",
    "Security": "Block bl, Grant gr, Protect pt, Revoke rk, Unblock ul, Unprotect up",
}


class Verb(NamedTuple):
    """An approved verb."""

    name: str
    prefix: str
    group: str


VERBS = tuple(
    Verb(name, prefix, group) for group, listed in _TABLE.items() for name, prefix in map(str.split, listed.split(", "))
)
APPROVED = frozenset(verb.name.lower() for verb in VERBS)
