"""The types that exist for scripts, besides the few that `registry` needs from the start.

A row is name, base, file of members and interfaces; it becomes a `NetType` when a script first names it.
"""

from __future__ import annotations

_COLLECTIONS = "System.Collections."
_GENERIC = "System.Collections.Generic."
_CONCURRENT = "System.Collections.Concurrent."
_AUTOMATION = "System.Management.Automation."
_CRYPTOGRAPHY = "System.Security.Cryptography."
DIGESTS = ("MD5", "SHA1", "SHA256", "SHA384", "SHA512", "SHA3_256", "SHA3_384", "SHA3_512")
"""The digests that the classes of cryptography are named after."""

ENUMERABLE = "System.Collections.IEnumerable"
COLLECTION = "System.Collections.ICollection"
LIST = "System.Collections.IList"
DICTIONARY = "System.Collections.IDictionary"
COMPARER = "System.Collections.IComparer"
CLONEABLE = "System.ICloneable"
DISPOSABLE = "System.IDisposable"
COMPARABLE = "System.IComparable"
FORMATTABLE = "System.IFormattable"
CONVERTIBLE = "System.IConvertible"

LIST_INTERFACES = (LIST, COLLECTION, ENUMERABLE)
DICTIONARY_INTERFACES = (DICTIONARY, COLLECTION, ENUMERABLE)

Row = tuple[str, str, tuple[str, ...]]
"""Base, file of members, interfaces."""

OBJECT = "System.Object"
VALUE = "System.ValueType"

ATTRIBUTES = (
    *("Parameter", "Alias", "CmdletBinding", "OutputType", "ArgumentCompleter", "ArgumentCompletions", "PSTypeName"),
    *("PSDefaultValue", "AllowNull", "AllowEmptyString", "AllowEmptyCollection", "SupportsWildcards"),
    *("ArgumentTypeConverter", "ArgumentTransformation", "ValidateArguments", "Credential"),
)
VALIDATIONS = (
    *("ValidateSet", "ValidateRange", "ValidateLength", "ValidateCount", "ValidatePattern", "ValidateScript"),
    *("ValidateNotNull", "ValidateNotNullOrEmpty", "ValidateNotNullOrWhiteSpace", "ValidateTrustedData"),
    "ValidateEnumeratedArguments",
)

