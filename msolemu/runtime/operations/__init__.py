"""What the operators do with values: arithmetic with its promotions, bits, comparison and order."""
