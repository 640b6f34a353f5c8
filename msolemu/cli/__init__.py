"""The way in: click options and commands, the plain shell, the console that output goes to.

May import `bootstrap`, `host`, `reports`, `compat`, `foundation`, and alone in the house click. A command parses what
was typed, asks the emulator that `bootstrap` built, and draws; no rule lives here. Each command's file is imported
when the command is used, because start-up time is a feature. The exit code is decided in one place, `main.py`.
"""
