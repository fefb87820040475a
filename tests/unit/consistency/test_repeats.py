"""What is said twice: figures, quotations, and the headline against the text."""

import pytest

from factcheck.consistency import repeats
from factcheck.model.article import Role
from factcheck.model.finding import Outcome
from tests.unit.consistency.subjects import conflicts, subject, told

HEADLINE = (Role.HEADLINE,)

CONFLICTS = [
    "The town got {$34 million|34000000|USD} in relief. The {$344 million|344000000|USD} has not arrived, it said.",
    "Clearing the harbor will cost {$640 billion|640000000000|USD}. The port put the cost at {$640 million|640000000|USD}.",
    "The tunnel is {2,450 metres|2450|m} long. Buses will use the {2,540-metre|2540|m} tunnel from June.",
    "The school has {450 pupils}. All {540 pupils} were sent home.",
    "The tower is {24 storeys} high. Work on the 27-storey tower began in spring.",
    "{Twelve jurors|12|jurors} heard the case. The {11 jurors} took two days.",
    "The {£3.2m|3200000|GBP} grant was paid in spring. Officials said the {£2.3 million|2300000|GBP} grant came late.",
    "{Fourteen officers|14|officers} were hurt. The {16 officers} are recovering.",
    "A budget of {£45 million|45000000|GBP} was passed. The {£54 million|54000000|GBP} budget covers two years.",
    "The ship carried {4,310 passengers}. All {4,130 passengers} were taken off.",
    "The pier is {300 metres|300|m} long. The {200-metre|200|m} pier was built by hand.",
    "{Five|5|} killed in bus crash\n{Four people|4|people} were killed when a bus overturned on the coast road.",
    "{Two|2|} charged over robbery\n{Three men|3|men} were charged over the robbery at a bank.",
    "Council cuts {200 jobs}\nThe council will cut {250 jobs}, it said.",
    "Bridge to close for [nine weeks|P9W]\nThe bridge will close for [eight weeks|P8W] from spring.",
    "Storm closes {40 schools}\nThe storm closed {14 schools} across the county.",
    "{Three|3|} killed in crash\n{Three people|3|people} were injured in the crash, police said.",
    "{Three|3|} rescued from river\n{Three people|3|people} drowned in the river.",
    "Skerrow beat Vang 2-1\nSkerrow beat Vang 3-1 in the rain.",
    "Skerrow beat Vang\nVang beat Skerrow in the rain.",
    "Council approves stadium plan\nThe council rejected the stadium plan after a long debate.",
    "Unemployment rises in county\nUnemployment fell in the county, the office said.",
    "Court convicts former treasurer of fraud\nThe court acquitted the former treasurer of fraud.",
    "Mayor denies lying to council\nThe mayor admitted lying to the council.",
    "Bruun to meet Lund as strike looms\nBruun promised help during a call with Lund.",
    "Bruun meets Lund in Skerrow\nBruun and Lund spoke by phone about the strike.",
    "Volcano erupts in Norland\nThe volcano has not erupted yet, experts in Norland said.",
    "Council votes for smoking ban\nThe council voted against the smoking ban.",
    "Museum to open in May\nThe museum will open in June.",
    "Rents double\nRents have tripled, the survey says.",
    "Storm leaves {2,000|2000|} homeless\nThe storm made {20,000 people|20000|people} homeless.",
    "Firm fined {£2 million|2000000|GBP}\nThe firm was fined {£3 million|3000000|GBP} for the spill.",
    "Police arrest {two|2|} over theft\n{Three men|3|men} were arrested over the theft.",
    "It has {27|27|states} member states. The {28|28|states} member states must agree.",
    "The minister said {17 people|17|people} had died. The {71 dead|71|dead} were buried.",
    "The trial lasted [six weeks|P6W]. After the [nine-week|P9W] trial the jury went home.",
    "Lund was jailed for [12 years|P12Y]. His [15-year|P15Y] sentence begins in spring.",
    "The stadium seats {54,000|54000|}. The 45,000-seat stadium opens in spring.",
    "The film cost {$40 million|40000000|USD} to make. The {$45 million|45000000|USD} film opens soon.",
    "The city has {320,000|320000|inhabitants} inhabitants. With its {230,000|230000|inhabitants} inhabitants it is small.",
    "The bill was passed by 312 votes to 214. The 312-241 vote came late.",
    "Marta Quist, a mother of three, died on the road. Her four children are with an aunt.",
    "The mill was built in 1912. The mill, built in 1921, burned down.",
    "The firm sold its first car in 1998. Its first car came out in 1996.",
]

