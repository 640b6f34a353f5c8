"""Compiles the syntax tree, once, to Python closures, and knows every value a script can have.

May import `language`, `foundation` and `compat`. Commands are found through a protocol that `cmdlets` implements, so
that the language runs without any cmdlet. A node is dispatched once, by its class, when its script block is compiled;
what runs afterwards are closures over a `Frame`.
"""
