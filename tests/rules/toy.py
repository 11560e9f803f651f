"""A small law of a land that does not exist, to write packs of in tests."""

from textwrap import dedent, indent

from desktop.rules.pack import PolicyPack, load_pack, read_pack, untried_policy_of

_TEXT = """\
id: toy
version: "1"
title: Luật của xứ Không Có
issuer: Hội đồng xứ Không Có
kind: central
status: confirmed
effective_from: 2000-01-01
documents:
  - {{id: toy_law, name: Luật số 1}}
parameters:
{parameters}
tables:
  roadmap:
    male: {{first_year: 2021, first_age: 723, yearly_step: 3, final_age: 744}}
    female: {{first_year: 2021, first_age: 664, yearly_step: 4, final_age: 720}}
    cite: {{document: toy_law, article: "9"}}
    provenance: verified
  base_salary:
    - {{from: 2000-01-01, value: 1000, cite: {{document: toy_law}}, provenance: verified}}
  rounding:
    - id: thirds
      label: Dưới 3 tháng bỏ, từ 3 đến 6 tháng nửa năm, trên 6 tháng một năm
      bands: [{{up_to: 2, years: 0}}, {{up_to: 6, years: 1/2}}, {{up_to: 11, years: 1}}]
      cite: {{document: toy_law, article: "8"}}
      provenance: verified
conventions: {{early_years: thirds, insured_years: thirds}}
salary_bases:
  - id: pay
    label: Lương tháng cuối
    items: [rank, position]
    over: month_before_leaving
    cite: {{document: toy_law, article: "7"}}
    provenance: verified
groups:
  - {{id: downsizing, label: người dôi dư, cite: {{document: toy_law}}}}
conditions:
  - id: early
    label: Nghỉ sớm
    formula: early_months >= 1
    "yes": Sớm {{early_months}}.
    "no": Không sớm.
    cite: {{document: toy_law}}
components:
{components}
cases:
  - id: only
    label: Trường hợp duy nhất
    groups: [downsizing]
    routes: [early_retirement]
    conditions: [early]
    components: [{items}]
    total: {total}
    cite: {{document: toy_law, article: "1"}}
total_rounding: {{to: 1, mode: half_up}}
"""


def parameter(name: str, unit: str, value: str, provenance: str = "verified") -> str:
    written = "" if provenance == "open" else f"value: {value}, "
    return dedent(
        f"""\
        - id: {name}
          label: Tham số {name}
          unit: {unit}
          values:
            - {{from: 2000-01-01, {written}cite: {{document: toy_law, article: "2"}}, provenance: {provenance}}}
        """
    )


def component(name: str, formula: str, more: str = "") -> str:
    lines = (
        f'- id: {name}\n  label: Khoản {name}\n  formula: "{formula}"\n  cite: {{document: toy_law, article: "3"}}\n'
    )
    return lines + (f"  {more}\n" if more else "")


def toy_text(parameters: list[str], components: list[str], total: str = '""') -> str:
    items = [each.split("\n", 1)[0].removeprefix("- id: ") for each in components]
    return _TEXT.format(
        parameters=indent("".join(parameters), "  ") or "  []",
        components=indent("".join(components), "  "),
        items=", ".join(items),
        total=total,
    )


def toy_pack(parameters: list[str], components: list[str], total: str = '""') -> PolicyPack:
    return load_pack(toy_text(parameters, components, total).encode(), "toy.yaml")


def untried(text: str) -> PolicyPack:
    """Load a pack as an author's screen does: its golden cases are not run."""
    return untried_policy_of(read_pack(text.encode(), "toy.yaml"))
