"""Enumerations of .NET that few scripts name: the name in a line, below it a row as those of `enumerations`."""

from __future__ import annotations


def _rows(text: str) -> dict[str, str]:
    rows: dict[str, str] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith(" "):
            rows[name] += line
        else:
            name = line
            rows[name] = ""
    return rows


PLAIN = _rows("""\
Microsoft.PowerShell.Commands.OpenMode
    Add New Overwrite
Microsoft.PowerShell.Commands.WebRequestMethod
    Default Get Head Post Put Delete Trace Options Merge Patch
System.Collections.Specialized.NotifyCollectionChangedAction
    Add Remove Replace Move Reset
System.ComponentModel.EditorBrowsableState
    Always Never Advanced
System.ComponentModel.ListSortDirection
    Ascending Descending
System.ConsoleKey
    None Backspace=8 Tab=9 Clear=12 Enter=13 Pause=19 Escape=27 Spacebar=32 PageUp PageDown End Home LeftArrow
    UpArrow RightArrow DownArrow Select Print Execute PrintScreen Insert Delete Help D0 D1 D2 D3 D4 D5 D6 D7 D8 D9
    A=65 B C D E F G H I J K L M N O P Q R S T U V W X Y Z LeftWindows RightWindows Applications Sleep=95 NumPad0
    NumPad1 NumPad2 NumPad3 NumPad4 NumPad5 NumPad6 NumPad7 NumPad8 NumPad9 Multiply Add Separator Subtract Decimal
    Divide F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12 F13 F14 F15 F16 F17 F18 F19 F20 F21 F22 F23 F24 BrowserBack=166
    BrowserForward BrowserRefresh BrowserStop BrowserSearch BrowserFavorites BrowserHome VolumeMute VolumeDown
    VolumeUp MediaNext MediaPrevious MediaStop MediaPlay LaunchMail LaunchMediaSelect LaunchApp1 LaunchApp2 Oem1=186
    OemPlus OemComma OemMinus OemPeriod Oem2 Oem3 Oem4=219 Oem5 Oem6 Oem7 Oem8 Oem102=226 Process=229 Packet=231
    Attention=246 CrSel ExSel EraseEndOfFile Play Zoom NoName Pa1 OemClear
System.ConsoleSpecialKey
    ControlC ControlBreak
System.Data.AcceptRejectRule
    None Cascade
System.Data.CommandType
    Text=1 StoredProcedure=4 TableDirect=512
System.Data.DataRowVersion
    Original=256 Current=512 Proposed=1024 Default=1536
System.Data.DbType
    AnsiString Binary Byte Boolean Currency Date DateTime Decimal Double Guid Int16 Int32 Int64 Object SByte Single
    String Time UInt16 UInt32 UInt64 VarNumeric AnsiStringFixedLength StringFixedLength Xml=25 DateTime2
    DateTimeOffset
System.Data.MappingType
    Element=1 Attribute SimpleContent Hidden
System.Data.MissingSchemaAction
    Add=1 Ignore Error AddWithKey
System.Data.Rule
    None Cascade SetNull SetDefault
System.Data.XmlReadMode
    Auto ReadSchema IgnoreSchema InferSchema DiffGram Fragment InferTypedSchema
System.Data.XmlWriteMode
    WriteSchema IgnoreSchema DiffGram
System.Diagnostics.EventLogEntryType
    Error=1 Warning=2 Information=4 SuccessAudit=8 FailureAudit=16
System.Diagnostics.ProcessPriorityClass
    Normal=32 Idle=64 High=128 RealTime=256 BelowNormal=16384 AboveNormal=32768
System.Diagnostics.ProcessWindowStyle
    Normal Hidden Minimized Maximized
System.Diagnostics.TraceLevel
    Off Error Warning Info Verbose
System.Environment+SpecialFolderOption
    None DoNotVerify=16384 Create=32768
System.Globalization.CalendarAlgorithmType
    Unknown SolarCalendar LunarCalendar LunisolarCalendar
System.Globalization.CalendarWeekRule
    FirstDay FirstFullWeek FirstFourDayWeek
System.Globalization.DigitShapes
    Context None NativeNational
System.Globalization.GregorianCalendarTypes
    Localized=1 USEnglish=2 MiddleEastFrench=9 Arabic TransliteratedEnglish TransliteratedFrench
System.IO.Compression.CompressionLevel
    Optimal Fastest NoCompression SmallestSize
System.IO.Compression.CompressionMode
    Decompress Compress
System.IO.DriveType
    Unknown NoRootDirectory Removable Fixed Network CDRom Ram
System.IO.HandleInheritability
    None Inheritable
System.IO.MatchCasing
    PlatformDefault CaseSensitive CaseInsensitive
System.IO.MatchType
    Simple Win32
System.Management.Automation.ErrorView
    NormalView CategoryView ConciseView DetailedView
System.Management.Automation.PSInvocationState
    NotStarted Running Stopping Stopped Completed Failed Disconnected
System.Management.Automation.PSLanguageMode
    FullLanguage RestrictedLanguage NoLanguage ConstrainedLanguage
System.Management.Automation.PSTokenType
    Unknown Command CommandParameter CommandArgument Number String Variable Member LoopLabel Attribute Type Operator
    GroupStart GroupEnd Keyword Comment StatementSeparator NewLine LineContinuation Position
System.Management.Automation.ProgressRecordType
    Processing Completed
System.Management.Automation.ReturnContainers
    ReturnMatchingContainers ReturnAllContainers
System.Management.Automation.Runspaces.PipelineState
    NotStarted Running Stopping Stopped Completed Failed Disconnected
System.Management.Automation.Runspaces.RunspaceState
    BeforeOpen Opening Opened Closed Closing Broken Disconnecting Disconnected Connecting
System.Management.Automation.SessionStateCategory
    Variable Alias Function Filter Drive CmdletProvider Scope Command Resource Cmdlet
System.Net.HttpStatusCode
    Continue=100 SwitchingProtocols Processing EarlyHints OK=200 Created Accepted NonAuthoritativeInformation
    NoContent ResetContent PartialContent MultiStatus AlreadyReported IMUsed=226 MultipleChoices=300 Ambiguous=300
    MovedPermanently=301 Moved=301 Found=302 Redirect=302 SeeOther=303 RedirectMethod=303 NotModified=304 UseProxy
    Unused TemporaryRedirect=307 RedirectKeepVerb=307 PermanentRedirect=308 BadRequest=400 Unauthorized
    PaymentRequired Forbidden NotFound MethodNotAllowed NotAcceptable ProxyAuthenticationRequired RequestTimeout
    Conflict Gone LengthRequired PreconditionFailed RequestEntityTooLarge RequestUriTooLong UnsupportedMediaType
    RequestedRangeNotSatisfiable ExpectationFailed MisdirectedRequest=421 UnprocessableEntity=422
    UnprocessableContent=422 Locked=423 FailedDependency UpgradeRequired=426 PreconditionRequired=428
    TooManyRequests=429 RequestHeaderFieldsTooLarge=431 UnavailableForLegalReasons=451 InternalServerError=500
    NotImplemented BadGateway ServiceUnavailable GatewayTimeout HttpVersionNotSupported VariantAlsoNegotiates
    InsufficientStorage LoopDetected NotExtended=510 NetworkAuthenticationRequired
System.Net.NetworkInformation.IPStatus
    Success DestinationNetworkUnreachable=11002 DestinationHostUnreachable DestinationProhibited=11004
    DestinationProtocolUnreachable=11004 DestinationPortUnreachable=11005 NoResources BadOption HardwareError
    PacketTooBig TimedOut BadRoute=11012 TtlExpired TtlReassemblyTimeExceeded ParameterProblem SourceQuench
    BadDestination=11018 DestinationUnreachable=11040 TimeExceeded BadHeader UnrecognizedNextHeader IcmpError
    DestinationScopeMismatch Unknown=-1
System.Net.Sockets.AddressFamily
    Unknown=-1 Unspecified Unix InterNetwork ImpLink Pup Chaos NS=6 Ipx=6 Iso=7 Osi=7 Ecma=8 DataKit Ccitt Sna
    DecNet DataLink Lat HyperChannel AppleTalk NetBios VoiceView FireFox Banyan=21 Atm InterNetworkV6 Cluster
    Ieee12844 Irda NetworkDesigners=28 Max Packet=65536 ControllerAreaNetwork=65537
System.Net.Sockets.ProtocolType
    Unknown=-1 IP=0 IPv6HopByHopOptions=0 Unspecified=0 Icmp=1 Igmp Ggp IPv4 Tcp=6 Pup=12 Udp=17 Idp=22 IPv6=41
    IPv6RoutingHeader=43 IPv6FragmentHeader=44 IPSecEncapsulatingSecurityPayload=50 IPSecAuthenticationHeader=51
    IcmpV6=58 IPv6NoNextHeader=59 IPv6DestinationOptions=60 ND=77 Raw=255 Ipx=1000 Spx=1256 SpxII
System.Runtime.InteropServices.Architecture
    X86 X64 Arm Arm64 Wasm S390x LoongArch64 Armv6 Ppc64le RiscV64
System.Security.AccessControl.AccessControlType
    Allow Deny
System.Security.Cryptography.CipherMode
    CBC=1 ECB=2 OFB=3 CFB=4 CTS=5
System.Security.Cryptography.PaddingMode
    None=1 PKCS7=2 Zeros=3 ANSIX923=4 ISO10126=5
System.Security.Principal.WellKnownSidType
    NullSid WorldSid LocalSid CreatorOwnerSid CreatorGroupSid CreatorOwnerServerSid CreatorGroupServerSid
    NTAuthoritySid DialupSid NetworkSid BatchSid InteractiveSid ServiceSid AnonymousSid ProxySid
    EnterpriseControllersSid SelfSid AuthenticatedUserSid RestrictedCodeSid TerminalServerSid RemoteLogonIdSid
    LogonIdsSid LocalSystemSid LocalServiceSid NetworkServiceSid BuiltinDomainSid BuiltinAdministratorsSid
    BuiltinUsersSid BuiltinGuestsSid BuiltinPowerUsersSid BuiltinAccountOperatorsSid BuiltinSystemOperatorsSid
    BuiltinPrintOperatorsSid BuiltinBackupOperatorsSid BuiltinReplicatorSid BuiltinPreWindows2000CompatibleAccessSid
    BuiltinRemoteDesktopUsersSid BuiltinNetworkConfigurationOperatorsSid AccountAdministratorSid AccountGuestSid
    AccountKrbtgtSid AccountDomainAdminsSid AccountDomainUsersSid AccountDomainGuestsSid AccountComputersSid
    AccountControllersSid AccountCertAdminsSid AccountSchemaAdminsSid AccountEnterpriseAdminsSid
    AccountPolicyAdminsSid AccountRasAndIasServersSid
System.ServiceProcess.ServiceControllerStatus
    Stopped=1 StartPending StopPending Running ContinuePending PausePending Paused
System.ServiceProcess.ServiceStartMode
    Boot System Automatic Manual Disabled
System.Threading.ApartmentState
    STA MTA Unknown
System.Threading.ThreadPriority
    Lowest BelowNormal Normal AboveNormal Highest
System.UriFormat
    UriEscaped=1 Unescaped=2 SafeUnescaped=3
System.Xml.DtdProcessing
    Prohibit Ignore Parse
System.Xml.NewLineHandling
    Replace Entitize None
System.Xml.ReadState
    Initial Interactive Error EndOfFile Closed
System.Xml.WhitespaceHandling
    All Significant None
System.Xml.WriteState
    Start Prolog Element Attribute Content Closed Error
System.Xml.XmlDateTimeSerializationMode
    Local Utc Unspecified RoundtripKind
System.Xml.XmlSpace
    None Default Preserve
""")
FLAGS = _rows("""\
System.AttributeTargets
    Assembly=1 Module=2 Class=4 Struct=8 Enum=16 Constructor=32 Method=64 Property=128 Field=256 Event=512
    Interface=1024 Parameter=2048 Delegate=4096 ReturnValue=8192 GenericParameter=16384 All=32767
System.ConsoleModifiers
    None Alt=1 Shift=2 Control=4
System.Data.ConnectionState
    Closed Open=1 Connecting=2 Executing=4 Fetching=8 Broken=16
System.Globalization.CultureTypes
    NeutralCultures=1 SpecificCultures=2 InstalledWin32Cultures=4 AllCultures=7 UserCustomCulture=8
    ReplacementCultures=16 WindowsOnlyCultures=32 FrameworkCultures=64
System.IO.FileOptions
    WriteThrough=-2147483648 None=0 Encrypted=16384 DeleteOnClose=67108864 SequentialScan=134217728
    RandomAccess=268435456 Asynchronous=1073741824
System.IO.UnixFileMode
    None OtherExecute=1 OtherWrite=2 OtherRead=4 GroupExecute=8 GroupWrite=16 GroupRead=32 UserExecute=64
    UserWrite=128 UserRead=256 StickyBit=512 SetGroup=1024 SetUser=2048
System.Management.Automation.Host.ControlKeyStates
    RightAltPressed=1 LeftAltPressed=2 RightCtrlPressed=4 LeftCtrlPressed=8 ShiftPressed=16 NumLockOn=32
    ScrollLockOn=64 CapsLockOn=128 EnhancedKey=256
System.Management.Automation.Host.ReadKeyOptions
    AllowCtrlC=1 NoEcho=2 IncludeKeyDown=4 IncludeKeyUp=8
System.Management.Automation.PSCredentialTypes
    Generic=1 Domain=2 Default=3
System.Management.Automation.PSCredentialUIOptions
    None Default=1 ValidateUserNameSyntax=1 AlwaysPrompt=2 ReadOnlyUserName=3
System.Management.Automation.ShouldProcessReason
    None WhatIf=1
System.Net.AuthenticationSchemes
    None Digest=1 Negotiate=2 Ntlm=4 IntegratedWindowsAuthentication=6 Basic=8 Anonymous=32768
System.Net.DecompressionMethods
    All=-1 None=0 GZip=1 Deflate=2 Brotli=4
System.Security.AccessControl.FileSystemRights
    ReadData=1 ListDirectory=1 WriteData=2 CreateFiles=2 AppendData=4 CreateDirectories=4 ReadExtendedAttributes=8
    WriteExtendedAttributes=16 ExecuteFile=32 Traverse=32 DeleteSubdirectoriesAndFiles=64 ReadAttributes=128
    WriteAttributes=256 Write=278 Delete=65536 ReadPermissions=131072 Read=131209 ReadAndExecute=131241
    Modify=197055 ChangePermissions=262144 TakeOwnership=524288 Synchronize=1048576 FullControl=2032127
System.Security.AccessControl.InheritanceFlags
    None ContainerInherit=1 ObjectInherit=2
System.Security.AccessControl.PropagationFlags
    None NoPropagateInherit=1 InheritOnly=2
System.Threading.ThreadState
    Running StopRequested=1 SuspendRequested=2 Background=4 Unstarted=8 Stopped=16 WaitSleepJoin=32 Suspended=64
    AbortRequested=128 Aborted=256
System.UriComponents
    SerializationInfoString=-2147483648 Scheme=1 UserInfo=2 Host=4 Port=8 SchemeAndServer=13 Path=16 Query=32
    PathAndQuery=48 HttpRequestUrl=61 Fragment=64 AbsoluteUri=127 StrongPort=128 HostAndPort=132 StrongAuthority=134
    NormalizedHost=256 KeepDelimiter=1073741824
System.Xml.Linq.LoadOptions
    None PreserveWhitespace=1 SetBaseUri=2 SetLineInfo=4
System.Xml.Linq.SaveOptions
    None DisableFormatting=1 OmitDuplicateNamespaces=2
System.Xml.NamespaceHandling
    Default OmitDuplicates=1
""")
