"""Stored keys order names exactly as the domain does."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.names import name_sort_key
from desktop.storage.sorting import name_key

_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấộữ AĂ.-1Ω中\u0301\u0306"
_names = st.lists(st.text(_LETTERS, max_size=6), max_size=4).map(" ".join)


@given(_names, _names)
def test_bytes_compare_as_the_alphabet_does(left: str, right: str) -> None:
    assert (name_key(left) < name_key(right)) == (name_sort_key(left) < name_sort_key(right))
    assert (name_key(left) == name_key(right)) == (name_sort_key(left) == name_sort_key(right))
