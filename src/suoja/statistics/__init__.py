"""Facts in, protected tables out.

The rooms yield facts: rows without name, day or free text. A measure says what exactly is counted,
one definition a file; a dimension says by what. `tables.build` counts both into the tables of a
report and lets `disclosure` hide what would expose a person. `check` compares the result with what
the office printed in its own reports.
"""
