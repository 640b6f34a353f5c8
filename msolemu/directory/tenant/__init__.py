"""One tenant: its users, groups and contacts, whose names and addresses are unique across all three.

An export that wants a taken value is refused, or arrives without it while the value waits in quarantine; the hourly
sweep gives back what has become free.
"""
