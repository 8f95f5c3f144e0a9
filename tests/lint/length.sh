#!/bin/sh
# How long files, functions and lines are: see length.awk.
find common tools tests -name '*.[ch]' | sort | xargs awk -f tests/lint/length.awk
