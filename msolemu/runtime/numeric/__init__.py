"""Numbers: what they are read from, how they are written, and the standard and custom formats of .NET."""
