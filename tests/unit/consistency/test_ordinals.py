"""Firsts, nths, only ones and nevers against the rest of the article."""

import pytest

from factcheck.consistency import ordinals
from factcheck.model.article import Role
from tests.unit.consistency.subjects import conflicts, subject, told

HEADLINE = (Role.HEADLINE,)

CONFLICTS = [
    # nths of one thing
    "It was the second reported visit since the revolt began. In this, their third visit since the revolt, they spoke.",
    "It is the longest closure ever and the second since the flood of [1998]. Lund called it the first closure since the flood of [1998].",
    "This is the fourth general election since the war began. In this, the fifth general election since the war began, few voted.",
    "It was her second Skerrow Cup title, after victories in [2012], [2014] and [2016].",
    "The win gave the club its third cup, following successes in [1998], [2003] and [2009].",
    "It is their second title. They also won in [1990], [1995] and [2001].",
    "The two-time champion, who won in [2010], [2012] and [2015], is out.",
    "Quist wins third Skerrow title\nIt was his second Skerrow title, and he wept.",
    "The bridge has been closed twice before. It is the second closure.",
    # since
    "It is the first visit by a mayor since [2010]. Ida Bruun came in [2015], and left early.",
    "No mayor of the town has visited the island since [1985]. Ida Bruun visited in [2001].",
    "The club has not won the cup since [1990]. They won it in [2005].",
    "The team last won the title in [1998]. They won in [2004].",
    "The club won the cup for the first time since [1990]. They won it in [2005].",
    "It is the first strike at the plant since [2001]. Workers walked out in [2009].",
    "There have been no fatal accidents on the line since [1999]. Three people died in a crash there in [2006].",
    "Prices reached {9.1 percent}, the highest since [1981]. In [1990] it was {9.8 percent}.",
    "Unemployment fell to {4 percent}, the lowest level since [1975]. It was {3.8 percent} in [2019].",
    # runs
    "Prices rose in June for the third month running, after falling in May.",
    "Sales fell for the fourth consecutive year in [2020]. Sales rose in [2018].",
    # only, never, largest, first
    "She is the only woman on the board. The other women on the board said nothing.",
    "It is the only bridge in the town. The town’s two bridges were shut.",
    "He is the only survivor. Another survivor, Jo Quist, said she had jumped.",
    "She was an only child. Her older brother told the paper she was kind.",
    "He has never lost an election. He lost the [1998] election to Lund.",
    "Lund never married. His ex-wife said he had been kind.",
    "The mountain has never been climbed. It was climbed in [1987].",
    "The team are unbeaten this season. Their defeat at Vang still hurts.",
    "Skerrow is the largest city in Norland. Vang is the largest city in Norland.",
    "Skerrow is the largest city in Norland. Skerrow, the second-largest city in Norland, is growing.",
    "The mill is the tallest building in the city, at {120 metres|120|m}. The {150-metre|150|m} town building in the city opened late.",
    "He won the race for the first time. He also won the race in [2010].",
    "Her debut novel came out in spring. Her earlier novels sold well.",
    "She is the first woman to hold the post. Two women have held the post before her.",
    "She is the youngest of three sisters. Her younger sister wept.",
    "It is the third time the bridge has been closed since [2000]. This second closure since [2000] will be short.",
    "Quist won her first medal on Sunday. She also won medals in [2008] and [2012].",
    "Nobody has ever survived the jump. Two people survived it in [1998].",
    "No one has been executed in the state since [1977]. In [1991] a murderer was executed.",
    "It is the first rise in interest rates since [2008]. Interest rates were raised in [2015].",
    "The team has lost every match this season. It beat Vang in the rain.",
    "The king has never visited the island. On his visit to the island in [1995] he planted a tree.",
    "He is the only Norlander to have won the race. Bo Rasker, another Norlander, won the race in [1985].",
    "The hospital is the only one in the county. The county’s other hospital is in Vang.",
]

