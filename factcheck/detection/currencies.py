"""The signs, codes and words for money, and the ISO code that each stands for."""

import re

_SIGNS = {
    "$": "USD",
    "us$": "USD",
    "us $": "USD",
    "usd$": "USD",
    "a$": "AUD",
    "au$": "AUD",
    "c$": "CAD",
    "c $": "CAD",
    "ca$": "CAD",
    "nz$": "NZD",
    "nzd$": "NZD",
    "hk$": "HKD",
    "s$": "SGD",
    "nt$": "TWD",
    "r$": "BRL",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₺": "TRY",
    "₪": "ILS",
    "₫": "VND",
    "₴": "UAH",
    "₦": "NGN",
    "฿": "THB",
    "₿": "BTC",
    "mex$": "MXN",
    "hk $": "HKD",
}
_CODES = frozenset(
    """USD EUR GBP JPY CNY RMB AUD CAD NZD CHF SEK NOK DKK INR RUB TRY BRL ZAR MXN KRW HKD SGD PLN CZK HUF ILS THB IDR
    MYR PHP UAH AED SAR EGP NGN PKR BDT VND TWD ARS CLP COP BTC""".split()  # noqa: SIM905 - a list of codes reads so
)
_WORDS = {
    "dollar": "USD",
    "buck": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "quid": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "rupee": "INR",
    "rouble": "RUB",
    "ruble": "RUB",
    "franc": "CHF",
    "peso": "MXN",
    "lira": "TRY",
    "won": "KRW",
    "real": "BRL",
    "rand": "ZAR",
    "shekel": "ILS",
    "baht": "THB",
    "rupiah": "IDR",
    "ringgit": "MYR",
    "zloty": "PLN",
    "krona": "SEK",
    "kronor": "SEK",
    "krone": "NOK",
    "kroner": "NOK",
    "hryvnia": "UAH",
    "bitcoin": "BTC",
    "cent": "cent",
    "penny": "penny",
    "pence": "penny",
}
_OF = {
    ("us", "dollar"): "USD",
    ("american", "dollar"): "USD",
    ("united states", "dollar"): "USD",
    ("canadian", "dollar"): "CAD",
    ("australian", "dollar"): "AUD",
    ("new zealand", "dollar"): "NZD",
    ("hong kong", "dollar"): "HKD",
    ("singapore", "dollar"): "SGD",
    ("taiwan", "dollar"): "TWD",
    ("egyptian", "pound"): "EGP",
    ("british", "pound"): "GBP",
    ("uk", "pound"): "GBP",
    ("pakistani", "rupee"): "PKR",
    ("sri lankan", "rupee"): "LKR",
    ("argentine", "peso"): "ARS",
    ("chilean", "peso"): "CLP",
    ("colombian", "peso"): "COP",
    ("philippine", "peso"): "PHP",
    ("danish", "krone"): "DKK",
    ("danish", "kroner"): "DKK",
    ("cfa", "franc"): "XOF",
}
_LAND = (
    r"(?:U\.?\s?S\.?|American|United\s+States|Canadian|Australian|New\s+Zealand|Hong\s+Kong|Singapore|Taiwan|Egyptian"
    r"|British|U\.?K\.?|Pakistani|Sri\s+Lankan|Indian|Argentine|Chilean|Colombian|Philippine|Mexican|Danish|Swedish"
    r"|Norwegian|Swiss|CFA|Chinese|Japanese|Turkish|Russian|South\s+African|Israeli|Brazilian)"
)
_PLURAL = "|".join(sorted((word + "s?" for word in _WORDS), key=len, reverse=True))
SIGN = r"(?:(?<![A-Za-z])(?:US\s?\$|USD\$|AU\$|A\$|CA\$|C\s?\$|NZD?\$|HK\$|S\$|NT\$|R\$|(?:USD|AUD|CAD|NZD|MXN|HKD|SGD)\s?\$|Mex\$|HK\s\$)|[$€£¥₹₽₩₺₪₫₴₦฿₿])"
CODE = rf"(?:(?-i:{'|'.join(sorted(_CODES))})|usd|eur|gbp|jpy|rmb)"
WORD = rf"(?:{_LAND}\s+)?(?:{_PLURAL}|pounds?\s+sterling)"


def currency(text: str) -> str:
    """The ISO code of a sign, code or word; cent and penny for themselves; "" for none of these."""
    name = re.sub(r"\s+", " ", text.strip())
    if name.upper() in _CODES:
        return "CNY" if name.upper() == "RMB" else name.upper()
    if name[:3].upper() in _CODES and name.endswith("$"):
        return name[:3].upper()
    name = name.lower()
    if name in _SIGNS:
        return _SIGNS[name]
    *land, word = name.removesuffix(" sterling").split(" ")
    word = word if word in _WORDS else word.removesuffix("s")
    place = " ".join(land).replace(".", "").replace("u s", "us")
    return _OF.get((place, word), _WORDS.get(word, ""))
