"""Quotations and their speakers, one way of writing them after the other."""

from __future__ import annotations

import pytest

from briefer.suggest.named.cast import Cast
from briefer.suggest.quotes import quotes
from briefer.suggest.reading import Reading
from briefer.suggest.shapes import Quote

CASES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "“Talks went well,” the press service said. “The ministers of Peru and Chile agreed to go on,” it said.",
        [
            ("Talks went well,", "the press service"),
            ("The ministers of Peru and Chile agreed to go on,", "the press service"),
        ],
    ),
    (
        "Ada Lund was advised by the Brannoch Bank to wait. She was warned that the bill “would please nobody at all”.",
        [("would please nobody at all", "Brannoch Bank")],
    ),
    (
        "Ada Lund, who left in May, is said to believe that the bill was a “historic mistake” that led to a fall.",
        [("historic mistake", "Ada Lund")],
    ),
    (
        "Ada Lund worried that Hal, who was ill, might fall. “I panicked badly,” she says.",
        [("I panicked badly,", "Ada Lund")],
    ),
    (
        "His wife Orlei worried that Hal, who was ill, might fall. “I panicked badly,” she says.",
        [("I panicked badly,", "Orlei")],
    ),
    ("The standard was at first “high”, Ada Lund added.", []),
    ("She smiled as if to say “you think you got me?” and left.", []),
    ("“We hope for peace,” said a statement from the Brannoch Bank.", [("We hope for peace,", "Brannoch Bank")]),
    (
        "Ada Lund also said:\n\nThe town must stay in the league\n\nShe is sure that the bank will pay\n\nIt rained all day.",
        [],
    ),
    (
        'The daily Brannoch News published a report quoting Paul Greaves as saying: "It is a pity that it came to this."',
        [("It is a pity that it came to this.", "Paul Greaves")],
    ),
    (
        "“We shall appeal,” the lawyer Ruth Aldane representing the Brannoch Bank told reporters.",
        [("We shall appeal,", "Ruth Aldane")],
    ),
    (
        "Paul Greaves wrote the bill. The senate passed it. Said Sarah Hill: “We have nearly complete agreement.”",
        [("We have nearly complete agreement.", "Sarah Hill")],
    ),
    (
        "Jim Hale, D‑Ohio, said: “Our very democracy is under attack.”",
        [("Our very democracy is under attack.", "Jim Hale")],
    ),
    (
        (
            "The Trade Ministry said that Ruth Aldane was responsible in maintaining ties, while the senate “only made things worse.”"
        ),
        [("only made things worse.", "Trade Ministry")],
    ),
    (
        (
            "Ruth Aldane asked states to adopt “red flag” laws. Paul Greaves reported on an “in-depth investigation” by the police."
        ),
        [],
    ),
    (
        (
            "The mayor, Anna Kowal, met residents on Monday. ‘We won’t let the factory close without a fight,’ she said. ‘The workers’ families deserve better.’ A union official described the plan as ‘a betrayal of everyone’s trust’."
        ),
        [
            ("We won’t let the factory close without a fight, … The workers’ families deserve better.", "Anna Kowal"),
            ("a betrayal of everyone’s trust", "A union official"),
        ],
    ),
    (
        (
            "'It's a mess,' said Paul Greaves, 45, a farmer from Kent. 'I don't know what we'll do.'\n\n"
            "His neighbour, Sarah Hill, agreed. 'Nobody listens to us,' she said."
        ),
        [("It's a mess, … I don't know what we'll do.", "Paul Greaves"), ("Nobody listens to us,", "Sarah Hill")],
    ),
    (
        (
            "Finance minister Karl Brandt opened the debate.\n\n"
            "“We have three choices.\n\n"
            "“The first is to pay. The second is to wait.\n\n"
            "“The third is worse,” he told parliament."
        ),
        [
            (
                "We have three choices. … The first is to pay. The second is to wait. … The third is worse,",
                "Karl Brandt",
            )
        ],
    ),
    (
        (
            "The ministry said in a statement that it had “no plans to withdraw” from the treaty. In the statement it added: “Our position has not changed.”"
        ),
        [("no plans to withdraw", "The ministry"), ("Our position has not changed.", "The ministry")],
    ),
    (
        (
            "“This is the end of the road,” according to Maria Lopez, an analyst at Capital Economics. Others disagree: “It is a beginning,” wrote economist John Hart in a note."
        ),
        [("This is the end of the road,", "Maria Lopez"), ("It is a beginning,", "John Hart")],
    ),
    (
        (
            "The film “The Long Goodbye” opened on Friday. So-called “smart bombs” were used. The operation, known as “Desert Wind”, failed. Her novel, “A Time of Gifts”, won a prize."
        ),
        [],
    ),
    (
        (
            "“I will not resign,” Jane Doe, the prime minister, said on Tuesday. “Never.”\n\n"
            "Her rival, Tom Stark, tweeted: “She should go now.”\n\n"
            "“The voters will decide,” he added later."
        ),
        [
            ("I will not resign, … Never.", "Jane Doe"),
            ("She should go now.", "Tom Stark"),
            ("The voters will decide,", "Tom Stark"),
        ],
    ),
    (
        (
            "Trump wrote on Truth Social: “THE DEAL IS DONE!” A senior official, who spoke on condition of anonymity, said the talks had been “a complete disaster”."
        ),
        [("THE DEAL IS DONE!", "Trump"), ("a complete disaster", "A senior official")],
    ),
    (
        (
            "The company’s chief executive, Tim Cook, called the ruling “deeply unfair to customers”. He said Apple would appeal. “We will fight this,” he said."
        ),
        [("deeply unfair to customers", "Tim Cook"), ("We will fight this,", "Tim Cook")],
    ),
    (
        (
            "“We are running out of time,” says Prof Helen Marsh of the University of Leeds. Her colleague Ian Black is less worried. “It is a question of money,” he says."
        ),
        [("We are running out of time,", "Helen Marsh"), ("It is a question of money,", "Ian Black")],
    ),
    (
        (
            "Asked whether he would stand again, Mr Duarte replied, “Ask me in May.” The president was described as “weak and indecisive” by Senator Lena Fox. The bill, which critics have called “a licence to spy”, passed."
        ),
        [("Ask me in May.", "Duarte"), ("weak and indecisive", "Lena Fox"), ("a licence to spy", "critics")],
    ),
    (
        (
            "The general made his view plain.\n\n"
            "“There is no military solution.”\n\n"
            "General Aziz Karim repeated it in parliament, saying “the guns must fall silent first”."
        ),
        [("There is no military solution.", "The general"), ("the guns must fall silent first", "Aziz Karim")],
    ),
    (
        (
            "In a letter to shareholders, the bank wrote:\n\n"
            "We regret the errors of the past year and will repay every customer who lost money because of them.\n\n"
            "Shares fell."
        ),
        [
            (
                "We regret the errors of the past year and will repay every customer who lost money because of them.",
                "the bank",
            )
        ],
    ),
    (
        (
            "SMITH: Thank you for coming today.\n\n"
            "JONES: It is a pleasure to be here with you.\n\n"
            "SMITH: Let us begin with the budget.\n\n"
            "JONES: The budget is balanced."
        ),
        [
            ("Thank you for coming today.", "Smith"),
            ("It is a pleasure to be here with you.", "Jones"),
            ("Let us begin with the budget.", "Smith"),
            ("The budget is balanced.", "Jones"),
        ],
    ),
    (
        (
            "Beijing said the sanctions were “a serious violation of international law”. A spokesman for the ministry told reporters: “China will respond.”"
        ),
        [
            ("a serious violation of international law", "China"),
            ("China will respond.", "A spokesman for the ministry"),
        ],
    ),
    (
        (
            "„Wir sind bereit“, the chancellor, Olaf Weber, said. «Il faut agir», replied Marie Dupont, the French minister."
        ),
        [("Wir sind bereit", "Olaf Weber"), ("Il faut agir", "Marie Dupont")],
    ),
    (
        (
            "“He told me, ‘You will never work again,’ and I believed him,” said Laura Stein. — “No comment,” said the studio."
        ),
        [
            ("He told me, ‘You will never work again,’ and I believed him,", "Laura Stein"),
            ("No comment,", "the studio"),
        ],
    ),
    (
        (
            "“I love this town” — Mayor Rita Gold. Smith and Jones said they were “very happy indeed” with the outcome. They said it was “a new start”."
        ),
        [
            ("I love this town", "Rita Gold"),
            ("very happy indeed", "Smith and Jones"),
            ("a new start", "Smith and Jones"),
        ],
    ),
    (
        (
            "“The plan,” Smith said, “is dead.” Smith, whose party lost in May, has accused ministers of “playing with fire”."
        ),
        [("The plan, … is dead.", "Smith"), ("playing with fire", "Smith")],
    ),
    (
        ("“Is it safe?” asked Tom Reed. “Yes,” said Dr Amy Cole, who runs the clinic. “Absolutely.”"),
        [("Is it safe?", "Tom Reed"), ("Yes, … Absolutely.", "Amy Cole")],
    ),
    (
        (
            "Protesters chanted “down with the king” outside the palace. One banner read “No more lies”. The word “freedom” was everywhere."
        ),
        [("down with the king", "Protesters"), ("No more lies", "One banner")],
    ),
    (
        (
            "A report by the auditors found “serious weaknesses in control”. The report, published on Monday, concluded that managers had “failed to act on warnings”."
        ),
        [("serious weaknesses in control", "A report by the auditors"), ("failed to act on warnings", "The report")],
    ),
    (
        (
            "It was, said one diplomat, “a diplomatic earthquake”. Western officials fear that Moscow is “buying time”, while the Kremlin's spokesman, Dmitry Peskov, dismissed the claims as “absolute nonsense”."
        ),
        [
            ("a diplomatic earthquake", "one diplomat"),
            ("buying time", "Western officials"),
            ("absolute nonsense", "Dmitry Peskov"),
        ],
    ),
    (
        (
            "PARIS (Reuters) - France’s finance minister on Monday rejected calls for a tax on banks. “We will not go down this road,” Bruno Lemaire told France Inter radio. The minister added that “nothing is off the table” in talks with Germany.\n\n"
            "He was speaking a day after the prime minister, Anne Hidal, said she was “open to all ideas”. Hidal, who took office in May, has promised “a new deal for workers”."
        ),
        [
            ("We will not go down this road,", "Bruno Lemaire"),
            ("nothing is off the table", "The minister"),
            ("open to all ideas", "Anne Hidal"),
            ("a new deal for workers", "Anne Hidal"),
        ],
    ),
    (
        (
            "The hospital's director, Dr. Mary Adeyemi, said nurses were exhausted. “They have worked without a break since March,” she said. “We cannot ask for more.”\n\n"
            "Health officials did not respond to a request for comment.\n\n"
            "One nurse, who asked not to be named, said: “I cried every night.”\n\n"
            "“We were told to wait,” another said."
        ),
        [
            ("They have worked without a break since March, … We cannot ask for more.", "Mary Adeyemi"),
            ("I cried every night.", "One nurse"),
            ("We were told to wait,", "another"),
        ],
    ),
    (
        (
            "“If the court agrees with us — and we believe it will — this law is finished,” said Amir Khan, a lawyer for the group. Khan’s co-counsel, Ruth Levy, was more careful: “Courts surprise you.”\n\n"
            "Judge Thomas Boyle, appointed in 2010, called the statute “a solution in search of a problem.”"
        ),
        [
            ("If the court agrees with us — and we believe it will — this law is finished,", "Amir Khan"),
            ("Courts surprise you.", "Ruth Levy"),
            ("a solution in search of a problem.", "Thomas Boyle"),
        ],
    ),
    (
        (
            "In an interview with the BBC, Mr. Lee said that “the worst is over,” but warned of “difficult months ahead.” Mr. Lee’s party, the Greens, won 12 seats."
        ),
        [("the worst is over,", "Lee"), ("difficult months ahead.", "Lee")],
    ),
    (
        (
            "“Everything is fine,” insisted the spokesperson. But critics say the project is a “white elephant” that will “bankrupt the town”. The mayor denies it: “These people have never read a balance sheet.”"
        ),
        [
            ("Everything is fine,", "the spokesperson"),
            ("bankrupt the town", "critics"),
            ("white elephant", "critics"),
            ("These people have never read a balance sheet.", "The mayor"),
        ],
    ),
    (
        (
            "Vladimir Putin, Russia's president, has described the collapse of the Soviet Union as “the greatest geopolitical catastrophe” of the century. In Kyiv, his words were met with scorn. “He lives in the past,” said Oleksiy Danko, secretary of the security council."
        ),
        [("the greatest geopolitical catastrophe", "Vladimir Putin"), ("He lives in the past,", "Oleksiy Danko")],
    ),
    (
        (
            '"I don\'t think so," Harris said when asked if she would run again. "But never say never."\n\n'
            '"She is the best we have," Gov. Tim Walsh, D-Minn., said.'
        ),
        [("I don't think so, … But never say never.", "Harris"), ("She is the best we have,", "Tim Walsh")],
    ),
    (
        (
            "Residents of Hull were angry. “It stinks,” said one woman. “Nobody told us anything,” said Dave Pratt, 61, whose garden was flooded."
        ),
        [("It stinks,", "one woman"), ("Nobody told us anything,", "Dave Pratt")],
    ),
    (
        (
            "Amnesty International condemned the verdict as “a travesty of justice”. Its director for Asia, Yamini Rao, said on Friday that the trial “was neither fair nor open”."
        ),
        [("a travesty of justice", "Amnesty International"), ("was neither fair nor open", "Yamini Rao")],
    ),
    (
        (
            "The tech giant Google said it was “reviewing the decision”. A Google spokeswoman said: “We comply with the law in every country.”"
        ),
        [("reviewing the decision", "Google"), ("We comply with the law in every country.", "A Google spokeswoman")],
    ),
    (
        (
            "“The prime minister must go,” Labour MP Joan Reid told the Commons.\n\n"
            "Conservative former minister Sir Alan Duncan said it was “time to unite”."
        ),
        [("The prime minister must go,", "Joan Reid"), ("time to unite", "Alan Duncan")],
    ),
    (
        (
            "China on Tuesday accused the United States of “economic bullying” and vowed to respond. “We will take all necessary measures,” foreign ministry spokesman Lin Jian told a regular briefing in Beijing."
        ),
        [("economic bullying", "China"), ("We will take all necessary measures,", "Lin Jian")],
    ),
    (
        (
            "The president said, “I have a plan,” and left. His aides said little. “He’ll explain,” one aide told the AP."
        ),
        [("I have a plan,", "The president"), ("He’ll explain,", "one aide")],
    ),
    (
        (
            "Police said the man, named as Viktor Hass, 34, had acted alone. “There is no further threat to the public,” Chief Inspector Nora Lund said in a statement. “We ask people to stay calm.”\n\n"
            "“We are in shock,” his brother, Marek Hass, told local television."
        ),
        [
            ("There is no further threat to the public, … We ask people to stay calm.", "Nora Lund"),
            ("We are in shock,", "Marek Hass"),
        ],
    ),
    (
        (
            "European Commission president Ursula von der Leyen hailed “a historic day for Europe”. Von der Leyen said the bloc would “stand by Ukraine for as long as it takes”."
        ),
        [
            ("a historic day for Europe", "Ursula von der Leyen"),
            ("stand by Ukraine for as long as it takes", "Ursula von der Leyen"),
        ],
    ),
    (
        (
            "The so-called “Golden Dome” project, dubbed “Star Wars II” by critics, has cost billions. Its logo reads “Peace”. He is nicknamed “The Hammer”."
        ),
        [],
    ),
    (
        ("“We’re not going anywhere,” – Peter Sand, chief executive of Nordbank – “and neither are our customers.”"),
        [("We’re not going anywhere, … and neither are our customers.", "Peter Sand")],
    ),
    (
        (
            "Q. When did you first hear of it?\n\n"
            "A. In the spring of last year, from my lawyer.\n\n"
            "Q. And what did you do then?\n\n"
            "A. Nothing at all."
        ),
        [
            ("When did you first hear of it?", ""),
            ("In the spring of last year, from my lawyer.", ""),
            ("And what did you do then?", ""),
            ("Nothing at all.", ""),
        ],
    ),
]


