"""Texts that say one thing two ways, and look-alikes that do not."""

from tests.unit.consistency.subjects import Innocent, Suspect

# Text with its facts marked, day of publication, and the rule by which it cannot be right; a first line is a headline.
CONFLICTS: tuple[Suspect, ...] = (
    (
        "The town got {$34 million|34000000|USD} in relief. The {$344 million|344000000|USD} has not arrived, it said.",
        None,
        "repeat-number",
    ),
    (
        "Clearing the harbor will cost {$640 billion|640000000000|USD}. The port put the cost at {$640 million|640000000|USD}.",
        None,
        "magnitude",
    ),
    (
        "The tunnel is {2,450 metres|2450|m} long. Buses will use the {2,540-metre|2540|m} tunnel from June.",
        None,
        "repeat-number",
    ),
    ("The school has {450 pupils}. All {540 pupils} were sent home.", None, "repeat-number"),
    (
        "The tower is {24 storeys} high. Work on the 27-storey tower began in spring.",
        None,
        "repeat-number",
    ),
    (
        "{Twelve jurors|12|jurors} heard the case. The {11 jurors} took two days.",
        None,
        "repeat-number",
    ),
    (
        "The {£3.2m|3200000|GBP} grant was paid in spring. Officials said the {£2.3 million|2300000|GBP} grant came late.",
        None,
        "repeat-number",
    ),
    (
        "{Fourteen officers|14|officers} were hurt. The {16 officers} are recovering.",
        None,
        "repeat-number",
    ),
    (
        "A budget of {£45 million|45000000|GBP} was passed. The {£54 million|54000000|GBP} budget covers two years.",
        None,
        "repeat-number",
    ),
    (
        "The ship carried {4,310 passengers}. All {4,130 passengers} were taken off.",
        None,
        "repeat-number",
    ),
    (
        "The pier is {300 metres|300|m} long. The {200-metre|200|m} pier was built by hand.",
        None,
        "repeat-number",
    ),
    (
        "{Five|5|} killed in bus crash\n{Four people|4|people} were killed when a bus overturned on the coast road.",
        None,
        "headline-body",
    ),
    (
        "{Two|2|} charged over robbery\n{Three men|3|men} were charged over the robbery at a bank.",
        None,
        "headline-body",
    ),
    ("Council cuts {200 jobs}\nThe council will cut {250 jobs}, it said.", None, "headline-body"),
    (
        "Bridge to close for [nine weeks|P9W]\nThe bridge will close for [eight weeks|P8W] from spring.",
        None,
        "headline-body",
    ),
    (
        "Storm closes {40 schools}\nThe storm closed {14 schools} across the county.",
        None,
        "headline-body",
    ),
    (
        "{Three|3|} killed in crash\n{Three people|3|people} were injured in the crash, police said.",
        None,
        "headline-body",
    ),
    (
        "{Three|3|} rescued from river\n{Three people|3|people} drowned in the river.",
        None,
        "headline-body",
    ),
    ("Skerrow beat Vang 2-1\nSkerrow beat Vang 3-1 in the rain.", None, "headline-body"),
    ("Skerrow beat Vang\nVang beat Skerrow in the rain.", None, "headline-body"),
    (
        "Council approves stadium plan\nThe council rejected the stadium plan after a long debate.",
        None,
        "headline-body",
    ),
    (
        "Unemployment rises in county\nUnemployment fell in the county, the office said.",
        None,
        "headline-body",
    ),
    (
        "Court convicts former treasurer of fraud\nThe court acquitted the former treasurer of fraud.",
        None,
        "headline-body",
    ),
    (
        "Mayor denies lying to council\nThe mayor admitted lying to the council.",
        None,
        "headline-body",
    ),
    (
        "Bruun to meet Lund as strike looms\nBruun promised help during a call with Lund.",
        None,
        "headline-body",
    ),
    (
        "Bruun meets Lund in Skerrow\nBruun and Lund spoke by phone about the strike.",
        None,
        "headline-body",
    ),
    (
        "Volcano erupts in Norland\nThe volcano has not erupted yet, experts in Norland said.",
        None,
        "headline-body",
    ),
    (
        "Council votes for smoking ban\nThe council voted against the smoking ban.",
        None,
        "headline-body",
    ),
    ("Museum to open in May\nThe museum will open in June.", None, "headline-body"),
    ("Rents double\nRents have tripled, the survey says.", None, "headline-body"),
    (
        "Storm leaves {2,000|2000|} homeless\nThe storm made {20,000 people|20000|people} homeless.",
        None,
        "headline-body",
    ),
    (
        "Firm fined {£2 million|2000000|GBP}\nThe firm was fined {£3 million|3000000|GBP} for the spill.",
        None,
        "headline-body",
    ),
    (
        "Police arrest {two|2|} over theft\n{Three men|3|men} were arrested over the theft.",
        None,
        "headline-body",
    ),
    (
        "It has {27|27|states} member states. The {28|28|states} member states must agree.",
        None,
        "repeat-number",
    ),
    (
        "The minister said {17 people|17|people} had died. The {71 dead|71|dead} were buried.",
        None,
        "repeat-number",
    ),
    (
        "The trial lasted [six weeks|P6W]. After the [nine-week|P9W] trial the jury went home.",
        None,
        "repeat-number",
    ),
    (
        "Lund was jailed for [12 years|P12Y]. His [15-year|P15Y] sentence begins in spring.",
        None,
        "repeat-number",
    ),
    (
        "The stadium seats {54,000|54000|}. The 45,000-seat stadium opens in spring.",
        None,
        "repeat-number",
    ),
    (
        "The film cost {$40 million|40000000|USD} to make. The {$45 million|45000000|USD} film opens soon.",
        None,
        "repeat-number",
    ),
    (
        "The city has {320,000|320000|inhabitants} inhabitants. With its {230,000|230000|inhabitants} inhabitants it is small.",
        None,
        "repeat-number",
    ),
    ("The bill was passed by 312 votes to 214. The 312-241 vote came late.", None, "repeat-number"),
    (
        "Marta Quist, a mother of three, died on the road. Her four children are with an aunt.",
        None,
        "repeat-number",
    ),
    ("The mill was built in 1912. The mill, built in 1921, burned down.", None, "repeat-number"),
    ("The firm sold its first car in 1998. Its first car came out in 1996.", None, "repeat-number"),
)

