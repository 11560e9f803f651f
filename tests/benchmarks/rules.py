"""The rule engine beside a function written by hand and beside OpenFisca-Core. How to run it: README.md here."""

import argparse
import json
import subprocess
import sys
import venv
from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from time import process_time
from typing import Any

from desktop.domain.dossiers import Dossier, Route
from desktop.domain.rounds import Round
from desktop.rules.amount_only import amount
from desktop.rules.checks.catalogue import load_catalogue
from desktop.rules.checks.context import CheckContext, PolicyPeriod
from desktop.rules.checks.law_tables import tables_of
from desktop.rules.checks.of_packs import catalogue_of, provinces_of, settings_of
from desktop.rules.checks.provinces import load_province_codes
from desktop.rules.evaluate import compute
from desktop.rules.pack import load_pack
from desktop.rules.pack_file import PackKind
from desktop.rules.policy import PolicyPack
from desktop.services.rounds.round_view import RoundView, judge_dossier
from tests.benchmarks import by_hand
from tests.benchmarks.people import made_people
from tests.benchmarks.timing import Measured, Row, percentile, tell, time_over

ROOT = Path(__file__).parents[2]
PEER = Path(__file__).with_name("openfisca_peer.py")
OPENFISCA = "OpenFisca-Core==46.0.1"
WARM_UP, SAMPLES = 50, 2_000
BUILD = ROOT / "build" / "benchmarks"


def pack_of(name: str) -> PolicyPack:
    """Load a shipped pack."""
    path = ROOT / "resources" / "policies" / f"{name}.yaml"
    return load_pack(path.read_bytes(), path.name)


def one_record(packs: tuple[PolicyPack, ...], size: int) -> Row:
    """Every keystroke of the form, as the form asks: both packs with full trace, then all checks of the record."""
    people = list(made_people(size))
    view = _view(packs, tuple(people))
    turns = islice(cycle(people), WARM_UP + SAMPLES)
    taken = [_seconds_of_one(view, person) for person in turns][WARM_UP:]
    p99 = 1000 * percentile(taken, 0.99)
    shown = f"p50 {1000 * percentile(taken, 0.5):.2f} ms, p99 {p99:.2f} ms"
    work = f"one record, full trace, all checks ({size:,} in the round)"
    return Row(work, (Measured(len(taken), sum(taken)),), "p99 < 5 ms", p99 < 5, shown)


def _view(packs: tuple[PolicyPack, ...], people: tuple[Dossier, ...]) -> RoundView:
    """A round of an office that has everything that checks look at but approvals and scans."""
    catalogues = ROOT / "resources" / "catalogues"
    checks = load_catalogue((catalogues / "checks.yaml").read_text(encoding="utf-8"))
    provinces = load_province_codes((catalogues / "province_codes.yaml").read_text(encoding="utf-8"))
    opened = Round("r", "Đợt thử", "2024-2", tuple(pack.id for pack in packs), date(2024, 10, 1))
    context = CheckContext(
        opened,
        date(2024, 10, 1),
        catalogue_of(checks, packs),
        dossiers=people,
        settings=settings_of(packs),
        policies=tuple(
            PolicyPeriod(pack.id, pack.title, pack.effective_from, pack.effective_to, pack.kind is PackKind.CENTRAL)
            for pack in packs
        ),
        roadmap=next((pack.roadmap.content for pack in packs if pack.roadmap), None),
        provinces=provinces_of(frozenset(provinces.codes), packs),
        tables=tables_of(packs),
    )
    return RoundView(opened, packs, {}, context)


def _seconds_of_one(view: RoundView, person: Dossier) -> float:
    began = process_time()
    judge_dossier(view, person)
    return process_time() - began


def amounts(pack: PolicyPack, sizes: tuple[int, ...]) -> list[Row]:
    """Amounts without trace, and the function written by hand."""
    for person in made_people(300):
        assert amount(pack, person) == compute(pack, person).total == by_hand.amount(person), person
    ours = time_over(made_people, partial(amount, pack), sizes)
    hand = time_over(made_people, by_hand.amount, sizes)
    times = ours[-1].each / hand[-1].each
    whole = ours[-1].each * 100  # seconds of 100,000
    return [
        Row("amounts without trace", ours, "< 10 s for 100,000", whole < 10, f"{whole:.2f} s"),
        Row("  beside it: a function written by hand", hand, "engine <= 8 x", times <= 8, f"{times:.1f} x"),
    ]


