"""Days, spans and dates as the words give them, for the calendar and for ages."""
