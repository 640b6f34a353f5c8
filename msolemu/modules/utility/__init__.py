"""Microsoft.PowerShell.Utility: the cmdlets that shape, order, count, store and write objects.

May import what every module may. The rules stand in files of their own (`selection`, `ordering`, `csv_text`, ...); a
noun's file declares its cmdlets. Files are reached through `runtime.filesystem` alone, which keeps scripts inside the
folders that they may touch.
"""

from __future__ import annotations

from msolemu.cmdlets.declaration import Module

MODULE = Module(
    "Microsoft.PowerShell.Utility",
    "7.0.0.0",
    nouns={
        "Object": "objects",
        "Unique": "unique",
        "Member": "members",
        "String": "strings",
        "Format-List": "formatting",
        "Out-String": "formatting",
        "Table": "formatting",
        "Wide": "formatting",
        "Custom": "formatting",
        "Hex": "hexadecimal",
        "GridView": "grid_view",
        "Random": "random_values",
        "SecureRandom": "random_values",
        "Csv": "csv_objects",
        "Json": "json_objects",
        "Html": "html",
        "Xml": "xml_objects",
        "Clixml": "clixml",
        "StringData": "data_files",
        "PowerShellDataFile": "data_files",
        "LocalizedData": "data_files",
        "Output": "streams",
        "Host": "console",
        "Error": "errors_written",
        "Warning": "streams",
        "Verbose": "streams",
        "Debug": "streams",
        "Information": "streams",
        "Progress": "streams",
        "Date": "dates",
        "TimeSpan": "dates",
        "Sleep": "dates",
        "Command": "expressions",
        "Expression": "expressions",
        "Variable": "variables",
        "Alias": "aliases",
        "TypeData": "type_data",
        "FormatData": "type_data",
        "Type": "types_added",
        "List": "lists",
        "Guid": "session_facts",
        "Culture": "session_facts",
        "UICulture": "session_facts",
        "PSCallStack": "session_facts",
        "Verb": "session_facts",
        "File": "files",
        "FileHash": "files",
        "TemporaryFile": "files",
        "MailMessage": "mail",
        "WebRequest": "refused",
        "RestMethod": "refused",
        "Debugger": "refused",
    },
    package=__name__,
    description="Shapes, orders, counts, stores and writes objects.",
)
