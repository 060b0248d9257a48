"""The sorts of measures, and what a measure does to the goods it applies to."""

from enum import StrEnum


class MeasureKind(StrEnum):
    """What sort of rule it is; the order is the order of a checklist's steps."""

    POSITIVE_LIST = "positive_list"
    BAN_SUSPENSION = "ban_suspension"
    MARKET_ACCESS_PROTOCOL = "market_access_protocol"
    ESTABLISHMENT_REGISTRATION = "establishment_registration"
    LICENCE_PERMIT = "licence_permit"
    SPS_TEST = "sps_test"
    CONFORMITY_LABELLING = "conformity_labelling"
    IP_RULE = "ip_rule"
    ORIGIN_PROCEDURE = "origin_procedure"
    TARIFF_PREFERENCE = "tariff_preference"
    TAX_FEE = "tax_fee"
    TRANSPORT_RULE = "transport_rule"
    BORDER_OPERATION = "border_operation"
    ECOMMERCE_RULE = "ecommerce_rule"
    PAYMENT_FX = "payment_fx"
    INVESTMENT_INCENTIVE = "investment_incentive"
    VISA_ENTRY = "visa_entry"


NOT_ABOUT_GOODS = frozenset({MeasureKind.VISA_ENTRY, MeasureKind.INVESTMENT_INCENTIVE})
"""Kinds about people or firms: they stand on a checklist, but never decide whether goods may pass."""

ABOUT_MONEY = frozenset({MeasureKind.TAX_FEE, MeasureKind.PAYMENT_FX})
"""Kinds about what is paid and how: whatever goods they name, they prove nothing about whether these may enter."""


class Effect(StrEnum):
    """What a measure does to goods it applies to."""

    FORBIDS = "forbids"
    REQUIRES = "requires"
    ADMITS = "admits"
    """Opens a market: these goods from this origin may enter, on its requirements."""
    LIMITS = "limits"
    """A positive list: of these goods only what a measure that admits them names may enter."""
    EASES = "eases"
    """Offers something (a lower duty, a quicker clearance); its requirements are terms of the offer."""
    INFORMS = "informs"
