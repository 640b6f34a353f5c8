"""Error records, the exceptions that carry them, their texts, and the places in a script that they name."""
