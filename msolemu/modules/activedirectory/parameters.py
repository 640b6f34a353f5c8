"""Parameters that many cmdlets of the module have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from msolemu.cmdlets.declaration import Parameter, Switch
from msolemu.modules.activedirectory.scope import ADSearchScope
from msolemu.runtime.objects import Hashtable, Value

Properties = Annotated[
    Sequence[str], Parameter("Further properties to show.", from_property=True, aliases=("Property",))
]
SearchBase = Annotated[str | None, Parameter("The container to search below.")]
SearchScope = Annotated[ADSearchScope, Parameter("How deep to search.")]
ResultSetSize = Annotated[int | None, Parameter("The most objects to give.", nullable=True)]
ResultPageSize = Annotated[int, Parameter("Objects a page; without effect here.")]
Server = Annotated[str | None, Parameter("The server to ask; there is one here, whatever its name.")]
Credential = Annotated[
    Value, Parameter("The account to act as.", type="System.Management.Automation.PSCredential", mandatory=False)
]
PassThru = Annotated[Switch, Parameter("Give the object.")]
Path = Annotated[str | None, Parameter("The container that the object is created in.", from_property=True)]
OtherAttributes = Annotated[Hashtable | None, Parameter("Further attributes, by their LDAP names.")]
