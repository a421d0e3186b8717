// SPDX-License-Identifier: EUPL-1.2
// Finds the terms of a text in the browser, as the description of /forms says; the text goes nowhere. Tests hold what is
// found against what the service finds.

const WORD = /[\p{L}\p{N}]+(?:[-'’][\p{L}\p{N}]+)*/gu;
const ADDRESS = /\b(?:[a-z][a-z+.-]*:\/\/|www\.)\S+|[^\s@]+@[^\s@]+|\b[\w-]+(?:\.[\w-]+)+\/\S*/giu;
const VOWEL = /[aeiouy]/;

/** Small letters, no accents, hyphens or apostrophes. */
function folded(word) {
  return word.normalize('NFD').replace(/[\p{M}'’-]/gu, '').toLowerCase();
}

class Finder {
  #forms = new Map();
  #halves = new Map();
  #rules;
  #longest = 1;

  /** Over the answer of /api/v1/forms. */
  constructor({ forms, compounds }) {
    this.#rules = compounds;
    for (const form of forms) {
      this.#forms.set(form.form, form);
      if (form.half) this.#halves.set(form.form, form);
      this.#longest = Math.max(this.#longest, form.form.split(' ').length);
    }
  }

  /** Where terms stand: start and end in UTF-16 units, the term, and how sure that is: high, medium or low. */
  find(text) {
    const words = this.#words(text);
    const found = [];
    for (let place = 0; place < words.length;) {
      const [length, mention] = this.#at(words, place);
      if (mention) found.push({ start: words[place].start, end: words[place + length - 1].end, ...mention });
      place += length;
    }
    return found;
  }

  /** Words, with whether only a space parts each from the one before. */
  #words(text) {
    const quiet = [...text.matchAll(ADDRESS)].map((match) => [match.index, match.index + match[0].length]);
    const isLoud = (at) => !quiet.some(([from, to]) => at >= from && at < to);
    let before = 0;
    return [...text.matchAll(WORD)].filter((match) => isLoud(match.index)).map((match) => {
      const gap = text.slice(before, match.index);
      before = match.index + match[0].length;
      const loose = /^-\s/.test(text.slice(before, before + 2));
      return { start: match.index, end: before, written: match[0], folded: folded(match[0]), follows: /^-?\s+$/.test(gap) && !/\n\s*\n/.test(gap), loose };
    });
  }

  /** How many words the best name at a place has, and what it names. */
  #at(words, place) {
    for (let length = Math.min(this.#longest, words.length - place); length > 0; length -= 1) {
      const row = words.slice(place, place + length);
      if (row.slice(1).every((word) => word.follows)) {
        const form = (length === 1 && this.#forms.get(row[0].written)) || this.#forms.get(row.map((word) => word.folded).join(' '));
        if (form) return [length, { term: form.term, sure: row[length - 1].loose && length === 1 ? 'low' : sureness(form) }];
      }
    }
    const { written, folded: word } = words[place];
    const compound = this.#compound(word);
    if (compound) return [1, { term: compound.term, sure: 'low' }];
    const piece = /\p{Lu}/u.test(written) && written.split('-').map((part) => this.#forms.get(part)).find(Boolean);
    return [1, piece ? { term: piece.term, sure: 'low' } : null];
  }

  #compound(word) {
    if (new TextEncoder().encode(word).length > this.#rules.longest) return null;
    const places = Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => at + 1);
    const last = places.find((at) => this.#halves.get(word.slice(at))?.half === 'either' && this.#mayPrecede(word.slice(0, at), word.slice(at)));
    if (last) return this.#halves.get(word.slice(last));
    const first = places.reverse().find((at) => this.#halves.has(word.slice(0, at)) && this.#mayFollow(word.slice(at)));
    return first ? this.#halves.get(word.slice(0, first)) : null;
  }

  #isWord(rest) {
    return rest.length >= this.#rules.shortestRest && VOWEL.test(rest);
  }

  #mayFollow(rest) {
    const { links, noRest, noRestBegins } = this.#rules;
    const unlinked = links.filter((link) => rest.startsWith(link)).map((link) => rest.slice(link.length));
    const ends = [rest, ...unlinked].some((one) => noRest.includes(one) || noRestBegins.some((start) => one.startsWith(start)));
    return this.#isWord(rest) && !ends;
  }

  #mayPrecede(rest, half) {
    const { noStart, verbalEndings, verbalPrefixes } = this.#rules;
    const verbal = verbalEndings.some((ending) => half.endsWith(ending));
    const derived = verbal && verbalPrefixes.some((prefix) => rest.endsWith(prefix));
    return this.#isWord(rest) && !derived && !noStart.includes(rest);
  }
}

/** A search word may well mean something else in a text. */
function sureness(form) {
  return form.field === 'hiddenLabel' ? 'medium' : 'high';
}
