"""Which characters mean what, and the expressions that read runs of them."""

from __future__ import annotations

import re

SINGLE_QUOTES = "'\u2018\u2019\u201a\u201b"
DOUBLE_QUOTES = '"\u201c\u201d\u201e'
DASHES = "-\u2013\u2014\u2015"
BLANKS = " \t\v\f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# What ends a bare word, whatever stands before it.
WORD_ENDS = r"{}();,|&\r\n\0" + BLANKS

BLANK_RUN = re.compile(f"[{BLANKS}]+")
LINES = re.compile(f"[{BLANKS}\r\n]*")
LINES_AND_SEMICOLONS = re.compile(f"[{BLANKS}\r\n;]*")
LINE_REST = re.compile(r"[^\r\n]*")
IDENTIFIER = re.compile(r"[^\W\d]\w*")
WORD_END = re.compile(f"[{WORD_ENDS}]")
WORD_RUN = re.compile(f"[^{WORD_ENDS}`${SINGLE_QUOTES}{DOUBLE_QUOTES}]+")
# A word without anything special that ends where a bare word must end.
PLAIN_WORD = re.compile(f"[^{WORD_ENDS}`${SINGLE_QUOTES}{DOUBLE_QUOTES}]+(?=[{WORD_ENDS}])")
PARAMETER_RUN = re.compile(rf"[^{{}}();,|&.\[\r\n\0:{BLANKS}{SINGLE_QUOTES}{DOUBLE_QUOTES}]*")
TYPE_NAME_RUN = re.compile(r"[\w.`+#\\]+")
ASSEMBLY_RUN = re.compile(rf"[^,=\]\r\n\0{BLANKS}]*")
VARIABLE_PATH = re.compile(r"(?:[\w?]|:(?!:))*")
SINGLE_QUOTED_RUN = re.compile(f"[^{SINGLE_QUOTES}]+")
DOUBLE_QUOTED_RUN = re.compile(f"[^{DOUBLE_QUOTES}`$]+")
BRACED_RUN = re.compile(f"[^{{}}`{DOUBLE_QUOTES}]+")
# What may follow a number in an expression without a blank between.
AFTER_NUMBER = r"!%*+\-–—―./<=>\]#"

VARIABLE_START = re.compile(r"[\w$?^:]")
LINE_BREAK = re.compile(r"\r\n?|\n")
HERE_RUN = re.compile(r"[^\r\n`$]+")
