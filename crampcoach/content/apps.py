"""How Django starts this app, and the admin with a one-time token for those who have one."""

from django.apps import AppConfig
from django.contrib.admin import apps as admin_apps


class ContentConfig(AppConfig):
    name = "crampcoach.content"
    verbose_name = "CrampCoach content"
    default = True


class ContentAdminConfig(admin_apps.AdminConfig):
    """Stands in INSTALLED_APPS in place of django.contrib.admin."""

    default_site = "crampcoach.content.admin_site.ContentAdminSite"
    default = False
