"""What a unit enters comes back as it went in, on a file and on a server."""

from dataclasses import replace

import pytest

from desktop.domain.careers import Career
from desktop.domain.dossiers import Declared, Dossier
from desktop.domain.errors import Refusal
from desktop.domain.registers import Draft, ImportRecord, WaitingCareer
from desktop.domain.states import DossierState
from desktop.storage import Store
from tests.storage.records import (
    APPROVAL,
    CAREER,
    DOSSIER,
    OTHER_SCAN,
    PERSON,
    PLAIN,
    ROUND,
    SCAN,
    fill,
    named,
)


def test_every_field_of_a_dossier_comes_back(store: Store) -> None:
    fill(store)
    with store.begin() as work:
        assert work.dossiers.of_round("r1") == (DOSSIER, PLAIN)
        assert work.dossiers.get("d1") == DOSSIER
        assert work.dossiers.get("d2") == PLAIN
        assert work.dossiers.get("d9") is None


def test_a_missing_record_is_refused_where_it_is_needed(store: Store) -> None:
    with store.begin() as work:
        for repository in (work.dossiers, work.rounds, work.approvals, work.submissions):
            with pytest.raises(Refusal) as refused:
                repository.need("x")
            assert refused.value.code == "record.not_found"


def test_a_save_counts_the_edition_and_replaces_every_part(store: Store) -> None:
    fill(store)
    changed = replace(DOSSIER, person=replace(PERSON, full_name="Vũ Thị Hoa"), career=Career(), justifications=())
    with store.begin() as work:
        saved = work.dossiers.save(changed)
    with store.begin() as work:
        assert saved == replace(changed, edition=1)
        assert work.dossiers.get("d1") == saved
        assert [each.id for each in work.dossiers.search("r1", "vu thi")] == ["d1"]
        assert work.dossiers.search("r1", "nguyen van anh") == ()


def test_a_stale_save_is_refused_and_the_newer_content_stays(store: Store) -> None:
    fill(store)
    with store.begin() as work:
        newer = work.dossiers.save(replace(DOSSIER, note="mới"))
    with pytest.raises(Refusal) as refused, store.begin() as work:
        work.dossiers.save(replace(DOSSIER, note="cũ", career=Career()))
    assert refused.value.code == "record.changed_elsewhere"
    with store.begin() as work:
        assert work.dossiers.get("d1") == newer


def test_what_was_sent_cannot_be_saved_over(store: Store) -> None:
    with store.begin() as work:
        work.rounds.add(ROUND)
        work.dossiers.add(replace(PLAIN, state=DossierState.SENT))
        with pytest.raises(Refusal) as refused:
            work.dossiers.save(replace(PLAIN, state=DossierState.SENT, note="x"))
    assert refused.value.code == "record.not_editable"


def test_a_save_does_not_smuggle_a_state_in(store: Store) -> None:
    fill(store)
    with pytest.raises(Refusal) as refused, store.begin() as work:
        work.dossiers.save(replace(DOSSIER, state=DossierState.COMPLETE))
    assert refused.value.code == "record.changed_elsewhere"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        (replace(DOSSIER, note="a\0b"), "note"),
        (replace(DOSSIER, note="Ánh\ud800"), "note"),
        (replace(DOSSIER, declared=Declared(insured_months=1 << 31)), "declared_insured_months"),
        (replace(DOSSIER, career=Career(rank="\0")), "rank"),
    ],
)
def test_what_one_database_cannot_hold_none_is_given(store: Store, changed: Dossier, field: str) -> None:
    fill(store)
    for write, dossier in (("save", changed), ("add", replace(changed, id="d3"))):
        with pytest.raises(Refusal) as refused, store.begin() as work:
            getattr(work.dossiers, write)(dossier)
        assert (refused.value.code, refused.value.params) == ("record.unstorable", {"field": field})
    with store.begin() as work:
        assert work.dossiers.get("d1") == DOSSIER


