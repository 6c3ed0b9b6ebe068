"""Sentences of memos, and words of the passage that supports each."""

from __future__ import annotations

from pathlib import Path

from briefer.edit import changes
from briefer.model.brief import Brief
from briefer.model.source import Source

SAMPLE = [
    (
        "The Board has told five ports to take the modems off 214 cranes by the end of March.",
        "has ordered five container ports",
    ),
    ("Ports that are late could lose their licence for automated handling.", "Ports that miss the date"),
    ("Calder has about 70% of the market.", "holds about 70 per cent"),
    (
        "The maker was written to twice in September, and did not show its software.",
        "had written to the company twice",
    ),
    ("Inspectors counted 1140 remote sessions, of which the ports had recorded 96.", "counted 1,140 remote sessions"),
    ("There is no evidence that anybody moved a crane remotely.", "No crane is known to have been moved"),
    ("The company has offered its access logs for three years.", "hand over its access logs"),
    (
        "Ruth Aldane, Calder’s chief engineer, warned that a ban without escrow moves the risk elsewhere.",
        "A modem ban without escrow",
    ),
    ("Each crane will be out of use for two or three days.", "each crane would stand idle"),
    ("The refit will cost Saltmere 46 million crowns.", "46 million crowns"),
    ("Insulin may arrive nine days late.", "insulin and dialysis"),
    ("Hospitals want Quay East to be refitted last.", "Hospitals Association"),
    ("The dockers’ union wants it to be refitted first.", "they should go first"),
    ("Arkell meets Delia Sorn on 2 December.", "will meet his Maravian counterpart"),
    ("A rule on source-code escrow is being drafted for July 2027.", "drafting a rule"),
    ("Maravia recalled its attaché on 13 November.", "recalled its commercial attaché"),
    ("Talks on fishing licences were postponed.", "fishing licences"),
    ("Orsk Haven expects to finish before Christmas.", "Orsk Haven, the second-largest"),
    ("Tolmen has asked for more time, until 30 June.", "applied on Friday for an extension"),
    ("The Board will decide on applications by 15 January.", "would decide on requests"),
    ("The opposition will table a motion on 24 November.", "will table a motion"),
    ("The minister excludes compensation for Calder.", "ruled out any compensation"),
    (
        "Northern Mutual insures four of the five ports and suspended its cyber clause.",
        "Northern Mutual, which covers",
    ),
    ("Premiums will go up by a fifth in April if nothing changes.", "raise premiums by a fifth"),
    ("Calder will pay for new modems in 61 cranes under warranty.", "bear the cost of new modems"),
    ("Calder says it will answer the Board’s questions on 27 November.", "answer its questions in person"),
]
ARTICLES = [
    ("Nordbank will shut 140 branches and shed 2,000 posts.", "will close 140 branches"),
    ("The bank’s plan should save 300 million crowns each year, analysts say.", "save 300 million crowns"),
    ("Volta’s lorry comes a year late because batteries are short.", "has delayed its first electric lorry"),
    ("Solberg denies needing fresh money before 2028.", "denied that the company needed new money"),
    ("The US put two dozen firms on its blacklist; China promised to respond.", "Beijing said on Wednesday"),
    (
        "Hackers tied to Tehran read the mail of 30 Albanian officials, according to Microsoft.",
        "Hackers linked to Iran",
    ),
    ("Geneva talks on the dam failed after three days.", "Talks between Egypt and Ethiopia"),
    ("The African Union regretted how the talks ended.", "deeply regretted"),
    ("Romania sent up two fighter jets after drones entered its airspace.", "Romania scrambled two F-16"),
    ("Russia fired 91 drones that night, Ukraine says.", "had fired 91 drones"),
    ("Mwale’s National Unity Front holds 84 seats of 193.", "won 84 of 193 seats"),
    ("The electoral commission publishes the final count on Thursday.", "the final count would be published"),
    ("Poland deployed 1,200 soldiers to the flooded valley.", "sent 1,200 soldiers"),
    ("61 people were rescued from roofs.", "Rescuers pulled 61 people"),
    ("The rail union turned down 3% and will strike for three days.", "rejected an offer of 3 per cent"),
    ("Biovera could make 100 million doses of the malaria vaccine a year.", "100 million doses"),
    ("Gavi decides in December whether it will pay.", "will decide in December"),
    ("Farmers blockaded Varna’s port over grain from Ukraine.", "Protesters blocked the gates"),
    ("Six judges in Georgia may be sanctioned by the EU.", "sanctions against six Georgian judges"),
    ("Iceland and the Faroes could not agree on mackerel, for the third time.", "failed for a third time"),
]
UNSUPPORTED = [
    "Turnout at the regional polls fell to a record low.",
    "The central bank left interest rates unchanged at 4.5 per cent.",
    "We recommend a visit of the ambassador in spring.",
    "Wheat prices rose after the drought in Australia.",
    "The navy will buy seven frigates from a Dutch yard.",
    "Public opinion is likely to remain divided for years.",
]


def brief_of_articles() -> Brief:
    brief = changes.new_brief("golden", "Golden", "2026-11-22T09:30:00Z")
    for path in sorted((Path(__file__).parent / "suggest" / "golden").glob("*.txt")):
        text = path.read_text(encoding="utf-8").partition("\n---\n")[0]
        brief, _ = changes.add_source(brief, Source("", path.stem, text=text, original=text))
    return brief
