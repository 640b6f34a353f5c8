"""XML by namespace, and the nodes that few scripts make."""

from __future__ import annotations

import pytest

from tests.runtime.types.conftest import Evaluate


@pytest.mark.parametrize(
    ("expression", "given"),
    [
        (
            '$d = [xml]\'<r xmlns="urn:x" xmlns:p="urn:p"><c p:k="1" /></r>\'; $d.r.InnerXml; $d.OuterXml',
            'String <c p:k="1" xmlns:p="urn:p" xmlns="urn:x" /> | '
            'String <r xmlns="urn:x" xmlns:p="urn:p"><c p:k="1" /></r>',
        ),
        (
            "$d = [xml]::new(); $a = $d.AppendChild($d.CreateElement('a', 'urn:x')); "
            "[void]$a.AppendChild($d.CreateElement('b', 'urn:x')); "
            "[void]$a.AppendChild($d.CreateElement('c')); $d.OuterXml",
            'String <a xmlns="urn:x"><b /><c xmlns="" /></a>',
        ),
        (
            "$d = [xml]'<r xmlns:p=\"urn:p\" />'; [void]$d.r.SetAttribute('k', 'urn:p', 'v'); $d.r.OuterXml; "
            "$d.r.GetAttribute('k', 'urn:p'); $d.r.HasAttribute('k', 'urn:q'); "
            "$d.r.GetAttributeNode('k', 'urn:p').Name; "
            "$d.r.RemoveAttribute('k', 'urn:p'); $d.r.HasAttribute('p:k')",
            'String <r xmlns:p="urn:p" p:k="v" /> | String v | Boolean False | String p:k | Boolean False',
        ),
        (
            "$d = [xml]'<r><a /></r>'; $f = $d.CreateDocumentFragment(); $f.InnerXml = '<x /><y />'; "
            "[void]$d.r.AppendChild($f); $d.OuterXml",
            "String <r><a /><x /><y /></r>",
        ),
        (
            "$d = [xml]'<?style a?><r>t</r>'; $d.OuterXml; $d.FirstChild.NodeType; $d.r; "
            "$d.CreateProcessingInstruction('p', 'q').OuterXml",
            "String <?style a?><r>t</r> | Xml.XmlNodeType ProcessingInstruction | String t | String <?p q?>",
        ),
        (
            "$d = [xml]'<r />'; $r = $d.DocumentElement; "
            "foreach ($kind in 'element', 'comment') { [void]$r.AppendChild($d.CreateNode($kind, 'n', '')) }; "
            "$d.OuterXml",
            "String <r><n /><!----></r>",
        ),
        ("$d = [xml]::new(); $d.Load([IO.StringReader]::new('<a>1</a>')); $d.a", "String 1"),
        ("([xml]'<r><n:a xmlns:n=\"u\" /></r>').GetElementsByTagName('a', 'u').Count", "Int32 1"),
        (
            "$d = [xml]'<r xmlns:p=\"u\" />'; $d.r.GetPrefixOfNamespace('u'); $d.r.GetNamespaceOfPrefix('p')",
            "String p | String u",
        ),
        (
            '$d = [xml]\'<r a="1" b="2" />\'; [void]$d.r.RemoveAttributeAt(0); $d.OuterXml; '
            "$d.r.RemoveAllAttributes(); $d.OuterXml",
            'String <r b="2" /> | String <r />',
        ),
        (
            "$d = [xml]'<r>a</r>'; [void]$d.DocumentElement.AppendChild($d.CreateTextNode('b')); $d.Normalize(); "
            "$d.DocumentElement.ChildNodes.Count",
            "Int32 1",
        ),
    ],
)
def test_namespaces_are_declared_where_they_are_needed(expression: str, given: str, evaluate: Evaluate) -> None:
    assert evaluate(expression) == given


@pytest.mark.parametrize(
    ("expression", "error_id"),
    [
        ("([xml]'<r />').CreateNavigator()", "MemberNotEmulated"),
        ("([xml]'<r />').Validate($null)", "MemberNotEmulated"),
        ("([xml]'<r />').CreateNode('notation', 'n', '')", "ArgumentException"),
    ],
)
def test_schemas_and_navigators_are_refused(expression: str, error_id: str, evaluate: Evaluate) -> None:
    assert evaluate(expression).startswith(f"! {error_id}: ")
