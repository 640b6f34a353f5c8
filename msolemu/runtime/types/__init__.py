"""The .NET types that a script may name, each declared as data in one place.

`catalogue` lists the types: name, accelerators, base, and the file with their members, written with `declaring`. That
file is imported when a member is first asked for, because start-up time is a feature. `registry` finds types, by name
or by value. A type that is not listed does not exist for a script: PowerShell's own `TypeNotFound`.
"""
