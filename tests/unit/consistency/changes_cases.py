"""Changes that do not fit their figures, that do, and what only looks like it."""

from tests.unit.consistency.subjects import Innocent, Suspect

# Text with its facts marked, day of publication, and the rule by which it cannot be right.
CONFLICTS: tuple[Suspect, ...] = (
    ("Sales rose {20 percent}, from {400} to {600} units.", None, "percent-change"),
    (
        "Sales rose by {25 percent} from {$4 million|4000000|USD} to {$6 million|6000000|USD}.",
        None,
        "percent-change",
    ),
    ("The price fell {40 percent}, to {$80} from {$100}.", None, "percent-change"),
    (
        "Staff numbers were cut by {a quarter|0.25}, from {1,200} to {1,000}.",
        None,
        "percent-change",
    ),
    ("The number of cases tripled, from {120} to {240}.", None, "percent-change"),
    (
        "Output nearly doubled from {100 tonnes|100|t} to {130 tonnes|130|t}.",
        None,
        "percent-change",
    ),
    (
        "The budget more than doubled, from {£5 million|5000000|GBP} to {£8 million|8000000|GBP}.",
        None,
        "percent-change",
    ),
    ("Attendance halved, from {9,000} to {7,000}.", None, "percent-change"),
    ("There was a tenfold increase, from {50} to {150}.", None, "percent-change"),
    ("Her lead fell by {5} points, from {12 percent} to {9 percent}.", None, "percent-points"),
    (
        "Support dropped {nine percentage points|9|percentage-point} from {48 percent} to {42 percent}.",
        None,
        "percent-points",
    ),
    ("The rate rose {3 percent}, from {5 percent} to {8 percent}.", None, "percent-points"),
    ("Unemployment rose by {1 percent}, to {6 percent} from {5 percent}.", None, "percent-points"),
    (
        "The tax was cut from {20 percent} to {15 percent}, a cut of {5 percent}.",
        None,
        "percent-points",
    ),
    ("Rents went from {$1,000} to {$1,500}, an increase of {150 percent}.", None, "percent-change"),
    ("The number of pupils fell from {320} to {410}.", None, "direction"),
    (
        "Profits increased from {€4.2 million|4200000|EUR} to {€3.1 million|3100000|EUR}.",
        None,
        "direction",
    ),
    ("The share has risen from {60 percent} to {45 percent} since then.", None, "direction"),
    ("Traffic fell by {150 percent} after the toll.", None, "percent-change"),
    (
        "Visits to the site were down {130 percent} on [the year before|PAST_REF].",
        None,
        "percent-change",
    ),
    ("The new lamp uses {200 percent} less power.", None, "percent-change"),
    (
        "The wage is {20 percent} higher than the old {one|1} of {$10}? No: it is {$15}, {20 percent} more than {$10}.",
        None,
        "percent-change",
    ),
    (
        "The firm sold {150,000} cars, up {25 percent} from {100,000} [a year earlier|PAST_REF].",
        None,
        "percent-change",
    ),
    ("The club has {300} members, down from {250} [last year|PAST_REF].", None, "direction"),
    ("Only {40 percent} voted, up from {55 percent} [four years ago|PAST_REF].", None, "direction"),
    ("At {$60}, shares were {20 percent} lower than their peak of {$100}.", None, "percent-change"),
    (
        "The {24 percent} payroll tax would be cut by {4 percent} to {20 percent}.",
        None,
        "percent-points",
    ),
    ("There is a {10 percentage-point} gap between {20%} and {45%}.", None, "percent-points"),
    ("The death toll rose by {50}, from {200} to {300}.", None, "change-difference"),
    ("Prices fell {3 cents|3|cent} to {$1.20} from {$1.30}.", None, "change-difference"),
    (
        "Spending shrank by {a third|0.333333333333}, from {$60 billion|60000000000|USD} to {$50 billion|50000000000|USD}.",
        None,
        "percent-change",
    ),
    ("Crime fell by half, from {400} offences to {350}.", None, "percent-change"),
    (
        "In [2010] the school had {60 percent} girls; this has fallen to {75 percent}.",
        None,
        "direction",
    ),
    ("The number of beds grew fivefold, from {20} to {60}.", None, "percent-change"),
    (
        "Production went from {500} to {600 barrels|600|bbl} [a day|P1D], up {50 percent}.",
        None,
        "percent-change",
    ),
    ("The company cut its workforce by half, from {1,200} to {900}.", None, "percent-change"),
    (
        "Ticket sales went up {40%} – from {2,000} [last year|PAST_REF] to {2,400} [this year|PRESENT_REF].",
        None,
        "percent-change",
    ),
    (
        "The mayor's approval climbed {8 percent}, from {40 percent} to {48 percent}.",
        None,
        "percent-points",
    ),
    (
        "House prices have trebled since [1995], from {$90,000} to {$180,000}.",
        None,
        "percent-change",
    ),
    (
        "The reservoir is down to {40 percent} from {70 percent}, a loss of {40} points.",
        None,
        "percent-points",
    ),
    ("Ridership increased from {12,000} to {9,000} [a day|P1D].", None, "direction"),
    ("The fine was reduced from {$400} to {$600}.", None, "direction"),
    ("Arrests dropped {110 percent} [last year|PAST_REF].", None, "percent-change"),
    (
        "A litre of milk [now|PRESENT_REF] costs {$1.50}, up {20 percent} from {$1.00}.",
        None,
        "percent-change",
    ),
    ("Salaries rose from {$40,000} to {$44,000}, a {15 percent} increase.", None, "percent-change"),
    (
        "The number of nurses rose by almost {a third|0.333333333333}, from {300} to {330}.",
        None,
        "percent-change",
    ),
    (
        "The population declined by {20%}, from {50,000} in [2000] to {45,000} in [2020].",
        None,
        "percent-change",
    ),
    (
        "The party's share of the vote fell by {12} points, from {34 percent} to {28 percent}.",
        None,
        "percent-points",
    ),
    (
        "The budget quadrupled, growing from {$10 million|10000000|USD} to {$20 million|20000000|USD}.",
        None,
        "percent-change",
    ),
    (
        "Turnout was {54 percent}, an increase of {10 percentage points|10|percentage-point} over the {50 percent} recorded in [2016].",
        None,
        "percent-points",
    ),
    (
        "The dam will raise output by {50 percent}, from {200 megawatts|200|MW} to {250 megawatts|250|MW}.",
        None,
        "percent-change",
    ),
    ("Sales more than tripled from {100} to {250} units.", None, "percent-change"),
    (
        "In [2019] there were {400} accidents. In [2020] there were {300}, a drop of {50 percent}.",
        None,
        "percent-change",
    ),
    (
        "[Last year|PAST_REF] {200} people applied; [this year|PRESENT_REF] {300} did, an increase of {100 percent}.",
        None,
        "percent-change",
    ),
    (
        "The charity raised {$50,000}, twice the {$30,000} it raised [last year|PAST_REF].",
        None,
        "percent-change",
    ),
    (
        "Applications fell to {800}, less than half of the {1,200} of [a year ago|PAST_REF].",
        None,
        "percent-change",
    ),
    ("Rents climbed by {a fifth|0.2} to {$1,500} from {$1,000}.", None, "percent-change"),
)

