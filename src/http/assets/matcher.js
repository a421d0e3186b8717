// SPDX-License-Identifier: EUPL-1.2
// Finds the terms of the glossary in a text, as the server does (`annotation/mention.rs`), with what `/api/v1/forms` lists
// and nothing else: no requests, no page. Shared by the text check and by what marks words in pages of others. Places are
// in UTF-16 units, as JavaScript counts.

const WORD = new RegExp([
  '[\\p{Alphabetic}\\p{N}](?:[\\p{Alphabetic}\\p{N}\\p{M}]',
  '[-\'’\\u2010\\u2011](?=\\p{Alphabetic})',
  '(?<=\\p{Alphabetic})[-\'’\\u2010\\u2011](?=\\p{N})',
  '\\u00ad(?=\\p{Alphabetic})',
  '(?<=\\p{N})[.,](?=\\p{N}))*',
].join('|'), 'gu');
const HYPHEN = /[-\u2010\u2011]/;

// The form in which two spellings of one word are equal: no capitals, marks, hyphens and apostrophes.
export function fold(word) {
  return word.replace(/[ĳĲ]/g, 'ij').normalize('NFD').replace(/[\p{M}\-\u2010\u2011\u00ad'’‘]/gu, '').toLowerCase().replace(/\p{M}/gu, '');
}

// The answer of `/api/v1/forms`, ready to be looked up.
export function dictionaryOf({ forms, compounds }) {
  const names = new Map(forms.map((form) => [form.form, form]));
  const halves = new Map(forms.filter((form) => form.half).map((form) => [form.form, form]));
  const longest = forms.reduce((most, { form }) => Math.max(most, form.split(' ').length), 0);
  return { names, halves, longest, compounds };
}

// The terms in a text, in order: of names that share words the one with the most words, of equals the first. `quiet` are
// ranges `[start, end]`, in order, in which no words are looked for. Each is `{ start, end, term, name, how, confidence }`;
// `name` is there where only one domain uses it.
export function mentionsIn(text, dictionary, quiet = []) {
  const words = wordsIn(text, quiet);
  const found = [];
  words.forEach((word, first) => {
    for (let length = 1; length <= dictionary.longest && first + length <= words.length; length += 1) {
      const row = words.slice(first, first + length);
      if (row.some((each) => !each.loud) || (length > 1 && !row[length - 1].joined)) break;
      const form = nameOf(row, dictionary);
      if (form) found.push({ first, length, form });
    }
  });
  const mentions = [];
  for (const { first, length, form } of found.sort((one, other) => other.length - one.length)) {
    const row = words.slice(first, first + length);
    if (row.some((word) => word.taken)) continue;
    row.forEach((word) => { word.taken = true; });
    const last = row[length - 1];
    const shortened = length === 1 && /^-\s/.test(text.slice(last.end, last.end + 2));
    mentions.push(mention(row[0].start, last.end, form, shortened ? 'compound' : form.how));
  }
  for (const word of words.filter((each) => each.loud && !each.taken)) {
    const form = nameInside(word, dictionary);
    if (form) mentions.push(mention(word.start, word.end, form, 'compound'));
  }
  return mentions.sort((one, other) => one.start - other.start);
}

// How sure it is: a compound is a guess, and a search word may well mean something else.
function mention(start, end, { term, name, field }, how) {
  const sure = field === 'hiddenLabel' ? 'medium' : 'high';
  return { start, end, term, name, how, confidence: how === 'compound' ? 'low' : sure };
}

function wordsIn(text, quiet) {
  let [end, place] = [0, 0];
  let before;
  return [...text.matchAll(WORD)].map(({ 0: written, index: start }) => {
    const gap = text.slice(end, start).replace(/^-/, '');
    end = start + written.length;
    while (place < quiet.length && quiet[place][1] <= start) place += 1;
    const loud = !(place < quiet.length && quiet[place][0] < end);
    const joined = Boolean(before?.loud && gap && !gap.trim() && gap.split('\n').length < 3);
    before = { start, end, written, folded: fold(written), loud, joined };
    return before;
  });
}

// A row of words; a name in capitals is found as it is written.
function nameOf(row, { names }) {
  return (row.length === 1 && names.get(row[0].written)) || names.get(row.map((word) => word.folded).join(' '));
}

// The name that is half of a longer word: at its end before at its beginning, the longest first; else one in capitals
// between hyphens.
function nameInside({ written, folded }, { names, halves, compounds }) {
  if (folded.length > compounds.longest) return undefined;
  const ends = [];
  written.split(HYPHEN).reduce((length, piece) => { ends.push(length + fold(piece).length); return ends.at(-1); }, 0);
  const parts = [];
  for (let place = 1; place < folded.length; place += 1) {
    parts.push({ first: folded.slice(0, place), last: folded.slice(place), hyphened: ends.includes(place) });
  }
  const behind = parts.find((part) => halves.get(part.last)?.half === 'either' && mayPrecede(part, compounds));
  if (behind) return halves.get(behind.last);
  const before = parts.findLast((part) => halves.has(part.first) && mayFollow(part, compounds));
  if (before) return halves.get(before.first);
  const piece = written.split(HYPHEN).find((part) => /\p{Lu}/u.test(part) && names.has(part));
  return names.get(piece);
}

const isWord = (letters, { shortestRest }) => [...letters].length >= shortestRest && /[aeiouy]/.test(letters);

function mayPrecede({ first, last, hyphened }, rules) {
  const verbal = rules.verbalEndings.some((ending) => last.endsWith(ending));
  const derived = verbal && rules.verbalPrefixes.some((prefix) => first.endsWith(prefix));
  return (hyphened || (!derived && isWord(first, rules))) && !rules.noStart.includes(first);
}

function mayFollow({ last, hyphened }, rules) {
  const unlinked = rules.links.filter((link) => last.startsWith(link)).map((link) => last.slice(link.length));
  const ending = [last, ...unlinked].some((rest) => rules.noRest.includes(rest) || rules.noRestBegins.some((start) => rest.startsWith(start)));
  return hyphened || (!ending && isWord(last, rules));
}
