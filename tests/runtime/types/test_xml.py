"""XML documents: nodes, attributes, and what PowerShell makes of them."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            "$x = [xml]'<a k=\"1\"><b>t</b><b>u</b><c/></a>'; $x.a.k; $x.a.b -join ','; $x.a.c -eq ''; "
            "$x.DocumentElement.Name; $x.a.HasAttributes; $x.a.Attributes.Count; $x.a.ChildNodes.Count; "
            "$x.a.FirstChild.InnerText; $x.a.LastChild.IsEmpty; $x.NodeType; $x.a.NodeType",
            "String 1 | String t,u | Boolean True | String a | Boolean True | Int32 1 | Int32 3 | String t | "
            "Boolean True | Xml.XmlNodeType Document | Xml.XmlNodeType Element",
        ),
        (
            "$x = [xml]'<a><b>t</b><c>u</c></a>'; $b = $x.a.FirstChild; $b.NextSibling.Name; "
            "$null -eq $b.PreviousSibling; $b.ParentNode.Name; $b.OwnerDocument -eq $x; $b.HasChildNodes; "
            "$b.FirstChild.Value; $null -eq $x.NextSibling",
            "String c | Boolean True | String a | Boolean True | Boolean True | String t | Boolean True",
        ),
        (
            '$x = [xml]\'<p:a xmlns:p="urn:x" xmlns="urn:d"><b/></p:a>\'; $x.DocumentElement.Prefix; '
            "$x.DocumentElement.LocalName; $x.DocumentElement.NamespaceURI; "
            "$x.DocumentElement.FirstChild.NamespaceURI",
            "String p | String a | String urn:x | String urn:d",
        ),
        (
            "$x = [xml]'<a/>'; $b = $x.CreateElement('b'); [void]$x.a; "
            "[void]$x.DocumentElement.AppendChild($b); $b.InnerText = 'x < y'; $x.OuterXml; "
            "$b.SetAttribute('k', 'v\"w'); $x.OuterXml; $b.GetAttribute('k'); $b.GetAttribute('n'); "
            "$b.HasAttribute('k'); $b.RemoveAttribute('k'); $b.HasAttribute('k')",
            'String <a><b>x &lt; y</b></a> | String <a><b k="v&quot;w">x &lt; y</b></a> | String v"w | '
            "String  | Boolean True | Boolean False",
        ),
        (
            "$x = [xml]'<a><b/><c/></a>'; $a = $x.DocumentElement; "
            "[void]$a.PrependChild($x.CreateElement('n')); "
            "[void]$a.InsertBefore($x.CreateElement('m'), $a.LastChild); "
            "[void]$a.InsertAfter($x.CreateElement('o'), $a.LastChild); $x.OuterXml; "
            "[void]$a.RemoveChild($a.FirstChild); [void]$a.ReplaceChild($x.CreateElement('z'), $a.FirstChild); "
            "$x.OuterXml; [void]$a.InsertBefore($a.LastChild, $a.FirstChild); $x.OuterXml",
            "String <a><n /><b /><m /><c /><o /></a> | String <a><z /><m /><c /><o /></a> | "
            "String <a><o /><z /><m /><c /></a>",
        ),
        (
            "$x = [xml]'<a k=\"1\"><b/></a>'; $c = $x.DocumentElement.Clone(); "
            "$d = $x.DocumentElement.CloneNode($false); $c.OuterXml; $d.OuterXml; "
            "$x.DocumentElement.RemoveAll(); $x.OuterXml",
            'String <a k="1"><b /></a> | String <a k="1" /> | String <a />',
        ),
        (
            "$x = [xml]'<a><b>1</b><c><b>2</b></c></a>'; $x.GetElementsByTagName('b').Count; "
            "$x.GetElementsByTagName('*').Count; "
            "$x.DocumentElement.GetElementsByTagName('c').Item(0).InnerText; "
            "$null -eq $x.GetElementsByTagName('b').Item(9); $x.GetElementsByTagName('b')[1].InnerText",
            "Int32 2 | Int32 4 | String 2 | Boolean True | String 2",
        ),
        (
            "$x = [xml]'<a k=\"1\" l=\"2\"/>'; $t = $x.DocumentElement.Attributes; $t['k'].Value; "
            "$t.GetNamedItem('l').Value; $t[0].Name; $t.Item(1).Name; $null -eq $t[5]; "
            "[void]$t.RemoveNamedItem('k'); $n = $x.CreateAttribute('m'); $n.Value = '3'; [void]$t.Append($n); "
            "$x.OuterXml; $x.DocumentElement.GetAttributeNode('m').OwnerElement.Name; "
            "$null -eq $t.RemoveNamedItem('zz'); $n.'#text'",
            'String 1 | String 2 | String k | String l | Boolean True | String <a l="2" m="3" /> | String a | '
            "Boolean True | String 3",
        ),
        (
            "$x = [xml]::new(); [void]$x.AppendChild($x.CreateXmlDeclaration('1.0', 'utf-8', $null)); "
            "[void]$x.AppendChild($x.CreateElement('r')); "
            "[void]$x.DocumentElement.AppendChild($x.CreateTextNode('t&')); "
            "[void]$x.DocumentElement.AppendChild($x.CreateComment('c')); "
            "[void]$x.DocumentElement.AppendChild($x.CreateCDataSection('<d>')); $x.OuterXml; "
            "$x.FirstChild.Encoding; $x.FirstChild.Version; $x.FirstChild.Standalone; "
            "$x.DocumentElement.InnerText; $x.DocumentElement.InnerXml",
            'String <?xml version="1.0" encoding="utf-8"?><r>t&amp;<!--c--><![CDATA[<d>]]></r> | '
            "String utf-8 | String 1.0 | String  | String t&<d> | String t&amp;<!--c--><![CDATA[<d>]]>",
        ),
        (
            "$x = [xml]'<a><![CDATA[<x>]]></a>'; $x.a; $x.DocumentElement.FirstChild.NodeType; "
            "$x = [xml]'<a><!-- c --></a>'; $x.DocumentElement.FirstChild.Name; "
            "$x.DocumentElement.FirstChild.Value",
            "String <x> | Xml.XmlNodeType CDATA | String #comment | String  c ",
        ),
        (
            "$x = [xml]'<a>t</a>'; $x.a = 'u'; $x.OuterXml; $x.DocumentElement.InnerXml = '<b>1</b>x'; "
            "$x.OuterXml; $x.a.b = '2'; $x.OuterXml",
            "String <a>u</a> | String <a><b>1</b>x</a> | String <a><b>2</b>x</a>",
        ),
        (
            "$x = [xml]::new(); $x.LoadXml('<r><s/></r>'); $x.Save('C:\\s.xml'); $y = [xml]::new(); "
            "$y.Load('C:\\s.xml'); $y.OuterXml; Get-Content C:\\s.xml",
            "String <r><s /></r> | String <r> | String   <s /> | String </r>",
        ),
        (
            "$x = [xml]::new(); $x.PreserveWhitespace = $true; $x.LoadXml('<r> <s/> </r>'); $x.OuterXml; "
            "$x.Save('C:\\w.xml'); Get-Content C:\\w.xml -Raw",
            "String <r> <s /> </r> | String <r> <s /> </r>",
        ),
        (
            "$x = [xml]'<a/>'; $y = [xml]'<b><c>1</c></b>'; "
            "[void]$x.DocumentElement.AppendChild($x.ImportNode($y.DocumentElement, $true)); $x.OuterXml; "
            "$x.CreateElement('e', 'urn:q').NamespaceURI",
            "String <a><b><c>1</c></b></a> | String urn:q",
        ),
        ("([xml]'<a><b/></a>').DocumentElement | ForEach-Object { foreach ($n in $_) { $n.Name } }", "String a"),
        (
            '([xml]\'<?xml version="1.0" encoding="utf-16" standalone="yes"?><a/>\').FirstChild.Encoding; '
            '([xml]\'<?xml version="1.0" standalone="yes"?><a/>\').FirstChild.Standalone; '
            "([xml]'<?xml version=\"1.0\"?><a/>').OuterXml; "
            '([xml]\'<?xml version="1.0" standalone="no"?><a/>\').FirstChild.Value',
            'String utf-16 | String yes | String <?xml version="1.0"?><a /> | String version="1.0" standalone="no"',
        ),
    ],
)
def test_a_document_is_read_changed_and_written(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("$x = [xml]'<a><b/></a>'; $x.DocumentElement.RemoveChild($x.CreateElement('q'))", "ArgumentException"),
        (
            "$x = [xml]'<a><b/></a>'; "
            "[void]$x.DocumentElement.InsertBefore($x.CreateElement('q'), $x.CreateElement('r'))",
            "ArgumentException",
        ),
        ("$x = [xml]'<a><b>1</b><b>2</b></a>'; $x.a.b = 'z'", "PropertyAssignmentException"),
        ("$x = [xml]'<a/>'; $x.DocumentElement.Value = 'x'", "ExceptionWhenSetting"),
        ("[xml]'<a><b></a>'", "InvalidCastToXmlDocument"),
        ("[xml]'<a>'", "InvalidCastToXmlDocument"),
        ("[xml]'text'", "InvalidCastToXmlDocument"),
        ('[xml]\'<a k="1" k="2"/>\'', "InvalidCastToXmlDocument"),
    ],
)
def test_what_is_no_xml_is_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