INNOCENT: tuple[Innocent, ...] = (
    ("Skerrow wins cup\nSkerrow won the cup in the rain. It did not win it last year.", None),
    (
        "The state pays {A$20m|20000000|AUD} for the right. It bought the right for {A$20.05 million|20050000|AUD}.",
        None,
    ),
    ("{A dozen officers|12|officers} were hurt. The {12 officers} are recovering.", None),
    (
        "The cost is {$850 million|850000000|USD}. The {$850m|850000000|USD} plan goes to the council.",
        None,
    ),
    ("The school had {450 pupils}. It has grown, and all {540 pupils} were sent home.", None),
    (
        "The grant was first {£2.3 million|2300000|GBP}. The {£3.2m|3200000|GBP} grant was raised by the state.",
        None,
    ),
    ("Police at first spoke of {12 officers}. The {14 officers} are recovering.", None),
    ("{Twenty officers|20|officers} came. The {12 officers} who were hurt are recovering.", None),
    (
        "{Twenty passengers|20|passengers} were aboard and {five|5|} died. The {15 passengers} left were flown home.",
        None,
    ),
    ("{Twelve officers|12|officers} were hurt. The other {14 officers} went home.", None),
    ("It fired {36 shells}. {Six shells|6|shells} of them hit the town.", None),
    (
        "The {12|12|officers} police officers are hurt. The {14|14|officers} army officers are not.",
        None,
    ),
    (
        "The bridge is {1,080 metres|1080|m} long. The {1,800-metre|1800|m} tunnel opens in June.",
        None,
    ),
    ("The bridge is {420 metres|420|m} long and {9 metres|9|m} wide.", None),
    ("The {16GB|16|GB} model costs less than the {32GB|32|GB} model.", None),
    ("The bank has {$5 billion|5000000000|USD}. It gave the zoo {$5 million|5000000|USD}.", None),
    ("Rain fell on {22 days}. The show had {222 guests}.", None),
    ("In 2010 the school had {450 pupils}. In 2020 all {540 pupils} moved.", None),
    (
        "{Five|5|} killed in crash\nTwo men and three women died; {five people|5|people} in all.",
        None,
    ),
    (
        "{Five|5|} killed in crash\n{Two men|2|men} and {three women|3|women} were killed when a bus overturned.",
        None,
    ),
    ("Council cuts {200 jobs}\nThe council will cut about {205 jobs}, it said.", None),
    ("More than {200 jobs} to go\nThe council will cut {250 jobs}, it said.", None),
    ("Skerrow beat Vang 2-1\nSkerrow won 2-1 in the rain.", None),
    ("Skerrow beat Vang\nVang was beaten by Skerrow in the rain.", None),
    (
        "Council approves stadium plan\nThe council approved the plan. Last year it rejected the stadium plan.",
        None,
    ),
    ("Unemployment rises in county\nUnemployment fell in the valley but rose in the county.", None),
    (
        "Bruun meets Lund in Skerrow\nBruun met Lund for an hour. The two had spoken by phone on Sunday.",
        None,
    ),
    (
        "Bruun to meet critics of plan\nBruun will visit the critics. She had promised it in a call on Monday.",
        None,
    ),
    (
        "Volcano erupts in Norland\nThe volcano has not erupted since 1950, but it erupted on Monday.",
        None,
    ),
    ("Firm holds off on pay\nThe firm will not hold a vote on the plan.", None),
    (
        "Council votes for smoking ban\nThe council voted for the ban. Two members voted against it.",
        None,
    ),
    (
        "Museum to open in May\nThe museum will open in June, a month later than in May as planned.",
        None,
    ),
    ("Rents double\nRents have doubled here and tripled there.", None),
    (
        "Bank to cut {1,000 jobs}\nThe bank, which cut {2,000 jobs} last year, will cut a thousand more.",
        None,
    ),
    ("A club beats Vang\nVang lost to the club.", None),
    (
        "The {1,237|1237|delegates} delegates are needed to win. New York has {95|95|delegates}; all {95|95|delegates} delegates went to him.",
        None,
    ),
    ("The trial lasted [six weeks|P6W]. The [nine-week|P9W] trial of his brother went well.", None),
    ("The dam is {185 metres|185|m} high. A {158-metre|158|m} dam abroad failed.", None),
    (
        "Police seized {24 kilograms|24|kg} of cocaine. The {42 kilograms|42|kg} of heroin were found later.",
        None,
    ),
    (
        "It has {1.5 million|1500000|visitors} visitors a year. The {15 million|15000000|visitors} visitors since then liked it.",
        None,
    ),
    ("I am the {one|1|candidate} candidate here. All {three|3|candidates} candidates spoke.", None),
    ("Skerrow won 3-1. The 3-2 win came a week earlier.", None),
    (
        "Marta Quist, a mother of three, died on the road. Lena Vig said her four children were well.",
        None,
    ),
    ("The mill was built in 1912. The new mill was built in 1921.", None),
)