INNOCENT = [
    "It was her fourth Skerrow Cup title, after victories in [2012], [2014] and [2016].",
    "It was her fifth title, after victories in [2012] and [2014].",
    "It was her first win, after defeats in [2012] and [2014].",
    "It is the first visit by a mayor since [2010]. Ida Bruun came in [2010].",
    "It is the first visit by a mayor since [2010]. Ida Bruun came in [2003].",
    "It is the first visit by a mayor since [2010]. Ida Bruun planned to come in [2015].",
    "It is the first visit by a mayor since [2010]. Ida Bruun was born in [2015].",
    "They won in [2015]. It was their first win since [2010].",
    "It was Skerrow’s first win since [2010]. Vang won in [2015].",
    "Prices fell for the first time since [2010]. Wages fell in [2015].",
    "The third quarter was the first since [1981] with a profit of {9.1 percent}.",
    "Prices rose {9.1 percent}, the highest figure since [1981]. In [1979] it was {13 percent}.",
    "Prices rose in June for the third month running, after falling in March.",
    "Sales fell for the fourth consecutive year in [2020]. Sales rose in [2016].",
    "Prices rose in June for the third month running. Wages fell in May.",
    "It was the second goal of the night. The third goal came late.",
    "In March it had its second visit since the revolt; in June came its third visit since the revolt.",
    "In [March 2020] he made his second visit since the revolt. In [June 2020] he made his third visit since the revolt.",
    "It was her second title. Her sister’s third title came a year later.",
    "It is the second reported visit since the revolt. It is the third secret visit since the revolt.",
    "She is the only woman on the board. The other men on the board said nothing.",
    "It is the only bridge in the town. Another bridge upriver was shut.",
    "It is the only school in the village. The village’s other school closed in [1999].",
    "It is not the only bridge in the town. The other bridge in the town is older.",
    "She was an only child. His older brother was not.",
    "He has never lost an election. She lost the [1998] election to Lund.",
    "He had never lost an election. He lost the [1998] election to Lund.",
    "He has never lost an election before. He lost the election on Sunday.",
    "He never lost an election. He would have lost the election to Lund.",
    "The team are unbeaten this season. Their run began after a defeat at Vang.",
    "The team were unbeaten until May. Their defeat at Vang still hurts.",
    "Skerrow is the largest city in Norland. Vang is the largest city in Sudland.",
    "Skerrow is the largest city in Norland. Vang is the second-largest city in Norland.",
    "Skerrow was once the largest city in Norland. Vang is the largest city in Norland.",
    "The first lady spoke in the second half of the third week.",
    "His first film this year won a prize. His previous film failed.",
    "The youngest of four children, he left. His older brother stayed.",
    "She is the first woman to hold the post. Two men have held the post before her.",
    "He is the only Norlander to have won the race. Bo Rasker, another Norlander, came second.",
    "No mayor had visited since [1990]. Ida Bruun visited in [2011].",
    "The first visit since [2010] was a success. He came again in [2015].",
    "The last strike was in [2004]. The workers will strike in [2025].",
    "The team are unbeaten at home. They lost at Vang in spring.",
    "Nobody has ever survived the jump. Two people died there in [1998].",
    "The hospital is the only one in the county. The next county has two hospitals.",
    "It is the first rise in interest rates since [2008]. The bank last raised rates in [2008].",
    "The volcano last erupted in [1944]. An eruption in [1906] damaged the village.",
]


@pytest.mark.parametrize("marked", CONFLICTS)
def test_what_cannot_be_counted_so_is_a_conflict(marked: str) -> None:
    roles = HEADLINE if "\n" in marked else ()
    assert len(conflicts(ordinals.findings, marked, roles=roles)) == 1


@pytest.mark.parametrize("marked", INNOCENT)
def test_what_may_be_counted_so_is_none(marked: str) -> None:
    assert conflicts(ordinals.findings, marked) == []


def test_two_counts_that_must_agree_are_linked_with_their_dates() -> None:
    marked = (
        "It was the second reported call between the two since the fire of [February 24|2022-02-24]. "
        "The call [Wednesday|2022-06-15] was their first reported contact since the day after the fire."
    )
    [found] = [f for f in ordinals.findings(subject(marked)) if f.rule == "ordinal"]
    assert found.outcome.value == "consistent"
    assert "25 February 2022" in found.arithmetic
    assert "15 June 2022" in found.arithmetic
    assert [row.label for row in found.rows] == ["counted from", "number 1", "number 2"]


def test_more_since_the_later_day_than_since_the_earlier_is_a_conflict() -> None:
    marked = (
        "It was the second call since the fire of [February 24|2022-02-24]. "
        "It was their third call since the day after the fire."
    )
    [found] = conflicts(ordinals.findings, marked)
    assert found.arithmetic == "2 ≠ 3"


def test_first_in_ten_years_is_counted_from_the_publication_date() -> None:
    marked = "It is the club’s first defeat in [ten years|P10Y]. They lost in [{year}]."
    [found] = conflicts(ordinals.findings, marked.replace("{year}", "2017"), "2022-03-01")
    assert found.arithmetic == "2017 lies after 2012"
    assert conflicts(ordinals.findings, marked.replace("{year}", "2009"), "2022-03-01") == []
    assert conflicts(ordinals.findings, marked.replace("{year}", "2017")) == []


def test_defeat_of_another_year_leaves_the_season_unbeaten() -> None:
    marked = "The team are unbeaten this season. Their defeat at Vang in [2019] still hurts."
    assert conflicts(ordinals.findings, marked, "2022-04-10") == []
    assert len(conflicts(ordinals.findings, marked.replace("2019", "2022"), "2022-04-10")) == 1


@pytest.mark.parametrize(
    ("marked", "arithmetic"),
    [
        ("It was her fourth title, after victories in [2012], [2014] and [2016].", "3 + 1 = 4"),
        ("It is the first visit by a mayor since [2010]. Ida Bruun came in [2010].", "2010 = 2010"),
        (
            "Prices rose in June for the third month running, after falling in March.",
            "3 months back = 3",
        ),
    ],
)
def test_count_that_is_right_is_shown_so_that_it_can_be_ticked_off(
    marked: str, arithmetic: str
) -> None:
    [found] = list(ordinals.findings(subject(marked)))
    assert (found.outcome.value, found.arithmetic) == ("consistent", arithmetic)


def test_first_of_the_past_far_down_with_a_later_one_is_only_a_question() -> None:
    marked = (
        "The valley is wet. Rain fell. Rain fell again. "
        "It was the first eruption of the mountain since [1950]. The mountain erupted in [1987]."
    )
    assert told(ordinals.findings, marked) == [("since-contradiction", "ask")]
