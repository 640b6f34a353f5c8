"""Tokens, and the tables that say what a token's kind means to the grammar."""

from __future__ import annotations

from msolemu.foundation.dataclass import dataclass
from msolemu.foundation.enumeration import Enum

from .operators import AssignmentOperator, BinaryOperator, RedirectedStream, StringKind, UnaryOperator
from .syntax import Expression


class Kind(Enum):
    """What a token is. The value of punctuation is its spelling, that of a keyword the keyword."""

    END_OF_INPUT = "end of input"
    NEW_LINE = "new line"
    WORD = "word"  # a bare word of a command; may hold something to expand
    IDENTIFIER = "identifier"
    NUMBER = "number"
    VARIABLE = "variable"
    SPLATTED = "splatted variable"
    PARAMETER = "parameter"
    LABEL = "label"
    STRING = "string"  # constant or expandable, quoted or here
    OPERATOR = "operator"  # begins with a dash; its BinaryOperator or UnaryOperator is the value
    REDIRECTION = "redirection"
    INPUT_REDIRECTION = "<"
    UNKNOWN = "unknown"
    SEMICOLON = ";"
    COMMA = ","
    PIPE = "|"
    OR_OR = "||"
    AND_AND = "&&"
    AMPERSAND = "&"
    LEFT_PAREN = "("
    RIGHT_PAREN = ")"
    LEFT_BRACE = "{"
    RIGHT_BRACE = "}"
    LEFT_BRACKET = "["
    RIGHT_BRACKET = "]"
    AT_PAREN = "@("
    AT_BRACE = "@{"
    DOLLAR_PAREN = "$("
    DOT = "."
    DOT_DOT = ".."
    COLON = ":"
    COLON_COLON = "::"
    EXCLAIM = "!"
    PLUS = "+"
    MINUS = "-"
    MULTIPLY = "*"
    DIVIDE = "/"
    REMAINDER = "%"
    PLUS_PLUS = "++"
    MINUS_MINUS = "--"
    EQUALS = "="
    PLUS_EQUALS = "+="
    MINUS_EQUALS = "-="
    MULTIPLY_EQUALS = "*="
    DIVIDE_EQUALS = "/="
    REMAINDER_EQUALS = "%="
    COALESCE_EQUALS = "??="
    COALESCE = "??"
    QUESTION = "?"
    QUESTION_DOT = "?."
    QUESTION_BRACKET = "?["
    # keywords
    ASSEMBLY = "assembly"
    BASE = "base"
    BEGIN = "begin"
    BREAK = "break"
    CATCH = "catch"
    CLASS = "class"
    CLEAN = "clean"
    COMMAND = "command"
    CONFIGURATION = "configuration"
    CONTINUE = "continue"
    DATA = "data"
    DEFAULT = "default"
    DEFINE = "define"
    DO = "do"
    DYNAMIC_PARAM = "dynamicparam"
    ELSE = "else"
    ELSE_IF = "elseif"
    END = "end"
    ENUM = "enum"
    EXIT = "exit"
    FILTER = "filter"
    FINALLY = "finally"
    FOR = "for"
    FOREACH = "foreach"
    FROM = "from"
    FUNCTION = "function"
    HIDDEN = "hidden"
    IF = "if"
    IN = "in"
    INTERFACE = "interface"
    MODULE = "module"
    NAMESPACE = "namespace"
    PARALLEL = "parallel"
    PARAM = "param"
    PRIVATE = "private"
    PROCESS = "process"
    PUBLIC = "public"
    RETURN = "return"
    SEQUENCE = "sequence"
    STATIC = "static"
    SWITCH = "switch"
    THROW = "throw"
    TRAP = "trap"
    TRY = "try"
    TYPE = "type"
    UNTIL = "until"
    USING = "using"
    VAR = "var"
    WHILE = "while"
    WORKFLOW = "workflow"


@dataclass(slots=True, eq=False)
class Token:
    """A piece of the text from `start` up to `end`."""

    kind: Kind
    start: int
    end: int
    text: str


@dataclass(slots=True, eq=False)
class OperatorToken(Token):
    """An operator that begins with a dash; `binary` or `unary`, or both (`-split`, `-join`)."""

    binary: BinaryOperator | None
    unary: UnaryOperator | None


@dataclass(slots=True, eq=False)
class ValueToken(Token):
    """A number or variable: `node` is its expression."""

    node: Expression


@dataclass(slots=True, eq=False)
class NamedToken(Token):
    """A parameter (`-Name`, `-Name:`) or label (`:name`)."""

    name: str
    has_colon: bool = False


@dataclass(slots=True, eq=False)
class SubText:
    """`$( ... )` inside a string or word: its text, parsed when the string becomes a node.

    `base` is where it stands in the source; `skipped` are the places of quotes there that were written twice.
    """

    base: int
    text: str
    skipped: tuple[int, ...]


@dataclass(slots=True, eq=False)
class TextToken(Token):
    """A string or word. `parts` are literal pieces, variables and texts to parse; None when there is nothing to expand.

    `value` is the text with its escapes resolved and what expands left as it was written.
    """

    value: str
    string_kind: StringKind
    parts: list[str | Expression | SubText] | None


@dataclass(slots=True, eq=False)
class RedirectionToken(Token):
    """`2>`, `*>>` (then `target` is None) or `2>&1`."""

    stream: RedirectedStream
    append: bool
    target: RedirectedStream | None


