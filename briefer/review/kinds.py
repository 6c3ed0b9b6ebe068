"""The kinds of findings: what each is called, how grave it is, and what it looks for. The guide lists them all."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from briefer.model.brief import EVIDENCE_LOST

Severity: TypeAlias = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""The gravest first. An error keeps the memo from leaving the program; a note is worth a look, and often well."""


class Kind(msgspec.Struct, frozen=True):
    """A kind of finding: its name in one sentence, in a count (``3 quotes cut``), and what it looks for."""

    severity: Severity
    title: str
    one: str
    many: str
    looks_for: str


KINDS: dict[str, Kind] = {
    "marked-higher": Kind(
        "error",
        "A part is marked too high",
        "part marked too high",
        "parts marked too high",
        "a section or an entry of the memo that is marked higher than the memo; until that is settled, nothing is"
        " exported",
    ),
    "quote-not-verbatim": Kind(
        "warning",
        "A quotation is not verbatim",
        "quote not verbatim",
        "quotes not verbatim",
        "a quotation in other words than its source. The kind of quotation mark, an ellipsis for words left out, your"
        " own words in square brackets, the case of the first letter and punctuation at the end are understood",
    ),
    "quote-cut": Kind(
        "warning",
        "A quotation leaves out a condition",
        "quote cut short",
        "quotes cut short",
        "a quotation that leaves out a negation or a condition of its sentence, such as not, unless or only if",
    ),
    EVIDENCE_LOST: Kind(
        "warning",
        "Words of a passage are gone",
        "passage lost",
        "passages lost",
        "a passage whose words are no longer in its source",
    ),
    "unknown-citation": Kind(
        "warning",
        "A citation leads nowhere",
        "unknown citation",
        "unknown citations",
        "a citation of an entry that there is not",
    ),
    "unsupported-claim": Kind(
        "warning",
        "No evidence supports a claim",
        "claim without evidence",
        "claims without evidence",
        "a sentence of the memo with a figure, date or name that stands in none of its evidence, or a quotation that"
        " stands in no source. A sentence marked as your own judgement, and figures and dates of what is still to be"
        " done, are not looked at",
    ),
    "actors-differ": Kind(
        "warning",
        "A name is spelt in two ways",
        "name spelt in two ways",
        "names spelt in two ways",
        "an actor whose name another actor, or the memo, spells with other letters or accents",
    ),
    "passages-differ": Kind(
        "warning",
        "Passages of an action disagree",
        "action with other figures",
        "actions with other figures",
        "an action whose passages hold different figures for the same thing, or different dates",
    ),
    "no-recommendation": Kind(
        "warning",
        "There is no recommendation",
        "recommendation missing",
        "recommendations missing",
        "a recommendation that the template requires, or a memo “For decision” needs, and that is empty",
    ),
    "lost-character": Kind(
        "warning",
        "A character is lost",
        "lost character",
        "lost characters",
        "a character that no document can hold, or that an earlier program has lost",
    ),
    "hidden-character": Kind(
        "warning",
        "There are hidden characters",
        "place with hidden characters",
        "places with hidden characters",
        "characters that cannot be seen: those that turn the direction of writing, of no width, and tags; counted for"
        " each source, and in all that you wrote",
    ),
    "over-limit": Kind(
        "warning",
        "A part is too long",
        "part too long",
        "parts too long",
        "a section, or the whole memo, with more words than the template allows",
    ),
    "no-evidence": Kind(
        "warning",
        "A note has no evidence",
        "note without evidence",
        "notes without evidence",
        "a note that rests on no passage",
    ),
    "no-speaker": Kind(
        "warning",
        "A quotation has no speaker",
        "quote without speaker",
        "quotes without speaker",
        "a quotation of which it is not said who said it",
    ),
    "speaker-elsewhere": Kind(
        "note",
        "A speaker is not near the words",
        "speaker not near the words",
        "speakers not near the words",
        "a quotation whose speaker is named neither near its words nor as the author of the source",
    ),
    "same-actor": Kind(
        "warning",
        "Two actors may be one",
        "actor there twice",
        "actors there twice",
        "two actors with the same name or alias, or one that is a short form of the other",
    ),
    "likelihood-outside": Kind(
        "warning",
        "A likelihood is not on the scale",
        "likelihood off the scale",
        "likelihoods off the scale",
        "words for how likely something is that are not on the scale in the memo’s own box (PHIA or ICD 203)",
    ),
    "likelihood-with-confidence": Kind(
        "note",
        "Likelihood and confidence share a sentence",
        "likelihood mixed with confidence",
        "likelihoods mixed with confidence",
        "a sentence that tells both how likely something is and how sure you are, in a memo with such a scale",
    ),
    "recommendation-verb": Kind(
        "warning",
        "A recommendation does not begin with its verb",
        "recommendation without verb",
        "recommendations without verb",
        "a recommendation that does not begin with what is to be done: Approve, Agree, Note, Sign",
    ),
    "notes-changed": Kind(
        "warning",
        "The notes have changed",
        "part behind the notes",
        "parts behind the notes",
        "a part taken over from the notes that these would make otherwise now",
    ),
    "required-empty": Kind(
        "warning",
        "A part that is required is empty",
        "required part empty",
        "required parts empty",
        "a required header field or section that is empty",
    ),
    "action-undated": Kind(
        "note", "An action has no date", "action without date", "actions without date", "an action without a date"
    ),
    "stake-unlevelled": Kind(
        "note",
        "A stake has no level",
        "stake without level",
        "stakes without level",
        "a stake of which it is not said how much it matters",
    ),
    "unspelt-acronym": Kind(
        "note",
        "An acronym is not spelt out",
        "acronym not spelt out",
        "acronyms not spelt out",
        "an acronym that the memo never spells out, unless every reader knows it",
    ),
    "long-sentence": Kind(
        "note",
        "A sentence is very long",
        "very long sentence",
        "very long sentences",
        "a sentence of the memo with more than 40 words",
    ),
    "left-out": Kind(
        "note",
        "Something of a document was left out",
        "part of a document left out",
        "parts of a document left out",
        "what a Word document of your office held that no memo may hold; told when it is exported",
    ),
    "without-comment": Kind(
        "note",
        "Not all has a comment in the draft",
        "draft with too much to comment on",
        "drafts with too much to comment on",
        "a draft with more to comment on than anybody reads; told when it is exported",
    ),
}
"""By code, what matters most first."""
