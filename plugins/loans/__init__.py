"""The cost of a loan: schedules, the effective annual rate, dated legal values. Pure: dates and decimals in, and out."""

from plugins.loans.effective_rate import (
    AmbiguousRateError,
    EffectiveRateError,
    NoRateError,
    effective_annual_rate,
    rounded_rate,
)
from plugins.loans.fees import Fee, FeeBase, FeeTiming
from plugins.loans.schedule import (
    DayCount,
    Grace,
    Instalment,
    RateStep,
    Schedule,
    annuity_schedule,
    differentiated_schedule,
)

__all__ = [
    "AmbiguousRateError",
    "DayCount",
    "EffectiveRateError",
    "Fee",
    "FeeBase",
    "FeeTiming",
    "Grace",
    "Instalment",
    "NoRateError",
    "RateStep",
    "Schedule",
    "annuity_schedule",
    "differentiated_schedule",
    "effective_annual_rate",
    "rounded_rate",
]