def test_how_far_everybody_has_come_is_what_the_records_say(store: Store) -> None:
    fill(store)
    with store.begin() as work:
        told = {(each.id, each.state, each.group) for each in work.dossiers.on_the_way("r1")}
        assert told == {(each.id, each.state, each.group) for each in work.dossiers.of_round("r1")}


def test_the_bin_hides_a_dossier_until_it_is_restored(store: Store) -> None:
    fill(store)
    with store.begin() as work:
        work.dossiers.discard("d1")
        assert work.dossiers.of_round("r1") == (PLAIN,)
        assert work.dossiers.on_the_way("r1") == ((PLAIN.id, PLAIN.state, PLAIN.group),)
        assert work.dossiers.binned("r1") == (DOSSIER,)
        assert work.dossiers.binned_at("r1") == {"d1": "2024-11-22T08:30:00Z"}
        assert work.dossiers.search(None, "nguyen") == ()
        assert work.dossiers.next_ordinal("r1") == 3
        with pytest.raises(Refusal, match=r"record\.changed_elsewhere"):
            work.dossiers.save(DOSSIER)
        work.dossiers.restore("d1")
        assert work.dossiers.of_round("r1") == (DOSSIER, PLAIN)
        assert work.dossiers.binned("r1") == ()
        assert work.dossiers.binned_at("r1") == {}


def test_many_go_into_the_bin_and_out_again_or_none_does(store: Store) -> None:
    fill(store)
    with store.begin() as work:
        held = [each.id for each in work.dossiers.of_round("r1") if each.state is DossierState.DRAFT]
        work.dossiers.discard_all(held)
        assert not {each.id for each in work.dossiers.of_round("r1")} & set(held)
        work.dossiers.restore_all(held)
        assert work.dossiers.of_round("r1") == (DOSSIER, PLAIN)
        work.dossiers.write_state(PLAIN, DossierState.SENT)
        with pytest.raises(Refusal) as refused:
            work.dossiers.discard_all(["d1", "d2"])
    assert refused.value.code == "record.not_editable"


def test_only_the_report_of_an_import_is_ever_rewritten(store: Store) -> None:
    fill(store)
    record = ImportRecord("i7", "r1", "danh sách.xlsx", "b" * 64, "2024-09-03T02:30:00Z", "{}")
    with store.begin() as work:
        work.imports.add(record)
        work.imports.rewrite_report("i7", '{"people": 1}')
        kept = next(each for each in work.imports.of_round("r1") if each.id == "i7")
    assert kept == replace(record, report_json='{"people": 1}')


def test_a_setting_is_forgotten(store: Store) -> None:
    with store.begin() as work:
        work.settings.put("list_layout.x", "{}")
        work.settings.remove("list_layout.x")
        work.settings.remove("never.there")
        assert work.settings.get("list_layout.x") is None


def test_a_sent_dossier_does_not_go_into_the_bin(store: Store) -> None:
    with store.begin() as work:
        work.rounds.add(ROUND)
        work.dossiers.add(replace(PLAIN, state=DossierState.SENT))
        with pytest.raises(Refusal, match=r"record\.not_editable"):
            work.dossiers.discard("d2")


def test_places_follow_the_last_one(store: Store) -> None:
    with store.begin() as work:
        assert work.dossiers.next_ordinal("r1") == 1
    fill(store)
    with store.begin() as work:
        assert work.dossiers.next_ordinal("r1") == 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("nguyen van", ["d1"]),
        ("NGUYỄN VĂN", ["d1"]),
        ("ánh nguyễn", ["d1"]),
        ("0310650", ["d1"]),
        ("noi vu", ["d1"]),
        ("100%", []),
        ("_", []),
        ("", ["d2", "d1"]),
    ],
)
def test_search_is_blind_to_accents_and_case(store: Store, text: str, found: list[str]) -> None:
    fill(store)
    with store.begin() as work:
        assert [each.id for each in work.dossiers.search("r1", text)] == found
        assert [each.id for each in work.dossiers.search(None, text)] == found
        assert work.dossiers.search("r2", text) == ()


