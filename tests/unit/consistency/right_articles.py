"""Articles of a few sentences whose dates, ages and anniversaries all agree, written to look as if they might not."""

# Text and day of publication.
ARTICLES: tuple[tuple[str, str | None], ...] = (
    (
        """Nils Berg, 84, of Skerrow, died Sunday, March 6, 2022, at Harbour Hospital. He was born July 2, 1937, in Lund to Peder Berg and Ida Holm Berg. In 1962, at 25, he married Anna Quist, 22, in Oslo. She died in 2015. Their son, Jon, born in 1965, was 19 when he left for Canada; their daughter, Eva, 54, still lives in town.

Mr. Berg worked for the Skerrow Herald for 31 years, from 1968 to 1999, and was its editor for his last 10 years there. He retired at 62. In 2012 the couple celebrated their 50th wedding anniversary with 80 guests.

Services will be held Saturday, March 12, at 2 p.m.""",
        "2022-03-08",
    ),
    (
        """Prime Minister Eva Holm, who turned 61 on Tuesday, said she would not stand again. Holm was born in 1961 and entered parliament in 1994, at 33. She became leader in 2009, 15 years later, and won elections in 2010, 2014 and 2018. Her predecessor, Jon Lund, now 75, resigned in 2009 after 11 years in office, from 1998 to 2009.

The vote is on Sunday, September 11, 2022. The last one was held four years ago, on September 9, 2018. Holm’s husband, Peder, 64, was in hospital last month. Holm said on Wednesday, June 15, that she had decided “in the past two weeks”.""",
        "2022-06-16",
    ),
    (
        """The bridge, which opened on May 2, 1931, turned 91 last month. It was closed for six weeks in 1998 and again from April 4, 2011 to June 20, 2011, eleven weeks in all. A 10-year plan adopted in 2015 runs to 2025. By 2031, when it marks its centenary, the town wants a new one. Ida Bruun, 78, who was born in the bridge house in 1943, remembers the winter of 1985, when she was 42.

“In 1947, at the age of four, I walked over the ice,” she said. Her grandfather, the first keeper, died in 1951 at 71; he had been born in 1880.""",
        "2022-06-14",
    ),
    (
        """A man who was 19 when he killed two people in 1979 has been released after 43 years. Jon Quist, 62, was sentenced to life on Friday, February 29, 1980. His lawyer, Eva Lund, 35, was not yet born then. He was denied parole in 1999, 2004 and 2013. The victims, Nils Holm, 24, and Ida Holm, 23, had married in 1977. Their daughter, who was born three months before the crime, is now 43.""",
        "2022-07-15",
    ),
    (
        """The composer (1913–1976) wrote it at 32, in 1945, a year after finishing his first quartet. He had studied from 1930 to 1933. He died in December 1976, aged 63. The centenary of his birth was marked in 2013; the 50th anniversary of the work, in 1995, was not. The festival, founded in 1948, is in its 75th year. Its director, born in 1976, the year the composer died, is 46.""",
        "2022-12-30",
    ),
    (
        """The team, champions in 1998, 2003 and 2008, last won five years ago, in 2017. Striker Jon Berg, 23, born in Oslo, signed a four-year deal until 2026. He scored in the 23rd minute on Saturday, June 11, 2022, and again on Tuesday. Coach Peder Quist, 51, played here from 1990 to 1996. The club turns 100 next year: it was founded in 1923 by 11 boys aged 12 to 15.""",
        "2022-06-15",
    ),
    (
        """Police named the suspects as Nils Lund, 31, and his brother Jon Lund, 29. Nils Lund, born in 1991, has been in custody since May 3. A third man, 45, and a woman aged 44 were released last week, on June 8. Court papers dated June 10, 2022 say the group began in 2015, when Nils Lund was 24 and Jon Lund 22. Their mother, Ida, 52, had Nils at 21.""",
        "2022-06-15",
    ),
    (
        """Born in Leeds in 1950, Peder Quist was the son of a miner who died in 1958, aged 41. He left school at 15, in 1965, and was 20 when his first book came out in 1970. His second wife, the actress Eva Lund, 61, was born in the year of his first success. Their daughter Ida (born 1988) is a doctor. Quist, who is 72, has written 30 books. “When I was 12, in 1962, I read them all,” he said. A film of his life, made in 2010, ends in 1985, when he is 35.""",
        "2022-11-15",
    ),
    (
        """Three people aged between 19 and 45 were hurt when a bus built in 1998 hit a wall on Monday, June 13. The driver, 52, was born in Poland. A 34-year-old woman and a boy, 8, are in hospital. The bus company, founded in 1975 and sold in 1999, closed a depot in 1998. It was the second crash in two years, after one on June 12, 2020, in which Jon Berg, 23, died. His mother, Anna Berg, 51, said he would have been 25 this year.""",
        "2022-06-15",
    ),
    (
        """1911: Ida Bruun is born on 3 May. 1929: She enters college at 18. 1934: She marries Jon Lund, 30. 1941: Her husband dies at 37. 1950: At 39, she is elected. 1975: She retires, aged 64. 1999: She dies on 4 June at the age of 88. 2011: The town marks the 100th anniversary of her birth.""",
        None,
    ),
    (
        """From 1914 to 1918 the mill made cloth for the army; from 1919 until 1931, 12 years, it stood empty. It reopened in 1931 under Nils Holm, who had bought it in 1930 and would run it for 40 years, until 1971. Holm was born in 1895 and died in 1980, at 85, nine years after he retired. His son Jon took over at 34. The mill closed in 2001, 70 years after its second opening, and burned down two years later, in 2003. In 2008, five years after the fire, and again in 2018, on its tenth anniversary, plans for a museum were shelved.""",
        "2020-02-03",
    ),
    (
        """The court heard that Mr Lund, now 66, had abused the boy from 1985 to 1988, when he was between nine and 12. The victim, who is in his 40s, told police in 2019. Lund was a teacher for 30 years, from 1979 until 2009, when he retired at 53. He was convicted on Friday, 10 June 2022, of six counts and will be sentenced on Friday, 8 July. In 2004, aged 48, he had been cleared of similar charges dating from 1992.""",
        "2022-06-12",
    ),
    (
        """Queen Anna, 70, marks her silver jubilee this year. She came to the throne on 14 January 1997, aged 45, on the death of her father, King Nils, who had reigned for 25 years, from 1972. Nils was born on 11 March 1922 and was 49 when he became king. The golden jubilee of his father, King Jon, was in 1962; he had acceded in 1912. The princess, 50, was born on 26 May 1971.""",
        "2022-01-10",
    ),
    (
        """The last time prices rose so fast was in 1982, 40 years ago. In the 12 months to May 2022 they rose 8.6 percent, the most since December 1981. Workers born after 1990, now in their 20s and early 30s, have not seen it. “I was born in 1982, I’m 40 and I have never paid this,” said Eva Berg, 40, of Oslo. The bank’s governor, 58, took office on 5 February 2018, four years ago, for a four-year term, and was named again in 2022 until 2026.""",
        "2022-06-15",
    ),
)
