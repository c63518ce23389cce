"""`suoja duty-key`, `suoja forget` and `suoja notify`."""

from suoja.intake.commands.duty_key import DUTY_KEY
from suoja.intake.commands.forget import FORGET
from suoja.intake.commands.notify import NOTIFY

COMMANDS = (DUTY_KEY, FORGET, NOTIFY)
