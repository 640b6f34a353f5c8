"""Elements of an XML file that somebody wrote by hand: each knows its place, so that an error can name it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msolemu.foundation.dataclass import dataclass

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


class XmlFileError(ValueError):
    """The file is not what it should be; `place` is the XPath of the element, empty where there is no XML at all."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(reason)
        self.place = place
        self.reason = reason

    def told(self, file: str) -> str:
        """The error with its place in the file."""
        where = f"Error at XPath {self.place} in file {file}" if self.place else f"Error in file {file}"
        return f"{where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class XmlNode:
    """An element with its XPath."""

    element: Element
    place: str

    @property
    def tag(self) -> str:
        """The name of the element."""
        return self.element.tag

    @property
    def text(self) -> str:
        """The text in it, without the space around."""
        return (self.element.text or "").strip()

    def children(self, *names: str) -> Iterator[XmlNode]:
        """The elements in it, of these names if some are given, in their order."""
        counts: dict[str, int] = {}
        for element in self.element:
            counts[element.tag] = counts.get(element.tag, 0) + 1
            if not names or element.tag in names:
                number = f"[{counts[element.tag]}]" if len(self.element.findall(element.tag)) > 1 else ""
                yield XmlNode(element, f"{self.place}/{element.tag}{number}")

    def child(self, name: str) -> XmlNode | None:
        """The first element of that name."""
        return next(self.children(name), None)

    def demanded(self, name: str) -> XmlNode:
        """The same; raises XmlFileError when there is none."""
        found = self.child(name)
        if found is None:
            raise self.error(f"Node {name} is missing.")
        return found

    def inside(self, *path: str) -> Iterator[XmlNode]:
        """The elements of the last name, `*` for all, below those of the names before it; none where one is missing."""
        *above, last = path
        node: XmlNode | None = self
        for name in above:
            node = None if node is None else node.child(name)
        if node is not None:
            yield from node.children(*(() if last == "*" else (last,)))

    def text_of(self, name: str, otherwise: str = "") -> str:
        """The text of the element of that name in it."""
        found = self.child(name)
        return otherwise if found is None else found.text

    def number_of(self, name: str, otherwise: int = 0) -> int:
        """The whole number in the element of that name; raises XmlFileError when it is none."""
        found = self.child(name)
        if found is None or not found.text:
            return otherwise
        try:
            return int(found.text)
        except ValueError:
            raise found.error("An integer is expected.") from None

    def says(self, name: str) -> bool:
        """Whether it has an element of that name that does not say false."""
        found = self.child(name)
        return found is not None and found.text.lower() != "false"

    def allows(self, *names: str) -> XmlNode:
        """The element itself; raises XmlFileError for one in it that is not of these names."""
        for node in self.children():
            if node.tag not in names:
                raise node.error(f"{node.tag} is an unknown node.")
        return self

    def error(self, reason: str) -> XmlFileError:
        """An error at this element."""
        return XmlFileError(self.place, reason)


def read_xml(content: bytes, root: str) -> XmlNode:
    """The root element of a file, which must have that name; raises XmlFileError."""
    from xml.etree import ElementTree

    try:
        element = ElementTree.fromstring(content)
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise XmlFileError("", str(error)) from None
    node = XmlNode(element, f"/{element.tag}")
    if element.tag != root:
        raise node.error(f"Node {root} is missing.")
    return node
