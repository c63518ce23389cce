"""What is written when a page breaks: where, and never with which values."""

import logging
import traceback


class WithoutValues(logging.Formatter):
    """The kind of error and the places it came through; messages may name a person."""

    def format(self, record: logging.LogRecord) -> str:
        kind, _, trace = record.exc_info or (None, None, None)
        if kind is None:
            return f"{record.levelname} in {record.name}"
        places = [
            f"  {frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(trace)
        ]
        return "\n".join([f"{record.levelname} {kind.__module__}.{kind.__qualname__}", *places])
