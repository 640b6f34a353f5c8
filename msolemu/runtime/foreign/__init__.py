"""What exists in the field and msolemu does not emulate: commands and types, each with the reason."""
