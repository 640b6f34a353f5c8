"""What a cmdlet is: its declaration, how it is found, called and explained.

May import `runtime`, `language`, `foundation` and `compat`. Knows no single cmdlet: modules declare theirs against
`declaration`, and `Discovery` imports the file of a noun when one of its names is first used.
"""