INNOCENT = [
    # rounding, and words for numbers
    "The state pays {A$20m|20000000|AUD} for the right. It bought the right for {A$20.05 million|20050000|AUD}.",
    "{A dozen officers|12|officers} were hurt. The {12 officers} are recovering.",
    "The cost is {$850 million|850000000|USD}. The {$850m|850000000|USD} plan goes to the council.",
    # change
    "The school had {450 pupils}. It has grown, and all {540 pupils} were sent home.",
    "The grant was first {£2.3 million|2300000|GBP}. The {£3.2m|3200000|GBP} grant was raised by the state.",
    "Police at first spoke of {12 officers}. The {14 officers} are recovering.",
    # parts, others, differences
    "{Twenty officers|20|officers} came. The {12 officers} who were hurt are recovering.",
    "{Twenty passengers|20|passengers} were aboard and {five|5|} died. The {15 passengers} left were flown home.",
    "{Twelve officers|12|officers} were hurt. The other {14 officers} went home.",
    "It fired {36 shells}. {Six shells|6|shells} of them hit the town.",
    # other things, other kinds
    "The {12|12|officers} police officers are hurt. The {14|14|officers} army officers are not.",
    "The bridge is {1,080 metres|1080|m} long. The {1,800-metre|1800|m} tunnel opens in June.",
    "The bridge is {420 metres|420|m} long and {9 metres|9|m} wide.",
    "The {16GB|16|GB} model costs less than the {32GB|32|GB} model.",
    "The bank has {$5 billion|5000000000|USD}. It gave the zoo {$5 million|5000000|USD}.",
    "Rain fell on {22 days}. The show had {222 guests}.",
    # other years
    "In 2010 the school had {450 pupils}. In 2020 all {540 pupils} moved.",
    # the headline is right, rounded, hedged or added up
    "{Five|5|} killed in crash\nTwo men and three women died; {five people|5|people} in all.",
    "{Five|5|} killed in crash\n{Two men|2|men} and {three women|3|women} were killed when a bus overturned.",
    "Council cuts {200 jobs}\nThe council will cut about {205 jobs}, it said.",
    "More than {200 jobs} to go\nThe council will cut {250 jobs}, it said.",
    "Skerrow beat Vang 2-1\nSkerrow won 2-1 in the rain.",
    "Skerrow beat Vang\nVang was beaten by Skerrow in the rain.",
    "Council approves stadium plan\nThe council approved the plan. Last year it rejected the stadium plan.",
    "Unemployment rises in county\nUnemployment fell in the valley but rose in the county.",
    "Bruun meets Lund in Skerrow\nBruun met Lund for an hour. The two had spoken by phone on Sunday.",
    "Bruun to meet critics of plan\nBruun will visit the critics. She had promised it in a call on Monday.",
    "Volcano erupts in Norland\nThe volcano has not erupted since 1950, but it erupted on Monday.",
    "Firm holds off on pay\nThe firm will not hold a vote on the plan.",
    "Council votes for smoking ban\nThe council voted for the ban. Two members voted against it.",
    "Museum to open in May\nThe museum will open in June, a month later than in May as planned.",
    "Rents double\nRents have doubled here and tripled there.",
    "Bank to cut {1,000 jobs}\nThe bank, which cut {2,000 jobs} last year, will cut a thousand more.",
    "A club beats Vang\nVang lost to the club.",
    "The {1,237|1237|delegates} delegates are needed to win. New York has {95|95|delegates}; all {95|95|delegates} delegates went to him.",
    "The trial lasted [six weeks|P6W]. The [nine-week|P9W] trial of his brother went well.",
    "The dam is {185 metres|185|m} high. A {158-metre|158|m} dam abroad failed.",
    "Police seized {24 kilograms|24|kg} of cocaine. The {42 kilograms|42|kg} of heroin were found later.",
    "It has {1.5 million|1500000|visitors} visitors a year. The {15 million|15000000|visitors} visitors since then liked it.",
    "I am the {one|1|candidate} candidate here. All {three|3|candidates} candidates spoke.",
    "Skerrow won 3-1. The 3-2 win came a week earlier.",
    "Marta Quist, a mother of three, died on the road. Lena Vig said her four children were well.",
    "The mill was built in 1912. The new mill was built in 1921.",
]


@pytest.mark.parametrize("marked", CONFLICTS)
def test_two_figures_or_deeds_for_one_thing_are_a_conflict(marked: str) -> None:
    roles = HEADLINE if "\n" in marked else ()
    assert len(conflicts(repeats.findings, marked, roles=roles)) == 1


