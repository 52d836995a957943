"""The page that asks whether a family can afford a loan: its assumptions and the invented family of its example."""

from plugins.model.fields import Facts, Months, Rate, Share, Strict, Tenge


class ExampleHousehold(Strict):
    """An invented family before an invented loan; sums in tenge, those of the family a month."""

    price_kzt: Tenge
    own_share: Share
    annual_rate: Rate
    term_months: Months
    first_income_kzt: Tenge
    """What one earner brings home."""
    second_income_kzt: Tenge
    other_debts_kzt: Tenge
    living_costs_kzt: Tenge


class AffordabilityFacts(Facts):
    rate_rise: Rate
    """By how much the rate is taken to rise: 0.03 is three points. An assumption of the page, not a rule of the law."""
    example: ExampleHousehold
