"""Print, as JSON, what `benchmarks.measure` finds: a process of its own for each caseload."""

import json
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    print(json.dumps(import_module("benchmarks.measure").costs()))
