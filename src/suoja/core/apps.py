from django.apps import AppConfig
from django.core.checks import register

from suoja.core.side import keys_that_lie_elsewhere


class CoreConfig(AppConfig):
    name = "suoja.core"

    def ready(self) -> None:
        register(keys_that_lie_elsewhere)