CLASSES: dict[str, Row] = {
    "System.Math": (OBJECT, "mathematics", ()),
    "System.Convert": (OBJECT, "convert", ()),
    "System.BitConverter": (OBJECT, "convert", ()),
    "System.Environment": (OBJECT, "environment", ()),
    "System.Console": (OBJECT, "console", ()),
    "System.OperatingSystem": (OBJECT, "operating_system", (CLONEABLE,)),
    **{
        f"System.Runtime.InteropServices.{name}": (OBJECT, "operating_system", ())
        for name in ("RuntimeInformation", "OSPlatform")
    },
    "System.GC": (OBJECT, "environment", ()),
    "System.Random": (OBJECT, "randomness", ()),
    "System.DBNull": (OBJECT, "missing", ()),
    _AUTOMATION + "Language.NullString": (OBJECT, "missing", ()),
    _AUTOMATION + "Internal.AutomationNull": (OBJECT, "missing", ()),
    "System.Delegate": (OBJECT, "", ()),
    "System.MulticastDelegate": ("System.Delegate", "", ()),
    "System.Action": ("System.MulticastDelegate", "", ()),
    **{
        f"System.{name}": ("System.MulticastDelegate", "", ())
        for name in (
            *(f"Func`{count}" for count in range(1, 10)),
            *(f"Action`{count}" for count in range(1, 9)),
            *("Predicate`1", "Comparison`1", "Converter`2", "EventHandler", "EventHandler`1"),
            "Text.RegularExpressions.MatchEvaluator",
        )
    },
    "System.EventArgs": (OBJECT, "", ()),
    **{
        f"System.{name}Attribute": ("System.Attribute", "", ())
        for name in ("Flags", "Obsolete", "Serializable", "NonSerialized", "ThreadStatic", "AttributeUsage")
    },
    "System.Attribute": (OBJECT, "", ()),
    "System.Version": (OBJECT, "version", (CLONEABLE, COMPARABLE)),
    "System.Uri": (OBJECT, "uri", ()),
    "System.UriBuilder": (OBJECT, "uri_builder", ()),
    "System.Net.Mail.MailMessage": (OBJECT, "mail_message", (DISPOSABLE,)),
    "System.Net.Mail.MailAddressCollection": (
        "System.Collections.ObjectModel.Collection`1[System.Net.Mail.MailAddress]",
        "mail_message",
        LIST_INTERFACES,
    ),
    _AUTOMATION + "LanguagePrimitives": (OBJECT, "language_primitives", ()),
    "System.StringComparer": (OBJECT, "text_comparers", ()),
    "System.Text.StringBuilder": (OBJECT, "string_builder", ()),
    "System.Text.Encoding": (OBJECT, "encoding", (CLONEABLE,)),
    "System.Text.UTF8Encoding": ("System.Text.Encoding", "encoding", ()),
    "System.Text.UnicodeEncoding": ("System.Text.Encoding", "encoding", ()),
    "System.Text.UTF32Encoding": ("System.Text.Encoding", "encoding", ()),
    **{
        f"System.Text.{name}Encoding": ("System.Text.Encoding", "encoding", ())
        for name in ("ASCII", "Latin1", "UTF7", "SBCSCodePage")
    },
    **{
        f"System.Text.{name}Encoding+{name}EncodingSealed": (f"System.Text.{name}Encoding", "encoding", ())
        for name in ("UTF8", "ASCII", "Latin1")
    },
    "System.Text.EncodingInfo": (OBJECT, "encoding", ()),
    "System.Text.EncodingProvider": (OBJECT, "encoding", ()),
    "System.Text.CodePagesEncodingProvider": ("System.Text.EncodingProvider", "encoding", ()),
    "System.Text.RegularExpressions.Regex": (OBJECT, "regular_expression", ()),
    "System.Text.RegularExpressions.Capture": (OBJECT, "regular_expression", ()),
    "System.Text.RegularExpressions.Group": ("System.Text.RegularExpressions.Capture", "regular_expression", ()),
    "System.Text.RegularExpressions.Match": ("System.Text.RegularExpressions.Group", "regular_expression", ()),
    "System.Text.RegularExpressions.MatchCollection": (OBJECT, "regular_expression", LIST_INTERFACES),
    "System.Text.RegularExpressions.GroupCollection": (OBJECT, "regular_expression", LIST_INTERFACES),
    "System.Text.RegularExpressions.CaptureCollection": (OBJECT, "regular_expression", LIST_INTERFACES),
    **{
        f"System.Globalization.{name}": (OBJECT, "calendars", ())
        for name in ("Calendar", "RegionInfo", "CompareInfo", "ISOWeek")
    },
    "System.Globalization.GregorianCalendar": ("System.Globalization.Calendar", "calendars", ()),
    "System.Globalization.CultureInfo": (OBJECT, "calendars", (CLONEABLE, "System.IFormatProvider")),
    "System.Globalization.TextInfo": (OBJECT, "culture", ()),
    "System.Globalization.NumberFormatInfo": (OBJECT, "culture", (CLONEABLE, "System.IFormatProvider")),
    "System.Globalization.DateTimeFormatInfo": (OBJECT, "calendars", (CLONEABLE, "System.IFormatProvider")),
    "System.IO.Path": (OBJECT, "paths", ()),
    "System.IO.File": (OBJECT, "file_facts", ()),
    "System.IO.FileSystemInfo": (OBJECT, "file_items", ()),
    "System.IO.FileInfo": ("System.IO.FileSystemInfo", "file_streams", ()),
    "System.IO.DirectoryInfo": ("System.IO.FileSystemInfo", "file_streams", ()),
    "System.IO.Directory": (OBJECT, "file_facts", ()),
    "System.IO.TextReader": (OBJECT, "text_streams", (DISPOSABLE,)),
    "System.IO.TextWriter": (OBJECT, "text_streams", (DISPOSABLE,)),
    "System.IO.StringReader": ("System.IO.TextReader", "text_streams", ()),
    "System.IO.StringWriter": ("System.IO.TextWriter", "text_streams", ()),
    "System.IO.StreamReader": ("System.IO.TextReader", "text_streams", ()),
    "System.IO.StreamWriter": ("System.IO.TextWriter", "text_streams", ()),
    "System.IO.Stream": (OBJECT, "streams", (DISPOSABLE,)),
    "System.IO.MemoryStream": ("System.IO.Stream", "streams", ()),
    "System.IO.FileStream": ("System.IO.Stream", "streams", ()),
    "System.IO.BinaryReader": (OBJECT, "binary_streams", (DISPOSABLE,)),
    "System.IO.BinaryWriter": (OBJECT, "binary_streams", (DISPOSABLE,)),
    **{
        f"System.IO.Compression.{name}Stream": ("System.IO.Stream", "compression", ())
        for name in ("GZip", "Deflate", "ZLib")
    },
    _CRYPTOGRAPHY + "HashAlgorithm": (OBJECT, "hashing", (DISPOSABLE,)),
    _CRYPTOGRAPHY + "KeyedHashAlgorithm": (_CRYPTOGRAPHY + "HashAlgorithm", "hashing", ()),
    _CRYPTOGRAPHY + "HMAC": (_CRYPTOGRAPHY + "KeyedHashAlgorithm", "hashing", ()),
    _CRYPTOGRAPHY + "HashAlgorithmName": (OBJECT, "hashing", ()),
    _CRYPTOGRAPHY + "Rfc2898DeriveBytes": (OBJECT, "hashing", (DISPOSABLE,)),
    **{_CRYPTOGRAPHY + name: (_CRYPTOGRAPHY + "HashAlgorithm", "hashing", ()) for name in DIGESTS},
    **{f"{_CRYPTOGRAPHY}HMAC{name}": (_CRYPTOGRAPHY + "HMAC", "hashing", ()) for name in DIGESTS},
    **{f"{_CRYPTOGRAPHY}{name}Managed": (_CRYPTOGRAPHY + name, "hashing", ()) for name in DIGESTS[1:5]},
    **{f"{_CRYPTOGRAPHY}{name}CryptoServiceProvider": (_CRYPTOGRAPHY + name, "hashing", ()) for name in DIGESTS[:5]},
    _CRYPTOGRAPHY + "RandomNumberGenerator": (OBJECT, "randomness", (DISPOSABLE,)),
    _CRYPTOGRAPHY + "RNGCryptoServiceProvider": (_CRYPTOGRAPHY + "RandomNumberGenerator", "randomness", ()),
    "System.Diagnostics.Stopwatch": (OBJECT, "stopwatch", ()),
    "System.Net.WebUtility": (OBJECT, "web_text", ()),
    "System.Security.Principal.IdentityReference": (OBJECT, "security_identifier", ()),
    **{
        f"System.Security.Principal.{name}": ("System.Security.Principal.IdentityReference", "security_identifier", ())
        for name in ("SecurityIdentifier", "NTAccount")
    },
    "System.Security.Principal.WindowsIdentity": (OBJECT, "identity", ()),
    "System.Security.Principal.WindowsPrincipal": (OBJECT, "identity", ()),
    "System.Reflection.Assembly": (OBJECT, "type_objects", ()),
    _AUTOMATION + "Host.ChoiceDescription": (OBJECT, "host_interface", ()),
    _AUTOMATION + "Runspaces.PSSession": (OBJECT, "", ()),
    "System.Web.HttpUtility": (OBJECT, "name_values", ()),
    _COLLECTIONS + "Specialized.NameValueCollection": (OBJECT, "name_values", (COLLECTION, ENUMERABLE)),
    _COLLECTIONS + "Specialized.StringCollection": (OBJECT, "name_values", LIST_INTERFACES),
    _COLLECTIONS + "Specialized.StringDictionary": (OBJECT, "name_values", (ENUMERABLE,)),
    "System.Linq.Enumerable": (OBJECT, "linq", ()),
    "System.Activator": (OBJECT, "activation", ()),
    "System.Threading.Thread": (OBJECT, "activation", ()),
    "System.TimeZoneInfo": (OBJECT, "time_zones", ()),
    "System.Net.Mail.MailAddress": (OBJECT, "mail_address", ()),
    "System.Net.IPAddress": (OBJECT, "ip_address", ()),
    "System.Net.NetworkCredential": (OBJECT, "credentials", ()),
    "System.Security.SecureString": (OBJECT, "credentials", (DISPOSABLE,)),
    _AUTOMATION + "PSCredential": (OBJECT, "credentials", ()),
    "System.Runtime.InteropServices.Marshal": (OBJECT, "credentials", ()),
    "System.Net.ServicePointManager": (OBJECT, "environment", ()),
    "System.Xml.XmlNode": (OBJECT, "xml", (CLONEABLE, ENUMERABLE)),
    "System.Xml.XmlDocument": ("System.Xml.XmlNode", "xml", ()),
    "System.Xml.XmlLinkedNode": ("System.Xml.XmlNode", "xml", ()),
    "System.Xml.XmlElement": ("System.Xml.XmlLinkedNode", "xml", ()),
    "System.Xml.XmlAttribute": ("System.Xml.XmlNode", "xml", ()),
    "System.Xml.XmlDeclaration": ("System.Xml.XmlLinkedNode", "xml", ()),
    "System.Xml.XmlCharacterData": ("System.Xml.XmlLinkedNode", "xml", ()),
    "System.Xml.XmlText": ("System.Xml.XmlCharacterData", "xml", ()),
    "System.Xml.XmlComment": ("System.Xml.XmlCharacterData", "xml", ()),
    "System.Xml.XmlProcessingInstruction": ("System.Xml.XmlLinkedNode", "xml", ()),
    "System.Xml.XmlDocumentFragment": ("System.Xml.XmlNode", "xml", ()),
    "System.Xml.XmlCDataSection": ("System.Xml.XmlCharacterData", "xml", ()),
    "System.Xml.XmlWriter": (OBJECT, "xml_writer", (DISPOSABLE,)),
    "System.Xml.XmlTextWriter": ("System.Xml.XmlWriter", "xml_writer", (DISPOSABLE,)),
    "System.Xml.XmlWriterSettings": (OBJECT, "xml_writer", ()),
    "System.Xml.XmlNamespaceManager": (OBJECT, "xml_names", ()),
    "System.Xml.NameTable": (OBJECT, "xml_names", ()),
    "System.Xml.XmlNodeList": (OBJECT, "xml", (ENUMERABLE,)),
    "System.Xml.XmlAttributeCollection": (OBJECT, "xml", (COLLECTION, ENUMERABLE)),
    "System.Tuple": (OBJECT, "tuples", ()),
    **{f"System.Tuple`{count}": (OBJECT, "tuples", (COMPARABLE,)) for count in range(1, 8)},
    **{
        f"System.Data.{name}": (OBJECT, "data_tables", ())
        for name in ("DataColumn", "DataRow", "DataRowView", "DataSet")
    },
    "System.Data.DataTable": (OBJECT, "data_tables", (DISPOSABLE,)),
    "System.Data.DataView": (OBJECT, "data_tables", LIST_INTERFACES),
    **{
        f"System.Data.Data{name}Collection": (OBJECT, "data_tables", (COLLECTION, ENUMERABLE))
        for name in ("Column", "Row", "Table")
    },
    "System.Buffer": (OBJECT, "bits", ()),
    "System.Globalization.StringInfo": (OBJECT, "text_elements", ()),
    _COLLECTIONS + "BitArray": (OBJECT, "bits", (COLLECTION, ENUMERABLE, CLONEABLE)),
    _CONCURRENT + "ConcurrentDictionary`2": (OBJECT, "concurrent", DICTIONARY_INTERFACES),
    **{
        f"{_CONCURRENT}Concurrent{name}`1": (OBJECT, "concurrent", (COLLECTION, ENUMERABLE))
        for name in ("Bag", "Queue", "Stack")
    },
    _COLLECTIONS + "Queue": (OBJECT, "queues", (COLLECTION, ENUMERABLE, CLONEABLE)),
    _COLLECTIONS + "Stack": (OBJECT, "queues", (COLLECTION, ENUMERABLE, CLONEABLE)),
    _COLLECTIONS + "SortedList": (OBJECT, "dictionaries", DICTIONARY_INTERFACES),
    _GENERIC + "List`1": (OBJECT, "lists", LIST_INTERFACES),
    _GENERIC + "HashSet`1": (OBJECT, "sets", (ENUMERABLE,)),
    _GENERIC + "SortedSet`1": (OBJECT, "sets", (COLLECTION, ENUMERABLE)),
    _GENERIC + "Queue`1": (OBJECT, "queues", (COLLECTION, ENUMERABLE)),
    _GENERIC + "Stack`1": (OBJECT, "queues", (COLLECTION, ENUMERABLE)),
    _GENERIC + "PriorityQueue`2": (OBJECT, "priority_queue", ()),
    _GENERIC + "OrderedDictionary`2": (OBJECT, "ordered_dictionaries", DICTIONARY_INTERFACES),
    _GENERIC + "Comparer`1": (OBJECT, "comparers", (COMPARER,)),
    _GENERIC + "EqualityComparer`1": (OBJECT, "comparers", (_COLLECTIONS + "IEqualityComparer",)),
    _COLLECTIONS + "Comparer": (OBJECT, "comparers", (COMPARER,)),
    _COLLECTIONS + "CaseInsensitiveComparer": (OBJECT, "comparers", (COMPARER,)),
    **{
        f"{_COLLECTIONS}Specialized.{name}Dictionary": (OBJECT, "ordered_dictionaries", DICTIONARY_INTERFACES)
        for name in ("List", "Hybrid")
    },
    "System.Collections.ObjectModel.ReadOnlyDictionary`2": (OBJECT, "ordered_dictionaries", DICTIONARY_INTERFACES),
    "System.Collections.ObjectModel.ObservableCollection`1": (
        "System.Collections.ObjectModel.Collection`1",
        "lists",
        LIST_INTERFACES,
    ),
    _GENERIC + "LinkedList`1": (OBJECT, "linked_lists", (COLLECTION, ENUMERABLE)),
    _GENERIC + "LinkedListNode`1": (OBJECT, "linked_lists", ()),
    _GENERIC + "Dictionary`2": (OBJECT, "dictionaries", DICTIONARY_INTERFACES),
    _GENERIC + "SortedDictionary`2": (OBJECT, "dictionaries", DICTIONARY_INTERFACES),
    _GENERIC + "SortedList`2": (OBJECT, "dictionaries", DICTIONARY_INTERFACES),
    "System.Collections.ObjectModel.Collection`1": (OBJECT, "lists", LIST_INTERFACES),
    "System.Collections.ObjectModel.ReadOnlyCollection`1": (OBJECT, "lists", LIST_INTERFACES),
    _AUTOMATION + "ScriptBlock": (OBJECT, "script_block", ()),
    _AUTOMATION + "SteppablePipeline": (OBJECT, "steppable_pipeline", ()),
    _AUTOMATION + "PSReference": (OBJECT, "reference", ()),
    _AUTOMATION + "PSVariable": (OBJECT, "reference", ()),
    _AUTOMATION + "WildcardPattern": (OBJECT, "wildcard_pattern", ()),
    _AUTOMATION + "SemanticVersion": (OBJECT, "version", (COMPARABLE,)),
    _AUTOMATION + "ErrorCategoryInfo": (OBJECT, "errors", ()),
    _AUTOMATION + "ErrorDetails": (OBJECT, "errors", ()),
    _AUTOMATION + "InvocationInfo": (OBJECT, "errors", ()),
    _AUTOMATION + "PSMemberInfo": (OBJECT, "extended_members", ()),
    _AUTOMATION + "PSPropertyInfo": (_AUTOMATION + "PSMemberInfo", "extended_members", ()),
    _AUTOMATION + "PSProperty": (_AUTOMATION + "PSPropertyInfo", "extended_members", ()),
    _AUTOMATION + "PSNoteProperty": (_AUTOMATION + "PSPropertyInfo", "extended_members", ()),
    _AUTOMATION + "PSAliasProperty": (_AUTOMATION + "PSPropertyInfo", "extended_members", ()),
    _AUTOMATION + "PSScriptProperty": (_AUTOMATION + "PSPropertyInfo", "extended_members", ()),
    _AUTOMATION + "PSCodeProperty": (_AUTOMATION + "PSPropertyInfo", "extended_members", ()),
    _AUTOMATION + "PSMethodInfo": (_AUTOMATION + "PSMemberInfo", "extended_members", ()),
    _AUTOMATION + "PSMethod": (_AUTOMATION + "PSMethodInfo", "extended_members", ()),
    _AUTOMATION + "PSScriptMethod": (_AUTOMATION + "PSMethodInfo", "extended_members", ()),
    _AUTOMATION + "PSMemberSet": (_AUTOMATION + "PSMemberInfo", "extended_members", ()),
    _AUTOMATION + "PSPropertySet": (_AUTOMATION + "PSMemberInfo", "extended_members", ()),
    **{f"{_AUTOMATION}{name}Attribute": ("System.Attribute", "attributes", ()) for name in ATTRIBUTES},
    **{
        f"{_AUTOMATION}{name}Attribute": (_AUTOMATION + "ValidateArgumentsAttribute", "attributes", ())
        for name in VALIDATIONS
    },
    _AUTOMATION + "InformationalRecord": (OBJECT, "stream_records", ()),
    _AUTOMATION + "WarningRecord": (_AUTOMATION + "InformationalRecord", "stream_records", ()),
    _AUTOMATION + "VerboseRecord": (_AUTOMATION + "InformationalRecord", "stream_records", ()),
    _AUTOMATION + "DebugRecord": (_AUTOMATION + "InformationalRecord", "stream_records", ()),
    _AUTOMATION + "InformationRecord": (OBJECT, "stream_records", ()),
    _AUTOMATION + "RuntimeDefinedParameter": (OBJECT, "runtime_parameters", ()),
    _AUTOMATION + "RuntimeDefinedParameterDictionary": (
        _GENERIC + f"Dictionary`2[System.String,{_AUTOMATION}RuntimeDefinedParameter]",
        "runtime_parameters",
        (),
    ),
    _AUTOMATION + "EngineIntrinsics": (OBJECT, "", ()),
    _AUTOMATION + "PSMemberInfoCollection`1": (OBJECT, "extended_members", (ENUMERABLE,)),
    _AUTOMATION + "PSSerializer": (OBJECT, "serializer", ()),
    _AUTOMATION + "PSStyle": (OBJECT, "styles", ()),
    _AUTOMATION + "CompletionResult": (OBJECT, "completion", ()),
}