def test_people_are_ordered_by_given_name_in_the_vietnamese_alphabet(store: Store) -> None:
    names = ("Trần Văn Đạt", "Lê Thị Ân", "Bùi Văn An", "Đỗ Văn Dũng", "Phạm Thị Ánh", "Ngô An", "Vũ Thị Ăn")
    with store.begin() as work:
        work.rounds.add(ROUND)
        work.dossiers.add_all(named(f"n{number}", name) for number, name in enumerate(names))
        ordered = [each.person.full_name for each in work.dossiers.by_name("r1")]
    assert ordered == [
        "Bùi Văn An", "Ngô An", "Phạm Thị Ánh", "Vũ Thị Ăn", "Lê Thị Ân", "Đỗ Văn Dũng", "Trần Văn Đạt",
    ]  # fmt: skip


def test_rounds_come_back_and_change(store: Store) -> None:
    changed = replace(ROUND, name="Đợt 3", deadline=None, policies=("thuc-hanh",))
    with store.begin() as work:
        work.rounds.add(ROUND)
        assert work.rounds.get("r1") == ROUND
        work.rounds.save(changed)
        assert work.rounds.all() == (changed,)
        with pytest.raises(Refusal, match=r"record\.not_found"):
            work.rounds.save(replace(ROUND, id="r9"))


def test_approvals_and_files_come_back_in_order(store: Store) -> None:
    fill(store)
    undated = replace(APPROVAL, id="a0", issued_on=None, attachments=())
    with store.begin() as work:
        work.approvals.add(undated)
        assert work.approvals.get("a1") == APPROVAL
        assert work.approvals.of_round("r1") == (APPROVAL, undated)
        assert work.attachments.of(APPROVAL.attachments) == (OTHER_SCAN, SCAN)
        assert work.attachments.all() == (SCAN, OTHER_SCAN)
        changed = replace(APPROVAL, number="13/QĐ-SNV", attachments=(SCAN.sha256,))
        work.approvals.save(changed)
        assert work.approvals.get("a1") == changed


def test_the_same_file_again_stays_as_it_was_first_known(store: Store) -> None:
    with store.begin() as work:
        work.attachments.add(SCAN)
        work.attachments.add(replace(SCAN, name="tên khác.pdf", flags=()))
        assert work.attachments.get(SCAN.sha256) == SCAN


def test_an_approval_in_use_is_not_removed(store: Store) -> None:
    fill(store)
    with store.begin() as work:
        with pytest.raises(Refusal) as refused:
            work.approvals.remove("a1")
        assert (refused.value.code, refused.value.params) == ("approval.in_use", {"number": "12/QĐ-SNV", "people": 1})
        on_paper = work.dossiers.save(replace(DOSSIER, approval_id=None))
        with pytest.raises(Refusal, match=r"approval\.in_use"):
            work.approvals.remove("a1")
        work.dossiers.save(replace(on_paper, papers=()))
        work.approvals.remove("a1")
        assert work.approvals.get("a1") is None


def test_a_career_waits_for_its_owner(store: Store) -> None:
    with store.begin() as work:
        work.rounds.add(ROUND)
        work.waiting_careers.put("r1", "031065000123", "Nguyễn Văn Ánh", Career())
        work.waiting_careers.put("r1", "031065000123", "Nguyễn Văn Ánh", CAREER)
        work.waiting_careers.put("r1", "031065000001", "Trần Thị Bé", Career(rank="V"))
        waiting = work.waiting_careers.of_round("r1")
        assert waiting == (
            WaitingCareer("r1", "031065000001", "Trần Thị Bé", Career(rank="V")),
            WaitingCareer("r1", "031065000123", "Nguyễn Văn Ánh", CAREER),
        )
        assert work.waiting_careers.take("r1", "031065000123") == CAREER
        assert work.waiting_careers.take("r1", "031065000123") is None
        assert work.waiting_careers.of_round("r1") == waiting[:1]


