"""What the numbers say, in words that come from nothing but published numbers.

A sentence tells a level, a change, the largest groups, or that something is not shown. It never
tells why. It says nothing of a number that is hidden, compares nothing across a break of a series,
and gives a share only of groups that are large on both sides. `Sentence.cells` are the numbers it
rests on.
"""

from suoja.publication.rendering.sentences.changes import all_series, change, comparison
from suoja.publication.rendering.sentences.sentence import Sentence
from suoja.publication.rendering.sentences.telling import sentences

__all__ = ["Sentence", "all_series", "change", "comparison", "sentences"]