ELSEWHERE: dict[str, tuple[str, ...]] = {
    "msolemu.runtime.reflection.syntax_members": (_AUTOMATION + "Language.", _AUTOMATION + "VariablePath"),
    "msolemu.runtime.reflection.command_types": tuple(
        _AUTOMATION + name
        for name in (
            *("CommandInfo", "FunctionInfo", "FilterInfo", "CmdletInfo", "AliasInfo", "ScriptInfo"),
            *("ExternalScriptInfo", "ApplicationInfo", "ParameterMetadata", "CommandParameterInfo"),
            *("CommandParameterSetInfo",),
        )
    ),
    "msolemu.runtime.reflection.cmdlet_types": tuple(
        _AUTOMATION + name for name in ("Cmdlet", "PSCmdlet", "SessionState", "PSVariableIntrinsics")
    ),
    "msolemu.runtime.reflection.module_types": (_AUTOMATION + "PSModuleInfo", _AUTOMATION + "ModuleType"),
    "msolemu.runtime.filesystem.path_info": tuple(
        _AUTOMATION + name for name in ("PathInfo", "PSDriveInfo", "ProviderInfo")
    ),
    "msolemu.runtime.state.host_object": (_AUTOMATION + "Host.", _AUTOMATION + "Internal.Host."),
    "msolemu.runtime.types.stream_records": (_AUTOMATION + "HostInformationMessage",),
}
"""The types that are declared beside the Python classes of their values: what to import, names or beginnings."""

