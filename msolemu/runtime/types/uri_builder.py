"""System.UriBuilder: an address put together from its parts."""

from __future__ import annotations

from typing import Any

from msolemu.runtime.types.declaring import constructor, method, reader, typed_property, writer
from msolemu.runtime.types.registry import known_type, represent
from msolemu.runtime.types.uri import Uri, made

BUILDER = known_type("System.UriBuilder")


class UriBuilder:
    """The parts of an address."""

    def __init__(self, scheme: str = "http", host: str = "localhost", port: int = -1, path: str = "/") -> None:
        self.scheme = scheme
        self.host = host
        self.port = port
        self.path = path
        self.user_name = ""
        self.password = ""
        self.query = ""
        self.fragment = ""

    def __str__(self) -> str:
        user = f"{self.user_name}{':' * bool(self.password)}{self.password}@" if self.user_name else ""
        port = f":{self.port}" if self.port >= 0 else ""
        slash = "/" if self.host and not self.path.startswith("/") else ""
        between = "://" if self.host or self.scheme == "file" else ":"
        return f"{self.scheme}{between}{user}{self.host}{port}{slash}{self.path}{self.query}{self.fragment}"


represent(BUILDER, UriBuilder)
for _name, _attribute in (
    ("Scheme", "scheme"),
    ("UserName", "user_name"),
    ("Password", "password"),
    ("Host", "host"),
):
    typed_property(BUILDER, "System.String", _name, reader(_attribute), writer(_attribute))


def _marked(attribute: str, mark: str) -> Any:
    def write(builder: UriBuilder, text: str | None) -> None:
        plain = text or ""
        setattr(builder, attribute, plain if not plain or plain.startswith(mark) else mark + plain)

    return write


typed_property(BUILDER, "System.Int32", "Port", lambda builder: builder.port, writer("port"))
typed_property(BUILDER, "System.String", "Path", lambda builder: builder.path, _marked("path", "/"))
typed_property(BUILDER, "System.String", "Query", lambda builder: builder.query, _marked("query", "?"))
typed_property(BUILDER, "System.String", "Fragment", lambda builder: builder.fragment, _marked("fragment", "#"))
typed_property(BUILDER, "System.Uri", "Uri", lambda builder: made(str(builder)))
method(BUILDER, "string ToString()")(str)


@constructor(BUILDER, "System.UriBuilder()", "System.UriBuilder(uri uri)", "System.UriBuilder(string uri)")
def new_builder(given: Any = None) -> UriBuilder:
    """A builder with the parts of an address; a text without a scheme is one of the web."""
    if given is None:
        return UriBuilder()
    uri = given if isinstance(given, Uri) else made(given if ":" in given.partition("/")[0] else f"http://{given}")
    address = uri.address
    built = UriBuilder(address.scheme, address.host, address.port, address.path)
    built.user_name, _, built.password = address.user.partition(":")
    built.query, built.fragment = address.query, address.fragment
    return built


@constructor(BUILDER, "System.UriBuilder(string schemeName, string hostName)")
@constructor(BUILDER, "System.UriBuilder(string scheme, string host, int portNumber)")
@constructor(BUILDER, "System.UriBuilder(string scheme, string host, int port, string pathValue)")
@constructor(BUILDER, "System.UriBuilder(string scheme, string host, int port, string path, string extraValue)")
def of_parts(scheme: str, host: str, port: int = -1, path: str = "/", extra: str = "") -> UriBuilder:
    """A builder with these parts; what stands behind the path begins with its mark."""
    built = UriBuilder(scheme, host, port, path if path.startswith("/") else f"/{path}")
    if extra.startswith("#"):
        built.fragment = extra
    else:
        built.query, mark, rest = extra.partition("#")
        built.fragment = mark + rest
    return built
