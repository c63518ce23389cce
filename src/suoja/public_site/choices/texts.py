"""The pages of text: where each stands, and how to reach the assistance system.

The help path has numbers for addresses, because a list of visited pages must not tell what
somebody read there.
"""

from dataclasses import dataclass

FRONT = "front"
HELPLINE = "+358 29 546 3177"
EMAIL = "ihmiskauppa.auttamisjarjestelma@migri.fi"
CONTACT = {
    "{112}": "[112](tel:112)",
    "{helpline}": f"[{HELPLINE}](tel:{HELPLINE.replace(' ', '')})",
    "{email}": f"[{EMAIL}](mailto:{EMAIL})",
}


@dataclass(frozen=True, slots=True)
class Text:
    """A page; the first of a section is the door to the others."""

    name: str
    address: str
    section: str


TEXTS = {
    text.name: text
    for text in (
        Text(FRONT, "", FRONT),
        Text("help", "1/", "help"),
        Text("recognise", "2/", "help"),
        Text("write", "8/", "help"),
        Text("assistance", "3/", "help"),
        Text("rights", "4/", "help"),
        Text("told", "5/", "help"),
        Text("contact", "6/", "help"),
        Text("device", "7/", "help"),
        Text("met", "met/", "met"),
        Text("signs", "met/signs/", "met"),
        Text("raise", "met/talk/", "met"),
        Text("consent", "met/consent/", "met"),
        Text("refer", "met/refer/", "met"),
        Text("municipalities", "met/municipalities/", "met"),
        Text("training", "met/training/", "met"),
        Text("know", "know/", "know"),
        Text("trafficking", "know/trafficking/", "know"),
    )
}
SECTIONS = tuple(text.section for text in TEXTS.values() if text.section == text.name)[1:]
HELP_PATH = tuple(text.name for text in TEXTS.values() if text.section in {FRONT, "help"})