STRUCTS: dict[str, Row] = {
    "System.DateTime": (VALUE, "date_time_members", (COMPARABLE, FORMATTABLE, CONVERTIBLE)),
    "System.DateTimeOffset": (VALUE, "date_time_offset", (COMPARABLE, FORMATTABLE)),
    "System.TimeSpan": (VALUE, "time_span_members", (COMPARABLE, FORMATTABLE)),
    "System.Guid": (VALUE, "guid", (COMPARABLE, FORMATTABLE)),
    "System.DateOnly": (VALUE, "date_only", (COMPARABLE, FORMATTABLE)),
    "System.TimeOnly": (VALUE, "date_only", (COMPARABLE, FORMATTABLE)),
    "System.ValueTuple": (VALUE, "tuples", (COMPARABLE,)),
    **{f"System.ValueTuple`{count}": (VALUE, "tuples", (COMPARABLE,)) for count in range(1, 8)},
    "System.Nullable`1": (VALUE, "", ()),
    "System.IntPtr": (VALUE, "", ()),
    _GENERIC + "KeyValuePair`2": (VALUE, "dictionaries", ()),
}

PYTHON_CLASSES: dict[str, tuple[str, str]] = {"System.Guid": ("uuid", "UUID")}
"""The class that the values of a type have where the standard library brings it: module and name."""

