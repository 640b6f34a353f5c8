"""What a session remembers: scopes, frames, streams, automatic variables, modules."""
