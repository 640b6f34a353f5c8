"""One table of conversions: what casts, parameters and operators turn values into, and values as text and truth."""
