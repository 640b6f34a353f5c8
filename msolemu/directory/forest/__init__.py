"""The on-premises directory: entries under distinguished names, with change numbers that synchronization reads."""