KEYWORDS: dict[str, Kind] = {kind.value: kind for kind in list(Kind)[list(Kind).index(Kind.ASSEMBLY) :]}
KEYWORD_KINDS = frozenset(KEYWORDS.values())

BLOCK_NAMES = frozenset({Kind.BEGIN, Kind.PROCESS, Kind.END, Kind.CLEAN, Kind.DYNAMIC_PARAM})

# An attribute before one of these is an error or a call of something else.
TAKES_NO_ATTRIBUTE = frozenset(
    {
        *(Kind.BREAK, Kind.CONTINUE, Kind.DATA, Kind.DEFINE, Kind.DO, Kind.EXIT, Kind.FILTER, Kind.FOR, Kind.FOREACH),
        *(Kind.FROM, Kind.FUNCTION, Kind.IF, Kind.PARALLEL, Kind.RETURN, Kind.SEQUENCE, Kind.SWITCH, Kind.THROW),
        *(Kind.TRAP, Kind.TRY, Kind.USING, Kind.VAR, Kind.WHILE, Kind.WORKFLOW),
    }
)

# These read the same in every mode; a variable or number that ended in a command ends in an expression too.
MODE_INVARIANT = frozenset(
    {
        *(Kind.NEW_LINE, Kind.END_OF_INPUT, Kind.STRING, Kind.LEFT_PAREN, Kind.RIGHT_PAREN, Kind.LEFT_BRACE),
        *(Kind.RIGHT_BRACE, Kind.RIGHT_BRACKET, Kind.AT_PAREN, Kind.AT_BRACE, Kind.DOLLAR_PAREN, Kind.SEMICOLON),
        *(Kind.AND_AND, Kind.OR_OR, Kind.AMPERSAND, Kind.PIPE, Kind.COMMA, Kind.INPUT_REDIRECTION),
    }
)

ASSIGNMENTS: dict[Kind, AssignmentOperator] = {
    Kind.EQUALS: AssignmentOperator.ASSIGN,
    Kind.PLUS_EQUALS: AssignmentOperator.ADD,
    Kind.MINUS_EQUALS: AssignmentOperator.SUBTRACT,
    Kind.MULTIPLY_EQUALS: AssignmentOperator.MULTIPLY,
    Kind.DIVIDE_EQUALS: AssignmentOperator.DIVIDE,
    Kind.REMAINDER_EQUALS: AssignmentOperator.REMAINDER,
    Kind.COALESCE_EQUALS: AssignmentOperator.COALESCE,
}

SIGNS: dict[Kind, BinaryOperator] = {
    Kind.PLUS: BinaryOperator.ADD,
    Kind.MINUS: BinaryOperator.SUBTRACT,
    Kind.MULTIPLY: BinaryOperator.MULTIPLY,
    Kind.DIVIDE: BinaryOperator.DIVIDE,
    Kind.REMAINDER: BinaryOperator.REMAINDER,
    Kind.DOT_DOT: BinaryOperator.RANGE,
    Kind.COALESCE: BinaryOperator.COALESCE,
}

LOGICAL, BITWISE, COMPARISON, COALESCING, ADDITIVE, MULTIPLICATIVE, FORMATTING, RANGING = range(1, 9)

PRECEDENCE: dict[BinaryOperator, int] = dict.fromkeys(BinaryOperator, COMPARISON) | {
    BinaryOperator.AND: LOGICAL,
    BinaryOperator.OR: LOGICAL,
    BinaryOperator.XOR: LOGICAL,
    BinaryOperator.BAND: BITWISE,
    BinaryOperator.BOR: BITWISE,
    BinaryOperator.BXOR: BITWISE,
    BinaryOperator.COALESCE: COALESCING,
    BinaryOperator.ADD: ADDITIVE,
    BinaryOperator.SUBTRACT: ADDITIVE,
    BinaryOperator.MULTIPLY: MULTIPLICATIVE,
    BinaryOperator.DIVIDE: MULTIPLICATIVE,
    BinaryOperator.REMAINDER: MULTIPLICATIVE,
    BinaryOperator.FORMAT: FORMATTING,
    BinaryOperator.RANGE: RANGING,
}

UNARY_SIGNS: dict[Kind, UnaryOperator] = {
    Kind.EXCLAIM: UnaryOperator.NOT,
    Kind.PLUS: UnaryOperator.PLUS,
    Kind.MINUS: UnaryOperator.MINUS,
    Kind.PLUS_PLUS: UnaryOperator.PREFIX_INCREMENT,
    Kind.MINUS_MINUS: UnaryOperator.PREFIX_DECREMENT,
    Kind.COMMA: UnaryOperator.COMMA,
}


def _dash_operators() -> dict[str, tuple[BinaryOperator | None, UnaryOperator | None]]:
    """Every operator that begins with a dash, by its letters; `-eq` goes by `ieq` too."""
    unary = {operator.value[1:]: operator for operator in UnaryOperator if operator.value[0] == "-" != operator.value}
    table: dict[str, tuple[BinaryOperator | None, UnaryOperator | None]] = {}
    for operator in BinaryOperator:
        letters = operator.value[1:]
        if operator.value[0] == "-" and letters:
            table[letters] = operator, unary.get(letters)
            if operator.name[0] == "I" and operator.name not in ("IS", "IS_NOT"):
                table["i" + letters] = table[letters]
    table["not"] = None, UnaryOperator.NOT
    table["bnot"] = None, UnaryOperator.BNOT
    return table


DASH_OPERATORS = _dash_operators()
