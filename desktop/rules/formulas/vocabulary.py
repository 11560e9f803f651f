"""What formulas can say, in words, for those who write packs: the published schema holds it."""

FUNCTIONS = {
    "if": "if(flag, a, b): a where the flag is true, else b; both of one unit.",
    "min": "min(a, b, …): the smallest; a cap. All of one unit.",
    "max": "max(a, b, …): the largest; a floor, or the better of several.",
    "clamp": "clamp(value, low, high): the value, not below low and not above high.",
    "percent": "percent(60), also written 60%: the plain number 0.6.",
    "band": "band(x; 24: 12, 60: 6, else: 0): the value of the first row whose limit x does not pass.",
    "tiered": "tiered(years; 20: 5 flat, then 0.5): what each tier gives for the part of years inside it, summed; "
    "`flat` gives it once, `then` for each unit beyond the last limit.",
    "round_to": "round_to(value, 1000, half_up): to a multiple; modes up, down, half_up.",
    "date": "date(2025, 6, 16): a fixed day.",
    "month": "month(2024, 7): a fixed calendar month.",
    "months_between": "months_between(a, b): calendar months from a to b, each a day or month.",
    "add_months": "add_months(day, 12): the day so many months later, the month's last where it has no such day.",
    "years": "years(months, table): years by a rounding table of the pack: years(insured_months, odd_months).",
    "base_salary_on": "base_salary_on(day or month): lương cơ sở then, đồng a month.",
    "age_on": "age_on(day or month): age in months then, by the pack's convention.",
    "pension_month_by": "pension_month_by(60): the month the pension starts when the age is lowered by so many months.",
    "early_months_by": "early_months_by(60): months from the leave to that month.",
    "already_paid": 'already_paid("policy"): đồng that the record says were paid before, under the id of a pack or the '
    "name of a text; 0 when it says none.",
    "amount_of": "amount_of(nd29-2023.total), amount_of(nd29-2023.early_allowance): what another pack gives the same "
    "person; the pack is listed in `needs`. Open there is open here; who gets nothing "
    "there has no amount here; an item that the person's case there does not have is 0.",
    "eligible_for": 'eligible_for("nd29-2023"): whether that pack applies and all its conditions hold.',
    "has_obstacle": 'has_obstacle("id"): whether the record holds an obstacle of this pack.',
}
"""Every function by name: how it is written and what it gives."""

OPERATORS = (
    "Numbers, names, + - * /, = <> < <= > >=, and or not, brackets, words in quotes to compare a choice with: sex = "
    '"female". Day < day; month - month is months; month + months is a month. Units are checked: months and đồng never '
    "add up, 3 months for each early year is a parameter in months/year. A bare number in a product may bring months "
    "and years, never đồng: 3 * average_salary * early_years is đồng."
)
