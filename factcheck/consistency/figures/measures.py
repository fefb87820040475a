"""Measures: what a unit is in the unit of its kind, exactly, for every size that goes by its name."""

from factcheck.consistency.figures.amounts import figure

_EXACT: dict[str, dict[str, tuple[float, ...]]] = {
    "length": {
        "km": (1000,),
        "m": (1,),
        "dm": (0.1,),
        "cm": (0.01,),
        "mm": (0.001,),
        "mi": (1609.344,),
        "nmi": (1852,),
        "yd": (0.9144,),
        "ft": (0.3048,),
        "in": (0.0254,),
    },
    "mass": {
        "kg": (1,),
        "g": (0.001,),
        "mg": (0.000001,),
        "t": (1000,),
        "ton": (1000, 907.18474, 1016.0469088),  # metric, short, long
        "st": (6.35029318,),
        "lb": (0.45359237,),
        "oz": (0.028349523125,),
    },
    "area": {
        "m²": (1,),
        "km²": (1e6,),
        "ha": (10_000,),
        "acre": (4046.8564224,),
        "mi²": (2_589_988.110336,),
        "ft²": (0.09290304,),
    },
    "volume": {
        "l": (1,),
        "ml": (0.001,),
        "m³": (1000,),
        "ft³": (28.316846592,),
        "gal": (3.785411784, 4.54609),  # American, imperial
        "qt": (0.946352946, 1.1365225),
        "pt": (0.473176473, 0.56826125),
        "bbl": (158.987294928,),
        "oz": (0.0295735295625, 0.0284130625),
    },
    "speed": {"km/h": (1,), "mph": (1.609344,), "knot": (1.852,), "m/s": (3.6,)},
}
NAMES = {
    "km": "kilometres",
    "m": "metres",
    "cm": "centimetres",
    "mm": "millimetres",
    "dm": "decimetres",
    "mi": "miles",
    "nmi": "nautical miles",
    "yd": "yards",
    "ft": "feet",
    "in": "inches",
    "kg": "kilograms",
    "g": "grams",
    "mg": "milligrams",
    "t": "tonnes",
    "ton": "tons",
    "st": "stone",
    "lb": "pounds",
    "oz": "ounces",
    "m²": "square metres",
    "km²": "square kilometres",
    "ha": "hectares",
    "acre": "acres",
    "mi²": "square miles",
    "ft²": "square feet",
    "l": "litres",
    "ml": "millilitres",
    "m³": "cubic metres",
    "ft³": "cubic feet",
    "gal": "gallons",
    "qt": "quarts",
    "pt": "pints",
    "bbl": "barrels",
    "knot": "knots",
}


def factors(one: str, other: str) -> list[float]:
    """How many of the other unit one of the first is, for each size that goes by these names; empty where it is none."""
    found = []
    for units in _EXACT.values():
        if one in units and other in units and one != other:
            found += [a / b for a in units[one] for b in units[other]]
    return found


def name(unit: str) -> str:
    """A unit in words: kilometres; the symbol where it is read as it stands."""
    return NAMES.get(unit, unit)


_SMALLER = {
    "km": ("m", 1000),
    "m": ("cm", 100),
    "mi": ("ft", 5280),
    "t": ("kg", 1000),
    "kg": ("g", 1000),
}


def written(value: float, unit: str) -> str:
    """An amount with its unit in words, in a smaller unit where it would be a small part of one: 9.1 metres."""
    while value < 0.5 and unit in _SMALLER:
        unit, parts = _SMALLER[unit]
        value *= parts
    if value >= 1e6:
        return f"{figure(value / 1e6)} million {name(unit)}"
    return f"{figure(value, 2 if value < 10 else 1 if value < 1000 else 0)} {name(unit)}"


def times(factor: float) -> str:
    """A factor as a step of a sum: × 1.609, or ÷ 3,281 where it is small."""
    return f"÷ {figure(1 / factor, 2)}" if factor < 0.1 else f"× {figure(factor, 3)}"
