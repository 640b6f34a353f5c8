"""`>`, `2>&1` and the rest: streams of a command that go elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msolemu.language import syntax
from msolemu.language.operators import RedirectedStream
from msolemu.runtime.casting.conversion import to_text
from msolemu.runtime.compiling.compiler import compile_expression
from msolemu.runtime.errors.records import not_emulated
from msolemu.runtime.invoking.pipeline import Argument, Invocation, Stage
from msolemu.runtime.state.frame import Evaluated, Frame
from msolemu.runtime.state.streams import StreamKind, Streams
from msolemu.runtime.values.objects import Value

Emit = Callable[[Value], None]
ALL_BUT_OUTPUT = (
    StreamKind.ERROR,
    StreamKind.WARNING,
    StreamKind.VERBOSE,
    StreamKind.DEBUG,
    StreamKind.INFORMATION,
)


class Places:
    """The files that one command's streams go to."""

    def __init__(self, emit: Emit) -> None:
        self.emit = emit
        self.files: list[Stage] = []

    def close(self) -> None:
        """Close the files."""
        for stage in self.files:
            stage.end()
            stage.close()


Apply = Callable[[Frame, Streams, Emit], Places]


def compile_redirections(redirections: Sequence[syntax.Redirection]) -> Apply | None:
    """The closure that lays redirections on a command's streams."""
    if not redirections:
        return None
    ordered = sorted(redirections, key=lambda item: isinstance(item, syntax.MergingRedirection))
    steps = tuple(_step(item) for item in ordered)

    def apply(frame: Frame, streams: Streams, emit: Emit) -> Places:
        places = Places(emit)
        for step in steps:
            step(frame, streams, places, emit)
        return places

    return apply


def _step(node: syntax.Redirection) -> Callable[[Frame, Streams, Places, Emit], None]:
    if isinstance(node, syntax.MergingRedirection):
        return _merge(node)
    assert isinstance(node, syntax.FileRedirection)
    return _to_file(node, compile_expression(node.location))


def _merge(node: syntax.MergingRedirection) -> Callable[[Frame, Streams, Places, Emit], None]:
    kinds = _kinds(node.stream)

    def merge(frame: Frame, streams: Streams, places: Places, emit: Emit) -> None:
        streams.merged += kinds
        for kind in kinds:
            streams.set_route(kind, places.emit)

    return merge


def _kinds(stream: RedirectedStream) -> tuple[StreamKind, ...]:
    return ALL_BUT_OUTPUT if stream is RedirectedStream.ALL else (StreamKind(int(stream)),)


def _to_file(node: syntax.FileRedirection, location: Evaluated) -> Callable[[Frame, Streams, Places, Emit], None]:
    output = node.stream in (RedirectedStream.ALL, RedirectedStream.OUTPUT)
    kinds = () if node.stream is RedirectedStream.OUTPUT else _kinds(node.stream)

    def redirect(frame: Frame, streams: Streams, places: Places, emit: Emit) -> None:
        path = location(frame)
        sink: Emit = _drop
        if path is not None:
            stage = _file_stage(frame, streams, to_text(path), node.append)
            places.files.append(stage)
            sink = stage.process
        if output:
            places.emit = sink
        for kind in kinds:
            streams.set_route(kind, sink)

    return redirect


def _drop(value: Value) -> None:
    """Where `$null` is the place."""


def _file_stage(frame: Frame, streams: Streams, path: str, append: bool) -> Stage:
    """Out-File at work."""
    found = frame.session.resolver.find("Out-File")
    if found is None:
        raise not_emulated("RedirectionNotEmulated", "Redirection to a file")
    arguments = [Argument("FilePath", path, has_colon=True)]
    if append:
        arguments.append(Argument("Append", True, has_colon=True))
    call = Invocation(frame.session, "Out-File", arguments, streams.below(frame.scope), frame, expects_input=True)
    call.position, call.length = 1, 2
    stage = found.stage(call)
    stage.emit = _drop
    stage.begin()
    return stage


class Redirect(Stage):
    """A stage whose streams go elsewhere."""

    def __init__(self, inner: Stage, call: Invocation, apply: Apply) -> None:
        self.inner = inner
        self.call = call
        self.apply = apply
        self.places: Places | None = None

    def begin(self) -> None:
        """Lay the redirections on, then start."""
        if self.begun:
            return
        self.begun = True
        self.places = self.apply(self.call.frame, self.call.streams, self._pass)
        self.inner.emit = self.places.emit
        self.inner.begin()

    def _pass(self, value: Value) -> None:
        self.emit(value)

    def process(self, record: Value) -> None:
        """Pass a record on."""
        if not self.begun:
            self.begin()
        self.inner.process(record)

    def end(self) -> None:
        """End, then close the files."""
        self.inner.end()

    def close(self) -> None:
        """The pipeline is over."""
        self.inner.close()
        if self.places is not None:
            self.places.close()