INTERFACES: tuple[str, ...] = (
    _AUTOMATION + "IValidateSetValuesGenerator",
    ENUMERABLE,
    COLLECTION,
    LIST,
    DICTIONARY,
    CLONEABLE,
    DISPOSABLE,
    COMPARABLE,
    FORMATTABLE,
    CONVERTIBLE,
    "System.IFormatProvider",
    "System.IComparable`1",
    "System.IEquatable`1",
    _COLLECTIONS + "IEnumerator",
    COMPARER,
    _COLLECTIONS + "IDictionaryEnumerator",
    _COLLECTIONS + "IStructuralComparable",
    _COLLECTIONS + "IStructuralEquatable",
    _GENERIC + "IEnumerator`1",
    _GENERIC + "IReadOnlyCollection`1",
    _GENERIC + "IReadOnlyList`1",
    _GENERIC + "IReadOnlySet`1",
    _GENERIC + "IReadOnlyDictionary`2",
    "System.IParsable`1",
    "System.ISpanFormattable",
    "System.Security.Principal.IPrincipal",
    "System.Security.Principal.IIdentity",
    _COLLECTIONS + "IEqualityComparer",
    _GENERIC + "IEnumerable`1",
    _GENERIC + "ICollection`1",
    _GENERIC + "IList`1",
    _GENERIC + "ISet`1",
    _GENERIC + "IDictionary`2",
    _GENERIC + "IComparer`1",
    _GENERIC + "IEqualityComparer`1",
)

