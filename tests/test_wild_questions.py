"""Whatever is asked of a list or of `/bound/`, the answer is rows or a named refusal, never a crash."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from record.collection import lists

NAMES = sorted({name for c in lists() for name in c.filterset.base_filters} | {"sort", "page", "format", "on", "utm_source", "x"})
VALUES = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["HUN", "true", "found", "vladimir-putin", "ukraine", "2025-02-30", "2025-04", "-decided_on", "2", "-1", "9999-12-31", "csv"]),
)
QUESTIONS = st.lists(st.tuples(st.one_of(st.sampled_from(NAMES), st.text(min_size=1, max_size=6)), VALUES), max_size=4)


@pytest.mark.django_db
@settings(max_examples=60, deadline=None)
@given(collection=st.sampled_from(lists()), question=QUESTIONS)
def test_a_list_answers_or_refuses(collection, question):
    response = Client().get(f"{reverse('list', args=[collection.name])}?{urlencode(question)}")
    assert response.status_code in (200, 400)
    if response.streaming:
        assert b"".join(response.streaming_content)


@pytest.mark.django_db
@settings(max_examples=60, deadline=None)
@given(
    question=st.dictionaries(
        st.sampled_from(["state", "on", "person", "situation", "format", "x"]), VALUES | st.sampled_from(["json", "SDN", "darfur"])
    ),
)
def test_bound_answers_or_refuses(question):
    response = Client().get(f"{reverse('bound')}?{urlencode(question)}")
    assert response.status_code in (200, 400)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/findings/", "/states/hungary/", "/bound/", "/"])
def test_a_public_page_only_reads(address):
    assert Client().post(address).status_code == 405
