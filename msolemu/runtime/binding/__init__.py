"""Binds arguments and pipeline records to parameters, for cmdlets and for functions of the language alike.

Stands in `runtime` because both need it: `cmdlets` makes `CommandMetadata` from a declaration, the evaluator from a
`param` block. The order of binding is PowerShell's: named, positional, remaining; then for each record by value, by
property name, by value converted, by property name converted.
"""
