"""Whether two places speak of the same thing."""
