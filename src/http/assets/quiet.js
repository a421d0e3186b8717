// SPDX-License-Identifier: EUPL-1.2
// What in a text is no running text, as the server has it (`annotation/quiet.rs`): links, e-mail addresses and code between
// backticks. `hostEnds` comes from `/api/v1/forms`.

// The ranges `[start, end]` in which no words are looked for, in order.
export function quietIn(text, hostEnds) {
  return [...linksIn(text, hostEnds), ...codeIn(text)].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
}

const LINKS = [
  /[a-z][a-z0-9+.-]*:\/\/[^\s<>"`]+/giu,
  /[\p{L}\p{N}.!#$%&'*+/=?^_{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
];
const HOST = /(?<![\p{L}\p{N}@.-])([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)(?::\d+)?(?:[/?#][^\s<>"`]*)?/giu;

function linksIn(text, hostEnds) {
  const range = ({ 0: link, index }) => [index, index + link.replace(/[.,;:!?)\]}'’”]+$/u, '').length];
  const isHost = (host) => /^www\./i.test(host) || hostEnds.includes(host.split('.').at(-1));
  const hosts = [...text.matchAll(HOST)].filter((found) => isHost(found[1]));
  return [...LINKS.flatMap((link) => [...text.matchAll(link)]), ...hosts].map(range);
}

// Code between two runs of backticks of one length within a paragraph, and between lines that begin with three or more,
// of which the last may be missing. A backtick inside a word is an apostrophe.
function codeIn(text) {
  const runs = ticksIn(text);
  const partners = partnersOf(runs);
  const ranges = [];
  for (let place = 0; place < runs.length;) {
    const { start, opens, fences } = runs[place];
    const partner = opens || fences ? partners[place] : undefined;
    if (partner === undefined && fences) return [...ranges, [start, text.length]];
    if (partner !== undefined) ranges.push([start, runs[partner].end]);
    place = (partner ?? place) + 1;
  }
  return ranges;
}

function ticksIn(text) {
  let [paragraph, seen] = [0, 0];
  const inWord = (letter) => /[\p{Alphabetic}\p{N}]/u.test(letter ?? '');
  return [...text.matchAll(/`+/g)].map(({ 0: ticks, index: start }) => {
    const end = start + ticks.length;
    const gap = text.slice(seen, start);
    const line = gap.slice(gap.lastIndexOf('\n') + 1);
    const begins = (gap.includes('\n') || seen === 0) && !line.trim();
    paragraph += (gap.match(/\n[^\S\n]*(?=\n)/g) ?? []).length;
    seen = end;
    return { start, end, paragraph, opens: !inWord(text[start - 1]), closes: !inWord(text[end]), fences: begins && ticks.length >= 3 };
  });
}

// For each run the next one that closes it: for a fence one that is no shorter, else one of its length in its paragraph.
// Looked for from the end, so that each run is looked at once.
function partnersOf(runs) {
  const partners = [];
  const closing = new Map();
  const fences = [];
  const lengthOf = (place) => runs[place].end - runs[place].start;
  for (let place = runs.length - 1; place >= 0; place -= 1) {
    const length = lengthOf(place);
    if (runs[place].fences) {
      while (fences.length && lengthOf(fences.at(-1)) < length) fences.pop();
      partners[place] = fences.at(-1);
      fences.push(place);
    } else {
      const next = closing.get(length);
      partners[place] = next !== undefined && runs[next].paragraph === runs[place].paragraph ? next : undefined;
    }
    if (runs[place].closes) closing.set(length, place);
  }
  return partners;
}
