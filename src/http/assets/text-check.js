// SPDX-License-Identifier: EUPL-1.2
// The page `/text-check`: looks a text through in the browser and shows which words its reader will read otherwise. The text
// goes nowhere: what is fetched is the same for every text, and nothing is stored. What the page says stands in its
// templates, in the language of the page.
import { dictionaryOf, mentionsIn } from './matcher.js';
import { quietIn } from './quiet.js';
import { readingsOf, wordsOf } from './checked.js';

const byId = (id) => document.getElementById(id);
const [form, text, writer, reader, state, outcome, sureOnly] =
  ['nakijken', 'tekst', 'schrijver', 'lezer', 'stand', 'uitkomst', 'zeker'].map(byId);
const sayings = byId('zinnen').content;
const english = document.documentElement.lang === 'en';
const asked = new URLSearchParams(location.search).get('lang');
// How many words are open at first, and how many spellings of a word are named.
const OPEN = 3;
const SPELLINGS = 4;

// What the templates say, with its gaps filled in.
function say(key, gaps = {}) {
  return sayings.querySelector(`[data-say="${key}"]`).textContent.replace(/\{(\w+)\}/g, (_, name) => gaps[name]);
}
const inWords = (kind, key) => sayings.querySelector(`[data-${kind}="${key}"]`)?.textContent ?? key;
const counted = (one, more, n) => say(n === 1 ? one : more, { n });

// The lists, each fetched once and as long as the page stands.
const fetched = new Map();
function once(key, make) {
  if (!fetched.has(key)) fetched.set(key, make().catch((error) => { fetched.delete(key); throw error; }));
  return fetched.get(key);
}

