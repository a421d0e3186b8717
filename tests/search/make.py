#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes the judged queries that follow a rule; those that were written by hand stay as they are.

    apt-get install wdutch && python3 tests/search/make.py

The development set is made of the labels, the check set of other words for the same terms. A word list tells which of
the made forms are words, and that a typing error is none. The same glossary and list give the same lines.
"""

import hashlib
import json
import re
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
TERMS = HERE.parents[1] / "glossary/terms"
WORD_LIST = Path("/usr/share/dict/dutch")

# How a name ends and how its forms end; * is what stays.
FORMS = [
    ("heid", "*heden"),
    ("ering", "*eren *eert *eerde *eerden *erend *erende ge*eerd ge*eerde"),
    ("atie", "*eren *eert *eerde *erende ge*eerd ge*eerde *aties"),
    ("ding", "*den *dt *dde *dden ge*d ge*de"),
    ("ging", "*gen *gt *gde *gende ge*gd"),
    ("ning", "*nen *nt *nde *nend"),
    ("ing", "*ingen"),
    ("eren", "*eert *eerde *erend ge*eerd"),
    ("en", "*t *de *te *end *ende ge*d ge*t"),
    ("baar", "*bare *baarder *baarst"),
    ("aal", "*ale *alen"),
    ("oon", "*onen"),
    ("isme", "*isten *istisch *istische"),
    ("ief", "*ieve *ieven"),
    ("is", "*issen *es *izen"),
    ("us", "*ussen"),
    ("k", "*kken"),
    ("g", "*ggen"),
    ("p", "*ppen"),
    ("", "*en *s *'s *e *n"),
]
DIMINUTIVES = [("ing", "*inkje"), ("aal", "*aaltje"), ("o", "*ootje"), ("", "*je *tje *pje *etje")]
# What stands before or after a name in a compound, and the letters that may join them.
BEFORE = "jeugd zorg veiligheids casus crisis wijk buurt school politie gemeente gezins straf proces keten preventie".split()
AFTER = "plan team overleg beleid gesprek analyse plicht kader factor beeld kaart verslag traject houder vraag beheer".split()
BEFORE_OF_CHECK = "kinder groeps probleem leer burger bestuurs risico zelf partner familie huis volks staats".split()
AFTER_OF_CHECK = "dienst groep punt recht werk niveau gevoel rapport opvang centrum geval werker gebied vorming nummer".split()
JOINTS = ["", "s", "en"]
# Letters that sound alike, and where.
SOUNDS = ["ei>ij", "ij>ei", "ou>au", "(?<!e)au>ou", "d$>t", "t$>d", "c(?![eihy])>k", "c(?=[eiy])>s", "s(?=[aeiou])>z", "z>s"]
# Ends that nobody parts from a word.
SUFFIXES = {"baar", "schap", "gend"}
# Words of the list that nobody means by the name they look like.
OTHER_WORDS = {"ambassadeuren", "convenants", "integralen", "overlaste", "overlasten", "recidiven", "recidives", "spoeden", "universeels"}


def terms():
    """Every term: its id, its label, and the other words for it."""
    for path in sorted(TERMS.glob("*.toml")):
        term = tomllib.loads(path.read_text(encoding="utf-8"))
        alt = [word if isinstance(word, str) else word["label"] for word in term.get("alt_labels", [])]
        yield path.stem, term["label"], alt + term.get("hidden_labels", [])


def number(text):
    """A number that is always the same for a text."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16)


def chosen(words, count):
    """So many of the words, always the same."""
    return sorted(sorted(set(words), key=number)[:count])


def changed(word, table):
    """The word with each ending of a table that fits it."""
    for ending, shapes in table:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield from (shape.replace("*", word[: len(word) - len(ending)]) for shape in shapes.split())


def compounds(word, before, after):
    """The word with something before it or after it."""
    yield from (first + word for first in before)
    yield from (word + joint + last for last in after for joint in JOINTS)


def parted(word):
    """The word in two, each of four letters or more."""
    halves = ((word[:place], word[place:]) for place in range(4, len(word) - 3))
    return ((first, last) for first, last in halves if last not in SUFFIXES)


