"""Protect the tables of any CSV: `suoja disclose SPEC.toml -o DIR`. Plain Python.

A spec names the data, its variables and the tables that are wanted (`spec`, `reading`). The rows
are grouped (`rows`, `data`) and every variable gets its hierarchy (`hierarchy`). All tables, and
what earlier files told already (`earlier`, `knowledge`), become one scheme of cells (`problem`),
which `disclosure` protects and proves (`protecting`). What may be told is written apart from what
must stay inside (`writing`, `report`), and a folder appears whole or not at all (`folder`).
"""
