"""What a new workspace can be filled with: seeds by name, as data.

Imports what `directory` imports. Every workspace begins with what `directory.seed` makes; a seed adds to it. A seed is a
module here with a function `fill(state, now, ids)`, the data beside it as JSON, and a line in `catalogue`. A seed draws
ids from the number of its catalogue entry and dates from `now`, so that the same seed gives the same workspace.
"""
