"""Enumerations of .NET that scripts name, made when they are first named.

A row lists the names; a number after `=` says where counting goes on. The rules of enumerations stand in
`msolemu.runtime.values.enumerations`.
"""

from __future__ import annotations

import enum
from importlib import import_module
from typing import TYPE_CHECKING, Any

from msolemu.runtime.types import rarer_enumerations

if TYPE_CHECKING:
    from msolemu.runtime.types.net_type import NetType

_AUTOMATION = "System.Management.Automation."

PLAIN: dict[str, str] = {
    _AUTOMATION + "ValidateRangeKind": "Positive NonNegative Negative NonPositive",
    "System.DayOfWeek": "Sunday Monday Tuesday Wednesday Thursday Friday Saturday",
    "System.DateTimeKind": "Unspecified Utc Local",
    "System.Security.Principal.WindowsBuiltInRole": "Administrator=544 User Guest PowerUser AccountOperator "
    "SystemOperator PrintOperator BackupOperator Replicator",
    "System.StringComparison": "CurrentCulture CurrentCultureIgnoreCase InvariantCulture InvariantCultureIgnoreCase "
    "Ordinal OrdinalIgnoreCase",
    "System.MidpointRounding": "ToEven AwayFromZero ToZero ToNegativeInfinity ToPositiveInfinity",
    "System.Data.DataRowState": "Detached=1 Unchanged=2 Added=4 Deleted=8 Modified=16",
    "System.Data.DataViewRowState": "None Unchanged=2 Added=4 Deleted=8 ModifiedCurrent=16 CurrentRows=22 "
    "ModifiedOriginal=32 OriginalRows=42",
    "System.GCCollectionMode": "Default Forced Optimized Aggressive",
    "System.TypeCode": "Empty Object DBNull Boolean Char SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Single "
    "Double Decimal DateTime String=18",
    "System.UriKind": "RelativeOrAbsolute Absolute Relative",
    "System.UriPartial": "Scheme Authority Path Query",
    "System.UriHostNameType": "Unknown Basic Dns IPv4 IPv6",
    "System.PlatformID": "Win32S Win32Windows Win32NT WinCE Unix Xbox MacOSX Other",
    "System.ConsoleColor": "Black DarkBlue DarkGreen DarkCyan DarkRed DarkMagenta DarkYellow Gray DarkGray Blue Green "
    "Cyan Red Magenta Yellow White",
    "System.EnvironmentVariableTarget": "Process User Machine",
    "System.Environment+SpecialFolder": "Desktop Programs=2 MyDocuments=5 Personal=5 Favorites=6 Startup=7 Recent=8 "
    "SendTo=9 StartMenu=11 MyMusic=13 MyVideos=14 DesktopDirectory=16 MyComputer=17 NetworkShortcuts=19 Fonts=20 "
    "Templates=21 CommonStartMenu=22 CommonPrograms=23 CommonStartup=24 CommonDesktopDirectory=25 ApplicationData=26 "
    "PrinterShortcuts=27 LocalApplicationData=28 InternetCache=32 Cookies=33 History=34 CommonApplicationData=35 "
    "Windows=36 System=37 ProgramFiles=38 MyPictures=39 UserProfile=40 SystemX86=41 ProgramFilesX86=42 "
    "CommonProgramFiles=43 CommonProgramFilesX86=44 CommonTemplates=45 CommonDocuments=46 CommonAdminTools=47 "
    "AdminTools=48 CommonMusic=53 CommonPictures=54 CommonVideos=55 Resources=56 LocalizedResources=57 "
    "CommonOemLinks=58 CDBurning=59",
    "System.Text.NormalizationForm": "FormC=1 FormD=2 FormKC=5 FormKD=6",
    "System.IO.FileMode": "CreateNew=1 Create=2 Open=3 OpenOrCreate=4 Truncate=5 Append=6",
    "System.IO.SeekOrigin": "Begin Current End",
    "System.IO.SearchOption": "TopDirectoryOnly AllDirectories",
    "System.Globalization.UnicodeCategory": "UppercaseLetter LowercaseLetter TitlecaseLetter ModifierLetter "
    "OtherLetter NonSpacingMark SpacingCombiningMark EnclosingMark DecimalDigitNumber LetterNumber OtherNumber "
    "SpaceSeparator "
    "LineSeparator ParagraphSeparator Control Format Surrogate PrivateUse ConnectorPunctuation DashPunctuation "
    "OpenPunctuation ClosePunctuation InitialQuotePunctuation FinalQuotePunctuation OtherPunctuation MathSymbol "
    "CurrencySymbol ModifierSymbol OtherSymbol OtherNotAssigned",
    "System.Xml.Formatting": "None Indented",
    "System.Xml.ConformanceLevel": "Auto Fragment Document",
    "System.Xml.XmlNodeType": "None Element Attribute Text CDATA EntityReference Entity ProcessingInstruction Comment "
    "Document DocumentType DocumentFragment Notation Whitespace SignificantWhitespace EndElement EndEntity "
    "XmlDeclaration",
    _AUTOMATION + "WhereOperatorSelectionMode": "Default First Last SkipUntil Until Split",
    _AUTOMATION + "CompletionResultType": "Text History Command ProviderItem ProviderContainer Property Method "
    "ParameterName ParameterValue Variable Namespace Type Keyword DynamicKeyword",
    _AUTOMATION + "ConfirmImpact": "None Low Medium High",
    _AUTOMATION + "ErrorCategory": "NotSpecified OpenError CloseError DeviceError DeadlockDetected InvalidArgument "
    "InvalidData InvalidOperation InvalidResult InvalidType MetadataError NotImplemented NotInstalled ObjectNotFound "
    "OperationStopped OperationTimeout SyntaxError ParserError PermissionDenied ResourceBusy ResourceExists "
    "ResourceUnavailable ReadError WriteError FromStdErr SecurityError ProtocolError ConnectionError "
    "AuthenticationError LimitsExceeded QuotaExceeded NotEnabled",
    _AUTOMATION + "OutputRendering": "Host PlainText Ansi",
    _AUTOMATION + "ProgressView": "Minimal Classic",
    _AUTOMATION + "CommandOrigin": "Runspace Internal",
    _AUTOMATION + "Language.StringConstantType": "SingleQuoted SingleQuotedHereString DoubleQuoted "
    "DoubleQuotedHereString BareWord",
    _AUTOMATION + "Language.RedirectionStream": "All Output Error Warning Verbose Debug Information",
    _AUTOMATION + "Language.UsingStatementKind": "Assembly Command Module Namespace Type",
    _AUTOMATION + "Language.TokenKind": "Unknown Variable SplattedVariable Parameter Number Label Identifier Generic "
    "NewLine LineContinuation Comment EndOfInput StringLiteral StringExpandable HereStringLiteral HereStringExpandable "
    "LParen RParen LCurly RCurly LBracket RBracket AtParen AtCurly DollarParen Semi AndAnd OrOr Ampersand Pipe Comma "
    "MinusMinus PlusPlus DotDot ColonColon Dot Exclaim Multiply Divide Rem Plus Minus Equals PlusEquals MinusEquals "
    "MultiplyEquals DivideEquals RemainderEquals Redirection RedirectInStd Format Not Bnot And Or Xor Band Bor Bxor "
    "Join Ieq Ine Ige Igt Ilt Ile Ilike Inotlike Imatch Inotmatch Ireplace Icontains Inotcontains Iin Inotin Isplit "
    "Ceq Cne Cge Cgt Clt Cle Clike Cnotlike Cmatch Cnotmatch Creplace Ccontains Cnotcontains Cin Cnotin Csplit Is "
    "IsNot As PostfixPlusPlus PostfixMinusMinus Shl Shr Colon QuestionMark QuestionQuestionEquals QuestionQuestion "
    "QuestionDot QuestionLBracket Begin=119 Break Catch Class Continue Data Define Do Dynamicparam Else ElseIf End "
    "Exit Filter Finally For Foreach From Function If In Param Process Return Switch Throw Trap Try Until Using Var "
    "While Workflow Parallel Sequence InlineScript Configuration DynamicKeyword Public Private Static Interface Enum "
    "Namespace Module Type Assembly Command Hidden Base Default Clean",
    _AUTOMATION + "SessionStateEntryVisibility": "Public Private",
    "Microsoft.PowerShell.ExecutionPolicy": "Unrestricted RemoteSigned AllSigned Restricted Bypass Undefined",
}

