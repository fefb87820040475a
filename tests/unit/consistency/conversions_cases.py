"""Amounts in two units that do not fit, that do, and what only looks like it."""

from tests.unit.consistency.subjects import Innocent, Suspect

# Text with its facts marked, day of publication, and the rule by which it cannot be right.
CONFLICTS: tuple[Suspect, ...] = (
    ("The trail runs for {24 miles|24|mi} ({15 km}) along the ridge.", None, "unit-conversion"),
    (
        "The trail runs for {24 miles|24|mi}, or {15 kilometres|15|km}, along the ridge.",
        None,
        "unit-conversion",
    ),
    ("The tower is {300 feet|300|ft} ({190 metres|190|m}) high.", None, "unit-conversion"),
    (
        "The tower, {120 metres|120|m} ({39 feet|39|ft}) tall, fell in the night.",
        None,
        "unit-conversion",
    ),
    ("She stands {5 feet 10 inches|5.83333333333|ft} ({1.58 m}) tall.", None, "unit-conversion"),
    ("The fish weighed {40 pounds|40|lb} ({88 kilograms|88|kg}).", None, "unit-conversion"),
    ("The parcel weighed {10kg|10|kg} ({4.5lb|4.5|lb}).", None, "unit-conversion"),
    ("He lost {three|3} stone ({40kg|40|kg}) in [a year|P1Y].", None, "unit-conversion"),
    ("The wrestler weighed {20} stone ({95 kg}).", None, "unit-conversion"),
    (
        "The fire burned {2,000 acres|2000|acre} ({4,900 hectares|4900|ha}).",
        None,
        "unit-conversion",
    ),
    (
        "The fire burned {300 hectares|300|ha} ({120 acres|120|acre}) of pine.",
        None,
        "unit-conversion",
    ),
    ("The park covers {50 square miles|50|mi²} ({30 sq km|30|km²}).", None, "unit-conversion"),
    ("The tank holds {500 gallons|500|gal} ({190 litres|190|l}).", None, "unit-conversion"),
    (
        "It dropped to {minus 10 degrees Celsius|-10|°C} ({4 degrees Fahrenheit|4|°F}) overnight.",
        None,
        "unit-conversion",
    ),
    ("It was {30°C|30|°C} ({96°F|96|°F}) at [noon|XXXX-XX-XXT12:00].", None, "unit-conversion"),
    (
        "The water was {20 degrees Celsius|20|°C} ({78 degrees Fahrenheit|78|°F}).",
        None,
        "unit-conversion",
    ),
    ("The planet has warmed by {1}.5C ({34}.7F) since then.", None, "unit-conversion"),
    (
        "Scientists expect a rise of {2 degrees Celsius|2|°C} ({35.6 degrees Fahrenheit|35.6|°F}).",
        None,
        "unit-conversion",
    ),
    ("Winds reached {100 mph} ({62 km/h}).", None, "unit-conversion"),
    ("Gusts of {120 km/h} ({193 mph}) tore off roofs.", None, "unit-conversion"),
    ("The snow was {12 inches|12|in} ({12 cm}) deep.", None, "unit-conversion"),
    ("The rope is {50 cm} ({2 inches|2|in}) long.", None, "unit-conversion"),
    (
        "The ship carried {3 million barrels|3000000|bbl} ({47 million litres|47000000|l}) of oil.",
        None,
        "unit-conversion",
    ),
    ("A {26.2-mile|26.2|mi} ({32-kilometre|32|km}) race.", None, "unit-conversion"),
    (
        "A marathon is {26.2 miles|26.2|mi} — {52.2 kilometers|52.2|km} — long.",
        None,
        "unit-conversion",
    ),
    ("The {5-mile|5|mi} ({18-kilometre|18|km}) tunnel opened.", None, "unit-conversion"),
    (
        "The region, {10} to {15 miles|15|mi} ({6} to {9 km}) wide, is empty.",
        None,
        "unit-conversion",
    ),
    (
        "The bridge will cost {300 million euros|300000000|EUR} ({$270 million|270000000|USD}), with {one euro|1|EUR} worth {$1.20}.",
        None,
        "currency-conversion",
    ),
    ("The fine is {£50,000} ({$500,000}), at {$1.25} to the pound.", None, "currency-conversion"),
    (
        "It cost {5 million yuan|5000000|CNY} ({$7 million|7000000|USD}), at {7 yuan|7|CNY} to the dollar.",
        None,
        "currency-conversion",
    ),
    (
        "It paid {€10 million|10000000|EUR} ({$11 million|11000000|USD}) for the first and {€20 million|20000000|EUR} ({$40 million|40000000|USD}) for the second.",
        None,
        "currency-conversion",
    ),
    (
        "The plant costs {60 billion yen|60000000000|JPY} ({$5.5 billion|5500000000|USD}). ({1 dollar|1|USD} = {110 yen|110|JPY})",
        None,
        "currency-conversion",
    ),
    (
        "She earned {£100} ({$220}) [a week|P1W]. The pound was worth {$1.30}.",
        None,
        "currency-conversion",
    ),
    ("Temperatures reached 104F (50C) in the valley.", None, "unit-conversion"),
    ("The lake is {30 miles|30|mi} ({20 km}) long.", None, "unit-conversion"),
    ("The suspect is {6 feet|6|ft} ({2.8 metres|2.8|m}) tall.", None, "unit-conversion"),
    ("It weighs {500 kilograms|500|kg} ({11,000 pounds|11000|lb}).", None, "unit-conversion"),
    (
        "The glacier has retreated {3 kilometres|3|km} – about {5 miles|5|mi}.",
        None,
        "unit-conversion",
    ),
    (
        "The temperature fell to {-20 Celsius|-20|°C} ({-36 Fahrenheit|-36|°F}).",
        None,
        "unit-conversion",
    ),
    (
        "Temperatures soared to {45 degrees Celsius|45|°C} ({100 degrees Fahrenheit|100|°F}).",
        None,
        "unit-conversion",
    ),
    ("The farm covers {100 hectares|100|ha} ({40 acres|40|acre}).", None, "unit-conversion"),
    (
        "The pool holds {2.5 million litres|2500000|l} ({66,000 gallons|66000|gal}).",
        None,
        "unit-conversion",
    ),
    ("The wall is {50 cm} ({50 inches|50|in}) thick.", None, "unit-conversion"),
    (
        "An area of {10 square kilometres|10|km²} ({10 square miles|10|mi²}) burned.",
        None,
        "unit-conversion",
    ),
    (
        "The pipe carries {100 gallons|100|gal} ({1,000 litres|1000|l}) [a minute|PT1M].",
        None,
        "unit-conversion",
    ),
    ("The speed limit is {70 mph} ({100 kph|100|km/h}).", None, "unit-conversion"),
    ("The ship is {1,000 feet|1000|ft} ({500 meters|500|m}) long.", None, "unit-conversion"),
    (
        "The project cost {40 million pounds|40000000|GBP} ({$5 million|5000000|USD}) at the [current|PRESENT_REF] rate of {$1.25} to the pound.",
        None,
        "currency-conversion",
    ),
    (
        "He owes {2 million rupees|2000000|INR} ({$2,400}). At {83 rupees|83|INR} to the dollar that is a fortune.",
        None,
        "currency-conversion",
    ),
    (
        "The painting sold for {€1.2 million|1200000|EUR} ({$13.2 million|13200000|USD}); a euro is worth {$1.10}.",
        None,
        "currency-conversion",
    ),
    (
        "With the pound at {$1.30}, the {£10 million|10000000|GBP} prize is worth {$30 million|30000000|USD}.",
        None,
        "currency-conversion",
    ),
    (
        "The town hall is {5,000 square feet|5000|ft²} ({1,524 square metres|1524|m²}).",
        None,
        "unit-conversion",
    ),
    (
        "The wildfire blackened a 100-square-mile (161-square-kilometer) area.",
        None,
        "unit-conversion",
    ),
    (
        "The boxer, {6ft 4in|6.33333333333|ft} ({1.78m|1.78|m}), won easily.",
        None,
        "unit-conversion",
    ),
    ("A {12-ounce|12|oz} ({1 kilogram|1|kg}) steak costs {$30}.", None, "unit-conversion"),
    ("{Two pounds|2|lb} ({4.4 kilograms|4.4|kg}) of flour are needed.", None, "unit-conversion"),
    (
        "The ridge is {8,848 metres|8848|m} ({15,000 feet|15000|ft}) above the sea.",
        None,
        "unit-conversion",
    ),
    ("Snow fell to a depth of {20cm|20|cm} ({20in|20|in}).", None, "unit-conversion"),
    (
        "The lorry carried {20 tonnes|20|t} ({2,000 kilograms|2000|kg}) of gravel.",
        None,
        "unit-conversion",
    ),
    ("It was minus 30C (minus 2F) in the yard.", None, "unit-conversion"),
    ("The mine is {1.2 miles|1.2|mi} ({0.75 km}) deep.", None, "unit-conversion"),
    ("The {250-acre|250|acre} ({25-hectare|25|ha}) site is for sale.", None, "unit-conversion"),
    ("She swam {100 yards|100|yd} ({910 metres|910|m}) to the shore.", None, "unit-conversion"),
    (
        "The tank leaked {1,000 gallons|1000|gal} ({380 litres|380|l}) of fuel.",
        None,
        "unit-conversion",
    ),
    ("The bird weighs {3 ounces|3|oz} ({850 grams|850|g}).", None, "unit-conversion"),
    (
        "They sold it for {5,000 euros|5000|EUR} ({5,500 dollars|5500|USD}), and the frame for {1,000 euros|1000|EUR} ({110 dollars|110|USD}).",
        None,
        "currency-conversion",
    ),
    (
        "The yacht cost {£2 million|2000000|GBP} ({$2.5 million|2500000|USD}) and the mooring {£100,000} ({$12,500}).",
        None,
        "currency-conversion",
    ),
)