def said(text: str) -> tuple[Quote, ...]:
    return quotes(Cast(Reading(text)))


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:32] for text, _ in CASES])
def test_words_and_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    found = sorted((quote.text, quote.speaker) for quote in said(text))
    assert found == sorted(expected)


def test_the_parts_of_an_interrupted_quotation_are_its_words_in_the_text() -> None:
    text = "“The plan,” said Ida Holm, the mayor, “is dead.” Nobody cheered."
    (quote,) = said(text)
    assert [text[start:end] for start, end in quote.parts] == ["The plan,", "is dead."]
    assert (quote.start, quote.end) == (quote.parts[0][0], quote.parts[-1][1])
    assert text[quote.speaker_start : quote.speaker_end] == "Ida Holm"
    assert quote.kind == "direct"


def test_a_pronoun_is_resolved_to_the_name_and_points_at_it() -> None:
    text = "Anna Berg opened the hall on Monday. “It is yours now,” she told the crowd."
    (quote,) = said(text)
    assert quote.speaker == "Anna Berg"
    assert (quote.speaker_start, quote.speaker_end) == (0, len("Anna Berg"))


def test_she_is_not_the_man_named_last() -> None:
    text = "Judge Carol Lane freed the men. Their lawyer was Peter Moss. “I had no doubt,” she said later."
    assert said(text)[0].speaker == "Carol Lane"


