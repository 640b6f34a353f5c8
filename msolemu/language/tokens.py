"""Tokens, and the tables that say what a token's kind means to the grammar."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from .operators import AssignmentOperator, BinaryOperator, RedirectedStream, StringKind, UnaryOperator
from .syntax import Expression


class Kind(enum.Enum):
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
    BEGIN = "begin"
    BREAK = "break"
    CATCH = "catch"
    CLASS = "class"
    CLEAN = "clean"
    CONFIGURATION = "configuration"
    CONTINUE = "continue"
    DATA = "data"
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
    PARAM = "param"
    PROCESS = "process"
    RETURN = "return"
    STATIC = "static"
    SWITCH = "switch"
    THROW = "throw"
    TRAP = "trap"
    TRY = "try"
    UNTIL = "until"
    USING = "using"
    VAR = "var"
    WHILE = "while"


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

    `offsets` maps each unit of the text to where it stands in the source, as quotes inside may have been written twice.
    """

    start: int
    end: int
    text: str
    offsets: list[int] | None


@dataclass(slots=True, eq=False)
class TextToken(Token):
    """A string or word. `parts` are literal pieces, variables and texts to parse; None when there is nothing to expand."""

    value: str
    string_kind: StringKind
    parts: list[str | Expression | SubText] | None


@dataclass(slots=True, eq=False)
class RedirectionToken(Token):
    """`2>`, `*>>` (then `target` is None) or `2>&1`."""

    stream: RedirectedStream
    append: bool
    target: RedirectedStream | None


KEYWORDS: dict[str, Kind] = {
    kind.value: kind
    for kind in (
        *(Kind.BEGIN, Kind.BREAK, Kind.CATCH, Kind.CLASS, Kind.CLEAN, Kind.CONFIGURATION, Kind.CONTINUE, Kind.DATA),
        *(Kind.DEFINE, Kind.DO, Kind.DYNAMIC_PARAM, Kind.ELSE, Kind.ELSE_IF, Kind.END, Kind.ENUM, Kind.EXIT),
        *(Kind.FILTER, Kind.FINALLY, Kind.FOR, Kind.FOREACH, Kind.FROM, Kind.FUNCTION, Kind.HIDDEN, Kind.IF, Kind.IN),
        *(Kind.PARAM, Kind.PROCESS, Kind.RETURN, Kind.STATIC, Kind.SWITCH, Kind.THROW, Kind.TRAP, Kind.TRY),
        *(Kind.UNTIL, Kind.USING, Kind.VAR, Kind.WHILE),
    )
}

BLOCK_NAMES = frozenset({Kind.BEGIN, Kind.PROCESS, Kind.END, Kind.CLEAN, Kind.DYNAMIC_PARAM})

# An attribute before one of these is an error or a call of something else.
TAKES_NO_ATTRIBUTE = BLOCK_NAMES | {
    *(Kind.BREAK, Kind.CONTINUE, Kind.DATA, Kind.DO, Kind.EXIT, Kind.FILTER, Kind.FOR, Kind.FOREACH, Kind.FUNCTION),
    *(Kind.IF, Kind.RETURN, Kind.SWITCH, Kind.THROW, Kind.TRAP, Kind.TRY, Kind.WHILE, Kind.USING),
}

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
