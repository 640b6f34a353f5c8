"""What a block `dynamicparam` gives: RuntimeDefinedParameter and the dictionary of them."""

from __future__ import annotations

from msolemu.runtime.types.comparisons import Comparison
from msolemu.runtime.types.declaring import constructor, properties, reader, typed_property, writer
from msolemu.runtime.types.keyed import GenericDictionary
from msolemu.runtime.types.lists import Collection, collection
from msolemu.runtime.types.net_type import NetType
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.values.objects import Value, enumerate_value

NAMESPACE = "System.Management.Automation."
PARAMETER = known_type(NAMESPACE + "RuntimeDefinedParameter")
DICTIONARY = known_type(NAMESPACE + "RuntimeDefinedParameterDictionary")
ATTRIBUTE = known_type("System.Attribute")


class RuntimeParameter:
    """A parameter that is known only when its command is called."""

    def __init__(self, name: str = "", kind: NetType | None = None, attributes: Value = None) -> None:
        self.name = name
        self.kind = kind
        self.attributes: Collection = collection(() if attributes is None else enumerate_value(attributes), ATTRIBUTE)
        self.value: Value = None
        self.is_set = False


class RuntimeParameters(GenericDictionary):
    """The parameters by name, which ignores case."""

    __slots__ = ()

    def __init__(self) -> None:
        super().__init__((), known_type("System.String"), PARAMETER, Comparison(ignore_case=True, by_units=True))

    @property
    def net_type(self) -> NetType:
        """The dictionary's own type."""
        return DICTIONARY


represent(PARAMETER, RuntimeParameter)
typed_property(PARAMETER, "System.String", "Name", reader("name"), writer("name"))
typed_property(PARAMETER, "System.Type", "ParameterType", reader("kind"), writer("kind"))
typed_property(PARAMETER, "System.Object", "Value", reader("value"), writer("value"))
typed_property(PARAMETER, "System.Boolean", "IsSet", reader("is_set"), writer("is_set"))
properties(PARAMETER, Attributes=reader("attributes"))
constructor(PARAMETER, "RuntimeDefinedParameter()")(RuntimeParameter)
constructor(
    PARAMETER,
    "RuntimeDefinedParameter(string name, type parameterType, System.Collections.IEnumerable attributes)",
)(RuntimeParameter)
constructor(DICTIONARY, "RuntimeDefinedParameterDictionary()")(RuntimeParameters)
