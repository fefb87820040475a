"""Token patterns as a desk writes them: JSON, checked before spaCy sees it, with faults told in a sentence."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.errors import UnusableRule

Token = dict[str, Any]
EXAMPLE = '[{"LOWER": "first"}, {"TAG": "NN"}]'

_PLAIN = {
    "ORTH",
    "TEXT",
    "NORM",
    "LOWER",
    "LENGTH",
    "SHAPE",
    "PREFIX",
    "SUFFIX",
    "SPACY",
    "LIKE_EMAIL",
    "LIKE_NUM",
    "LIKE_URL",
    "IS_ALPHA",
    "IS_ASCII",
    "IS_BRACKET",
    "IS_CURRENCY",
    "IS_DIGIT",
    "IS_LEFT_PUNCT",
    "IS_LOWER",
    "IS_PUNCT",
    "IS_QUOTE",
    "IS_RIGHT_PUNCT",
    "IS_SPACE",
    "IS_STOP",
    "IS_TITLE",
    "IS_UPPER",
}
# what the model must have found before a token can be matched by it
_COMPONENTS = {
    "TAG": {"tagger"},
    "DEP": {"parser"},
    "SENT_START": {"parser"},
    "IS_SENT_START": {"parser"},
    "POS": {"tagger", "attribute_ruler"},
    "MORPH": {"tagger", "attribute_ruler"},
    "LEMMA": {"tagger", "attribute_ruler", "lemmatizer"},
    "ENT_TYPE": {"ner"},
    "ENT_IOB": {"ner"},
}
_MAY_BE_ABSENT = re.compile(r"[?*!]|\{(0(,\d*)?|,\d+)\}")


def parsed(content: str) -> list[list[Token]]:
    """One pattern or several, as lists of tokens. UnusableRule, in one sentence, where they are none."""
    try:
        given = json.loads(content)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, character {error.colno}"
        raise UnusableRule(f"The pattern is not JSON: look at {where}.") from error
    except RecursionError as error:
        raise UnusableRule(f"The pattern is nested too deeply. {_SHAPE}") from error
    if not isinstance(given, list) or not given:
        raise UnusableRule(_SHAPE)
    patterns = given if all(isinstance(part, list) for part in given) else [given]
    for pattern in patterns:
        _check(pattern)
    return patterns


_SHAPE = f"A pattern is a list of tokens, as in {EXAMPLE}."


def components_for(content: str) -> frozenset[str]:
    """The parts of the language model that the patterns ask for. UnusableRule where they are none."""
    names = (name for pattern in parsed(content) for token in pattern for name in token)
    return frozenset(part for name in names for part in _COMPONENTS.get(name.upper(), ()))


def _check(pattern: list[Any]) -> None:
    if not pattern:
        raise UnusableRule(_SHAPE)
    for number, token in enumerate(pattern, 1):
        if not isinstance(token, dict):
            raise UnusableRule(f"Token {number} of the pattern is not in braces. {_SHAPE}")
        for name, value in token.items():
            _check_entry(number, name, value)
    if not any(_is_specific(token) for token in pattern):
        raise UnusableRule(
            "The pattern would match anything: at least one token must say what it is and be there."
        )


def _check_entry(number: int, name: str, value: Any) -> None:
    if name == "_":
        raise UnusableRule(f"Token {number} of the pattern uses “_”, which a desk’s rule cannot.")
    if name.upper() not in _PLAIN and name.upper() not in _COMPONENTS and name != "OP":
        raise UnusableRule(
            f"Token {number} of the pattern is matched by “{name}”, which no token has."
            " LOWER, TEXT, LEMMA, POS, TAG and SHAPE are some that they have."
        )
    for expression in _expressions(value):
        try:
            re.compile(expression)
        except re.error as error:
            raise UnusableRule(
                f"The regular expression in token {number} of the pattern cannot be read: {error}."
            ) from error


def _expressions(value: Any) -> Iterator[str]:
    """The regular expressions in what a token is matched by."""
    if not isinstance(value, dict):
        return
    for name, inner in value.items():
        if name == "REGEX":
            yield from _texts(inner)
        else:
            yield from _expressions(inner)


def _texts(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for inner in value.values() for text in _texts(inner)]
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []


def _is_specific(token: Token) -> bool:
    """Whether the token must be there and says something about itself."""
    operator = str(token.get("OP", "1"))
    return len(token.keys() - {"OP"}) > 0 and not _MAY_BE_ABSENT.fullmatch(operator)
