"""Amounts, measures and number words, for every family that counts."""