def test_titles_and_party_belong_to_the_words_but_not_to_the_name() -> None:
    text = "“We will vote tonight,” said Sen. Joan Pell (D-Wis.) in the lobby."
    (quote,) = said(text)
    assert quote.speaker == "Joan Pell"
    assert text[quote.speaker_start : quote.speaker_end] == "Sen. Joan Pell (D-Wis.)"


def test_two_single_marks_are_a_quotation_mark() -> None:
    text = "''We're open,'' said Carl Voss, the baker. ``Come in.''"
    (quote,) = said(text)
    assert [text[start:end] for start, end in quote.parts] == ["We're open,", "Come in."]


def test_a_mark_that_is_closed_by_another_kind_ends_there() -> None:
    text = 'The mayor said there was “no danger" to the town, and that work would go on.'
    assert [quote.text for quote in said(text)] == ["no danger"]


def test_an_operation_a_film_and_a_slogan_on_a_wall_are_no_quotations() -> None:
    text = (
        "The group, called “Salt Harvest”, broke in twice. Its founder had written “The Glass Road”, a novel. "
        "So-called “smart locks” did not help."
    )
    assert said(text) == ()


def test_a_headline_is_no_quotation() -> None:
    text = "Minister: ‘We were wrong about it’\n\nThe minister spoke on Monday in the capital, and left at noon."
    assert said(text) == ()


