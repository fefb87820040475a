"""A text file is read in whatever encoding it was saved, and raw data is refused in words."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import UnreadableFile
from factcheck.reading.encodings import decode

ENGLISH = "The mayor’s café — “closed” since May — cost £3 million.\r\nNobody paid.\r\n"
GREEK = "Ο δήμαρχος είπε ότι η γέφυρα κόστισε τρία εκατομμύρια.\nΚανείς δεν πλήρωσε.\n"
ARABIC = "قال رئيس البلدية إن الجسر كلف ثلاثة ملايين دينار.\nلم يدفع أحد.\n"
RUSSIAN = (
    "Мэр города заявил во вторник, что новый мост через реку обойдётся в три миллиона рублей. "
    "Никто не знает, кто за него заплатит, добавил он.\n"
) * 3
POLISH = (
    "Burmistrz powiedział, że nowy most będzie kosztował trzy miliony złotych, a dzieci będą się cieszyć. "
    "Później dodał, że część pieniędzy już została wydana na ścieżkę.\n"
) * 3


@pytest.mark.parametrize("text", [ENGLISH, GREEK, ARABIC, "Hi", "日本語の文章。\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_its_mark_or_in_utf_8(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt").lstrip("\ufeff") == text


@pytest.mark.parametrize("text", [ENGLISH, GREEK, ARABIC])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize(
    "text", [ENGLISH, "Café", "naïve", "£5", "“Yes,” he said.", "Señor Núñez – 20°", "80 €"]
)
def test_western_windows_texts_however_short(text: str) -> None:
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (POLISH, "cp1250")]
)
def test_other_code_pages_of_longer_texts(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


LANGUAGES = {
    "The café’s owner said “it cost £9.50 – or £8” on Tuesday, after a naïve debate of the town’s mayor.":
        "cp1252 mac_roman utf-16-le utf-16-be",
    "Der Bürgermeister erklärte, die Brücke über den Fluß koste „9 Millionen“ – größere Schäden sind möglich.":
        "cp1252 mac_roman utf-16-le",
    "Le maire a déclaré que le pont coûterait « 9 millions », à cause des dégâts de l’été. Ça dépend.":
        "cp1252 mac_roman",
    "El alcalde dijo que el puente costará más. ¿Cuándo empezarán las obras? Mañana, según el señor Núñez.":
        "cp1252 mac_roman cp850",
    "Burmistrz powiedział, że most będzie kosztował dziewięć milionów złotych. Mieszkańcy chcą, żeby się zaczęło.":
        "cp1250 iso8859-2",
    "Starosta řekl, že most bude stát devět milionů korun. Obyvatelé žádají, aby práce začaly už příští týden.":
        "cp1250 iso8859-2",
    "Belediye başkanı yeni köprünün dokuz milyon liraya mal olacağını söyledi. Şehirde yaşayanlar bekliyor.":
        "cp1254",
    "Мэр города заявил, что новый мост будет стоить девять миллионов рублей. Жители давно ждут начала работ.":
        "cp1251 koi8-r iso8859-5 utf-16-le utf-16-be",
    "Ο δήμαρχος είπε ότι η νέα γέφυρα θα κοστίσει εννέα εκατομμύρια ευρώ. Οι κάτοικοι περιμένουν εδώ και χρόνια.":
        "cp1253",
    "ראש העיר אמר כי הגשר החדש יעלה תשעה מיליון שקלים. התושבים מחכים כבר שנים לתחילת העבודות.": "cp1255",
    "市長は火曜日、新しい橋の建設費が九百万円になると述べた。住民は何年も前から工事を待っている。":
        "shift_jis euc_jp iso2022_jp utf-16-le utf-16-be",
    "市长星期二表示，新桥将耗资九百万元。居民多年来一直在等待工程开始。": "gbk gb18030 utf-16-le",
    "市長星期二表示，新橋將耗資九百萬元。居民多年來一直在等待工程開始。": "big5 utf-16-be",
    "시장은 화요일 새 다리를 짓는 데 구백만 원이 들 것이라고 말했다. 주민들은 몇 년째 기다리고 있다.":
        "euc_kr utf-16-be",
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(text, encoding) for text, names in LANGUAGES.items() for encoding in names.split()],
)
@pytest.mark.parametrize("times", [1, 5])
def test_a_paragraph_in_the_encodings_of_its_language(text: str, encoding: str, times: int) -> None:
    text = f"{text}\n\n" * times
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize(
    "text",
    [
        "“You’re going to see it,” she’d said. It’s theirs, we’re told, and they’ll pay: he’s sure they’re wrong. " * 4,
        "The bridge — now closed — cost £9m… “A lot,” said Zoë, “but it’s ‘ours’.” ½ of it isn’t paid. " * 4,
        "A café, a naïve plan and a façade – “très cher”, as the mayor’s fiancée put it; it’s the town’s. " * 4,
    ],
)  # fmt: skip
def test_english_whose_signs_could_be_letters(text: str, encoding: str) -> None:
    text = text.encode(encoding, "ignore").decode(encoding)
    assert decode(text.encode(encoding), "a.txt") == text


def test_utf_8_with_a_paragraph_pasted_from_windows() -> None:
    mixed = ENGLISH.encode("utf-8") + "It’s “done”.\n".encode("cp1252") + GREEK.encode("utf-8")
    assert decode(mixed, "a.txt") == ENGLISH + "It’s “done”.\n" + GREEK


def test_a_cut_off_last_letter_is_no_reason_to_refuse_the_rest() -> None:
    assert decode((ENGLISH * 3 + "é").encode("utf-8")[:-1], "a.txt").startswith(ENGLISH)
    assert decode(ENGLISH.encode("utf-16")[:-1], "a.txt").startswith(ENGLISH[:20])


def test_nuls_in_a_text_do_not_make_it_binary() -> None:
    assert decode(b"A line.\0\0\0\nAnother line, and it is longer.\n", "a.txt").count("\0") == 3


@pytest.mark.parametrize("seed", range(5))
def test_random_bytes_are_refused_in_one_sentence(seed: int) -> None:
    garbage = random.Random(seed).randbytes(5000)
    with pytest.raises(UnreadableFile, match="holds no readable text"):
        decode(garbage, "a.txt")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_sentence(data: bytes) -> None:
    try:
        assert isinstance(decode(data, "a.txt"), str)
    except UnreadableFile as error:
        assert str(error).endswith(".")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Co"]), min_size=1))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(b"A word: " + text.encode("utf-8"), "a.txt") == "A word: " + text
