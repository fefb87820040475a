"""Which part of a text plays which role."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model.article import DateOrigin, Role
from factcheck.reading import read_text

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
LONG = "The council voted for the new bridge on Tuesday, after a debate that went on until well past midnight."
MORE = "Nine of its fourteen members were in favour, among them two who had been against it all through the spring."


def roles(text: str) -> list[tuple[str, str]]:
    read = read_text(text, NOW)
    return [(block.role.value, block.position.of(read.draft.text)) for block in read.blocks]


def test_headline_subheading_dateline_body_and_crosshead() -> None:
    text = (
        "Town to build a third bridge\n\nVote ends six years of quarrel\n\n"
        f"MILLBROOK — {LONG}\n\n{MORE}\n\nA long quarrel\n{LONG}\n\n{MORE}\n"
    )
    assert roles(text) == [
        ("headline", "Town to build a third bridge"),
        ("subheading", "Vote ends six years of quarrel"),
        ("dateline", "MILLBROOK —"),
        ("body", LONG),
        ("body", MORE),
        ("crosshead", "A long quarrel"),
        ("body", LONG),
        ("body", MORE),
    ]


@pytest.mark.parametrize(
    "credit",
    [
        "(Photo: Jo Field)",
        "(AP Photo/Jo Field)",
        "(File photos: AFP)",
        "Image: Jo Field.",
        "Photo by Jo Field",
        "[Jo Field/Getty Images]",
        "Photograph: J. Field/AFP",
        "(Photo by Jo Field/AFP via Getty Images)",
        "Image: J. C. Field (public domain).",
        "Photo: U.S. Navy photo by A. Brook.",
        "Image source, Getty Images",
    ],
)
def test_a_caption_and_its_credit_share_a_line(credit: str) -> None:
    found = roles(f"A headline\n\n{LONG}\n\nThe old bridge in 1950. {credit}\n\n{MORE}")
    assert found[2:4] == [("caption", "The old bridge in 1950."), ("credit", credit)]


def test_a_caption_without_a_full_stop_before_its_credit() -> None:
    found = roles(f"A headline\n\n{LONG}\n\nThe old bridge in 1950 Image: Jo Field\n\n{MORE}")
    assert found[2:4] == [("caption", "The old bridge in 1950"), ("credit", "Image: Jo Field")]


@pytest.mark.parametrize(
    "line",
    [
        "In this Jan. 1, 2020 file photo, the mayor looks at the bridge.",
        "FILE - The mayor looks at the bridge on Jan. 1, 2020.",
        "The mayor (L) and the governor (R) look at the bridge.",
        "The old bridge is pictured in 1950.",
    ],
)
def test_captions_by_what_they_say(line: str) -> None:
    assert roles(f"A headline\n\n{LONG}\n\n{line}\n\n{MORE}")[2] == ("caption", line)


def test_a_title_directly_above_a_caption_is_a_subheading() -> None:
    found = roles(
        f"A headline\n\n{LONG}\n\nBridge over troubled water\nThis photo shows the bridge. (AFP)\n\n{MORE}"
    )
    assert found[2] == ("subheading", "Bridge over troubled water")
    assert found[3][0] == "caption"


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("PARIS — The", "PARIS —"),
        ("WASHINGTON (AP) — The", "WASHINGTON (AP) —"),
        ("SEOUL, South Korea (AP) — The", "SEOUL, South Korea (AP) —"),
        ("LONDON, Oct 3 (Reuters) - The", "LONDON, Oct 3 (Reuters) -"),
        ("SAN FRANCISCO, Oct. 24, 2019 — The", "SAN FRANCISCO, Oct. 24, 2019 —"),
        ("Brussels, 3 May 2020 – The", "Brussels, 3 May 2020 –"),
        ("NEW YORK -- The", "NEW YORK --"),
        ("New York – The", "New York –"),
        ("(Beirut) – The", "(Beirut) –"),
        ("GENEVA (3 May 2020) – The", "GENEVA (3 May 2020) –"),
        ("SAN FRANCISCO – December 10, 2019 – The", "SAN FRANCISCO – December 10, 2019 –"),
        ("San Francisco, CA, 5 May 2020 ― The", "San Francisco, CA, 5 May 2020 ―"),
        ("ISLAMABAD: The", "ISLAMABAD:"),
        ("NEW YORK, 3 May (Xinhua) -- The", "NEW YORK, 3 May (Xinhua) --"),
        ("TEL AVIV/JERUSALEM (Reuters) - The", "TEL AVIV/JERUSALEM (Reuters) -"),
        ("ST. PAUL, Minn. (AP) — “The", "ST. PAUL, Minn. (AP) —"),
    ],
)
def test_datelines_of_many_houses(opening: str, dateline: str) -> None:
    found = roles(f"A headline\n\n{opening} council voted on Tuesday for the new bridge.\n\n{MORE}")
    assert found[1] == ("dateline", dateline)
    assert found[2][0] == "body"


@pytest.mark.parametrize(
    "lead",
    [
        "NASA — the space agency — said on Tuesday that it will build a bridge to the moon.",
        "Paris — long a city of bridges — is to build another one across its river next year.",
        "UPDATE: The council has voted for the new bridge, by nine votes to five, on Tuesday.",
        "A well-known bridge - the oldest one - has fallen into the river, the town said on Tuesday.",
    ],
)
def test_a_dash_after_a_name_does_not_make_a_dateline(lead: str) -> None:
    assert roles(f"A headline\n\n{lead}\n\n{MORE}")[1] == ("body", lead)


def test_a_date_that_stands_alone_is_the_day_of_publication() -> None:
    read = read_text(f"A headline\n\nFriday, May 8, 2009\n\n{LONG}\n\n{MORE}", NOW)
    assert (read.article.published, read.article.published_from) == (
        date(2009, 5, 8),
        DateOrigin.TEXT,
    )
    assert [block.role for block in read.blocks][:2] == [Role.HEADLINE, Role.DATELINE]


def test_a_date_in_a_sentence_is_not_the_day_of_publication() -> None:
    read = read_text(f"A headline\n\nOn May 8, 2009, the town voted. {LONG}\n\n{MORE}", NOW)
    assert (read.article.published, read.article.published_from) == (None, DateOrigin.NONE)


@pytest.mark.parametrize(
    "line",
    [
        "Read more Region and World",
        "READ MORE: Mayor resigns over bridge",
        "Related articles",
        "Advertisement",
        "Story continues below advertisement",
        "اضافة اعلان",
        "Share this article on Facebook",
        "Share | Tweet | Email",
        "Subscribe to our newsletter",
        "Follow us on Twitter @millbrook",
        "Copyright 2019 The Millbrook Courier. All rights reserved.",
        "© 2019 Millbrook Courier",
        "Have an opinion on this story? Share it!",
        "###",
    ],
)
def test_what_is_no_part_of_the_article(line: str) -> None:
    assert ("boilerplate", line) in roles(f"A headline\n\n{LONG}\n\n{line}\n\n{MORE}")


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by nine percent on Tuesday, the steepest fall in six years.",
        "Copyright law was changed in 2019, and nobody in the town noticed.",
        "More than half of the town’s money goes into bridges, the auditors found.",
        "Follow the money, the auditors said, and they found it in the river.",
        "Subscribers to the paper numbered 4,000 in 2019.",
        "Related costs came to 3 million dollars in the first year.",
        "Comments by the mayor were struck from the minutes of the meeting.",
        "Like the bridge before it, this one will have two lanes.",
        "The images of the old bridge (photographs from 1950 among them) were sold.",
        "The town sold all 12 of its old bridges (images of which are kept in the museum).",
        "By Tuesday all nine members had said that they would vote for it.",
        "The governor (R) pictured himself on the new bridge, he told the council on Tuesday.",
        "In his book he quotes from Self Image: A Study of the Mind, which nobody has read.",
        "Contacts between the two towns broke off when the bridge fell in 1950.",
        "Sources close to the mayor said that he had not read the contract.",
        "Sign in the window: the shop is closed until the bridge is built.",
    ],
)
def test_a_sentence_of_the_article_is_never_boilerplate(line: str) -> None:
    assert ("body", line) in roles(f"A headline\n\n{LONG}\n\n{line}\n\n{MORE}")


def test_an_advertising_slot_glued_to_a_paragraph_is_cut_off() -> None:
    assert roles(f"A headline\n\n{LONG}اضافة اعلان\n\n{MORE}")[1:3] == [
        ("body", LONG),
        ("boilerplate", "اضافة اعلان"),
    ]
    assert roles(f"A headline\n\n{LONG}ADVERTISEMENT\n\n{MORE}")[2] == (
        "boilerplate",
        "ADVERTISEMENT",
    )


def test_a_foreign_name_after_a_space_belongs_to_the_sentence() -> None:
    line = f"{LONG[:-1]} in the square called “Victory.” ميدان النصر"
    assert roles(f"A headline\n\n{line}\n\n{MORE}")[1] == ("body", line)


def test_the_links_and_the_sites_name_at_the_end() -> None:
    found = roles(
        f"A headline\n\n{LONG}\n\n{MORE}\n\nRelated news\n\nMayor resigns over bridge\n\nMillbrook Courier"
    )
    assert [role for role, _ in found[3:]] == ["boilerplate"] * 3


def test_sources_at_the_end_are_not_the_article() -> None:
    found = roles(
        f"A headline\n\n{LONG}\n\n{MORE}\n\nSources\n\n“Bridge approved” — Millbrook Courier, May 8, 2009"
    )
    assert found[3] == ("boilerplate", "Sources")
    assert found[4][0] == "boilerplate"


@pytest.mark.parametrize("line", ["By Jo Field", "By Jo Field and Ann Brook, Staff Writers", "AFP"])
def test_who_wrote_it_is_a_credit(line: str) -> None:
    assert roles(f"A headline\n\n{line}\n\n{LONG}\n\n{MORE}")[1] == ("credit", line)


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Jo Field; editing by Ann Brook",
        "Associated Press writers Jo Field in Paris and Ann Brook in Rome contributed to this report.",
        "(With inputs from agencies)",
        "Source: Millbrook Courier",
    ],
)
def test_who_else_wrote_it_is_a_credit(line: str) -> None:
    assert roles(f"A headline\n\n{LONG}\n\n{MORE}\n\n{line}")[-1] == ("credit", line)


def test_a_sentence_above_the_byline_is_a_subheading() -> None:
    standfirst = "After six years the town gets its third bridge."
    found = roles(f"A headline\n\n{standfirst}\n\nBy Jo Field\n\n{LONG}\n\n{MORE}")
    assert found[1] == ("subheading", standfirst)


def test_the_papers_name_above_the_headline() -> None:
    found = roles(f"Millbrook News\n\nTown to build a third bridge\n\n{LONG}\n\n{MORE}")
    assert found[:2] == [
        ("boilerplate", "Millbrook News"),
        ("headline", "Town to build a third bridge"),
    ]


def test_a_quotation_set_again_on_its_own_is_a_pull_quote() -> None:
    quote = "Nobody wanted this bridge, and now everybody wants it"
    found = roles(f"A headline\n\n{LONG}\n\n“{quote}”\n\n“{quote},” said the mayor. {MORE}")
    assert found[2] == ("pullquote", f"“{quote}”")


def test_one_paragraph_is_body() -> None:
    assert roles(LONG) == [("body", LONG)]


def test_no_headline_where_the_text_begins_with_a_sentence() -> None:
    assert roles(f"{LONG}\n\n{MORE}") == [("body", LONG), ("body", MORE)]


@pytest.mark.parametrize("word", ["Bridge", "🌉", "Advertisement", "جسر", "."])
def test_a_text_of_one_word_is_body(word: str) -> None:
    assert roles(word) == [("body", word)]


def test_the_stanzas_of_a_poem_stay_whole() -> None:
    first = "The river ran below the town\nand carried all our bridges down,\nand when the last of them was gone"
    second = "we built another, stone by stone,\nand no one asked us who should pay\nto see it swept away some day."
    assert roles(f"The bridge\n\n{first}\n\n{second}") == [
        ("headline", "The bridge"),
        ("body", first),
        ("body", second),
    ]


def test_lines_broken_to_a_width_make_one_paragraph() -> None:
    text = (
        "Town to build a third bridge\n\n"
        "The council voted for the new bridge on Tuesday, after a\n"
        "debate that went on until well past midnight. Nine of its\n"
        "fourteen members were in favour.\n\n"
        "Two of them had been against it all through the spring, and\n"
        "only changed their minds when the price fell by a quarter.\n"
    )
    assert [role for role, _ in roles(text)] == ["headline", "body", "body"]


def test_items_of_a_list_are_body_and_no_crossheads() -> None:
    found = roles(f"A headline\n\n{LONG}\n\n- two lanes\n- one path\n- no toll\n\n{MORE}")
    assert [role for role, _ in found] == ["headline", "body", "body", "body", "body", "body"]


def test_the_title_is_the_headline_else_the_first_words() -> None:
    assert read_text(f"A headline\n\n{LONG}\n\n{MORE}", NOW).article.title == "A headline"
    assert read_text(LONG, NOW).article.title.startswith("The council voted for the new bridge")
    assert len(read_text("word " * 500, NOW).article.title) < 100


TEXTS = st.text(
    st.characters(codec="utf-8")
    | st.sampled_from("\r\n \n\n\u00a0\u2028\u200f\u200b🧑🏽‍🚀😀éשלוםقال.,!?“”()—-:©"),
    max_size=200,
)
LINES = st.lists(
    st.sampled_from(
        [LONG, MORE, "A headline", "", "", "Advertisement", "BEIJING — It rained.اضافة اعلان", "😀\u00a0",
         "Friday, May 8, 2009", "Old bridge. Image: J. Field.", "Related news", "By Jo Field", "“" + LONG + "”",
         "- item", "قال رئيس البلدية إن الجسر كلف ثلاثة ملايين.", " (AFP)", "Photo: Jo Field", "Millbrook News"]
    ) | TEXTS,
    max_size=25,
)  # fmt: skip


@settings(max_examples=300)
@given(
    st.one_of(
        TEXTS,
        st.tuples(LINES, st.sampled_from(["\n", "\r\n", "\n\n", "\r"])).map(
            lambda x: x[1].join(x[0])
        ),
    )
)
def test_blocks_hold_everything_but_white_space_once(text: str) -> None:
    text = "x" + text
    read = read_text(text, NOW)
    written = read.draft.text
    at = 0
    for block in read.blocks:
        words = block.position.of(written)
        assert block.position.start >= at
        assert not written[at : block.position.start].strip()
        assert words and words == words.strip()
        assert block.draft_id == read.draft.id
        at = block.position.end
    assert not written[at:].strip()