def test_a_fragment_is_partial_and_a_sentence_direct() -> None:
    text = "Eva Lind called it “a very poor show”. “I want my money back,” she added."
    assert [(quote.text, quote.kind) for quote in said(text)] == [
        ("a very poor show", "partial"),
        ("I want my money back,", "direct"),
    ]


def test_every_quotation_has_a_reason() -> None:
    assert all(quote.why for text, _ in CASES for quote in said(text))


@pytest.mark.parametrize(
    "text",
    [
        "The scheme, dubbed “cash for clunkers” by its critics, cost 3 billion crowns.",
        "Senator Joan Pell led the “war on waste” in the spring.",
        "She has never liked the “blue wall” theory.",
        "The magazine “Foreign Matters” named her its person of the year.",
        "In its report the Board calls the links an “open gate”, a name that dockers had used since spring.",
        "He is “angry”, and they are “sad”.",
    ],
)
def test_labels_and_scare_quotes_are_no_quotations(text: str) -> None:
    assert said(text) == ()


def test_the_answers_of_an_interview_are_of_the_one_person_it_is_with() -> None:
    text = "We met Eva Holm in May.\n\nQ: Were you slow?\n\nA: Yes, very slow.\n\nQ: Why?\n\nA: Nobody asked us."
    # What the interviewer asks is the outlet's own words, and no source's.
    assert [(quote.text, quote.speaker) for quote in said(text)] == [
        ("Yes, very slow.", "Eva Holm"),
        ("Nobody asked us.", "Eva Holm"),
    ]


