"""News articles annotated with every claim in them: stand-off, by offsets; the texts stay in the shared data."""
