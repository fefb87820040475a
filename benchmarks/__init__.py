"""Measures the program against the bare libraries it is built on; ``python -m benchmarks`` writes docs/benchmarks.md."""
