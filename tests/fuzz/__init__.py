"""Mutated scripts: nothing that a script says may lead to an error of the emulator's own."""
