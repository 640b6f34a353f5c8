from __future__ import annotations

import pytest

from tests.modules.conftest import Shell

COMMANDS = "Microsoft.PowerShell.Commands."


def test_clixml_brings_plain_values_back_as_they_were(shell: Shell) -> None:
    script = """$all = 'a', [char]'b', $true, 1, 5000000000, [uint32]2, [uint64]3, [int16]4, [uint16]5, [byte]6,
      [sbyte]7, 1.5,
      [single]2.5, 3.5d, [guid]::Empty, [datetime]'2024-01-02 03:04:05', [timespan]'1.02:03:04.5', [version]'1.2',
      [uri]'http://a/',
      $null, (New-TimeSpan), (-[timespan]'00:00:01')
    $all | Export-Clixml all.xml
    $back = Import-Clixml all.xml
    ($back | ForEach-Object { if ($null -eq $_) { 'null' } else { $_.GetType().Name } }) -join ','
    for ($i = 0; $i -lt $all.Count; $i++) { if ($all[$i] -ne $back[$i]) { "differs: $i" } }
    (Import-Clixml -LiteralPath all.xml -Skip 1 -First 2) -join ','"""
    assert shell.lines(script) == [
        "String,Char,Boolean,Int32,Int64,UInt32,UInt64,Int16,UInt16,Byte,SByte,Double,Single,Decimal,Guid,DateTime,"
        "TimeSpan,Version,Uri,null,TimeSpan,TimeSpan",
        "b,True",
    ]


def test_clixml_keeps_properties_tables_and_lists_to_its_depth(shell: Shell) -> None:
    script = """$o = [pscustomobject]@{ Name = "a<b`t_x0041_"; L = 1, 2; H = @{ k = 1 }
    Deep = @{ a = @{ b = @{ c = 1 } } }; D = 'Monday' -as [dayofweek] }
    $o | Export-Clixml -LiteralPath o.xml -Depth 2; $i = Import-Clixml o.xml
    $i.Name -eq $o.Name; $i.L.Count; $i.H.k; $i.Deep.a.GetType().Name; $i.D; $i.PSObject.TypeNames[0]
    (Get-Verb | Select-Object -First 2 | ConvertTo-CliXml | ConvertFrom-CliXml)[1].Verb
    $written = [System.Management.Automation.PSSerializer]::Serialize((1, 2))
    [System.Management.Automation.PSSerializer]::Deserialize($written).Count
    { a } | ConvertTo-CliXml | ConvertFrom-CliXml
    (1 | Add-Member Tag 'x' -PassThru | ConvertTo-CliXml) -match 'N="Tag"'
    (Get-Verb Get | ConvertTo-CliXml) -match '<Props>'
    (Get-Verb Get | ConvertTo-CliXml | ConvertFrom-CliXml).PSObject.TypeNames[0]"""
    assert shell.lines(script) == [
        "True", "2", "1", "String", "1", "Deserialized.System.Management.Automation.PSCustomObject", "Clear", "2", " a",
        "True", "True", "Deserialized.System.Management.Automation.VerbInfo",
    ]  # fmt: skip


def test_clixml_keeps_credentials(shell: Shell) -> None:
    script = """[pscredential]::new('bo', (ConvertTo-SecureString 'pw' -AsPlainText)) | Export-Clixml c.xml
    $c = Import-Clixml c.xml; $c.GetType().Name; $c.UserName; $c.GetNetworkCredential().Password"""
    assert shell.lines(script) == ["PSCredential", "bo", "pw"]


@pytest.mark.parametrize(
    "text", ["no xml", "<a/>", '<Objs><Strange N="a">1</Strange></Objs>', "<Objs><TS>x</TS></Objs>"]
)
def test_what_is_no_clixml_is_refused(shell: Shell, text: str) -> None:
    assert (
        shell.caught(f"'{text}' | ConvertFrom-CliXml")[0]
        == f"System.Xml.XmlException,{COMMANDS}ConvertFromCliXmlCommand"
    )


