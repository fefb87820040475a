"""Plain values of the program's field; imports the standard library only."""
