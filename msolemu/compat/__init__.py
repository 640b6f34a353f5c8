"""Known issues: documented defects of the real service, reproduced on purpose, each behind a switch.

Imports foundation. `known_issue` has the type and the set switched on, `catalogue` all issues and profiles.
The code that differs asks once, `issues.keep(SORT_IGNORED)`, with both behaviours side by side.
"""
