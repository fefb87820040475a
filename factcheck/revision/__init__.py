"""What became of every claim when its author sent a new draft."""
