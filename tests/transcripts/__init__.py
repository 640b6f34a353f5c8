"""What a user types and sees: every transcript here is run and its screen compared."""
