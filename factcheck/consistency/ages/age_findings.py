"""What is told of an age or a birthday that was held against a date of birth."""

from factcheck.consistency.ages.births import Birth
from factcheck.consistency.ages.life import On
from factcheck.consistency.ages.people import Who
from factcheck.consistency.ages.told_ages import ToldAge
from factcheck.consistency.dates.days import Days, full_years, said
from factcheck.consistency.subject import Subject
from factcheck.model.finding import Finding, FindingKind, Outcome, SumRow


def age_told(subject: Subject, age: ToldAge, birth: Birth, on: On, outcome: Outcome) -> Finding:
    """That an age fits a date of birth, or does not, on the day on which it is told to hold."""
    words, born = subject.words(age.position), said(birth.dated.days)
    day = Days(on.days.last, on.days.last) if on.dated is None else on.days
    years = _years(*full_years(birth.dated.days, day))
    would = f"{_born(birth)}, {_name(age, birth)} would be {years} {on.words}"
    agrees = outcome is Outcome.CONSISTENT
    places = [age.position, birth.dated.position] + ([on.dated.position] if on.dated else [])
    until = SumRow("", said(day), on.dated.position) if on.dated else SumRow("published", said(day))
    return subject.finding(
        "age-birthdate",
        FindingKind.AGES,
        outcome,
        f"{would}, which fits “{words}”." if agrees else f"{would}; the text says “{words}”.",
        places,
        f"{said(day)} − {born} = {years}"
        + ("" if agrees else f", not {age.low if age.is_exact else words}"),
        (
            until,
            SumRow("born", f"− {born}", birth.dated.position),
            SumRow("age", years, age.position, is_result=True),
        ),
        "" if agrees else "Look up the date of birth.",
    )


def birthday_told(
    subject: Subject, age: ToldAge, birth: Birth, on: On, turned: Days, outcome: Outcome
) -> Finding:
    """That a birthday is told of another day than that on which it would be."""
    words, born = subject.words(age.position), said(birth.dated.days)
    places = [age.position, birth.dated.position] + ([on.dated.position] if on.dated else [])
    return subject.finding(
        "age-birthdate",
        FindingKind.AGES,
        outcome,
        f"{_born(birth)}, {_name(age, birth)} would turn {age.low} {'on' if turned.is_day else 'in'} {said(turned)},"
        f" not {on.words}.",
        places,
        f"{born} + {age.low} years = {said(turned)}, not {said(on.days)}",
        (
            SumRow("born", born, birth.dated.position),
            SumRow("", f"+ {age.low} years", age.position),
            SumRow(
                f"turns {words}",
                said(turned),
                on.dated.position if on.dated else None,
                is_result=True,
            ),
        ),
        "Look up the date of birth.",
    )


def _born(birth: Birth) -> str:
    days = birth.dated.days
    return f"Born {'on' if days.is_day else 'in'} {said(days)}"


def _name(age: ToldAge, birth: Birth) -> str:
    """Who it is, in the words of the birth or of the age, as the middle of a sentence."""
    named = [who for who in (birth.who, age.who) if who is not None]
    who = next((w for w in named if w.is_name), None) or next((w for w in named if w.is_noun), None)
    who = who or (named[0] if named else Who("they"))
    return who.words if who.is_name else who.words[:1].lower() + who.words[1:]


def _years(youngest: int, oldest: int) -> str:
    youngest = max(youngest, 0)
    if youngest == oldest:
        return str(oldest)
    return f"{youngest} or {oldest}" if oldest - youngest == 1 else f"{youngest} to {oldest}"