def test_settings_drafts_and_imports_are_kept(store: Store) -> None:
    record = ImportRecord("i1", "r1", "danh_sách.xlsx", "f" * 64, "2024-09-02T00:00:00Z", '{"faults":[]}')
    with store.begin() as work:
        work.rounds.add(ROUND)
        work.imports.add(record)
        work.settings.put("unit", "A")
        work.settings.put("unit", "B")
        work.drafts.put("dossier/d1", "{}")
        work.drafts.put("dossier/d1", '{"name":"Ánh"}')
    draft = Draft("dossier/d1", '{"name":"Ánh"}', "2024-11-22T08:30:00Z")
    with store.begin() as work:
        assert work.imports.of_round("r1") == (record,)
        assert (work.settings.get("unit"), work.settings.get("x"), work.settings.all()) == ("B", None, {"unit": "B"})
        assert (work.drafts.get("dossier/d1"), work.drafts.all()) == (draft, (draft,))
        work.drafts.remove("dossier/d1")
        assert (work.drafts.get("dossier/d1"), work.drafts.all()) == (None, ())


def test_settings_are_found_by_how_their_names_begin(store: Store) -> None:
    with store.begin() as work:
        for name in ("files_in.b", "files_in.a", "filesXin.c", "other"):
            work.settings.put(name, name)
        assert work.settings.under("files_in.") == {"a": "files_in.a", "b": "files_in.b"}
        assert work.settings.under("nothing.") == {}


def test_the_documents_of_other_rounds_that_share_a_file_are_found_and_who_has_them(store: Store) -> None:
    fill(store)
    later = replace(ROUND, id="r2", period="2024-3")
    shared = replace(APPROVAL, id="a7", round_id="r2", attachments=APPROVAL.attachments[:1])
    apart = replace(shared, id="a8", attachments=("c" * 64,))
    with store.begin() as work:
        work.rounds.add(later)
        work.attachments.add(replace(SCAN, sha256="c" * 64))
        for each in (shared, apart):
            work.approvals.add(each)
        resting = replace(PLAIN, id="d7", round_id="r2", approval_id="a7", papers=("a7", "a8"))
        work.dossiers.add_all([resting, replace(PLAIN, id="d6", round_id="r2", papers=("a7",))])
        work.dossiers.discard("d6")
    with store.begin() as work:
        assert work.approvals.sharing_files("r1") == (shared,)
        assert work.approvals.sharing_files("r2") == (APPROVAL,)
        users = {(each.approval_id, each.dossier_id, each.state, each.binned) for each in work.approvals.users(["a7"])}
        assert users == {("a7", "d7", DossierState.DRAFT, False), ("a7", "d6", DossierState.DRAFT, True)}
        assert {each.approval_id for each in work.approvals.users(["a7", "a8"])} == {"a7", "a8"}
        assert work.approvals.users([]) == ()


def test_drafts_that_come_complete_are_stored_as_if_moved_one_by_one(store: Store) -> None:
    fill(store)
    one = replace(DOSSIER, id="d8", ordinal=8, pins=())  # pins are their own person's
    other = replace(DOSSIER, id="d9", ordinal=9, pins=())
    with store.begin() as work:
        work.dossiers.add(one)
        moved = work.move(one, DossierState.COMPLETE, "Bình")
        (entered,) = work.add_completed([other], "Bình")
        assert entered == replace(moved, id="d9", ordinal=9) == work.dossiers.need("d9")
        (first,), (second,) = work.history.of("d8"), work.history.of("d9")
        assert second == replace(first, dossier_id="d9")
        assert [each.detail for each in work.audit.all()[-2:]] == [work.audit.all()[-1].detail] * 2
        assert work.audit.verify() is None


def test_only_drafts_can_come_complete(store: Store) -> None:
    fill(store)
    with pytest.raises(Refusal, match=r"state\.not_allowed"), store.begin() as work:
        work.add_completed([replace(DOSSIER, id="d9", ordinal=9, state=DossierState.COMPLETE)], "Bình")
