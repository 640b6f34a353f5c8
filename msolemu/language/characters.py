"""Which characters mean what, and the expressions that read runs of them."""

from __future__ import annotations

from msolemu.foundation.pattern import pattern

SINGLE_QUOTES = "'\u2018\u2019\u201a\u201b"
DOUBLE_QUOTES = '"\u201c\u201d\u201e'
DASHES = "-\u2013\u2014\u2015"
BLANKS = " \t\v\f\x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
# What ends a bare word, whatever stands before it.
WORD_ENDS = "{}();,|&\r\n\0" + BLANKS
# What may follow a number in an expression without a blank between.
AFTER_NUMBER = "!%*+-–—―./<=>]#"

# Blanks are Python's but for four control characters, which makes these quicker to compile than by the list.
BLANK_RUN = pattern(r"[^\S\r\n\x1c-\x1f]+")
LINES = pattern(r"[^\S\x1c-\x1f]*")
LINES_AND_SEMICOLONS = pattern(r"[^\S\x1c-\x1f]*(?:;[^\S\x1c-\x1f]*)*")
LINE_REST = pattern(r"[^\r\n]*")
IDENTIFIER = pattern(r"[^\W\d]\w*")
WORD_RUN = pattern(f"[^{WORD_ENDS}`${SINGLE_QUOTES}{DOUBLE_QUOTES}]+")
# A word without anything special that ends where a bare word must end.
PLAIN_WORD = pattern(f"[^{WORD_ENDS}`${SINGLE_QUOTES}{DOUBLE_QUOTES}]+(?=[{WORD_ENDS}])")
PARAMETER_RUN = pattern(rf"[^{{}}();,|&.\[\r\n\0:{BLANKS}{SINGLE_QUOTES}{DOUBLE_QUOTES}]*")
TYPE_NAME_RUN = pattern(r"[\w.`+#\\]+")
ASSEMBLY_RUN = pattern(rf"[^,=\]\r\n\0{BLANKS}]*")
VARIABLE_PATH = pattern(r"(?:[\w?]|:(?!:))*")
SINGLE_QUOTED_RUN = pattern(f"[^{SINGLE_QUOTES}]+")
DOUBLE_QUOTED_RUN = pattern(f"[^{DOUBLE_QUOTES}`$]+")
BRACED_RUN = pattern(f"[^{{}}`{DOUBLE_QUOTES}]+")
VARIABLE_START = pattern(r"[\w$?^:]")
LINE_BREAK = pattern(r"\r\n?|\n")
HERE_RUN = pattern(r"[^\r\n`$]+")
