"""The window: Qt, and nothing that could not be done without one."""
