"""Feeds the readers damaged and hostile files for as long as one likes: ``make fuzz SECONDS=600``."""
