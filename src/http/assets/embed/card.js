// SPDX-License-Identifier: EUPL-1.2
// A card as elements. What comes from the service is put in as text, never as HTML.

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);

/** An element with attributes and children; a child that is nothing is left out, one that is a text is text. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value != null) element.setAttribute(name, value);
  element.append(...children.flat().filter((child) => child != null && child !== ''));
  return element;
}

function link(card, text) {
  return make('a', { href: new URL(card.path, SERVICE).href }, text);
}

/** The relation with its sign, the sentence, and who says so. */
function noticeOf(card) {
  return make('div', { class: 'notice' },
    make('p', { class: 'relation' }, make('span', { class: 'sign', 'aria-hidden': 'true' }, card.sign), card.relationText),
    make('p', { class: 'sentence' }, card.sentence),
    make('p', { class: 'basis' }, card.basisText, card.place && ` · ${WORDS[card.lang].place(card.place)}`));
}

/** What each side means. */
function sidesOf(card) {
  const side = (one) => make('div', one.own ? { class: 'own' } : {},
    make('dt', {}, one.label, one.own ? make('span', { class: 'own-name' }, ` (${WORDS[card.lang].own})`) : null),
    one.meanings.map((meaning) => make('dd', { lang: 'nl' },
      meaning.label && make('span', { class: 'meaning' }, `${meaning.label}: `), meaning.text)),
    one.origin && make('dd', { class: 'origin' }, one.origin),
    one.absence && make('dd', {}, one.absence));
  return make('dl', { class: 'sides' }, card.sides.map(side));
}

/** What is shared, and what to ask. */
function restOf(card) {
  const words = WORDS[card.lang];
  const part = (title, text, kind) => text && make('div', { class: kind }, make('dt', {}, title), text);
  const lang = card.lang === 'en' && card.shared.length ? 'nl' : null;
  const rows = [
    part(words.shared, card.sharedText && make('dd', { lang }, card.sharedText)),
    part(words.beware, card.misunderstanding && make('dd', { lang: 'nl' }, card.misunderstanding)),
    part(words.ask, card.questions.length
      && make('dd', { lang: 'nl' }, make('ul', {}, card.questions.map((question) => make('li', {}, question)))), 'ask'),
  ].filter(Boolean);
  return rows.length ? make('dl', { class: 'rest' }, rows) : null;
}

/** The word with its English; a heading of this level where one is asked for. */
function headOf(card, level) {
  const heading = level ? { role: 'heading', 'aria-level': level } : {};
  return make('div', { class: 'head' },
    make('p', { class: 'word', ...heading }, make('span', { lang: 'nl' }, card.label)),
    card.english && make('p', { class: 'english', lang: 'en' }, card.english));
}

/** The whole card. */
function cardOf(card, level) {
  return make('article', { class: `card ${card.tone}`, lang: card.lang, 'aria-label': card.label },
    headOf(card, level), noticeOf(card), sidesOf(card), restOf(card),
    make('p', { class: 'more' }, link(card, WORDS[card.lang].more(card.label))));
}

/** The card as a result: the difference at once, the rest when it is opened. */
function shortCardOf(card, level, open) {
  return make('article', { class: `card ${card.tone}`, lang: card.lang, 'aria-label': card.label },
    headOf(card, level), noticeOf(card),
    make('details', open ? { open: '' } : {}, make('summary', {}, WORDS[card.lang].meanings), sidesOf(card), restOf(card)),
    make('p', { class: 'more' }, link(card, WORDS[card.lang].more(card.label))));
}

/** What all elements do: a shadow root in our own style that shows what stands inside the element until there is better. */
class Shown extends HTMLElement {
  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
  }

  /** What attributes say of the card: names of the API. */
  params(...names) {
    const given = names.map((name) => [name, this.getAttribute(name)]);
    return { ...Object.fromEntries(given), lang: languageOf(this) };
  }

  /** Tells the page around it that this could not be shown. */
  fail(error) {
    this.dispatchEvent(new CustomEvent('taalbrug-failed', { bubbles: true, composed: true, detail: String(error.message) }));
  }
}
