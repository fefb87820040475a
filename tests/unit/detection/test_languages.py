"""The language of a text is named by its small words."""

import pytest

from factcheck.detection.languages import language_of

TEXTS = {
    "English": "The ferry was late again, and nobody on the pier had been told that it would not run.",
    "German": "Die Fähre kam wieder zu spät, und auf dem Anleger wusste niemand, dass sie nicht fährt.",
    "French": "Le bac est encore en retard et les gens qui sont sur le quai ne savent pas pour combien.",
    "Spanish": "El barco llegó tarde otra vez y los que estaban en el muelle no sabían que no saldría.",
    "Italian": "Il traghetto è in ritardo e la gente che aspetta sul molo non sa se la corsa si farà.",
    "Portuguese": "O barco chegou tarde e as pessoas que estavam no cais não sabiam que ele não sairia.",
    "Dutch": "De boot was weer te laat en niemand op de kade wist dat hij die dag niet zou varen.",
    "Swedish": "Färjan var sen igen och ingen på kajen hade fått veta att den inte skulle gå den dagen.",
    "Polish": "Prom znowu się spóźnił i nikt na nabrzeżu nie wiedział, że tego dnia nie popłynie do wsi.",
    "Turkish": "Vapur bugün de çok geç geldi ve bu iskelede bekleyen kimse onun için bir şey bilmiyor.",
    "Russian": "Паром опять опоздал, и на причале никто не знал, что он в этот день не пойдёт.",
    "Ukrainian": "Пором знову запізнився, і на причалі ніхто не знав, що він у цей день не піде до села.",
    "Greek": "Το πλοίο άργησε και πάλι και οι άνθρωποι που ήταν στην προβλήτα δεν ήξεραν ότι δεν θα φύγει.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_is_told_to_be_in_its_language(language: str) -> None:
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text",
    ["", "Der", "12 34 56 " * 40, "😀" * 500, "lorem ipsum dolor " * 40, "渡船又晚点了。" * 40],
)
def test_what_has_too_few_small_words_is_not_named(text: str) -> None:
    assert language_of(text) == ""


def test_only_the_beginning_of_a_book_is_read() -> None:
    assert language_of(TEXTS["German"] * 200 + TEXTS["Swedish"] * 10_000) == "German"