def test_the_subject_before_a_relative_clause_speaks_and_not_who_the_clause_names() -> None:
    text = "The Harbour Party, which backed Tom Nolan, said in a tweet: “We will count every vote.”"
    assert said(text)[0].speaker == "Harbour Party"


def test_what_a_colon_introduces_without_a_verb_of_saying_is_no_quotation() -> None:
    text = "The committee found three faults in the plan:\n\nThe costs were not counted and nobody was asked.\n\nWork stopped."
    assert said(text) == ()


def test_the_company_is_the_one_that_did_something_just_before() -> None:
    (quote,) = said("Zentra Oil shut two wells. The company cited “unresolved commercial terms” and gave no date.")
    assert (quote.text, quote.speaker) == ("unresolved commercial terms", "Zentra Oil")


def test_an_initial_that_ends_the_attribution_does_not_part_the_quotation() -> None:
    text = "“They gave us a page,” Rob Castell shouted to the crowd outside Gate J. “You want more? Then pay for it!”"
    (quote,) = said(text)
    assert quote.text == "They gave us a page, … You want more? Then pay for it!"


def test_letters_after_a_name_are_not_who_speaks() -> None:
    assert said("“We stand by what we did,” Judge Helena Marsh KC told the court.")[0].speaker == "Helena Marsh"


