"""Compiles the syntax tree, once, to Python closures, and knows every value a script can have.

May import `language`, `foundation` and `compat`. Commands are found through a protocol that `cmdlets` implements, so
that the language runs without any cmdlet. A node is dispatched once, by its class, when its script block is compiled;
what runs afterwards are closures over a `Frame`.

The packages are subjects: `compiling` makes closures of nodes, `invoking` calls commands with what `binding` bound,
`classes` are those of scripts; `values` are what scripts hold, `types` what .NET says of them, `casting` turns one into
another, `operations` is arithmetic and order, `numeric`, `dates` and `text` read and write; `state` is the session,
`errors` what goes wrong, `reflection` what a script sees of all this, `filesystem` where it stands, and `foreign` what
is known and not emulated. They have no order among them: a value that calls a script block needs the evaluator, and the
evaluator needs values; where two need each other, the rarer need imports when it arises.
"""
