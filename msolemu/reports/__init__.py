"""Reports as data, and how they are drawn.

Imports sync, directory and foundation. A report is built from results by a function of its own file; `text` and later
drawings know nothing of its subject.
"""