# What is right, with the rule that says so.
CONSISTENT: tuple[tuple[str, str], ...] = (
    ("Sales rose {50 percent}, from {400} to {600} units.", "percent-change"),
    (
        "Sales rose {50 percent} to {$6 million|6000000|USD} from {$4 million|4000000|USD}.",
        "percent-change",
    ),
    ("Sales rose about {30 percent}, from {146,000} to {192,000}.", "percent-change"),
    (
        "The price fell {20 percent}, to {$80} from {$100}, then rose {10 percent} to {$88}.",
        "percent-change",
    ),
    ("Staff numbers were cut by {a quarter|0.25}, from {1,200} to {900}.", "percent-change"),
    ("The number of cases doubled, from {120} to {238}.", "percent-change"),
    ("Output nearly doubled from {100 tonnes|100|t} to {190 tonnes|190|t}.", "percent-change"),
    (
        "The budget more than doubled, from {£5 million|5000000|GBP} to {£14 million|14000000|GBP}.",
        "percent-change",
    ),
    (
        "The rate rose {3 percentage points|3|percentage-point}, from {5 percent} to {8 percent}.",
        "percent-points",
    ),
    ("The rate rose {60 percent}, from {5 percent} to {8 percent}.", "percent-change"),
    ("The number rose by {100}, from {200} to {300}.", "change-difference"),
    (
        "It went from {146,000} to {100,000}, a cut of about {a third|0.333333333333}.",
        "percent-change",
    ),
    (
        "Rates were raised by {a quarter|0.25} point, from {5 percent} to {5.25 percent}.",
        "percent-points",
    ),
    ("The index fell {27} points, from {1,079} to {1,052}.", "percent-points"),
    (
        "A company with {300} workers, {20 percent} more than its rival, which has {250}.",
        "percent-change",
    ),
    ("The number of patients rose threefold, from {20} to {60}.", "percent-change"),
    ("The number of patients rose threefold, from {20} to {80}.", "percent-change"),
    (
        "The council raised the fee by {10 percent} to {22 pounds|22|GBP} from {20 pounds|20|GBP}.",
        "percent-change",
    ),
    ("The company cut its workforce by {a quarter|0.25}, from {1,200} to {900}.", "percent-change"),
    (
        "The mayor's approval climbed {8} points, from {40 percent} to {48 percent}.",
        "percent-points",
    ),
    ("House prices have doubled since [1995], from {$90,000} to {$180,000}.", "percent-change"),
    ("Salaries rose from {$40,000} to {$44,000}, a {10 percent} increase.", "percent-change"),
    (
        "The charity raised {$60,000}, twice the {$30,000} it raised [last year|PAST_REF].",
        "percent-change",
    ),
    (
        "In [2019] there were {400} accidents. In [2020] there were {300}, a drop of {25 percent}.",
        "percent-change",
    ),
    (
        "Applications fell to {500}, less than half of the {1,200} of [a year ago|PAST_REF].",
        "percent-change",
    ),
)

