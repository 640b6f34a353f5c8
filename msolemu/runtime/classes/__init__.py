"""Classes and enums that a script defines."""
