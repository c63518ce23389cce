"""A command of the terminal, as a room offers it in its `commands.py`."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One word after `suoja`.

    `help` is a sentence and then an example: "Print a report. Example: suoja report 2020".
    `run` returns 0 done, 1 something is wrong or differs; a refusal is raised.
    """

    name: str
    help: str
    add_arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]

    @property
    def summary(self) -> str:
        return self.help.partition("Example:")[0].strip()

    @property
    def example(self) -> str:
        return self.help.partition("Example:")[2].strip()


def no_arguments(parser: ArgumentParser) -> None:
    """Add nothing: the command is asked by its name alone."""
