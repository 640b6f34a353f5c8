"""The way in: the command line, the plain shell, the console that output goes to.

May import `bootstrap`, `host`, `reports`, `compat`, `foundation`, and alone in the house click. A command parses what
was typed, asks the emulator that `bootstrap` built, and draws; no rule lives here. Start-up time is a feature: each
command's file is imported when it is used, and the plainest lines are read without click (`plain.py`). The exit code
is decided in one place, `main.py`.
"""