# What is right, with the rule that says so.
CONSISTENT: tuple[tuple[str, str], ...] = (
    ("The plane flew at {30,000 feet|30000|ft} ({9,100 metres|9100|m}).", "unit-conversion"),
    ("The plane flew at {30,000 feet|30000|ft} (about {9 km}).", "unit-conversion"),
    ("It is about {100 miles|100|mi} ({160 km}) away.", "unit-conversion"),
    ("It is some {60 miles|60|mi} ({100 km}) north of here.", "unit-conversion"),
    ("The man, {6ft 2in|6.16666666667|ft} ({1.88m|1.88|m}) tall, left.", "unit-conversion"),
    ("The baby weighed {7 pounds 8 ounces|7.5|lb} ({3.4 kg}).", "unit-conversion"),
    ("He weighs {12} stone ({76kg|76|kg}).", "unit-conversion"),
    ("He weighs {11} stone {4 pounds|4|lb} ({72kg|72|kg}).", "unit-conversion"),
    ("It weighs {2 tons|2|ton} ({2 tonnes|2|t}).", "unit-conversion"),
    ("It weighs {2 tons|2|ton} ({1.8 tonnes|1.8|t}).", "unit-conversion"),
    ("The tank holds {100 gallons|100|gal} ({455 litres|455|l}).", "unit-conversion"),
    ("The tank holds {100 gallons|100|gal} ({380 litres|380|l}).", "unit-conversion"),
    ("It was minus 40C (minus 40F).", "unit-conversion"),
    ("It was -5C (23F) at dawn.", "unit-conversion"),
    (
        "Warming must stay below {1.5 degrees Celsius|1.5|°C} ({2.7 degrees Fahrenheit|2.7|°F}).",
        "unit-conversion",
    ),
    (
        "Temperatures {5 degrees Celsius|5|°C} ({9 degrees Fahrenheit|9|°F}) above normal are expected.",
        "unit-conversion",
    ),
    ("It was {35 degrees|35|degree} ({95 Fahrenheit|95|°F}).", "unit-conversion"),
    ("The course is {3 miles|3|mi} ({5 km}) long.", "unit-conversion"),
    (
        "The park covers {2.5 square miles|2.5|mi²} ({6.5 square kilometres|6.5|km²}).",
        "unit-conversion",
    ),
    (
        "The museum paid {£4 million|4000000|GBP} ({$5 million|5000000|USD}) for {one|1} picture and {£6 million|6000000|GBP} ({$7.6 million|7600000|USD}) for another.",
        "currency-conversion",
    ),
    (
        "It cost {€500,000} ({$550,000}). In [1999] it had sold for {€300,000} ({$320,000}).",
        "currency-conversion",
    ),
    (
        "The flat costs {30 million yen|30000000|JPY} ({$250,000}) at {120 yen|120|JPY} to the dollar.",
        "currency-conversion",
    ),
    (
        "The ring went for {60 million yen|60000000|JPY}, or about {$500,000}, at a rate of {120 yen|120|JPY} to the dollar.",
        "currency-conversion",
    ),
    ("It rained {3 inches|3|in} ({7.6 cm}) in [2 hours|PT2H].", "unit-conversion"),
    ("The room is {10} by {12 feet|12|ft} ({3} by {3.7 metres|3.7|m}).", "unit-conversion"),
    ("The {100-mile|100|mi} ({161-kilometer|161|km}) race.", "unit-conversion"),
    ("At {6 km} ({4 miles|4|mi}) depth.", "unit-conversion"),
    (
        "{A million gallons|1000000|gal} ({3.8 million liters|3800000|l}) of water [a day|P1D].",
        "unit-conversion",
    ),
    ("Gusts topped {74 mph} ({119 kph|119|km/h}).", "unit-conversion"),
    ("Between {20} and {30 cm} ({8} and {12 inches|12|in}) of snow.", "unit-conversion"),
    ("The field, {4 acres|4|acre} ({1.6 ha}), is for sale.", "unit-conversion"),
    (
        "With the pound at {$1.30}, the {£10 million|10000000|GBP} prize is worth {$13 million|13000000|USD}.",
        "currency-conversion",
    ),
    (
        "The town hall is {5,000 square feet|5000|ft²} ({465 square metres|465|m²}).",
        "unit-conversion",
    ),
    ("The wildfire blackened a 100-square-mile (259-square-kilometer) area.", "unit-conversion"),
    ("The boxer, {6ft 4in|6.33333333333|ft} ({1.93m|1.93|m}), won easily.", "unit-conversion"),
    (
        "They sold it for {5,000 euros|5000|EUR} ({5,500 dollars|5500|USD}), and the frame for {1,000 euros|1000|EUR} ({1,100 dollars|1100|USD}).",
        "currency-conversion",
    ),
)

INNOCENT: tuple[Innocent, ...] = (
    ("It is nearly a mile ({1.5 km}) long.", None),
    ("The car does {40 miles|40|mi} per gallon ({7 litres|7|l} per {100 km}).", None),
    ("A gallon costs {$3.50} ({92 cents|92|cent} a litre).", None),
    ("The {30-foot|30|ft} fence ({4 km} long) stands.", None),
    ("They ran {5 miles|5|mi} or {10 km}.", None),
    (
        "The budget of {$10 million|10000000|USD} ({2 million|2000000} more than [last year|PAST_REF]) passed.",
        None,
    ),
    ("The prize is {$1,000} ({£500} for juniors).", None),
    ("A lake of {10 acres|10|acre} (and {5 hectares|5|ha} of woods).", None),
    ("Seats 43C and 12F were empty.", None),
    ("The bird flew {7,000 miles|7000|mi} ({11,000 km}).", None),
    ("A {1-mile|1|mi} ({2 km}) walk.", None),
    ("The drink is a pint ({568ml|568|ml}).", None),
    ("It is {5,000 km} ({3,000 miles|3000|mi}) away.", None),
    *((text, None) for text, _ in CONSISTENT),
)
