from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "suoja.intake"
