"""The commands that a session knows: aliases, functions and cmdlets, by name or wildcard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from msolemu.foundation.spelling import distance
from msolemu.modules.core.importing import prefixed
from msolemu.runtime.reflection.command_types import Alias, CommandTypes
from msolemu.runtime.state.aliases import visible_aliases
from msolemu.runtime.state.functions import visible_functions
from msolemu.runtime.text.wildcard import WildcardPattern, has_wildcards

if TYPE_CHECKING:
    from msolemu.cmdlets.discovery import Discovery
    from msolemu.runtime.state.modules import ScriptModule
    from msolemu.runtime.state.session import Session

ORDER = (CommandTypes.Alias, CommandTypes.Function, CommandTypes.Filter, CommandTypes.Cmdlet)


class Lookup:
    """Finds commands as `Get-Command` and `Get-Help` do."""

    def __init__(self, session: Session, discovery: Discovery) -> None:
        self.session = session
        self.discovery = discovery

    def named(self, name: str) -> Iterator[Any]:
        """Every command of that name, the one that a script would call first."""
        qualifier, _, plain = name.rpartition("\\")
        target = None if qualifier else self.session.find_alias(plain)
        if target is not None:
            yield self._alias(plain, target)
        function = self.session.find_function(plain)
        if function is not None and (not qualifier or _module_of(function) == qualifier.lower()):
            yield function
        found = self.session.resolver.find(name)
        if found is not None:
            yield found

    def matching(self, pattern: str) -> Iterator[Any]:
        """Every command whose name matches: aliases, functions, cmdlets, each kind by name."""
        wanted = WildcardPattern(pattern)
        return (one for one in self.every() if wanted.matches(one.name))

    def like(self, name: str, furthest: int) -> list[Any]:
        """The commands whose names are not further from it than so many letters, the nearest first."""
        near = ((distance(one.name, name), one) for one in self.every())
        return [one for _, one in sorted((pair for pair in near if pair[0] <= furthest), key=itemgetter(0))]

    def abbreviated(self, name: str) -> Iterator[Any]:
        """The commands of which it is the capital letters and dashes: `i-psdf` for `Import-PowerShellDataFile`."""
        return (one for one in self.every() if abbreviation(one.name).lower() == name.lower())

    def every(self) -> Iterator[Any]:
        """Everything that can be called by name."""
        aliases, functions = self._tables()
        yield from (self._alias(name, target) for name, target in sorted(aliases.items()))
        yield from (functions[name] for name in sorted(functions))
        yield from self.discovery.every()

    def beginning_with(self, text: str) -> Iterator[Any]:
        """Everything whose name begins so; of the cmdlets only files that can declare one are read."""
        _, dash, noun = text.lower().partition("-")
        aliases, functions = self._tables()
        known = [*(self._alias(name, target) for name, target in aliases.items()), *functions.values()]
        cmdlets = self.discovery.with_nouns(lambda one: not dash or one.lower().startswith(noun))
        begun = (one for one in (*known, *cmdlets) if one.name.lower().startswith(text.lower()))
        return iter(sorted(begun, key=lambda one: one.name.lower()))

    def module_names(self) -> list[str]:
        """The modules that there are, loaded or not."""
        names = {one.name for one in (*self.discovery.modules, *self.session.modules.values())}
        return sorted(names, key=str.lower)

    def of_modules(self, patterns: Sequence[str]) -> Iterator[Any]:
        """The commands that modules of these names export."""
        wanted = [WildcardPattern(pattern) for pattern in patterns]
        for module in self.discovery.modules:
            if any(one.matches(module.name) for one in wanted):
                yield from self.discovery.of_module(module)
        for module in self.session.modules.values():
            if module.emulated is None and any(one.matches(module.name) for one in wanted):
                yield from self._of_script_module(module)

    def _of_script_module(self, module: ScriptModule) -> Iterator[Any]:
        """The functions that a module exports, under the names that importing it has given; aliases are asked for."""
        functions = module.functions()
        for name in sorted(functions):
            called = self.session.find_function(prefixed(name, module.prefix))
            yield called if called is not None and called.module is module else functions[name]

    def by_words(self, verbs: Sequence[str], nouns: Sequence[str]) -> Iterator[Any]:
        """The functions and cmdlets whose verbs and nouns match."""
        verb_patterns = [WildcardPattern(verb) for verb in verbs or ("*",)]
        noun_patterns = [WildcardPattern(noun) for noun in nouns or ("*",)]
        for one in self.every():
            verb, dash, noun = one.name.partition("-")
            if isinstance(one, Alias) or not dash:
                continue
            if any(p.matches(verb) for p in verb_patterns) and any(p.matches(noun) for p in noun_patterns):
                yield one

    def _alias(self, name: str, target: str) -> Alias:
        return Alias(self.session, name, target)

    def _tables(self) -> tuple[dict[str, str], dict[str, Any]]:
        return visible_aliases(self.session.frame.scope), visible_functions(self.session)


def _module_of(command: Any) -> str:
    module = getattr(command, "module", None)
    return "" if module is None else module.name.lower()


def of_type(commands: Iterable[Any], kind: CommandTypes | None) -> Iterator[Any]:
    """Those of some kinds; filters count as functions."""
    wanted = (kind or CommandTypes.All).value
    if wanted & CommandTypes.Function.value:
        wanted |= CommandTypes.Filter.value
    for one in commands:
        if wanted & CommandTypes[one.command_type.value].value:
            yield one


def abbreviation(name: str) -> str:
    """The capital letters and dashes of a name."""
    return "".join(letter for letter in name if letter.isupper() or letter == "-")


def is_pattern(name: str) -> bool:
    """Whether the name has wildcards in it."""
    return has_wildcards(name)
