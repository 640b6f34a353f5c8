"""Formatting: values in, lines out, as PowerShell 7 lays them out.

Two halves, as in PowerShell itself. `choice.py` turns values into format objects (what `Format-Table` emits: start,
group, entry, end) by the view it picks: a property list given by the user, the view of the nearest type name, else a
table of up to four properties, else a list. `screen.py` turns format objects into lines of a given width. Both stream:
nothing waits longer than the group whose column widths it needs. The rest are the parts: `cells.py` measures and breaks
text, `columns.py` fits widths, `table.py`, `list.py`, `wide.py` and `custom.py` draw, `display.py` says what a value
looks like in a cell; `views.py` says which properties of a type are shown, and `view_files.py` reads the views that
modules bring along.

Decision: the halves speak through format objects and nothing else, because scripts see these objects too (they store
the output of `Format-Table`, send it through `Out-String`, count it).

May import runtime and foundation. What it needs of a session (running a calculated property, the enumeration limit)
comes in a `FormatContext`; how an error record looks is a view that the host adds.
"""