def test_references_in_clixml_are_followed(shell: Shell) -> None:
    script = """$t = '<Objs><Obj RefId="0"><TN RefId="0"><T>System.Object[]</T></TN><LST><S>a</S></LST></Obj>' +
      '<Ref RefId="0" /><Obj RefId="1"><TNRef RefId="0" /><LST /></Obj>' +
      '<Obj RefId="2"><I32>5</I32><ToString>x</ToString></Obj>' +
      '<BA>QUI=</BA></Objs>'
    $r = $t | ConvertFrom-CliXml; $r[0] -join ','; $r[1] -join ','; $r[2].Count; $r[3]; $r[4] -join ','"""
    assert shell.lines(script) == ["a", "a", "0", "5", "65,66"]


def test_objects_become_elements_of_xml(shell: Shell) -> None:
    script = """$o = [pscustomobject]@{ A = 1; N = $null; T = 'a<b'; L = 1, 2; H = @{ k = 'v' } }
    $o | ConvertTo-Xml -As String -Depth 2 -NoTypeInformation
    (1, 2 | ConvertTo-Xml -As Stream).Count; ($o | ConvertTo-Xml).Objects.Object.Property[0].InnerText
    $null | ConvertTo-Xml -As String"""
    assert shell.lines(script) == [
        '<?xml version="1.0" encoding="utf-8"?>', "<Objects>", "  <Object>", '    <Property Name="A">1</Property>',
        '    <Property Name="N" />', '    <Property Name="T">a&lt;b</Property>', '    <Property Name="L">',
        "      <Property>1</Property>", "      <Property>2</Property>", "    </Property>", '    <Property Name="H">',
        '      <Property Name="Key">k</Property>', '      <Property Name="Value">v</Property>', "    </Property>",
        "  </Object>", "</Objects>", "5", "1", '<?xml version="1.0" encoding="utf-8"?>', "<Objects>", "  <Object />",
        "</Objects>",
    ]  # fmt: skip


def test_nodes_are_found_in_documents_files_and_texts(shell: Shell) -> None:
    script = """Set-Content a.xml '<a><b id="1">x</b></a>'
    "$(Select-Xml -Path a.xml //b)"; (Select-Xml -LiteralPath a.xml -XPath //b/@id).Path.EndsWith('a.xml')
    "$([xml]'<a><b>y</b></a>' | Select-Xml //b)"; "$(Select-Xml //@id a.xml)\""""
    assert shell.lines(script) == ["x", "True", "y", "1"]


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        ("Select-Xml -Content '<a>' -XPath //a", "InvalidCastToXmlDocument,{0}SelectXmlCommand"),
        ("Set-Content a.xml 'x'; Select-Xml -Path a.xml //a", "ProcessingFile,{0}SelectXmlCommand"),
        ("Select-Xml -Path none.xml //a", "PathNotFound,{0}SelectXmlCommand"),
        (
            "Select-Xml -Content '<a/>' -XPath //x:a -Namespace @{ x = $null }",
            "PrefixError,{0}SelectXmlCommand",
        ),
        ("Import-Clixml none.xml", "FileOpenFailure,{0}ImportClixmlCommand"),
        ("Import-PowerShellDataFile none.psd1", "PathNotFound,{0}ImportPowerShellDataFileCommand"),
        ("Import-LocalizedData t -FileName none -BaseDirectory .", "ImportLocalizedData,{0}ImportLocalizedData"),
    ],
)
def test_errors_of_data(shell: Shell, command: str, error_id: str) -> None:
    assert shell.caught(command)[0] == error_id.format(COMMANDS)


