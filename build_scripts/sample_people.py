"""Made-up people for the sample unit, and what must come out for each of them.

The amounts are worked out here a second time, apart from the program's engine, so that each checks the other:
retirement age by khoản 2 Điều 4 NĐ 135/2020/NĐ-CP, salaries by Điều 10 and amounts by Điều 5 and 7 NĐ 29/2023/NĐ-CP.
Months are counted from year 0 (`year * 12 + month - 1`).
"""

import random
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Bùi", "Đỗ", "Vũ", "Hoàng", "Đặng", "Ngô", "Phan", "Mai", "Trịnh", "Lương")
MIDDLE = {"male": ("Văn", "Đức", "Quang", "Hữu", "Thế", "Xuân"), "female": ("Thị", "Thu", "Ngọc", "Minh", "Thanh")}
GIVEN = {
    "male": ("Tuấn", "Hưng", "Thủy", "Toản", "Nghĩa", "Quyền", "Đoàn", "Lĩnh", "Thưởng", "Ước", "Bình", "Cường"),
    "female": ("Huyền", "Nguyệt", "Quỳnh", "Thủy", "Mỹ", "Hằng", "Duyên", "Phượng", "Ái", "Ưng", "Loan", "Xuyến"),
}
POSTS = (
    ("Chuyên viên", "0"),
    ("Văn thư", "0"),
    ("Kế toán viên", "0"),
    ("Trưởng ban", "0.4"),
    ("Phó Trưởng ban", "0.25"),
)
UNITS = ("Ban Quản lý chợ", "Trung tâm Y tế", "Trường Tiểu học số 3", "Văn phòng", "Phòng Kinh tế", "Trạm Khuyến nông")
LADDERS = {
    "A1": ("2.34", "2.67", "3.00", "3.33", "3.66", "3.99", "4.32", "4.65", "4.98"),
    "A2.1": ("4.40", "4.74", "5.08", "5.42", "5.76", "6.10", "6.44", "6.78"),
    "B": ("1.86", "2.06", "2.26", "2.46", "2.66", "2.86", "3.06", "3.26", "3.46", "3.66", "3.86", "4.06"),
}
ISSUER = "Ủy ban nhân dân huyện"
ROUTES = ("early-retirement", "severance", "voluntary-early-leave")
BASE_SALARY = ((2019 * 12 + 6, 1_490_000), (2023 * 12 + 6, 1_800_000), (2024 * 12 + 6, 2_340_000))
"""First month and amount: NĐ 38/2019, NĐ 24/2023, NĐ 73/2024."""


@dataclass(slots=True)
class SamplePerson:
    """One made-up person; months as numbers, ratios as decimal text."""

    route: str
    sex: str
    full_name: str
    birth: date
    citizen_id: str
    post: str
    position: str
    unit: str
    rank: str
    leave: int
    insurance: list[tuple[int, int]]
    salary: list[dict[str, str | int]]
    decision: int = 0
    sheet_row: int = 0
    expected: dict[str, int | str | None] = field(default_factory=dict)


def make_people(dice: random.Random, counts: tuple[int, int, int] = (44, 8, 8)) -> list[SamplePerson]:
    """Return so many early retirements, severances and voluntary leaves; two people have one name."""
    plan = [route for route, count in zip(ROUTES, counts, strict=True) for _ in range(count)]
    people: list[SamplePerson] = []
    for route in plan:
        person = _make_person(dice, route)
        while person.citizen_id in {each.citizen_id for each in people}:
            person = _make_person(dice, route)
        people.append(person)
    _same_name_twice(people)
    for person in people:
        person.expected = expect(person)
    return people


def _same_name_twice(people: list[SamplePerson]) -> None:
    first = people[4]
    twin = next(each for each in people[20:] if each.sex == first.sex)
    twin.full_name = first.full_name


def _make_person(dice: random.Random, route: str) -> SamplePerson:
    sex = dice.choice(("male", "female"))
    leave = dice.randrange(2024 * 12 + 8, 2025 * 12 + 4)
    birth = _birth(dice, sex, leave, route)
    post, position = dice.choice(POSTS)
    rank = dice.choice(tuple(LADDERS))
    service = dice.randrange(62, 168) if route == "severance" else dice.randrange(242, 430)
    name = " ".join((dice.choice(FAMILY), dice.choice(MIDDLE[sex]), dice.choice(GIVEN[sex])))
    digits = f"031{'0' if sex == 'male' else '1'}{birth.year % 100:02d}{dice.randrange(1_000_000):06d}"
    salary = _salary(dice, rank, position, leave)
    return SamplePerson(
        route, sex, name, birth, digits, post, position, dice.choice(UNITS), rank, leave,
        _insurance(dice, leave, service), salary,
    )  # fmt: skip


