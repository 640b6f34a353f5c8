"""What a new workspace can be filled with: seeds by name, as data.

Imports what `directory` imports. Every workspace begins with what `directory.seed` makes; a seed adds to it. A seed is
a module here with a function `fill(state, now, ids)`, its data beside it as JSON, and a line in `catalogue`. The ids
that it is given begin at one number and dates come from `now`, so that the same seed gives the same workspace.
"""
