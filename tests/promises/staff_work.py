"""What those on duty do on the staff side, in a process of its own.

As a program, this module sorts what has arrived, answers each conversation that waits with the
words it is given (none: it answers nobody), and prints what was written by whom.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from sides import environment


def staff_work(home: Path, answer: str = "", **settings: str) -> list[list[str]]:
    """Return what each conversation says, after staff opened and answered it."""
    done = subprocess.run(
        [sys.executable, __file__, answer],
        env=environment(home, **settings),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    said: list[list[str]] = json.loads(done.stdout)
    return said


def _work(words: str) -> list[list[str]]:
    from datetime import UTC, datetime, timedelta  # noqa: PLC0415

    import cases  # noqa: PLC0415  (after the settings)
    from suoja.intake import actions  # noqa: PLC0415
    from suoja.intake.models import Conversation  # noqa: PLC0415

    on_duty = {"by": cases.aino(), "at": datetime.now(UTC)}
    actions.begin_duty(until=on_duty["at"] + timedelta(hours=1), **on_duty)
    waiting = actions.list_inbox(**on_duty)
    while len(more := actions.list_inbox(**on_duty)) > len(waiting):
        waiting = more
    for each in waiting if words else ():
        actions.open_conversation(each.number, **on_duty)
        actions.answer(each.number, words, **on_duty)
    return [
        [_words_of(json.loads(row.content)) for row in each.messages.in_order()]
        for each in Conversation.objects.all()
    ]


def _words_of(told: dict[str, str]) -> str:
    """Return what somebody wrote, in a letter or beside a wish to be called."""
    return told.get("message") or told.get("more", "")


if __name__ == "__main__":
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "suoja.settings"
    django.setup()
    sys.stdout.write(json.dumps(_work(sys.argv[1])))
