"""The rules of both directories: the tenant's in `tenant`, the forest's in `forest`.

Imports foundation and compat. Everything here is a rule over plain dataclasses: no I/O, no clock of its own. Documents
are frozen; a change puts a new one in place of the old, through the collections of one unit of work (`unit_of_work`),
which keep the indexes (`collection`). What goes wrong is a class with fields and no prose; modules word it.
"""
