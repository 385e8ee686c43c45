import secrets

from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand

from record.models import Editor


class Command(BaseCommand):
    help = "Make an editor and a reviewer with random passwords, printed once; nothing where somebody can sign in already."

    def handle(self, **options):
        if Editor.objects.exists():
            return
        for username, group in (("editor", Editor.EDITORS), ("reviewer", Editor.REVIEWERS)):
            password = secrets.token_urlsafe(15)
            editor = Editor.objects.create_user(username, password=password, is_staff=True)
            editor.groups.add(Group.objects.get_or_create(name=group)[0])
            self.stdout.write(f"  {username:<9} password: {password}")
        self.stdout.write("These passwords are shown once and kept nowhere.")
