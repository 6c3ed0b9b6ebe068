"""An article as it comes from a web page, with something for most rules of cleaning to do."""

ARTICLE = """Ports told to unplug modems

The Harbour Technology Board ordered five ports on Friday to unplug
the remote modems of their cranes, and gave them until the end of the
month to report on the work that was done.

Advertisement

“We act before harm is done,” said Lena Morvane, who chairs the Board
and has led its work on cranes for the last four years in the capital.

The ports have a month. The makers of the cranes were not asked for an
opin-
ion, and say that they will go to court over the order of the Board.
"""

LAST = ARTICLE.rstrip("\n").rpartition("\n\n")[2]
REPEATING = f"{ARTICLE}\n{LAST}\n"
"""The same with its last paragraph twice, as some pages print it."""
