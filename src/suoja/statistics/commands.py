"""The commands of statistics."""

from suoja.statistics.disclose.command import COMMANDS as DISCLOSE

COMMANDS = (*DISCLOSE,)
