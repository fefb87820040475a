"""The article held against itself: what cannot be right from its text alone, by rules over dates, figures, names and claims."""
