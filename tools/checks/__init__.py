"""The checks that tools/check.py runs, one module for each kind."""