ACCELERATORS: dict[str, str] = {
    "cultureinfo": "System.Globalization.CultureInfo",
    "datetime": "System.DateTime",
    "guid": "System.Guid",
    "ipaddress": "System.Net.IPAddress",
    "mailaddress": "System.Net.Mail.MailAddress",
    "NullString": _AUTOMATION + "Language.NullString",
    "psaliasproperty": _AUTOMATION + "PSAliasProperty",
    "pscredential": _AUTOMATION + "PSCredential",
    "psnoteproperty": _AUTOMATION + "PSNoteProperty",
    "psscriptmethod": _AUTOMATION + "PSScriptMethod",
    "psscriptproperty": _AUTOMATION + "PSScriptProperty",
    "psvariable": _AUTOMATION + "PSVariable",
    "ref": _AUTOMATION + "PSReference",
    "regex": "System.Text.RegularExpressions.Regex",
    "scriptblock": _AUTOMATION + "ScriptBlock",
    "securestring": "System.Security.SecureString",
    "semver": _AUTOMATION + "SemanticVersion",
    "timespan": "System.TimeSpan",
    "uri": "System.Uri",
    "version": "System.Version",
    "WildcardPattern": _AUTOMATION + "WildcardPattern",
    "xml": "System.Xml.XmlDocument",
    **{
        name.lower(): f"{_AUTOMATION}{name}Attribute"
        for name in (*ATTRIBUTES, *VALIDATIONS)
        if name not in ("PSTypeName", "ArgumentTypeConverter", "ArgumentTransformation", "ValidateArguments")
    },
}
