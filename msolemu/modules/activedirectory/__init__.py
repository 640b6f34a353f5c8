"""The ActiveDirectory module: what scripts change and ask on-premises.

May import what every module may. Filters of both languages become the predicate tree of `directory.query`; the rules of
the forest are in `directory.forest`, this module words its errors and shapes its objects.
"""

from __future__ import annotations

from msolemu.cmdlets.module import Module

MODULE = Module(
    "ActiveDirectory",
    "1.0.1.0",
    nouns={
        "ADAccount": "account",
        "ADAccountExpiration": "account_expiration",
        "ADAccountPassword": "account_password",
        "ADComputer": "computer",
        "ADDefaultDomainPasswordPolicy": "password_policy",
        "ADDomain": "domain",
        "ADDomainController": "domain_controller",
        "ADFineGrainedPasswordPolicy": "password_policy",
        "ADForest": "forest",
        "ADGroup": "group",
        "ADGroupMember": "group_member",
        "ADObject": "object",
        "ADOrganizationalUnit": "organizational_unit",
        "ADPrincipalGroupMembership": "principal_group_membership",
        "ADRootDSE": "root_dse",
        "ADUser": "user",
        "ADUserResultantPasswordPolicy": "password_policy",
    },
    package=__name__,
    declares={
        "Microsoft.ActiveDirectory.Management.ADAuthType": "scope",
        "Microsoft.ActiveDirectory.Management.ADSearchScope": "scope",
        "Microsoft.ActiveDirectory.Management.ADGroupScope": "group",
        "Microsoft.ActiveDirectory.Management.ADGroupCategory": "group",
    },
    namespace="Microsoft.ActiveDirectory.Management.Commands",
    errors="errors",
    description="Reads and changes the on-premises directory.",
    types=("Microsoft.ActiveDirectory.Management.",),
)
