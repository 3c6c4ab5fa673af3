"""Fails when a text does not fit a screen: screen.py FILE LINES COLUMNS"""
import sys

text, most_lines, most_columns = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open(text, encoding="utf-8") as file:
    lines = file.read().splitlines()
wide = [line for line in lines if len(line) > most_columns]
if wide or len(lines) > most_lines:
    sys.exit(f"{len(lines)} lines of at most {most_lines}; wider than {most_columns} columns: {wide}")