def slips(word):
    """The word with one slip of a finger: two letters swapped, one lost or one doubled. The first letter stays."""
    place = 1 + number(word) % (len(word) - 2)
    start, letter, end = word[:place], word[place], word[place + 1 :]
    swapped = start + end[0] + letter + end[1:]
    return [slip for slip in (swapped, start + end, start + letter * 2 + end) if slip != word and len(slip) > 4]


def sounds(word):
    """The word with letters that sound alike taken for each other, once."""
    for rule in SOUNDS:
        letters, other = rule.split(">")
        yield from (word[: at.start()] + other + word[at.end() :] for at in re.finditer(letters, word))


def beginning(word, names, known):
    """The first letters that are no word, and that no word in these names begins with; none where that takes all."""
    begun = " ".join(["", *names])
    fits = (word[:length] for length in range(4, len(word) - 1))
    return [start for start in fits if start not in known and start[-1].isalpha() and " " + start not in begun][:1]


def made(name, others, known, set_name):
    """What rules make of a name of a term, as kind and query. `others` are the names of other terms."""
    is_check = set_name == "check"
    plain = name.isalpha() and name == name.lower()
    longest = max(name.split(), key=len)

    def whole(word):
        return name.replace(longest, word)

    if plain:
        yield from (("inflection", form) for form in chosen(known & set(changed(name, FORMS)), 2 if is_check else 3))
        yield from (("diminutive", form) for form in chosen(known & set(changed(name, DIMINUTIVES)), 1))
        around = (BEFORE_OF_CHECK, AFTER_OF_CHECK) if is_check else (BEFORE, AFTER)
        yield from (("compound", word) for word in chosen(known & set(compounds(name, *around)), 2))
        halves = [f"{first} {last}" for first, last in parted(name) if {first, last} <= known]
        yield from (("compound", both) for both in chosen(halves, 1))
    if len(longest) > 4 and longest.isalpha() and longest == longest.lower():
        by_hand = [slip for slip in slips(longest) if slip not in known]
        by_ear = [sound for sound in sounds(longest) if sound not in known]
        if is_check:
            both = [slip for sound in by_ear for slip in slips(sound) if len(longest) > 9]
            yield from (("typo", whole(typo)) for typo in chosen(both or by_hand + by_ear, 1))
        else:
            yield from (("typo", whole(typo)) for typo in chosen(by_hand, 1) + chosen(by_ear, 1))
    if not is_check:
        yield from (("prefix", start) for start in beginning(name.lower(), others, known))


def rule_lines(set_name, by_hand, known):
    """The lines that rules make for a set, without what was written by hand, by kind."""
    every = list(terms())
    owners = {name.lower(): term for term, label, other in every for name in [label, *other]}
    known = known - owners.keys() - OTHER_WORDS
    lines = {}

    def add(kind, query, expected):
        if query not in by_hand and query not in lines and (kind == "exact" or query not in owners):
            name = f"{set_name[0].upper()}-{query}"
            lines[query] = {"id": name, "kind": kind, "q": query, "expect": expected, "origin": "rule"}

    for place, (term, label, other) in enumerate(every):
        if (number(term) % 2 == 0) == (set_name == "development"):
            spelled = [f"{label.capitalize()}?", f"“{label}”"][place % 2]
            add("exact", label.lower() if set_name == "development" else spelled, [term])
        others = [name for name, owner in owners.items() if owner != term]
        for name in [label] if set_name == "development" else chosen(other, 2):
            for kind, query in made(name, others, known, set_name):
                also = [word for word in others if len(word) > 3 and (query.startswith(word) or query.endswith(word))]
                both = {owners[word]: None for word in also if kind == "compound" and word not in name}
                add(kind, query, [term, *both])
    return sorted(lines.values(), key=lambda line: (line["kind"], line["q"]))


def main():
    known = set(WORD_LIST.read_text(encoding="utf-8").split())
    kept = {}
    for set_name in ["development", "check"]:
        path = HERE / f"{set_name}.jsonl"
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        kept[set_name] = [line for line in lines if line["origin"] == "hand"]
    taken = {line["q"].lower() for lines in kept.values() for line in lines}
    for set_name, lines in kept.items():
        lines += rule_lines(set_name, taken, known)
        taken |= {line["q"].lower() for line in lines}
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        (HERE / f"{set_name}.jsonl").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