def _birth(dice: random.Random, sex: str, leave: int, route: str) -> date:
    """A birth date that leaves 24 to 60 months to the pension, or 10 to 20 years for those who simply quit."""
    least, most = (120, 240) if route == "severance" else (24, 60)
    while True:
        year = dice.randrange(1963, 1985)
        birth = date(year, dice.randrange(1, 13), dice.randrange(1, 29))
        if least <= pension_month(birth, sex) - leave <= most:
            return birth


def _insurance(dice: random.Random, leave: int, service: int) -> list[tuple[int, int]]:
    if dice.random() < 0.6:
        return [(leave - service, leave - 1)]
    pause, later = dice.randrange(1, 8), service // 2 + dice.randrange(10)
    return [(leave - service - pause, leave - later - pause - 1), (leave - later, leave - 1)]


def _salary(dice: random.Random, rank: str, position: str, leave: int) -> list[dict[str, str | int]]:
    """Two steps of the ladder that reach back further than sixty months."""
    ladder = LADDERS[rank]
    step = dice.randrange(1, len(ladder))
    raised = leave - dice.randrange(6, 40)
    seniority = dice.choice(("0", "0", "0", "0", "12", "21"))
    beyond = dice.choice(("5", "7")) if step == len(ladder) - 1 else "0"
    common = {"position": position, "seniority_pct": seniority, "reserved": dice.choice(("0", "0", "0", "0", "0.2"))}
    return [
        {"from": leave - 75, "to": raised - 1, "coefficient": ladder[step - 1], "beyond_frame_pct": "0", **common},
        {"from": raised, "to": leave - 1, "coefficient": ladder[step], "beyond_frame_pct": beyond, **common},
    ]


def pension_month(birth: date, sex: str) -> int:
    """Return the month of the first pension: the one after the retirement age of the roadmap is reached."""
    born = birth.year * 12 + birth.month - 1
    year = 2021
    while True:
        since = year - 2021
        age = min(62 * 12, 60 * 12 + 3 + 3 * since) if sex == "male" else min(60 * 12, 55 * 12 + 4 + 4 * since)
        if (born + age) // 12 <= year:
            return born + age + 1
        year += 1


def rounded_years(months: int) -> Fraction:
    """Return years, 1 to 6 odd months as a half, more as a whole."""
    years, odd = divmod(months, 12)
    return years + (Fraction(0) if odd == 0 else Fraction(1, 2) if odd <= 6 else Fraction(1))


def monthly_salary(period: dict[str, str | int], month: int) -> Fraction:
    """Return the pay of a month: all items times the base salary of that month."""
    item = {name: Fraction(value) for name, value in period.items() if name not in ("from", "to")}
    grade = item["coefficient"] * (1 + item["beyond_frame_pct"] / 100) + item["position"]
    total = grade * (1 + item["seniority_pct"] / 100) + item["reserved"]
    return total * max(pair for pair in BASE_SALARY if pair[0] <= month)[1]


def expect(person: SamplePerson) -> dict[str, int | str | None]:
    """Return every intermediate value and the amount under NĐ 29/2023, none for a voluntary leave."""
    early = pension_month(person.birth, person.sex) - person.leave
    insured = len({month for first, last in person.insurance for month in range(first, last + 1)})
    pays = [_pay(person, month) for month in range(person.leave - 60, person.leave)]
    average, current = sum(pays, Fraction(0)) / len(pays), pays[-1]
    early_years, insured_years = rounded_years(early), rounded_years(insured)
    amounts = {
        "early-retirement": average * (3 * early_years + 5 + Fraction(1, 2) * max(Fraction(0), insured_years - 20)),
        "severance": 3 * current + average * Fraction(3, 2) * insured_years,
    }
    amount = amounts.get(person.route)
    return {
        "early_months": early,
        "early_years": str(early_years),
        "insured_months": insured,
        "insured_years": str(insured_years),
        "current_salary": _whole(current),
        "average_salary": _whole(average),
        "nd29": None if amount is None else _whole(amount),
    }


def _pay(person: SamplePerson, month: int) -> Fraction:
    return next(monthly_salary(each, month) for each in person.salary if int(each["from"]) <= month <= int(each["to"]))


def _whole(value: Fraction) -> int:
    return int(value + Fraction(1, 2))