def test_texts_of_a_script_are_read_in_its_language(shell: Shell) -> None:
    (shell.folder / "en-US").mkdir()
    (shell.folder / "en-US" / "test.psd1").write_text("@{ Hello = 'Hi' }")
    script = "Import-LocalizedData texts; $texts.Hello; (Import-LocalizedData).Hello"
    assert shell.lines(script) == ["Hi", "Hi"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a":1', "Unexpected end when reading JSON. Path 'a', line 1, position 6."),
        ("nope", "Unexpected character encountered while parsing value: n. Path '', line 1, position 0."),
        (
            '{"a" 1}',
            "Invalid character after parsing property name. Expected ':' but got: 1. Path '', line 1, position 5.",
        ),
        ("{,}", "Invalid property identifier character: ,. Path '', line 1, position 1."),
        ("[1 2]", "After parsing a value an unexpected character was encountered: 2. Path '[0]', line 1, position 3."),
        ('"a', "Unterminated string. Expected delimiter: \". Path '', line 1, position 2."),
        ('"\\q"', "Bad JSON escape sequence: \\q. Path '', line 1, position 1."),
        ('"\\u12"', "Could not parse Unicode escape sequence: \\. Path '', line 1, position 1."),
        ("1 2", "Additional text encountered after finished reading JSON content: 2. Path '', line 1, position 2."),
        ("{", "Unexpected end when reading JSON. Path '', line 1, position 1."),
        ("[", "Unexpected end when reading JSON. Path '[0]', line 1, position 1."),
    ],
)
def test_malformed_json_says_where(shell: Shell, text: str, message: str) -> None:
    quoted = text.replace("'", "''")
    script = f"try {{ '{quoted}' | ConvertFrom-Json }} catch {{ $_.Exception.Message }}"
    assert shell.lines(script) == [f"Conversion from JSON failed with error: {message}"]


def test_json_is_read_leniently(shell: Shell) -> None:
    script = """$j = "{ // first`n a: 1, 'b': 'it\\'s \\u0041\\n', /* x */
      c: [0x1F, -2.5, 1e3, 99999999999999999999,], d: true, e: NaN, }" | ConvertFrom-Json
    $j.a; $j.b.Trim(); ($j.c | ForEach-Object { $_.GetType().Name }) -join ','; $j.c[0]; $j.d; $j.e
    ('/Date(0)/' | ConvertTo-Json | ConvertFrom-Json).Year; '"2024-01-02T03:04:05Z"' | ConvertFrom-Json -DateKind String
    ('"2024-01-02T03:04:05+02:00"' | ConvertFrom-Json -DateKind Offset).Offset.Hours
    '"2024-01-02"' | ConvertFrom-Json -DateKind Offset
    try { '[[1]]' | ConvertFrom-Json -Depth 1 } catch { $_.FullyQualifiedErrorId }
    '{"a":1}', '{"a":2}' | ConvertFrom-Json | ForEach-Object a; '{', '"a":3}' | ConvertFrom-Json | ForEach-Object a
    $null -eq ('' | ConvertFrom-Json)"""
    assert shell.lines(script) == [
        "1", "it's A", "Int64,Double,Double,BigInteger", "31", "True", "NaN", "1970", "2024-01-02T03:04:05Z", "2",
        "2024-01-02", "System.ArgumentException,Microsoft.PowerShell.Commands.ConvertFromJsonCommand", "1", "2", "3",
        "True",
    ]  # fmt: skip


def test_json_of_what_is_no_plain_object(shell: Shell) -> None:
    script = """[double]::NaN, [double]::PositiveInfinity, [double]::NegativeInfinity | ConvertTo-Json -Compress
    1d | ConvertTo-Json; 5 | Add-Member Tag 'x' -PassThru | ConvertTo-Json -Compress
    @{ k = 1 }.GetEnumerator() | ConvertTo-Json -Compress
    1 | ConvertTo-Json -AsArray -Compress; [uint64]5 | ConvertTo-Json"""
    assert shell.lines(script) == [
        '["NaN","Infinity","-Infinity"]', "1.0", '{"value":5,"Tag":"x"}', '{"Key":"k","Value":1,"Name":"k"}',
        "[1]", "5",
    ]  # fmt: skip