FLAGS: dict[str, str] = {
    "System.StringSplitOptions": "None RemoveEmptyEntries=1 TrimEntries=2",
    "System.Text.RegularExpressions.RegexOptions": "None IgnoreCase=1 Multiline=2 ExplicitCapture=4 Compiled=8 "
    "Singleline=16 IgnorePatternWhitespace=32 RightToLeft=64 ECMAScript=256 CultureInvariant=512 NonBacktracking=1024",
    "System.Globalization.DateTimeStyles": "None AllowLeadingWhite=1 AllowTrailingWhite=2 AllowInnerWhite=4 "
    "AllowWhiteSpaces=7 NoCurrentDateDefault=8 AdjustToUniversal=16 AssumeLocal=32 AssumeUniversal=64 "
    "RoundtripKind=128",
    "System.Globalization.TimeSpanStyles": "None AssumeNegative=1",
    "System.Globalization.NumberStyles": "None AllowLeadingWhite=1 AllowTrailingWhite=2 AllowLeadingSign=4 Integer=7 "
    "AllowTrailingSign=8 AllowParentheses=16 AllowDecimalPoint=32 AllowThousands=64 Number=111 AllowExponent=128 "
    "Float=167 AllowCurrencySymbol=256 Currency=383 Any=511 AllowHexSpecifier=512 HexNumber=515 "
    "AllowBinarySpecifier=1024 BinaryNumber=1027",
    "System.Globalization.CompareOptions": "None IgnoreCase=1 IgnoreNonSpace=2 IgnoreSymbols=4 IgnoreKanaType=8 "
    "IgnoreWidth=16 OrdinalIgnoreCase=268435456 StringSort=536870912 Ordinal=1073741824",
    "System.Reflection.BindingFlags": "Default IgnoreCase=1 DeclaredOnly=2 Instance=4 Static=8 Public=16 NonPublic=32 "
    "FlattenHierarchy=64 InvokeMethod=256 CreateInstance=512 GetField=1024 SetField=2048 GetProperty=4096 "
    "SetProperty=8192 PutDispProperty=16384 PutRefDispProperty=32768 ExactBinding=65536 SuppressChangeType=131072 "
    "OptionalParamBinding=262144 IgnoreReturn=16777216 DoNotWrapExceptions=33554432",
    "System.Reflection.MemberTypes": "Constructor=1 Event=2 Field=4 Method=8 Property=16 TypeInfo=32 Custom=64 "
    "NestedType=128 All=191",
    "System.Base64FormattingOptions": "None InsertLineBreaks=1",
    "System.IO.FileAttributes": "None ReadOnly=1 Hidden=2 System=4 Directory=16 Archive=32 Device=64 Normal=128 "
    "Temporary=256 SparseFile=512 ReparsePoint=1024 Compressed=2048 Offline=4096 NotContentIndexed=8192 "
    "Encrypted=16384 IntegrityStream=32768 NoScrubData=131072",
    "System.IO.FileAccess": "Read=1 Write=2 ReadWrite=3",
    "System.IO.FileShare": "None Read=1 Write=2 ReadWrite=3 Delete=4 Inheritable=16",
    "System.Net.SecurityProtocolType": "SystemDefault Ssl3=48 Tls=192 Tls11=768 Tls12=3072 Tls13=12288",
    _AUTOMATION + "Provider.ProviderCapabilities": "None Include=1 Exclude=2 Filter=4 ExpandWildcards=8 "
    "ShouldProcess=16 Credentials=32 Transactions=64",
    _AUTOMATION + "CommandTypes": "Alias=1 Function=2 Filter=4 Cmdlet=8 ExternalScript=16 Application=32 Script=64 "
    "Configuration=256 All=383",
    _AUTOMATION + "PSMemberTypes": "AliasProperty=1 CodeProperty=2 Property=4 NoteProperty=8 ScriptProperty=16 "
    "Properties=31 PropertySet=32 Method=64 CodeMethod=128 ScriptMethod=256 Methods=448 ParameterizedProperty=512 "
    "MemberSet=1024 Event=2048 Dynamic=4096 InferredProperty=8192 All=16383",
    _AUTOMATION + "PSMemberViewTypes": "Extended=1 Adapted=2 Base=4 All=7",
    _AUTOMATION + "WildcardOptions": "None Compiled=1 IgnoreCase=2 CultureInvariant=4",
    _AUTOMATION + "ScopedItemOptions": "None ReadOnly=1 Constant=2 Private=4 AllScope=8 Unspecified=16",
    _AUTOMATION + "Language.SwitchFlags": "None File=1 Regex=2 Wildcard=4 Exact=8 CaseSensitive=16 Parallel=32",
    _AUTOMATION
    + "SplitOptions": "SimpleMatch=1 RegexMatch=2 CultureInvariant=4 IgnorePatternWhitespace=8 Multiline=16 "
    "Singleline=32 IgnoreCase=64 ExplicitCapture=128",
}

