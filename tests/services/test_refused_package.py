"""A package that is refused is told in the catalogue's terms too, where a check is about it."""

from datetime import date

import pytest

from desktop.domain.errors import Refusal
from desktop.services.arrivals.refused_package import refusal_findings
from desktop.services.office import shipped_catalogue

_CATALOGUE = shipped_catalogue()
_DAY = date(2024, 9, 10)


def _said(refusal: Refusal) -> list[str]:
    return [f"{each.code} {_CATALOGUE.message(each)}" for each in refusal_findings(refusal, _CATALOGUE, _DAY)]


@pytest.mark.parametrize(
    "code",
    ["signature_invalid", "signature_profile", "unknown_signer", "signer_not_listed", "not_authorised", "cert_expired"],
)
def test_a_signature_that_is_not_believed_is_gk01(code: str) -> None:
    (said,) = _said(Refusal(f"package.{code}", file="a.asice", signer="UBND quận Thử"))
    assert said.startswith("GK01 Không xác nhận được chữ ký của UBND quận Thử: ch")
    assert code not in said


def test_a_signer_who_is_not_known_is_not_named() -> None:
    (said,) = _said(Refusal("package.signature_invalid", file="a.asice"))
    assert "đơn vị gửi" in said


@pytest.mark.parametrize("code", ["digest_mismatch", "unlisted_entry"])
def test_a_changed_file_is_gk02(code: str) -> None:
    (said,) = _said(Refusal(f"package.{code}", file="a.asice", name="QĐ 12.pdf"))
    assert said == "GK02 Tệp QĐ 12.pdf trong gói đã bị thay đổi sau khi ký."


@pytest.mark.parametrize("code", ["package.not_found", "package.truncated", "round.none"])
def test_other_refusals_are_no_finding(code: str) -> None:
    assert _said(Refusal(code, file="a.asice")) == []
