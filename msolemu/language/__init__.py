"""Text to syntax tree: PowerShell 7's grammar, whole. Knows no cmdlet and no value.

May import `foundation` only. The way in is `parser.parse(text, file)`, which gives a `Parsed`: the tree, the errors,
and whether more input would mend them. The way back is `printing.to_text(node)`.

Decisions:
- The tree has PowerShell's own node classes (`syntax`), so what its reference says of an Ast holds here.
- The parser drives the scanner: it asks for the next token in the mode that the grammar wants there (command,
  expression, type name, signature), and puts a token back to have it read again in another mode. So `-1` is a word
  after a command and a number after `=`.
- Recovery follows PowerShell: the same errors in the same order, with its ids, texts and extents. A broken text still
  gives a tree, with `ErrorStatement` and `ErrorExpression` where nothing better is known.
- After parsing, `checks` goes over the tree and tells what PowerShell's second pass tells. Types are not known here:
  a class that names one that does not exist is refused by `runtime.classes.unknown_types` before the text runs, a catch
  below one for its base class is not told. Signature blocks are comments like any other.
- The nodes are no dataclasses, though they behave as frozen ones: `syntax.base.NodeType` says why.
- Text is a `str` of UTF-16 code units (see `foundation.text`), so offsets are those that PowerShell reports.
"""
