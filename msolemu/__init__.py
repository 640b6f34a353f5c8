"""An emulator of the MSOnline PowerShell module and of the hybrid identity around it.

The package holds nothing itself: `bootstrap` puts the parts together, `cli` is the way in.
"""
