"""The person in the guide to writing packs: read from its JSON, computed under its pack."""

import re

from desktop.rules.pack import load_pack
from desktop.services.amounts.compute_people import compute_people, decode_people
from tests.rules.guide import TEXT, steps
from tests.rules.test_packs import shipped


def test_the_person_of_the_guide_gets_what_the_guide_says() -> None:
    (text,) = re.findall(r"^```json\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    central = shipped("nd29-2023.yaml")
    pack = load_pack(list(steps().values())[-1].encode(), "may-trang.yaml", (central,))
    (person,) = compute_people(decode_people(text.encode()), (pack, central)).people
    assert person.results[0].total == 118_000_000
    assert "118.000.000 đồng" in TEXT
