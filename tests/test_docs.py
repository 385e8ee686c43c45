"""The documentation keeps up with the code."""

from io import StringIO

from django.conf import settings
from django.core.management import call_command


def test_the_page_for_reusers_is_what_the_collections_say():
    out = StringIO()
    call_command("describe_data", stdout=out)
    assert (settings.BASE_DIR / "docs/reusers.md").read_text().strip() == out.getvalue().strip()


def test_the_readme_names_the_two_commands():
    readme = (settings.BASE_DIR / "README.md").read_text()
    for command in ("make run", "make test"):
        assert command in readme
    makefile = (settings.BASE_DIR / "Makefile").read_text()
    assert "\nrun:" in makefile
    assert "\ntest:" in makefile


def test_every_document_that_is_linked_exists():
    for page in [settings.BASE_DIR / "README.md", *(settings.BASE_DIR / "docs").rglob("*.md")]:
        for target in [part.split(")")[0] for part in page.read_text().split("](")[1:]]:
            if "://" not in target and not target.startswith("#"):
                assert (page.parent / target.split("#")[0]).exists(), (page.name, target)
