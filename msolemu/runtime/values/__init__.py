"""The values of a script and their members: objects, properties, methods and their overloads, enumerations."""