@pytest.mark.parametrize("marked", INNOCENT)
def test_what_may_both_be_right_is_no_conflict(marked: str) -> None:
    roles = HEADLINE if "\n" in marked else ()
    assert conflicts(repeats.findings, marked, roles=roles) == []


def test_conflict_names_both_sides_in_the_articles_words() -> None:
    marked = "The school has {450 pupils}. All {540 pupils} were sent home."
    [found] = conflicts(repeats.findings, marked)
    assert "“450 pupils”" in found.message
    assert "“540 pupils”" in found.message
    assert found.arithmetic == "450 pupils ≠ 540 pupils"
    assert [place.of(subject(marked).text) for place in found.places] == [
        "450 pupils",
        "540 pupils",
    ]


def test_thousandfold_slip_is_told_as_such() -> None:
    marked = (
        "Clearing the harbor will cost {$640 billion|640000000000|USD}. "
        "The port put the cost at {$640 million|640000000|USD}."
    )
    [found] = conflicts(repeats.findings, marked)
    assert found.rule == "magnitude"
    assert "thousandfold" in found.arithmetic


def test_first_sentence_of_one_block_can_be_a_headline() -> None:
    marked = (
        "{Five|5|} killed in bus crash. {Four people|4|people} were killed when a bus overturned."
    )
    [found] = conflicts(repeats.findings, marked)
    assert found.rule == "headline-body"


def test_headline_figure_that_the_text_repeats_is_shown_as_agreeing() -> None:
    marked = "Storm closes {40 schools}\nThe storm closed {40 schools} across the county."
    assert told(repeats.findings, marked, roles=HEADLINE) == [("headline-body", "consistent")]


def _quoted(
    text: str, *quotations: str, roles: tuple[Role, ...] = HEADLINE
) -> list[tuple[str, str, str]]:
    found = repeats.findings(subject(text, roles=roles, quotations=[(q, "") for q in quotations]))
    return [(f.rule, f.outcome.value, f.arithmetic) for f in found]


def test_altered_quotation_in_the_headline_is_a_question() -> None:
    text = "Bruun vows ‘safety, honesty’\nThe mayor promised “safety and honesty” for all."
    found = _quoted(text, "‘safety, honesty’", "“safety and honesty”")
    assert found == [("quote-match", "ask", "“—” ≠ “and”")]


def test_other_marks_and_capitals_do_not_alter_a_quotation() -> None:
    text = "‘No Limits’ pact\nThey call it a “no limits” pact."
    [(rule, outcome, _)] = _quoted(text, "‘No Limits’", "“no limits”")
    assert (rule, outcome) == ("quote-match", "consistent")


def test_long_quotation_with_one_word_changed_is_a_question() -> None:
    text = (
        "“We will hand the bridge over in August,” she said.\n"
        "Her words were “we will hand the bridge back in August”."
    )
    found = _quoted(
        text,
        "“We will hand the bridge over in August,”",
        "“we will hand the bridge back in August”",
        roles=(),
    )
    assert found == [("quote-match", "ask", "“over” ≠ “back”")]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("‘We won’t pay’\n“We will not pay,” she said.", ("‘We won’t pay’", "“We will not pay,”")),
        ("‘Shame’\n“It is a disgrace,” she said.", ("‘Shame’", "“It is a disgrace,”")),
        (
            "“We have no other choice left now,” she said.\n“They have no idea what to do,” he said.",
            ("“We have no other choice left now,”", "“They have no idea what to do,”"),
        ),
    ],
)
def test_short_forms_and_other_quotations_raise_no_question(
    text: str, quotations: tuple[str, ...]
) -> None:
    assert "ask" not in [outcome for _, outcome, _ in _quoted(text, *quotations)]


@pytest.mark.parametrize(
    "marked",
    [
        "Access to lake restored\nAccess to the lake is slowly being restored, the council said.",
        "Bridge reopened after repairs\nThe bridge will be reopened when the repairs are done.",
        "Mayor to resign\nThe mayor resigned on Monday.",
        "Fire in Vang kills cow\nThe fire in Skerrow killed a cow.",
    ],
)
def test_done_or_not_and_where_are_questions(marked: str) -> None:
    assert told(repeats.findings, marked, roles=HEADLINE) == [("headline-body", "ask")]


def test_figures_of_other_scripts_and_sizes_do_no_harm() -> None:
    marked = (
        "The {٤٥٠|450|pupils} and the {９９|99|pupils}. All {1e400|1e308|pupils} of {0|0|} came."
    )
    assert all(f.outcome is not Outcome.ASK for f in repeats.findings(subject(marked)))
