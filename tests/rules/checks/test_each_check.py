"""Each check speaks where it should, is silent where it should, and its sentence can be filled."""

import pytest

from desktop.domain.findings import Severity
from desktop.rules.checks.catalogue import placeholders
from desktop.rules.checks.context import CheckContext
from desktop.rules.checks.registry import implemented
from tests.rules.checks.examples import SILENT, SPEAKS
from tests.rules.checks.situations import CATALOGUE, all_findings, around, found

_SPEAKING = [pytest.param(code, each, id=f"{code}-{n}") for code, all_ in SPEAKS.items() for n, each in enumerate(all_)]
_SILENT = [pytest.param(code, each, id=f"{code}-{n}") for code, all_ in SILENT.items() for n, each in enumerate(all_)]


def test_a_faultless_round_has_no_finding() -> None:
    assert all_findings(around()) == ()


def test_every_implemented_check_is_tried_both_ways() -> None:
    assert set(SPEAKS) == set(SILENT) == implemented()


@pytest.mark.parametrize(("code", "context"), _SPEAKING)
def test_it_speaks(code: str, context: CheckContext) -> None:
    assert found(context, code)


@pytest.mark.parametrize(("code", "context"), _SILENT)
def test_it_is_silent(code: str, context: CheckContext) -> None:
    assert not found(context, code)


@pytest.mark.parametrize(("code", "context"), _SPEAKING)
def test_its_sentences_are_filled_from_what_it_found(code: str, context: CheckContext) -> None:
    for finding in found(context, code):
        for sentence in (CATALOGUE.message(finding), CATALOGUE.fix(finding)):
            assert sentence
            assert not placeholders(sentence)


@pytest.mark.parametrize(("code", "context"), _SPEAKING)
def test_it_says_where_to_mend_and_how_bad_it_is(code: str, context: CheckContext) -> None:
    entry = CATALOGUE.entry(code)
    severities = {entry.severity} | {each.severity or entry.severity for each in entry.variants.values()}
    for finding in found(context, code):
        assert finding.severity in severities
        assert finding.field or not entry.fields
        assert finding.subject or not entry.fields


def test_every_variant_of_an_implemented_check_is_tried() -> None:
    tried = {
        (code, finding.detail.partition(":")[0])
        for code, contexts in SPEAKS.items()
        for context in contexts
        for finding in found(context, code)
    }
    wanted = {(code, name) for code in implemented() for name in CATALOGUE.entry(code).variants}
    assert wanted <= tried


def test_every_coded_word_of_an_implemented_check_is_worded() -> None:
    codes = {"male", "female", "month", "year", "open", "unknown", "approval_scan", "empty", "password", "other"}
    for code, contexts in SPEAKS.items():
        for context in contexts:
            for finding in found(context, code):
                words = set(CATALOGUE.message(finding).replace(".", " ").replace("(", " ").replace(")", " ").split())
                assert not words & codes, finding


def test_an_error_is_never_justifiable_and_a_warning_always_is() -> None:
    for entry in CATALOGUE.entries.values():
        assert entry.justification_allowed is (entry.severity is Severity.WARNING), entry.code
