"""Given names: which are forms of one, which are one name in two writings, and which are two people's."""

from itertools import combinations

_SHORT = """
bill will billy william
bob rob bobby robert
tom tommy thomas
jim jimmy jamie james
mike mick mickey michael
joe joey joseph
dave davy david
steve steven stephen
tony anthony
ted ed eddie ned edward
ben benny benjamin
sam sammy samuel samantha
nick nicholas nicolas
matt matthew
ken kenny kenneth
ron ronnie ronald
don donnie donald
dick rick rich ricky richard
liz beth betty lizzie eliza elizabeth
kate katie kathy cathy kat katherine catherine kathryn
maggie meg peggy margaret
sue susie susan susanna
pat patrick patricia
andy drew andrew
alex sandy alexander alexandra alexandre
larry lawrence laurence
jerry gerald gerard jeremiah
fred freddie frederick
charlie chuck charles
jack johnny john jonathan
hank harry henry
bernie bernard
terry terence theresa
jenny jennifer
becky rebecca
debbie deborah debra
vicky victoria
abby abigail
al albert alan alfred
art arthur
barb barbara
cindy cynthia
gabby gabrielle
gene eugene
gus augustus
jeb john
jeff jeffrey geoffrey
geoff jeffrey geoffrey
greg gregory
mitt willard
newt newton
phil philip phillip
ray raymond
rudy rudolph
val valerie
walt walter
wes wesley
zack zach zachary
"""
_WRITINGS = """
steven stephen
katherine catherine kathryn katharine
jeffrey geoffrey
mohammed muhammad mohamed mohammad muhammed
sergei sergey
alexei aleksei alexey
phillip philip
marc mark
erik eric
jon john
sara sarah
ann anne
brian bryan
alan allan allen
carl karl
nicholas nicolas
ahmed ahmad
hussein hussain husein
yusuf yousef yousuf youssef
dmitry dmitri
andrei andrey
yuri yury
vladimir wladimir
aleksandr alexander aleksander
ibrahim ibraheem
rachel rachael
michael micheal
frederick frederic
lawrence laurence
claire clare
teresa theresa
elizabeth elisabeth
isabel isobel
jennifer jenifer
deborah debra
gerard gerald
sean shaun shawn
stuart stewart
graham graeme
kristin kristen kirsten
kristina christina
kristian christian
viktor victor
kathy cathy
kate cate
katie katy
jeff geoff
debbie debby
vicky vicki vickie
terry terri
zack zach zac zak
freddy freddie
eddy eddie
jenny jennie
tracy tracey
lindsay lindsey
ashley ashleigh
stacy stacey
kelly kelley
haley hayley hailey
brittany britney
caitlin kaitlyn kaitlin
megan meghan
madeleine madeline
rebecca rebekah
hannah hanna
aaron aron
derek derrick
darren darrin
dwayne duane
louis lewis
matthew mathew
neil neal
russell russel
terence terrence
tomas thomas
zoe zoey
sofia sophia
ian iain
lee leigh
natalia natalya
tatiana tatyana
evgeny yevgeny
khaled khalid
omar umar
osama usama
faisal feisal
abdullah abdallah
mustafa mostafa
karim kareem
tariq tarek
hamid hameed
rashid rasheed
hasan hassan
leila layla laila
"""


_TWO_SEXES = """
francis frances
marian marion
robin robyn
leslie lesley
jessie jesse
gabriel gabriela
"""


def _pairs(table: str) -> frozenset[frozenset[str]]:
    rows = (line.split() for line in table.split("\n"))
    return frozenset(frozenset(pair) for row in rows for pair in combinations(row, 2))


_SHORT_FORMS = _pairs(_SHORT)
_SAME_SOUND = _pairs(_WRITINGS)
_MAN_AND_WOMAN = _pairs(_TWO_SEXES)


def is_short_of(one: str, other: str) -> bool:
    """Whether one is an initial or a short form of the other: “S.” and Steven, Tom and Thomas."""
    a, b = one.rstrip(".").lower(), other.rstrip(".").lower()
    if a == b:
        return True
    if is_other_writing(a, b):
        return False
    if min(len(a), len(b)) == 1 or (len(a) == 2 and one.isupper()):
        return a[0] == b[0]
    short, long = sorted((a, b), key=len)
    is_start = len(short) >= 3 and long.startswith(short) and len(long) - len(short) >= 2
    return is_start or frozenset((a, b)) in _SHORT_FORMS


def are_man_and_woman(one: str, other: str) -> bool:
    """Whether the names are a man’s and a woman’s form of one: Daniel and Danielle, Francis and Frances."""
    a, b = sorted((one.lower(), other.lower()))
    if frozenset((a, b)) in _MAN_AND_WOMAN:
        return True
    return (b.startswith(a) or b.startswith(a[:-1])) and b.endswith(("a", "e", "ie", "ette")) != (
        a.endswith(("a", "e", "ie", "ette"))
    )


def is_other_writing(one: str, other: str) -> bool:
    """Whether both are one name as two people write it: Steven and Stephen."""
    return frozenset((one.lower(), other.lower())) in _SAME_SOUND