INNOCENT: tuple[Innocent, ...] = (
    ("Output grew {3 percent} [a year|P1Y], from {100} in [2010] to {134} in [2020].", None),
    ("The club climbed from 14th to 3rd.", None),
    ("The team rose from {12} to {5} in the rankings.", None),
    ("The loss fell from {5 million|5000000} to {3 million|3000000}.", None),
    ("Growth slowed from {4 percent} to {3 percent}.", None),
    ("Shares fell {12 percent} while sales rose from {40} to {50}.", None),
    ("Profit rose {12 percent} and staff numbers grew from {400} to {500}.", None),
    ("Profits fell {150 percent}, the firm's first loss.", None),
    ("Earnings dropped by {120 percent}.", None),
    ("Turnout fell below {120 percent} of the norm.", None),
    ("The festival runs from {10} to [20 June|XXXX-06-20].", None),
    ("Children from {5} to {12} get in free, down from {15}.", None),
    ("He fell from {20} to {30 feet|30|ft}.", None),
    ("The price rose from {5} to {10 million|10000000}.", None),
    ("They cut {200} jobs as sales fell from {5 million|5000000} to {4 million|4000000}.", None),
    ("She lost {12 pounds|12|lb}, going from {150} to {138}.", None),
    ("Rates were cut by {25} basis points, to {5 percent} from {5.25 percent}.", None),
    ("Membership was {900}, up from {850}.", None),
    ("Prices rose {0.3 percent} in [May|XXXX-05], up from {0.2 percent} in [April|XXXX-04].", None),
    ("The index fell {27} points, or {2.5 percent}, to {1,052}.", None),
    ("Between [1990] and [2000] the number rose from {40} to {60}.", None),
    ("It grew by a factor of {three|3}, from {10} to {30}.", None),
    ("The fine went up from {$50} to {$75}.", None),
    (
        "Emissions fell {10 percent} [last year|PAST_REF], from {100} in [1990] to {70} in [2020].",
        None,
    ),
    ("Interest in the {2 percent} loans fell, from {500} to {300} applications.", None),
    ("Turnout increased from {one|1} in {ten|10} to {one|1} in {five|5}.", None),
    ("Its share rose from {8} to {12 percent}.", None),
    ("The vote was {60 percent} to {40 percent}, up from {55} to {45}.", None),
    (
        "At {9.8 percent}, unemployment was {0.2 percentage points|0.2|percentage-point} lower than in [May|XXXX-05].",
        None,
    ),
    (
        "Mortgage rates fell {two percentage points|2|percentage-point}, from {6 percent} to {5 percent}.",
        None,
    ),
    (
        "The vote was 52-45 with {three|3} senators absent; all {100} senators were accounted for.",
        None,
    ),
    ("Women make up {55 percent} of teachers and {40 percent} of heads.", None),
    *((text, None) for text, _ in CONSISTENT),
)