def test_what_it_called_leads_to_words_of_somebody() -> None:
    found = said("Peru wants a share. It won what it called “additional flexibilities” for its fleet.")
    assert [quote.text for quote in found] == ["additional flexibilities"]


def test_a_comma_within_the_name_of_a_ministry_does_not_end_the_speaker() -> None:
    text = "A Ministry of Housing, Transport and Works spokesperson said: “We have made money available this year.”"
    assert said(text)[0].speaker.endswith("Ministry of Housing, Transport and Works spokesperson")


def test_whom_an_apposition_names_does_not_speak() -> None:
    text = (
        "U.S. Judge Waverly Crane, an appointee of President Ada Holm, wrote that it was “too vague to obey or read.”"
    )
    assert said(text)[0].speaker == "Waverly Crane"


def test_a_verb_group_is_no_speaker() -> None:
    (quote,) = said(
        "The court blocked a law that would have required towns to remove books deemed “harmful to minors.”"
    )
    assert "would" not in quote.speaker


def test_the_frenchman_is_who_was_named_last() -> None:
    text = (
        "Luc Fabre left the board on Friday. “It is a coup dressed up as an inquiry,” the Frenchman told reporters."
    )
    assert said(text)[0].speaker == "Luc Fabre"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("In all 63 scientists signed it. The 63 said that “the deal must not pass”.", "63 scientists"),
        ("It rained. “We will not go on like this,” the 12 said.", ""),
        ("“We have no idea why,” the Lantern quoted Anna Berg, the editor, as saying.", "Anna Berg"),
        ("“Long live the free press!” Anna Berg, the editor in chief of LTV, wrote wryly on her page.", "Anna Berg"),
        ("Its parent, the Royal Bank of Leith, said that “these decisions are not easy”.", "Royal Bank of Leith"),
        (
            "Members could push for more, said Bart Nail, an adviser. “It would avoid a fight in the house.”",
            "Bart Nail",
        ),
        (
            "The Razem party, which tried to rally support by saying that rivals were “coming in droves,” lost.",
            "Razem",
        ),
        (
            "They heard a speech in Ovell from Ada Lund, who called it a break with rules, trade and cooperation and said that it was “not coming back”, left.",
            "Ada Lund",
        ),
        ("Acme Bolt met the WTO. The ministry said that it had “a firm wish to pay”.", "The ministry"),
        (
            "The Ovell Port Authority met. “It rose by nine in May,” said the Ovell Port Authority report.",
            "Ovell Port Authority",
        ),
        ("The Ostrand Board - or Ostbo - met on Friday. “It was late and dark,” it said in a note.", "Ostrand Board"),
        ("Ovell Council took the findings and offered its “unreserved apology”.", "Ovell Council"),
        ("Hammering Hillary Moore again, Mike Pratt said that it “is more of the same”.", "Mike Pratt"),
    ],
)
def test_the_speaker_is_whom_the_sentence_names(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in said(text)] == [speaker]


def test_a_straight_mark_that_a_curly_one_closes_is_one_quotation() -> None:
    found = said('"No one is above the law,” Ann Pratt said in Ohio. “It must be shut down at once."')
    assert [(quote.speaker, len(quote.parts)) for quote in found] == [("Ann Pratt", 2)]


def test_who_adds_goes_on_in_the_next_paragraph() -> None:
    told = "Ada Lund said that the port “has lost its way”.\n\n“It must close,” she added"
    assert [quote.text for quote in said(told + ".")] == ["has lost its way … It must close,"]
    assert len(said(told + " on Monday.")) == 2


def test_an_attribution_at_the_end_of_the_sentence_does_not_part_the_quotation() -> None:
    (quote,) = said("“It’s hard to see what could hold them” to the plan, Lund said. “They have no money left.”")
    assert len(quote.parts) == 2
    (quote,) = said("“How could that be?” Ada Lund told Valley News. “We must find out at once.”")
    assert len(quote.parts) == 2


def test_closing_marks_that_open_are_read() -> None:
    assert said("Ann Lee said that ”the mills will never open again”.")[0].text == "the mills will never open again"


