"""Text: its operators, regular expressions, wildcards, composite formats, the order of words, cultures, encodings."""
