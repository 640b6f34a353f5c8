"""Files, folders and locations as a session sees them."""
