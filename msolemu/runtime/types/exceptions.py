"""The exception classes that exist for scripts: what each derives from, what it says and its number."""

from __future__ import annotations

_DERIVED: dict[str, str] = {
    "System.Exception": (
        "System.ApplicationException System.SystemException System.TimeZoneNotFoundException "
        "System.AggregateException System.Net.Http.HttpRequestException "
        "Microsoft.PowerShell.Commands.WriteErrorException System.InvalidTimeZoneException "
        "System.Diagnostics.UnreachableException System.Threading.BarrierPostPhaseException "
        "System.Threading.LockRecursionException System.Text.Json.JsonException System.Net.Mail.SmtpException "
        "System.Configuration.SettingsPropertyNotFoundException"
    ),
    "System.SystemException": (
        "System.ArgumentException System.ArithmeticException System.FormatException System.IndexOutOfRangeException "
        "System.InvalidCastException System.InvalidOperationException System.NotImplementedException "
        "System.NotSupportedException System.NullReferenceException System.OutOfMemoryException "
        "System.RankException System.TimeoutException System.UnauthorizedAccessException "
        "System.OperationCanceledException System.ArrayTypeMismatchException System.TypeInitializationException "
        "System.Collections.Generic.KeyNotFoundException System.IO.IOException System.IO.InvalidDataException "
        "System.Xml.XmlException System.Data.DataException System.Security.SecurityException "
        "System.Security.Authentication.AuthenticationException System.Runtime.InteropServices.ExternalException "
        "System.Reflection.AmbiguousMatchException System.TypeLoadException System.MemberAccessException "
        "System.Management.Automation.RuntimeException "
        "System.Management.Automation.ParentContainsErrorRecordException "
        "System.Management.Automation.ScriptCallDepthException "
        "Microsoft.PowerShell.Commands.ServiceCommandException System.AccessViolationException "
        "System.AppDomainUnloadedException System.BadImageFormatException System.CannotUnloadAppDomainException "
        "System.ContextMarshalException System.DataMisalignedException System.ExecutionEngineException "
        "System.InvalidProgramException System.MulticastNotSupportedException System.StackOverflowException "
        "System.TypeUnloadedException System.Runtime.AmbiguousImplementationException "
        "System.Runtime.Serialization.SerializationException System.Security.VerificationException "
        "System.Security.XmlSyntaxException System.Security.Cryptography.CryptographicException "
        "System.Security.Principal.IdentityNotMappedException System.Threading.AbandonedMutexException "
        "System.Threading.SemaphoreFullException System.Threading.SynchronizationLockException "
        "System.Threading.ThreadAbortException System.Threading.ThreadInterruptedException "
        "System.Threading.ThreadStartException System.Threading.ThreadStateException "
        "System.ComponentModel.LicenseException System.ComponentModel.WarningException "
        "System.Configuration.ConfigurationException System.Resources.MissingManifestResourceException "
        "System.Resources.MissingSatelliteAssemblyException System.IO.InternalBufferOverflowException "
        "System.Xml.Schema.XmlSchemaException System.Xml.XPath.XPathException System.Xml.Xsl.XsltException "
        "System.Management.ManagementException System.Management.Automation.FlowControlException "
        "System.ServiceProcess.TimeoutException"
    ),
    "System.ArgumentException": (
        "System.ArgumentNullException System.ArgumentOutOfRangeException "
        "System.Text.RegularExpressions.RegexParseException System.Management.Automation.PSArgumentException "
        "System.DuplicateWaitObjectException System.Globalization.CultureNotFoundException "
        "System.Text.DecoderFallbackException System.Text.EncoderFallbackException "
        "System.ComponentModel.InvalidEnumArgumentException System.ComponentModel.InvalidAsynchronousStateException"
    ),
    "System.ArithmeticException": (
        "System.DivideByZeroException System.OverflowException System.NotFiniteNumberException"
    ),
    "System.FormatException": (
        "System.UriFormatException System.Net.CookieException System.Reflection.CustomAttributeFormatException"
    ),
    "System.InvalidOperationException": (
        "System.ObjectDisposedException System.Net.WebException "
        "System.Management.Automation.PSInvalidOperationException System.Net.NetworkInformation.PingException "
        "System.Net.ProtocolViolationException System.Threading.Channels.ChannelClosedException"
    ),
    "System.NotSupportedException": (
        "System.PlatformNotSupportedException System.Management.Automation.PSNotSupportedException"
    ),
    "System.IO.IOException": (
        "System.IO.FileNotFoundException System.IO.DirectoryNotFoundException System.IO.DriveNotFoundException "
        "System.IO.PathTooLongException System.IO.EndOfStreamException System.IO.FileLoadException "
        "System.Net.NetworkInformation.NetworkInformationException"
    ),
    "System.Data.DataException": (
        "System.Data.ConstraintException System.Data.DuplicateNameException System.Data.MissingPrimaryKeyException "
        "System.Data.NoNullAllowedException System.Data.ReadOnlyException System.Data.InvalidExpressionException "
        "System.Data.DBConcurrencyException"
    ),
    "System.Data.InvalidExpressionException": "System.Data.EvaluateException System.Data.SyntaxErrorException",
    "System.Runtime.InteropServices.ExternalException": (
        "System.ComponentModel.Win32Exception System.Runtime.InteropServices.COMException "
        "System.Runtime.InteropServices.SEHException"
    ),
    "System.ApplicationException": (
        "System.Reflection.TargetInvocationException System.Reflection.TargetException "
        "System.Reflection.TargetParameterCountException System.Threading.WaitHandleCannotBeOpenedException "
        "System.Reflection.InvalidFilterCriteriaException"
    ),
    "System.MemberAccessException": (
        "System.MissingMemberException System.FieldAccessException System.MethodAccessException"
    ),
    "System.MissingMemberException": "System.MissingMethodException System.MissingFieldException",
    "System.Management.Automation.RuntimeException": (
        "System.Management.Automation.ActionPreferenceStopException "
        "System.Management.Automation.CmdletInvocationException "
        "System.Management.Automation.CommandNotFoundException "
        "System.Management.Automation.ExtendedTypeSystemException System.Management.Automation.Host.HostException "
        "System.Management.Automation.MetadataException System.Management.Automation.ParameterBindingException "
        "System.Management.Automation.ParseException System.Management.Automation.PipelineStoppedException "
        "System.Management.Automation.ProviderInvocationException System.Management.Automation.PSSecurityException "
        "System.Management.Automation.ScriptRequiresException System.Management.Automation.SessionStateException "
        "System.Management.Automation.WildcardPatternException "
        "System.Management.Automation.ApplicationFailedException "
        "System.Management.Automation.Remoting.PSRemotingDataStructureException "
        "System.Management.Automation.Remoting.PSRemotingTransportException "
        "System.Management.Automation.RemoteException"
    ),
    "System.Management.Automation.MetadataException": (
        "System.Management.Automation.ArgumentTransformationMetadataException "
        "System.Management.Automation.ValidationMetadataException"
    ),
    "System.Management.Automation.CmdletInvocationException": (
        "System.Management.Automation.CmdletProviderInvocationException"
    ),
    "System.Management.Automation.SessionStateException": (
        "System.Management.Automation.DriveNotFoundException System.Management.Automation.ItemNotFoundException "
        "System.Management.Automation.ProviderNotFoundException "
        "System.Management.Automation.SessionStateUnauthorizedAccessException"
    ),
    "System.Management.Automation.ExtendedTypeSystemException": (
        "System.Management.Automation.GetValueException System.Management.Automation.MethodException "
        "System.Management.Automation.PropertyNotFoundException System.Management.Automation.SetValueException"
    ),
    "System.Management.Automation.GetValueException": "System.Management.Automation.GetValueInvocationException",
    "System.Management.Automation.ParseException": "System.Management.Automation.IncompleteParseException",
    "System.Management.Automation.MethodException": "System.Management.Automation.MethodInvocationException",
    "System.Management.Automation.ParameterBindingException": (
        "System.Management.Automation.ParameterBindingValidationException "
        "System.Management.Automation.ParameterBindingArgumentTransformationException"
    ),
    "System.ArgumentNullException": "System.Management.Automation.PSArgumentNullException",
    "System.ArgumentOutOfRangeException": "System.Management.Automation.PSArgumentOutOfRangeException",
    "System.InvalidCastException": "System.Management.Automation.PSInvalidCastException",
    "System.NotImplementedException": "System.Management.Automation.PSNotImplementedException",
    "System.Management.Automation.SetValueException": "System.Management.Automation.SetValueInvocationException",
    "System.Net.Http.HttpRequestException": "Microsoft.PowerShell.Commands.HttpResponseException",
    "System.OutOfMemoryException": "System.InsufficientMemoryException System.InsufficientExecutionStackException",
    "System.TypeLoadException": "System.EntryPointNotFoundException System.DllNotFoundException",
    "System.OperationCanceledException": "System.Threading.Tasks.TaskCanceledException",
    "System.Runtime.InteropServices.COMException": "System.DirectoryServices.DirectoryServicesCOMException",
    "System.ComponentModel.Win32Exception": (
        "System.Net.Sockets.SocketException System.Net.HttpListenerException System.Net.WebSockets.WebSocketException"
    ),
    "System.Net.Mail.SmtpException": "System.Net.Mail.SmtpFailedRecipientException",
    "System.Net.Mail.SmtpFailedRecipientException": "System.Net.Mail.SmtpFailedRecipientsException",
    "System.TimeoutException": "System.Text.RegularExpressions.RegexMatchTimeoutException",
    "System.Security.Authentication.AuthenticationException": (
        "System.Security.Authentication.InvalidCredentialException"
    ),
}
EXCEPTIONS: dict[str, str] = {name: base for base, names in _DERIVED.items() for name in names.split()}
"""The full name of each class with that of its base."""
MESSAGES: dict[str, str] = {
    "AccessViolationException": "Attempted to read or write protected memory. This is often an indication that other "
    "memory is corrupt.",
    "AmbiguousMatchException": "Ambiguous match found.",
    "ApplicationException": "Error in the application.",
    "ArgumentException": "Value does not fall within the expected range.",
    "ArgumentNullException": "Value cannot be null.",
    "ArgumentOutOfRangeException": "Specified argument was out of the range of valid values.",
    "ArithmeticException": "Overflow or underflow in the arithmetic operation.",
    "ArrayTypeMismatchException": "Attempted to access an element as a type incompatible with the array.",
    "CryptographicException": "Error occurred during a cryptographic operation.",
    "CultureNotFoundException": "Culture is not supported.",
    "DirectoryNotFoundException": "Attempted to access a path that is not on the disk.",
    "DivideByZeroException": "Attempted to divide by zero.",
    "EndOfStreamException": "Attempted to read past the end of the stream.",
    "ExternalException": "External component has thrown an exception.",
    "FileNotFoundException": "Unable to find the specified file.",
    "FormatException": "One of the identified items was in an invalid format.",
    "IOException": "I/O error occurred.",
    "IndexOutOfRangeException": "Index was outside the bounds of the array.",
    "InvalidCastException": "Specified cast is not valid.",
    "InvalidOperationException": "Operation is not valid due to the current state of the object.",
    "KeyNotFoundException": "The given key was not present in the dictionary.",
    "MemberAccessException": "Cannot access member.",
    "MissingFieldException": "Attempted to access a non-existing field.",
    "MissingMemberException": "Attempted to access a missing member.",
    "MissingMethodException": "Attempted to access a missing method.",
    "NotFiniteNumberException": "Number encountered was not a finite quantity.",
    "NotImplementedException": "The method or operation is not implemented.",
    "NotSupportedException": "Specified method is not supported.",
    "NullReferenceException": "Object reference not set to an instance of an object.",
    "OperationCanceledException": "The operation was canceled.",
    "OutOfMemoryException": "Insufficient memory to continue the execution of the program.",
    "OverflowException": "Arithmetic operation resulted in an overflow.",
    "PathTooLongException": "The specified file name or path is too long, or a component of the specified path is too "
    "long.",
    "PlatformNotSupportedException": "Operation is not supported on this platform.",
    "RankException": "Attempted to operate on an array with the incorrect number of dimensions.",
    "SecurityException": "Security error.",
    "StackOverflowException": "Operation caused a stack overflow.",
    "SystemException": "System error.",
    "TaskCanceledException": "A task was canceled.",
    "TimeoutException": "The operation has timed out.",
    "TypeLoadException": "Failure has occurred while loading a type.",
    "UnauthorizedAccessException": "Attempted to perform an unauthorized operation.",
}
"""What the exceptions say that are made without a message."""
HRESULTS: dict[str, int] = {
    "Exception": 0x80131500,
    "SystemException": 0x80131501,
    "ArgumentException": 0x80070057,
    "ArgumentNullException": 0x80004003,
    "ArgumentOutOfRangeException": 0x80131502,
    "InvalidOperationException": 0x80131509,
    "ObjectDisposedException": 0x80131622,
    "FormatException": 0x80131537,
    "NotSupportedException": 0x80131515,
    "PlatformNotSupportedException": 0x80131539,
    "NotImplementedException": 0x80004001,
    "NullReferenceException": 0x80004003,
    "IndexOutOfRangeException": 0x80131508,
    "InvalidCastException": 0x80004002,
    "ArithmeticException": 0x80070216,
    "DivideByZeroException": 0x80020012,
    "OverflowException": 0x80131516,
    "OutOfMemoryException": 0x8007000E,
    "IOException": 0x80131620,
    "FileNotFoundException": 0x80070002,
    "DirectoryNotFoundException": 0x80070003,
    "PathTooLongException": 0x800700CE,
    "EndOfStreamException": 0x80070026,
    "UnauthorizedAccessException": 0x80070005,
    "ApplicationException": 0x80131600,
    "TimeoutException": 0x80131505,
    "KeyNotFoundException": 0x80131577,
    "SecurityException": 0x8013150A,
    "XmlException": 0x80131940,
    "ExternalException": 0x80004005,
    "OperationCanceledException": 0x8013153B,
    "RankException": 0x80131517,
    "ArrayTypeMismatchException": 0x80131503,
    "TypeLoadException": 0x80131522,
    "MemberAccessException": 0x8013151A,
    "MissingMemberException": 0x80131512,
    "MissingMethodException": 0x80131513,
    "MissingFieldException": 0x80131511,
    "TypeInitializationException": 0x80131534,
    "NotFiniteNumberException": 0x80131528,
    "StackOverflowException": 0x800703E9,
    "TargetInvocationException": 0x80131604,
    "AmbiguousMatchException": 0x8000211D,
}
"""The numbers that COM knows the exceptions by; a class that is not listed has that of its base."""