def test_the_long_title_of_a_book_is_no_quotation() -> None:
    text = "“We see it now,” said Ed Alden, author of the book “Failure to Adjust: How Anna Got Left Behind in the World.”"
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The 20-point pact ends the war “on all fronts,” says that Orland will pay, and sets up a fund.",
            "The 20-point pact",
        ),
        ("League spokesperson Ruth Aldane said in an emailed reply that “nobody was harmed at all.”", "Ruth Aldane"),
        (
            "In May the Brannoch Bank founded Dash, a wallet it claimed would “turn the market upside down”.",
            "Brannoch Bank",
        ),
        ("“It rains too much,” Ruth Aldane, the head of economics think tank Valley Watch, told me.", "Ruth Aldane"),
        (
            "In a reply, Ruth Aldane, Orland’s vice president of sales, said the rule “will harm us all”.",
            "Ruth Aldane",
        ),
        ("Orland’s vice president of sales, Ruth Aldane, said the rule “will harm us all”.", "Ruth Aldane"),
        ("“These funds will feed many,” the Orland state department said.", "the Orland state department"),
        ("“We will look at this,” a spokesperson said on Monday.", "a spokesperson"),
        ("“We will look at this,” said an official who asked not to be named.", "an official"),
        ("A local banker reckons that the lenders are in for “the fight of their life”.", "A local banker"),
        (
            "The deputy minister called the US attacks a breach of the pact, and warned of “harsh and swift measures”.",
            "The deputy minister",
        ),
        (
            "“It was warm and dry,” Ruth Aldane writes. “It was cold and wet in the end.” (Current models say it snowed.)",
            "Ruth Aldane",
        ),
    ],
)
def test_a_clause_an_article_or_an_office_is_not_taken_for_the_speaker(text: str, speaker: str) -> None:
    assert [quote.speaker for quote in quotes(Cast(Reading(text)))][:1] == [speaker]
    assert {quote.speaker for quote in quotes(Cast(Reading(text)))} == {speaker}


def test_a_date_with_a_short_month_does_not_part_the_quotation() -> None:
    text = "“It was warm,” Ruth Aldane said in a lecture about the coast on Nov. 2. “It was cold in the end.”"
    assert [quote.text for quote in quotes(Cast(Reading(text)))] == ["It was warm, … It was cold in the end."]
    text = "“It was warm,” Ruth Aldane said. 20 people came on foot, Paul Greaves told her. “It was cold in the end.”"
    assert [quote.text for quote in quotes(Cast(Reading(text)))] == ["It was warm,", "It was cold in the end."]


def test_another_name_after_or_is_no_quotation() -> None:
    assert not said("The case lies on the short list, or “shadow docket,” says the court.")
    assert len(said("Ruth Aldane called the bill “a plain farce”, or “a crime”.")) == 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“We lost two piers,” Sen. Ruth Aldane, D-Mass., the harbour’s top friend, told a radio host.", "Ruth Aldane"),
        ("“Demand has risen,” Tomas Berg, CFO and chief risk officer at Orsk Shipping, said.", "Tomas Berg"),
        ('Jane Holm, chair of the port\'s technical committee said: "That should make us all think."', "Jane Holm"),
        ("Many staff left because of the fire, and heard only after Paul Greaves, director of the Office of Ports, wrote that “the cuts have begun.”", "Paul Greaves"),
        ("A Nordbank spokesman said the lender believes that its loan is “good for every saver.”", "A Nordbank spokesman"),
        ("A ministry spokeswoman said that many of the figures shared with them were “out of date”.", "A ministry spokeswoman"),
        ("Yields on Treasury notes rose after Ruth Aldane asked for rates to fall “hand in hand” with tariffs.", "Ruth Aldane"),
        ("Some summaries for people with diabetes offered “very dangerous advice”, Ruth Aldane said.", "Ruth Aldane"),
        ("Calling the plan “a direct shot” at European rules, former official Tomas Berg, who worked on them, said it would fail.", "Tomas Berg"),
        ("The rule is needed because “most of the answers are forbidden”, according to researcher and founder Paul Greaves.", "Paul Greaves"),
        ("The vote was put off, with campaigners saying that care “cannot be paused again”.", "campaigners"),
        ("Paul Greaves declined to speak of fines, but had previously called the censorship claims by Norway “completely unfounded.”", "Paul Greaves"),
    ],
)  # fmt: skip
def test_the_speaker_is_found_past_what_only_seems_one(text: str, speaker: str) -> None:
    (quote,) = said(text)
    assert quote.speaker == speaker