CLASSES: dict[str, tuple[str, str]] = {
    _AUTOMATION + "ActionPreference": ("msolemu.runtime.state.streams", "ActionPreference"),
}
"""Enumerations that the engine itself works with: module and class."""

PLAIN |= rarer_enumerations.PLAIN
FLAGS |= rarer_enumerations.FLAGS
NAMES = PLAIN.keys() | FLAGS.keys() | CLASSES.keys()
_BY_PLACE = {place: name for name, place in CLASSES.items()}


def make(full_name: str) -> NetType:
    """The type of that name."""
    from msolemu.runtime.types.registry import ENUM, declare_new

    return declare_new(full_name, ENUM, _class(full_name), is_value=True, is_enum=True)


def _class(full_name: str) -> type[enum.Enum]:
    place = CLASSES.get(full_name)
    if place is not None:
        found: type[enum.Enum] = getattr(import_module(place[0]), place[1])
        return found
    flags = full_name in FLAGS
    names = _numbered(FLAGS[full_name] if flags else PLAIN[full_name])
    return build(full_name.rpartition(".")[2], names, flags=flags)


def _numbered(row: str) -> list[tuple[str, int]]:
    names = []
    following = 0
    for word in row.split():
        name, _, number = word.partition("=")
        following = int(number) if number else following
        names.append((name, following))
        following += 1
    return names


def build(
    name: str, names: list[tuple[str, int]], *, flags: bool = False, underlying: type[int] = int
) -> type[enum.Enum]:
    """An enumeration of these names and numbers."""
    safe = [(_safe(member), number) for member, number in names]
    make_class: Any = enum.Enum
    made: Any = make_class(name, safe)
    made._has_flags_ = flags
    made._underlying_ = underlying
    return made  # type: ignore[no-any-return]  # the functional form is not typed


def _safe(name: str) -> str:
    return name + "_" if name in ("None", "True", "False", "mro", "name", "value") else name


def name_of_class(cls: type) -> str | None:
    """The .NET name of an enumeration of the engine."""
    return _BY_PLACE.get((cls.__module__, cls.__qualname__))


def member(full_name: str, name: str) -> Any:
    """A value of an enumeration by its name."""
    from msolemu.runtime.types.registry import known_type

    return known_type(full_name).python[_safe(name)]  # type: ignore[index]  # enumerations have a class
