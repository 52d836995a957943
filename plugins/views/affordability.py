"""What the page of affordability shows beside its words."""

from decimal import Decimal

from plugins.loans.affordability import Household, loads_of
from plugins.model.sections.affordability import AffordabilityFacts
from plugins.views.kinds import AffordabilityView
from plugins.views.loan_figures import borrowed
from plugins.views.pages import Page


def affordability_view(page: Page, facts: AffordabilityFacts) -> AffordabilityView:
    """Return the page with the months of its invented family."""
    family = facts.example
    principal = borrowed(Decimal(family.price_kzt), family.own_share)
    household = Household(
        (Decimal(family.first_income_kzt), Decimal(family.second_income_kzt)),
        Decimal(family.other_debts_kzt),
        Decimal(family.living_costs_kzt),
    )
    return AffordabilityView(
        page, principal, loads_of(household, principal, family.annual_rate, family.term_months, facts.rate_rise)
    )