def test_a_description_is_of_the_person_just_spoken_of() -> None:
    text = (
        "Kemi Adler answered the ruling on Monday.\n\nThe Conservative leader called for “some tough laws” at once.\n\n"
        "A senior official was calmer. “It is one court,” the senior official said."
    )
    assert [quote.speaker for quote in said(text)] == ["Kemi Adler", "the senior official"]


def test_the_firm_is_the_company_named_last_and_no_court() -> None:
    text = (
        "Judges heard Lena Moor, a lawyer of Zentra Oil Corp, in the Court of Appeal.\n\n"
        "The company said it would go on “keeping every well safe.”"
    )
    assert [quote.speaker for quote in said(text)] == ["Zentra Oil Corp"]


def test_it_is_the_ministry_that_just_said_something() -> None:
    text = "Norway’s foreign ministry said Chile had stopped a tanker.\n\nIt added that this was “an attack on all trade”."
    assert [quote.speaker for quote in said(text)] == ["Norway’s foreign ministry"]


def test_a_verb_between_name_and_pronoun_may_have_words_before_it() -> None:
    text = "“They could take it,” Paul Greaves told us.\n\nTom Nolan on Monday had praised the gift, which he said came from “a friend of mine”."
    assert [quote.speaker for quote in said(text)] == ["Paul Greaves", "Tom Nolan"]


def test_fragments_that_judge_are_somebodys_and_names_of_things_are_not() -> None:
    text = (
        "Tom Nolan asked for an end to the “wholly unacceptable” attacks. He asked five people to perform a “colour naming” task. "
        "The Harbour Board began a study of what it called “tide pricing”. He called the strait “a trap” and a “disaster waiting to happen”."
    )
    assert [quote.text for quote in said(text)] == ["wholly unacceptable", "a trap", "disaster waiting to happen"]


def test_what_is_typed_into_a_search_and_a_case_at_law_are_no_quotations() -> None:
    assert said("Typing “what is the normal range of the test” gave Paul Greaves no answer, he said.") == ()
    assert said("The court ruled in the case of “Zentra Oil, Inc. v. Nolan,” declaring the order unlawful.") == ()


def test_the_next_sentence_may_resume_what_was_said() -> None:
    text = "“Our country does nothing to fill that gap,” Lena Moor said. As a parent, “we are meant to keep it all going”."
    assert [len(quote.parts) for quote in said(text)] == [2]


def test_a_fragment_in_a_longer_sentence_does_not_go_on_in_the_next_paragraph() -> None:
    text = (
        "It makes a difference “for a few days at most,” Paul Greaves said, in the long term, both sides want a deal.\n\n"
        "“The reasons for it are still there,” he told us."
    )
    assert [len(quote.parts) for quote in said(text)] == [1, 1]


def test_answers_in_quotation_marks_are_of_who_is_interviewed() -> None:
    text = (
        "We met Eva Holm in May. Eva Holm runs the port that Tom Nolan built.\n\nQ: Were you slow?\n\n"
        "A: “Yes, we were very slow.”\n\nQ: Why?\n\nA: “Nobody had asked us.”\n\nQ: And now?\n\nA: “We hurry as we can.”"
    )
    assert [quote.speaker for quote in said(text)] == ["Eva Holm"] * 3


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Tom Nolan met Lena Moor, Ukraine’s president. Nolan smiled. The Ukrainian president said it was “a very good day”.", "Lena Moor"),
        ("Tom Nolan met Lena Moor. Nolan smiled. “We agree on much,” the French president said.", "the French president"),
        ("Tom Nolan met Zentra Oil chief Lena Moor. Nolan smiled. “We agree on much,” the Zentra Oil boss said.", "Lena Moor"),
        ("Tom Nolan met Lena Moor. Nolan smiled. Moor sat down. The Conservative leader called it “a very bad day”.", "The Conservative leader"),
    ],
)  # fmt: skip
def test_a_role_that_belongs_to_a_state_or_body_is_of_who_was_named_with_it(text: str, speaker: str) -> None:
    (quote,) = said(text)
    assert quote.speaker == speaker


def test_a_document_keeps_the_date_it_is_called_by() -> None:
    (quote,) = said("Judges serve “at the will of the board alone,” according to the Aug. 27 memo.")
    assert quote.speaker == "the Aug. 27 memo"


def test_who_calls_a_thing_something_is_found_after_what() -> None:
    (quote,) = said("Nine people died in what Ruth Aldane called “the worst flood of this century” on Monday.")
    assert quote.speaker == "Ruth Aldane"
