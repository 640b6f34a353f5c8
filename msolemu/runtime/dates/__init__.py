"""Dates and time spans as text: read with and without a format, and written."""
