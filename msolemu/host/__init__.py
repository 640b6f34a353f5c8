"""Runs text as PowerShell would, and shows what comes of it.

`runspace` puts a session to work and gives an outcome; `error_view` is the only place that renders an error record;
`host` says what a console must offer, `capture` is one that records. May import `cmdlets`, `formatting`, `runtime`,
`language`, `foundation`, `compat`. An unexpected Python exception is caught here, once, and shown as one line.
"""
