"""Calls: commands and pipelines, functions and script blocks, their parameters, and where their streams go."""
