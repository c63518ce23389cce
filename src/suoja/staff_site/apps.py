from django.apps import AppConfig


class StaffSiteConfig(AppConfig):
    name = "suoja.staff_site"