def test_rows_are_written_as_asked(shell: Shell) -> None:
    script = """$o = [pscustomobject]@{ A = 1; B = 'x;y'; C = $null }
    $o | ConvertTo-Csv -QuoteFields B; $o | ConvertTo-Csv -UseQuotes Never -NoHeader
    $o | ConvertTo-Csv -UseQuotes AsNeeded -Delimiter ';'
    $o | ConvertTo-Csv -UseCulture -IncludeTypeInformation | Select-Object -First 1
    $o | Export-Csv -LiteralPath a.csv -UseCulture; 'A,B', '1,2' | ConvertFrom-Csv -UseCulture | ForEach-Object B
    (Import-Csv a.csv -UseCulture).B; (Import-Csv -LiteralPath a.csv -UseCulture).A
    (Import-Csv -LiteralPath a.csv).A; (Import-Csv a.csv -Header P, Q)[0].P
    $o | Export-Csv b.csv -WhatIf; Test-Path b.csv
    (Get-Verb Get | ConvertTo-Csv -NoTypeInformation)[1]"""
    lines = shell.lines(script)
    assert lines[:11] == [
        'A,"B",C', '1,"x;y",', "1,x;y,", "A;B;C", '1;"x;y";', "#TYPE System.Management.Automation.PSCustomObject", "2",
        "x;y", "1", "1", "A",
    ]  # fmt: skip
    assert lines[-2:] == ["False", '"Get","g","Common","Specifies an action that retrieves a resource"']


@pytest.mark.parametrize(
    ("command", "error_id"),
    [
        (
            "1 | ConvertTo-Csv -QuoteFields A -UseQuotes Never",
            "CannotSpecifyQuoteFieldsAndUseQuotes,{0}ConvertToCsvCommand",
        ),
        (
            "1 | ConvertTo-Csv -IncludeTypeInformation -NoTypeInformation",
            "CannotSpecifyIncludeTypeInformationAndNoTypeInformation,{0}ConvertToCsvCommand",
        ),
        ("1 | Export-Csv none/a.csv", "FileOpenFailure,{0}ExportCsvCommand"),
        ("1 | Out-File .", "FileOpenFailure,{0}OutFileCommand"),
        (
            "'a', 'b' | ForEach-Object { Set-Content $_ 1 }; 1 | Out-File [ab]",
            "ReadWriteMultipleFilesNotSupported,{0}OutFileCommand",
        ),
        ("1 | Out-File [xy]", "FileOpenFailure,{0}OutFileCommand"),
        (
            "Set-Content a.txt 1; (Get-Item a.txt).IsReadOnly = $true; 1 | Out-File a.txt",
            "FileOpenFailure,{0}OutFileCommand",
        ),
        ("Get-FileHash none", "FileNotFound,{0}GetFileHashCommand"),
        ("Unblock-File none", "PathNotFound,{0}UnblockFileCommand"),
    ],
)
def test_what_a_file_refuses(shell: Shell, command: str, error_id: str) -> None:
    assert shell.caught(command)[0] == error_id.format(COMMANDS)


def test_files_are_written_hashed_and_unblocked(shell: Shell) -> None:
    script = """'abc' | Out-File a.txt -NoNewline; (Get-FileHash a.txt -Algorithm MD5).Hash
    (Get-FileHash -LiteralPath a.txt).Hash.Length
    'new' | Out-File -LiteralPath a.txt -Append; Get-Content a.txt
    (Get-Item a.txt).IsReadOnly = $true; 'forced' | Out-File a.txt -Force; Get-Content a.txt
    Unblock-File a.txt; Unblock-File -LiteralPath a.txt; 'z' | Out-File a.txt -WhatIf; (New-TemporaryFile).Extension
    'row' | Tee-Object t.txt; Get-Content t.txt; 'more' | Tee-Object t.txt -Append; (Get-Content t.txt).Count
    'lit' | Tee-Object -LiteralPath l.txt; Get-Content l.txt
    [pscustomobject]@{ A = 1 } | Out-File w.txt -Width 40; (Get-Content w.txt)[1]"""
    lines = shell.lines(script)
    assert lines[:4] == ["900150983CD24FB0D6963F7D28E17F72", "64", "abcnew", "forced"]
    assert lines[-7:] == ["row", "row", "more", "2", "lit", "lit", "A"]


def test_a_moment_tells_how_it_is_shown_and_is_written_as_a_date(shell: Shell) -> None:
    script = """$d = Get-Date '2024-01-02'; "$($d.DisplayHint)"; Get-Date $d -Format yyyy
    ConvertTo-Json @{d = $d} -Compress"""
    assert shell.lines(script) == ["DateTime", "2024", '{"d":"2024-01-02T00:00:00"}']
