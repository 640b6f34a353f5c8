"""The .NET types that the cmdlets of MSOnline give, one file a noun; fields carry PowerShell's spelling.

Every data type begins with `ExtensionData`; its own members follow in ordinal order, as the contract has them.
"""
