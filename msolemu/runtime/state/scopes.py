"""Variables: scopes, the rules that a variable may carry, and how a name is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from msolemu.foundation.dataclass import dataclass, field
from msolemu.runtime.errors.records import ErrorCategory, runtime_error

if TYPE_CHECKING:
    from msolemu.runtime.values.objects import Value

UNSET: Any = type("Unset", (), {"__repr__": lambda self: "UNSET", "__slots__": ()})()
"""What looking up a variable gives that is not there."""


@dataclass(slots=True)
class VariableRule:
    """What stays on a variable: conversions and validations of each new value, and options."""

    transforms: list[Callable[[Value], Value]] = field(default_factory=list)
    read_only: bool = False
    constant: bool = False
    private: bool = False
    description: str = ""


class Scope:
    """The variables, functions and aliases of one function call, script, module or of the session.

    `values` is keyed by lower-case names. Whoever reads a variable often reads `values` first.
    """

    __slots__ = (
        *("__weakref__", "aliases", "call", "functions", "is_script"),
        *("module", "parent", "rules", "spellings", "values"),
    )

    def __init__(self, parent: Scope | None = None, *, is_script: bool = False) -> None:
        self.values: dict[str, Value] = {}
        self.parent = parent
        self.rules: dict[str, VariableRule] | None = None
        self.spellings: dict[str, str] | None = None
        self.functions: dict[str, Any] | None = None
        self.aliases: dict[str, Any] | None = None
        self.is_script = is_script
        self.call: Any = None
        self.module: Any = parent.module if parent is not None else None

    @classmethod
    def outermost(cls) -> Scope:
        """The global scope of a session, in which everything may be defined."""
        scope = cls(is_script=True)
        scope.functions, scope.aliases = {}, {}
        return scope

    def chain(self) -> Iterator[Scope]:
        """This scope and its parents."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.parent

    @property
    def top(self) -> Scope:
        """The outermost scope: the global one."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    @property
    def script(self) -> Scope:
        """The scope that `$script:` means."""
        scope = self
        while scope.parent is not None and not scope.is_script:
            scope = scope.parent
        return scope

    def find(self, name: str) -> Value:
        """The value of a variable (lower-case name) visible here, or UNSET."""
        value = self.values.get(name, UNSET)
        if value is not UNSET:
            return value
        scope = self.parent
        while scope is not None:
            if name in scope.values and not (scope.rules and scope.is_private(name)):
                return scope.values[name]
            scope = scope.parent
        return UNSET

    def place(self, name: str) -> tuple[Scope, str]:
        """The scope and the plain name that a name means, which may begin with a qualifier: `script:x`."""
        qualifier, _, plain = name.rpartition(":")
        match qualifier.lower():
            case "global":
                return self.top, plain
            case "script":
                return self.script, plain
            case "local" | "private":
                return self, plain
        return self, name

    def holder(self, name: str) -> Scope | None:
        """The scope that holds the variable visible here."""
        for scope in self.chain():
            if name in scope.values and (scope is self or not scope.is_private(name)):
                return scope
        return None

    def is_private(self, name: str) -> bool:
        """Whether the variable is hidden from scopes below."""
        rule = self.rules.get(name) if self.rules else None
        return rule is not None and rule.private

    def rule(self, name: str) -> VariableRule | None:
        """The rule on a variable of this scope."""
        return self.rules.get(name) if self.rules else None

    def put_rule(self, name: str, rule: VariableRule | None) -> None:
        """Lay a rule on a variable, or take it away."""
        if rule is None:
            if self.rules:
                self.rules.pop(name, None)
            return
        if self.rules is None:
            self.rules = {}
        self.rules[name] = rule

    def assign(self, spelled: str, value: Value, *, force: bool = False) -> None:
        """Give a variable of this scope a value, as its rule allows."""
        name = spelled.lower()
        rule = self.rules.get(name) if self.rules else None
        if rule is not None:
            if rule.constant or (rule.read_only and not force):
                raise not_writable(spelled)
            for transform in rule.transforms:
                value = transform(value)
        if name not in self.values and spelled != name:
            if self.spellings is None:
                self.spellings = {}
            self.spellings[name] = spelled
        self.values[name] = value

    def remove(self, name: str) -> None:
        """Remove a variable of this scope."""
        self.values.pop(name, None)
        self.put_rule(name, None)

    def spelling(self, name: str) -> str:
        """How the variable was spelt when it was made."""
        return self.spellings.get(name, name) if self.spellings else name


def not_writable(name: str) -> Exception:
    """The error for an assignment to a read-only or constant variable."""
    return runtime_error(
        "VariableNotWritable",
        f"Cannot overwrite variable {name} because it is read-only or constant.",
        ErrorCategory.WRITE_ERROR,
        "System.Management.Automation.SessionStateUnauthorizedAccessException",
        target=name,
    )
