// SPDX-License-Identifier: EUPL-1.2
// The service: where this module came from, and no other place. Without cookies and without telling which page asks.

const SERVICE = new URL('..', import.meta.url);
const kept = new Map();

async function ask(url, options = {}) {
  const answer = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', ...options });
  const body = await answer.json();
  if (!answer.ok) throw new Error(`Taalbrug: ${body.detail ?? answer.status}`);
  return body;
}

/** The answer for a path and its parameters; what this page asked before is not asked again. */
function read(path, params = {}) {
  const url = new URL(path, SERVICE);
  for (const [name, value] of Object.entries(params)) if (value) url.searchParams.set(name, value);
  if (!kept.has(url.href)) {
    kept.set(url.href, ask(url));
    kept.get(url.href).catch(() => kept.delete(url.href));
  }
  return kept.get(url.href);
}

/** The answer to a body: what someone types stands in no address. */
function send(path, body, signal) {
  const headers = { 'Content-Type': 'application/json' };
  return ask(new URL(path, SERVICE), { method: 'POST', headers, body: JSON.stringify(body), signal });
}

/** All cards, so that nobody learns which of them a page needs; those of the first five thousand terms. */
async function readAllCards(params) {
  const cards = new Map();
  for (let page = 1; page <= 10; page += 1) {
    const list = await read('api/v1/cards', { ...params, perPage: 500, page });
    for (const card of list.cards) cards.set(card.term, card);
    if (page * list.perPage >= list.total) break;
  }
  return cards;
}
