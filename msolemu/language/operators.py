"""The closed lists that nodes carry: operators, kinds of strings, numbers, blocks, types, redirected streams.

The value of an operator is its spelling; `-eq` and `-ieq` are the same operator and print as `-eq`.
"""

from __future__ import annotations

import enum

from msolemu.foundation.enumeration import Enum


class BinaryOperator(Enum):
    """An operator between two expressions. Names with I ignore case, names with C heed it."""

    AND = "-and"
    OR = "-or"
    XOR = "-xor"
    BAND = "-band"
    BOR = "-bor"
    BXOR = "-bxor"
    SHL = "-shl"
    SHR = "-shr"
    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"
    REMAINDER = "%"
    RANGE = ".."
    FORMAT = "-f"
    COALESCE = "??"
    JOIN = "-join"
    IS = "-is"
    IS_NOT = "-isnot"
    AS = "-as"
    IEQ = "-eq"
    INE = "-ne"
    IGE = "-ge"
    IGT = "-gt"
    ILT = "-lt"
    ILE = "-le"
    ILIKE = "-like"
    INOTLIKE = "-notlike"
    IMATCH = "-match"
    INOTMATCH = "-notmatch"
    IREPLACE = "-replace"
    ICONTAINS = "-contains"
    INOTCONTAINS = "-notcontains"
    IIN = "-in"
    INOTIN = "-notin"
    ISPLIT = "-split"
    CEQ = "-ceq"
    CNE = "-cne"
    CGE = "-cge"
    CGT = "-cgt"
    CLT = "-clt"
    CLE = "-cle"
    CLIKE = "-clike"
    CNOTLIKE = "-cnotlike"
    CMATCH = "-cmatch"
    CNOTMATCH = "-cnotmatch"
    CREPLACE = "-creplace"
    CCONTAINS = "-ccontains"
    CNOTCONTAINS = "-cnotcontains"
    CIN = "-cin"
    CNOTIN = "-cnotin"
    CSPLIT = "-csplit"


class UnaryOperator(Enum):
    """An operator on one expression."""

    NOT = "-not"
    BNOT = "-bnot"
    PLUS = "+"
    MINUS = "-"
    COMMA = ","
    ISPLIT = "-split"
    CSPLIT = "-csplit"
    JOIN = "-join"
    PREFIX_INCREMENT = "++x"
    PREFIX_DECREMENT = "--x"
    POSTFIX_INCREMENT = "x++"
    POSTFIX_DECREMENT = "x--"


class AssignmentOperator(Enum):
    """`=` and the operators that compute before they assign."""

    ASSIGN = "="
    ADD = "+="
    SUBTRACT = "-="
    MULTIPLY = "*="
    DIVIDE = "/="
    REMAINDER = "%="
    COALESCE = "??="


class InvocationOperator(Enum):
    """How a command is called: by its name alone, `&` or `.`."""

    NONE = ""
    CALL = "&"
    DOT = "."


class ChainOperator(Enum):
    """What joins two pipelines."""

    AND = "&&"
    OR = "||"


class StringKind(Enum):
    """How a string was written."""

    BAREWORD = "bareword"
    SINGLE_QUOTED = "'"
    DOUBLE_QUOTED = '"'
    SINGLE_QUOTED_HERE = "@'"
    DOUBLE_QUOTED_HERE = '@"'


class NumberKind(Enum):
    """The .NET type of a number as it was written."""

    INT32 = "System.Int32"
    INT64 = "System.Int64"
    UINT32 = "System.UInt32"
    UINT64 = "System.UInt64"
    INT16 = "System.Int16"
    UINT16 = "System.UInt16"
    SBYTE = "System.SByte"
    BYTE = "System.Byte"
    DECIMAL = "System.Decimal"
    DOUBLE = "System.Double"
    BIGINTEGER = "System.Numerics.BigInteger"


class VariableScope(Enum):
    """The qualifier of a variable. DRIVE is any other one (`$env:`, `$function:`); its name stands beside."""

    NONE = ""
    GLOBAL = "global"
    LOCAL = "local"
    SCRIPT = "script"
    PRIVATE = "private"
    WORKFLOW = "workflow"
    USING = "using"
    DRIVE = "drive"


class BlockKind(Enum):
    """The parts of a script block's body."""

    DYNAMIC_PARAM = "dynamicparam"
    BEGIN = "begin"
    PROCESS = "process"
    END = "end"
    CLEAN = "clean"


class TypeKind(Enum):
    """What a type definition defines."""

    CLASS = "class"
    ENUM = "enum"
    INTERFACE = "interface"


class UsingKind(Enum):
    """What a using statement names."""

    ASSEMBLY = "assembly"
    COMMAND = "command"
    MODULE = "module"
    NAMESPACE = "namespace"
    TYPE = "type"


class Modifiers(enum.Flag):
    """What stands before a member of a class."""

    NONE = 0
    STATIC = enum.auto()
    HIDDEN = enum.auto()


class SwitchFlags(enum.Flag):
    """The parameters of a switch statement."""

    NONE = 0
    FILE = enum.auto()
    REGEX = enum.auto()
    WILDCARD = enum.auto()
    EXACT = enum.auto()
    CASE_SENSITIVE = enum.auto()
    PARALLEL = enum.auto()


class RedirectedStream(enum.IntEnum):
    """A stream by its number; ALL is `*`."""

    ALL = 0
    OUTPUT = 1
    ERROR = 2
    WARNING = 3
    VERBOSE = 4
    DEBUG = 5
    INFORMATION = 6
