from django.apps import AppConfig


class PublicSiteConfig(AppConfig):
    name = "suoja.public_site"
