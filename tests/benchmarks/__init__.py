"""Eight programs with PowerShell's times; `python -m tests.benchmarks.ratios` sets msolemu's against them."""
