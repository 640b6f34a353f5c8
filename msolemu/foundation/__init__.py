"""Leaves that every other package may use: time, identifiers, names, text. The standard library only.

Lab time and random identifiers pass through the protocols here, so that tests and labs can hold them still; the lint
bans the host clock and `uuid4` everywhere else.
"""