async function answer(path) {
  const response = await fetch(form.dataset.api + path, { credentials: 'omit', headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  return response.json();
}

const forms = () => once('forms', async () => {
  const list = await answer('/forms');
  return { hostEnds: list.hostEnds, dictionary: dictionaryOf(list) };
});

const readings = (sides) => once(sides, async () => {
  const words = [];
  for (let page = 1, more = true; more; page += 1) {
    const list = await answer(`/readings?${sides}&perPage=500&page=${page}`);
    words.push(...list.words);
    more = page * list.perPage < list.total;
  }
  return readingsOf(words);
});

// What was checked last: the text, its words and their places.
let checked;

async function check() {
  const given = text.value;
  const size = new TextEncoder().encode(given).length;
  if (!given.trim()) return refuse('empty');
  if (size > Number(form.dataset.longest)) return refuse('long', { n: Math.ceil(size / 1024) });
  state.textContent = say('loading');
  try {
    const sides = new URLSearchParams({ writer: writer.value, reader: reader.value }).toString();
    const [{ hostEnds, dictionary }, read] = await Promise.all([forms(), readings(sides)]);
    const mentions = mentionsIn(given, dictionary, quietIn(given, hostEnds));
    checked = { text: given, ...wordsOf(mentions, read) };
  } catch {
    return refuse('failed');
  }
  show();
  byId('uitkomst-kop').focus();
  return undefined;
}

function refuse(key, gaps) {
  state.textContent = say(key, gaps);
  if (key !== 'failed') text.focus();
}

function show() {
  const isSure = ({ confidence }) => !sureOnly.checked || confidence === 'high';
  const matters = (word) => word.reading.difference !== 'same';
  const words = checked.words.filter((word) => matters(word) && isSure(word)).map((word, place) => ({ ...word, place: place + 1 }));
  const placed = new Map(words.map((word) => [word.number, word]));
  const mentions = checked.mentions.filter((mention) => isSure(mention) && placed.has(mention.ref));
  const unsure = checked.words.filter((word) => matters(word) && !isSure(word)).length;
  words.forEach((word) => { word.written = mentions.filter((mention) => mention.ref === word.number).map(({ start, end }) => checked.text.slice(start, end)); });
  byId('gelezen').replaceChildren(markedText(mentions, placed));
  byId('woorden').replaceChildren(...words.map(card));
  byId('alles-regel').hidden = !words.some((word) => word.wordings.length);
  const alike = checked.words.filter((word) => !matters(word) && isSure(word)).map((word) => `‘${word.label}’`);
  byId('gelijk').textContent = alike.length ? say('same', { words: alike.join(', ') }) : '';
  byId('wie').textContent = say('who', { writer: writer.selectedOptions[0].text, reader: reader.selectedOptions[0].text });
  outcome.hidden = false;
  state.textContent = [words.length ? counted('one', 'more', words.length) : say('none'), unsure ? counted('one-hidden', 'hidden', unsure) : ''].join(' ').trim();
}

const signOf = ({ reading }) => sayings.querySelector(`[data-sign="${reading.relation === 'one_sided' ? 'one_sided' : reading.degree ?? 'unclear'}"]`);

function markedText(mentions, placed) {
  const piece = document.createDocumentFragment();
  const seen = new Set();
  let end = 0;
  for (const mention of mentions) {
    const word = placed.get(mention.ref);
    const link = Object.assign(document.createElement('a'), { href: `#woord-${word.place}`, className: `spot ${signOf(word).className}` });
    if (!seen.has(word.place)) link.id = `plek-${word.place}`;
    seen.add(word.place);
    const number = Object.assign(document.createElement('sup'), { textContent: word.place, ariaHidden: 'true' });
    const told = Object.assign(document.createElement('span'), { className: 'hidden', lang: document.documentElement.lang });
    told.textContent = ` (${say('spot', { n: word.place, relation: inWords('relation', word.reading.relation) })})`;
    link.append(checked.text.slice(mention.start, mention.end), number, told);
    piece.append(checked.text.slice(end, mention.start), link);
    end = mention.end;
  }
  piece.append(checked.text.slice(end));
  return piece;
}

function card(word) {
  const { reading, place } = word;
  const item = byId('kaart').content.firstElementChild.cloneNode(true);
  const slot = (name) => item.querySelector(`[data-slot="${name}"]`);
  const fill = (name, content) => { slot(name).textContent = content; };
  item.id = `woord-${place}`;
  item.className = signOf(word).className;
  item.querySelector('details').open = place <= OPEN;
  fill('number', place);
  fill('label', word.label);
  fill('sign', signOf(word).textContent);
  fill('relation', inWords('relation', reading.relation));
  if (reading.why) fill('why', reading.why); else slot('why').remove();
  fill('sentence', english ? reading.sentenceEnglish : reading.sentence);
  const status = reading.status ? ` (${inWords('status', reading.status)})` : '';
  fill('basis', inWords('basis', reading.basis) + status);
  const unsure = word.confidence === 'high' ? '' : ` · ${say('unsure')}`;
  fill('count', counted('once', 'times', word.written.length) + spelled(word) + unsure);
  [['writer', writer], ['reader', reader]].forEach(([side, choice]) => {
    fill(side, `(${choice.selectedOptions[0].text})`);
    slot(side).closest('div').append(...meanings(word[side]));
  });
  if (reading.misunderstanding) fill('misunderstanding', reading.misunderstanding); else slot('misunderstanding').remove();
  const questions = reading.questions.length ? reading.questions : [say('ask', { word: word.label })];
  slot('questions').append(...questions.map((question) => Object.assign(document.createElement('li'), { textContent: question })));
  if (word.wordings.length) slot('wordings').append(...word.wordings.map(wording)); else slot('wordings').remove();
  slot('back').href = `#plek-${place}`;
  slot('page').href = `/terms/${encodeURIComponent(word.term)}${asked ? `?lang=${encodeURIComponent(asked)}` : ''}`;
  return item;
}

// How the word is written in the text, where that is otherwise.
function spelled({ written, label }) {
  const forms = [...new Set(written.map((form) => form.toLowerCase()))].filter((form) => form !== label.toLowerCase());
  return forms.length ? `, ${say('as', { forms: forms.slice(0, SPELLINGS).map((form) => `‘${form}’`).join(', ') })}` : '';
}

function meanings(side) {
  const told = (meaning) => {
    const line = Object.assign(document.createElement('dd'), { lang: 'nl', textContent: meaning.explanation || meaning.definition });
    if (side.length > 1 && meaning.label) line.prepend(Object.assign(document.createElement('b'), { textContent: `${meaning.label}: ` }));
    return line;
  };
  return side.length ? side.map(told) : [Object.assign(document.createElement('dd'), { textContent: say('nothing') })];
}

function wording({ text: safer }) {
  const part = byId('toelichting').content.firstElementChild.cloneNode(true);
  const line = part.querySelector('p');
  line.textContent = safer;
  part.querySelector('button').addEventListener('click', () => copy(safer, line));
  return part;
}

// To the clipboard; where a browser refuses that, the text is selected.
async function copy(words, shown) {
  try {
    await navigator.clipboard.writeText(words);
    state.textContent = say('copied');
  } catch {
    getSelection().selectAllChildren(shown);
    state.textContent = say('chosen');
  }
}

// A link to a word opens its card, and one back to the text finds the place.
function follow() {
  const item = location.hash.startsWith('#woord-') && byId(location.hash.slice(1));
  if (!item) return;
  item.querySelector('details').open = true;
  item.focus();
}

function chosen() {
  const address = new URL(location.href);
  address.searchParams.set('writer', writer.value);
  address.searchParams.set('reader', reader.value);
  history.replaceState(null, '', address);
  document.querySelectorAll('link[rel=alternate][hreflang], a.tongue').forEach((link) => {
    const other = new URL(link.href);
    ['writer', 'reader'].forEach((name) => other.searchParams.set(name, address.searchParams.get(name)));
    link.href = other;
  });
  if (checked) check();
}

function clear() {
  [text.value, checked] = ['', undefined];
  ['gelezen', 'woorden'].forEach((id) => byId(id).replaceChildren());
  byId('gelijk').textContent = '';
  outcome.hidden = true;
  state.textContent = say('cleared');
  text.focus();
}

form.addEventListener('submit', (event) => event.preventDefault());
byId('kijk').addEventListener('click', check);
byId('wis').addEventListener('click', clear);
byId('voorbeeld').addEventListener('click', () => { text.value = say('example'); check(); });
byId('wissel').addEventListener('click', () => { [writer.value, reader.value] = [reader.value, writer.value]; chosen(); });
byId('alles').addEventListener('click', () => {
  const lines = [...document.querySelectorAll('#woorden .safer p')].map((line) => line.textContent);
  copy(lines.join('\n\n'), byId('woorden'));
});
[writer, reader].forEach((choice) => choice.addEventListener('change', chosen));
sureOnly.addEventListener('change', show);
text.addEventListener('input', () => { if (checked && text.value !== checked.text) state.textContent = say('changed'); });
byId('gelezen').addEventListener('click', (event) => { if (event.target.closest('a')?.hash === location.hash) follow(); });
addEventListener('hashchange', follow);
addEventListener('beforeprint', () => document.querySelectorAll('#woorden details').forEach((part) => { part.open = true; }));
