"""From a draft's blocks to its claims; the only package that imports spaCy."""