def traces(pack: PolicyPack, sizes: tuple[int, ...], peer_sizes: tuple[int, ...]) -> list[Row]:
    """Full traces, and OpenFisca with the same policy, one person at a time with its trace."""
    ours = time_over(early_leavers, partial(compute, pack), sizes)
    whole = ours[-1].each * 10  # seconds of 10,000
    found = [Row("one pack with trace", ours, "< 3 s for 10,000", whole < 3, f"{whole:.2f} s")]
    if not peer_sizes:
        return found
    answers = {size: openfisca(pack, size) for size in peer_sizes}
    for name, words, goal in (
        ("month_by_month", "  beside it: OpenFisca-Core, with trace", "engine at least 5 x faster"),
        ("average_given", "  and with the average salary worked out for it", ""),
    ):
        rows = tuple(Measured(size, answer[name]["seconds"]) for size, answer in answers.items())
        times = rows[-1].each / ours[-1].each
        found.append(Row(words, rows, goal, times >= 5 if goal else None, f"{times:.1f} x"))
    return found


def early_leavers(count: int) -> Iterator[Dossier]:
    """Yield the early retirements, which the peer knows."""
    return islice((each for each in made_people(count * 3) if each.route is Route.EARLY_RETIREMENT), count)


def openfisca(pack: PolicyPack, size: int) -> Any:
    """Let the peer compute `size` people; its amounts must be ours up to its floating point."""
    people = list(early_leavers(size))
    results = [compute(pack, each) for each in people]
    given = [_for_peer(each, found) for each, found in zip(people, results, strict=True)]
    run = subprocess.run([environment(), PEER], input=json.dumps(given), capture_output=True, text=True, check=True)
    answers = json.loads(run.stdout)
    for name in ("month_by_month", "average_given"):
        for found, total in zip(results, answers[name]["totals"], strict=True):
            assert abs((found.total or 0) - total) <= 1 + (found.total or 0) / 100_000, (name, found.total, total)
    return answers


def _for_peer(person: Dossier, found: Any) -> dict[str, Any]:
    value = {step.id: step.value for step in found.trace}
    pay = [[str(row.months.first), len(row.months), float(_coefficient(row))] for row in person.career.salary]
    return {
        "leave": str(person.leave_month),
        "is_male": value["sex"] == "male",
        "birth_month": value["birth_month"].ordinal,
        "insured_months": int(value["insured_months"]),
        "special_months": int(value.get("lowered_age_months") or 0),
        "average_salary": float(value["average_salary"]),
        "pay": pay,
    }


def _coefficient(row: Any) -> Any:
    rank = row.coefficient + row.position_allowance + row.coefficient * row.beyond_frame / 100
    return rank * (1 + row.seniority / 100) + row.reserved_difference


def environment() -> Path:
    """Return the peer's own Python, made on first use; its licence (AGPL) is why it is nowhere else."""
    python = BUILD / "openfisca" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        venv.create(BUILD / "openfisca", with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", OPENFISCA], check=True)
    return python


def main() -> int:
    """Run all; return 1 when a goal is not met."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--scale", type=int, default=100, choices=(1, 10, 100), help="largest size, times the least")
    arguments.add_argument("--without-openfisca", action="store_true")
    arguments.add_argument("--json", type=Path, default=BUILD / "rules.json")
    given = arguments.parse_args()
    scales = [scale for scale in (1, 10, 100) if scale <= given.scale]
    nd29, city = pack_of("nd29-2023"), pack_of("hai-phong-nq07-2024")
    rows = [one_record((nd29, city), 100 * scale) for scale in scales]
    rows += amounts(nd29, tuple(1_000 * scale for scale in scales))
    peer = () if given.without_openfisca else tuple(10 * scale for scale in scales)
    rows += traces(nd29, tuple(100 * scale for scale in scales), peer)
    tell(rows, given.json)
    return int(any(row.met is False for row in rows))


if __name__ == "__main__":
    sys.exit(main())
