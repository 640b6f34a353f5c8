"""XmlWriter and XmlTextWriter write XML piece by piece; documents go to a writer as they stand."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate

TEXT = "$b = [Text.StringBuilder]::new(); $s = [Xml.XmlWriterSettings]::new(); $s.OmitXmlDeclaration = $true; "
OPEN = TEXT + "$w = [Xml.XmlWriter]::Create($b, $s); "
OLD = "$b = [IO.StringWriter]::new(); $w = [Xml.XmlTextWriter]::new($b); "
END = "; $w.Close(); \"$b\" -replace '\\r?\\n', '|'"

WRITTEN = [
    (OPEN + "$w.WriteElementString('a', 'x < y & \"z\"')", '<a>x &lt; y &amp; "z"</a>'),
    (
        OPEN + "$w.WriteStartElement('a'); $w.WriteAttributeString('b', 'q\"'); $w.WriteEndElement()",
        '<a b="q&quot;" />',
    ),
    (OPEN + "$w.WriteStartElement('a'); $w.WriteFullEndElement()", "<a></a>"),
    (
        OPEN + "$w.WriteStartElement('a'); $w.WriteStartAttribute('b'); $w.WriteString('1'); $w.WriteString('2')",
        '<a b="12" />',
    ),
    (
        OPEN + "$w.WriteStartElement('a'); $w.WriteCData('<'); $w.WriteComment('c'); $w.WriteRaw('<d/>')",
        "<a><![CDATA[<]]><!--c--><d/></a>",
    ),
    (OPEN + "$w.WriteStartElement('a'); $w.WriteValue($true); $w.WriteValue(5); $w.WriteEndDocument()", "<a>true5</a>"),
    (
        OPEN + "$w.WriteStartElement('p', 'a', 'urn:x'); $w.WriteElementString('p', 'b', 'urn:x', '1')",
        '<p:a xmlns:p="urn:x"><p:b>1</p:b></p:a>',
    ),
    (OPEN + "$w.WriteStartElement('a', 'urn:x'); $w.WriteAttributeString('b', '', '1')", '<a xmlns="urn:x" b="1" />'),
    (
        TEXT + "$s.Indent = $true; $w = [Xml.XmlWriter]::Create($b, $s); $w.WriteStartElement('a'); "
        "$w.WriteElementString('b', '1'); $w.WriteStartElement('c')",
        "<a>|  <b>1</b>|  <c />|</a>",
    ),
    (
        TEXT + "$w = [Xml.XmlWriter]::Create($b); $w.WriteStartElement('a')",
        '<?xml version="1.0" encoding="utf-16"?><a />',
    ),
    (OLD + "$w.WriteStartElement('a')", "<a />"),
    (
        OLD + "$w.WriteStartDocument($true); $w.WriteProcessingInstruction('p', 'q'); $w.WriteStartElement('a')",
        '<?xml version="1.0" encoding="utf-16" standalone="yes"?><?p q?><a />',
    ),
    (
        OLD + "$w.Formatting = 'Indented'; $w.Indentation = 1; $w.IndentChar = \"`t\"; "
        "([xml]'<a><b>1</b></a>').WriteTo($w)",
        "<a>|\t<b>1</b>|</a>",
    ),
    (OPEN + "([xml]'<a x=\"1\"><!--c--><![CDATA[d]]></a>').Save($w)", '<a x="1"><!--c--><![CDATA[d]]></a>'),
]


@pytest.mark.parametrize(("script", "text"), WRITTEN)
def test_writers_write_well_formed_xml(script: str, text: str, evaluate: Evaluate) -> None:
    assert evaluate(script + END) == f"String {text}"


KEPT = [
    (
        '$w = [Xml.XmlTextWriter]::new("$pwd/a.xml", $null); $w.WriteStartDocument(); '
        "$w.WriteElementString('a', 'é'); "
        "$w.Close(); Get-Content a.xml",
        'String <?xml version="1.0"?><a>é</a>',
    ),
    (
        "$w = [Xml.XmlWriter]::Create(\"$pwd/a.xml\"); $w.WriteElementString('a', '1'); $w.Dispose(); "
        "Get-Content a.xml",
        'String <?xml version="1.0" encoding="utf-8"?><a>1</a>',
    ),
    (
        "$m = [IO.MemoryStream]::new(); $w = [Xml.XmlWriter]::Create($m); $w.WriteElementString('a', '1'); $w.Flush(); "
        "$m.ToArray().Count",
        "Int32 49",
    ),
    (
        "$m = [IO.MemoryStream]::new(); ([xml]'<a />').Save($m); [Text.Encoding]::UTF8.GetString($m.ToArray())",
        "String <a />",
    ),
    (
        '$t = [IO.StringWriter]::new(); ([xml]\'<?xml version="1.0" encoding="utf-8"?><a />\').Save($t); '
        "\"$t\" -replace '\\r?\\n', '|'",
        'String <?xml version="1.0" encoding="utf-16"?>|<a />',
    ),
    ("[Xml.XmlTextWriter]::new([IO.StringWriter]::new()).Formatting", "Xml.Formatting None"),
    ("([xml]'<a/>').CreateElement('p', 'b', 'urn:x').OuterXml", 'String <p:b xmlns:p="urn:x" />'),
]


@pytest.mark.parametrize(("script", "given"), KEPT)
def test_xml_goes_to_files_streams_and_texts(script: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(script) == given


REFUSED = [
    (
        OPEN + "$w.WriteEndElement()",
        'InvalidOperationException: Exception calling "WriteEndElement" with "0" '
        'argument(s): "There was no XML start tag open."',
    ),
    (
        OPEN + "$w.WriteStartElement('')",
        'ArgumentException: Exception calling "WriteStartElement" with "1" argument(s): '
        "\"The empty string '' is not a valid local name.\"",
    ),
    (
        OLD + "$w.WriteStartElement('a'); $w.WriteStartDocument()",
        "InvalidOperationException: Exception calling "
        '"WriteStartDocument" with "0" argument(s): "WriteStartDocument needs to be the first call."',
    ),
    (
        OPEN + "$w.WriteStartAttribute('a')",
        'InvalidOperationException: Exception calling "WriteStartAttribute" with "1" '
        'argument(s): "Token StartAttribute in state Content would result in an invalid XML document."',
    ),
]


@pytest.mark.parametrize(("script", "error"), REFUSED)
def test_writers_refuse_what_would_not_be_xml(script: str, error: str, evaluate: Evaluate) -> None:
    assert evaluate(script) == f"! {error}"


def test_property_sets_of_standard_members_say_what_is_shown(evaluate: Evaluate) -> None:
    script = (
        "$o = [pscustomobject]@{ A = 1; B = 2; C = 3 }; $s = [Management.Automation.PSPropertySet]::new("
        "'DefaultDisplayPropertySet', [string[]]('C', 'A')); "
        "$o | Add-Member MemberSet PSStandardMembers ([Management.Automation.PSMemberInfo[]]@($s)); "
        "($o | Out-String).Trim() -replace '\\s+', ' '"
    )
    assert evaluate(script) == "String C A - - 3 1"
