"""What docs/operators.md promises about settings and services, held against the files that decide."""

import re
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
GUIDE = (CHECKOUT / "docs/operators.md").read_text()
COMPOSE = (CHECKOUT / "docker-compose.yml").read_text()


def documented(word):
    return f"`{word}`" in GUIDE


@pytest.mark.parametrize("name", sorted(set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', (CHECKOUT / "icctracker/settings.py").read_text()))))
def test_every_setting_read_from_the_environment_is_documented(name):
    assert documented(name)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"\$\{([A-Z_]+)", COMPOSE))))
def test_every_variable_of_the_compose_file_is_documented(name):
    assert documented(name)


@pytest.mark.parametrize("name", ["SECRET_KEY", "POSTGRES_PASSWORD"])
def test_no_secret_has_a_default(name):
    assert set(re.findall(rf"\$\{{{name}(.*?)\}}", COMPOSE)) == {f":?set {name}"}
    assert re.search(rf"^{name}=$", (CHECKOUT / ".env.example").read_text(), re.MULTILINE)


def test_every_service_is_described():
    services = re.findall(r"^  ([a-z]+):$", COMPOSE.partition("\nservices:")[2].partition("\nvolumes:")[0], re.MULTILINE)
    assert len(services) == 6
    assert all(documented(service) for service in services)
