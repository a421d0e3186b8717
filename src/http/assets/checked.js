// SPDX-License-Identifier: EUPL-1.2
// Sorts out what was found in a text, as the server does (`annotation/checked.rs`), with what `/api/v1/readings` lists: each
// word once, with how writer and reader read it. No requests, no page.

const SURE = ['low', 'medium', 'high'];
const key = (term, name) => `${term} ${name ?? ''}`;

// The answer of `/api/v1/readings`, ready to be looked up.
export function readingsOf(words) {
  return new Map(words.map((word, order) => [key(word.term, word.domain && word.label), { word, order }]));
}

// How much a reading matters: what is unclear comes before a nuance.
const weight = ({ difference, degree }) => (difference === 'unclear' || degree === null ? 3 : 2 * degree);

// The words of mentions: those that surely stand in the text first, and of those the ones that matter most. Each is a word
// of the readings with `number`, `count` and `confidence`; each mention gets the number of its word as `ref`.
export function wordsOf(mentions, readings) {
  const counted = new Map();
  for (const mention of mentions) {
    const own = key(mention.term, mention.name);
    const known = readings.get(own);
    if (!known) continue;
    const found = counted.get(own) ?? { ...known, count: 0, sure: 0 };
    counted.set(own, { ...found, count: found.count + 1, sure: Math.max(found.sure, SURE.indexOf(mention.confidence)) });
  }
  const sorted = [...counted].sort(([, one], [, other]) =>
    other.sure - one.sure || weight(other.word.reading) - weight(one.word.reading) || one.order - other.order);
  const numbers = new Map(sorted.map(([own], place) => [own, place + 1]));
  const numbered = mentions.map((mention) => ({ ...mention, ref: numbers.get(key(mention.term, mention.name)) }));
  return {
    words: sorted.map(([own, { word, count, sure }]) => ({ number: numbers.get(own), ...word, count, confidence: SURE[sure] })),
    mentions: numbered.filter((mention) => mention.ref),
  };
}
