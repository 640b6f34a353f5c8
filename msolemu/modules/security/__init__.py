"""Microsoft.PowerShell.Security: credentials, secure strings and the execution policy.

May import what every module may. A secure string hides its text from accidental display only; nothing is encrypted
with keys of the host, so that a workspace can move from one machine to another.
"""

from __future__ import annotations

from msolemu.cmdlets.module import Module

MODULE = Module(
    "Microsoft.PowerShell.Security",
    "7.0.0.0",
    nouns={
        "SecureString": "secure_string",
        "Credential": "credential",
        "ExecutionPolicy": "execution_policy",
    },
    package=__name__,
    declares={
        "Microsoft.PowerShell.ExecutionPolicyScope": "execution_policy",
    },
    description="Credentials, secure strings and the execution policy.",
)
