// SPDX-License-Identifier: EUPL-1.2
// Suggestions while someone types in a search field: a combobox with a list, by the pattern of the ARIA Authoring
// Practices. The field keeps the focus; arrows choose, Enter goes to the word, Escape closes. What is typed goes to our own
// service in a body, so that it stands in no address. Without this file the form works as any form.

const WORDS = {
  nl: {
    list: 'Voorstellen', none: 'Geen voorstellen.', near: 'Bedoelt u:', how: 'Kies met pijl omlaag.',
    count: (many) => (many === 1 ? '1 voorstel.' : `${many} voorstellen.`),
    degrees: ['geen verschil', 'klein verschil', 'groot verschil', 'botsing'], one: 'één domein', unclear: 'onduidelijk',
  },
  en: {
    list: 'Suggestions', none: 'No suggestions.', near: 'Did you mean:', how: 'Choose with the down arrow.',
    count: (many) => (many === 1 ? '1 suggestion.' : `${many} suggestions.`),
    degrees: ['no difference', 'small difference', 'large difference', 'clash'], one: 'one domain', unclear: 'unclear',
  },
};
const SIGNS = ['=', '≈', '±', '≠'];
const lang = document.documentElement.lang === 'en' ? 'en' : 'nl';
const words = WORDS[lang];
// The language that the address asks for, which links go on asking for; elsewhere the browser chooses.
const asked = new URLSearchParams(location.search).get('lang');
const PAUSE = 120; // milliseconds without a key before the service is asked

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// How the meanings of a suggested word differ: a sign, its style, and words.
function difference({ degree, domains }) {
  if (domains?.length === 1) return ['◐', 'one-sided', words.one];
  if (degree === null || degree === undefined) return ['?', 'unclear', words.unclear];
  return [SIGNS[degree], `degree-${degree}`, words.degrees[degree]];
}

function optionOf(suggestion, id) {
  const { term, label, text } = suggestion;
  const option = element('li', { role: 'option', id, 'aria-selected': 'false', 'data-term': term });
  option.append(element('span', { lang: 'nl', class: 'word' }, label));
  if (text && text !== label) option.append(' ', element('span', { lang: 'nl', class: 'also' }, text));
  if ('degree' in suggestion) {
    const [sign, style, said] = difference(suggestion);
    option.append(' ', element('span', { class: `said ${style}` }, element('span', { class: 'sign', 'aria-hidden': 'true' }, sign), said));
  }
  return option;
}

class Suggestions {
  constructor(field, number) {
    this.field = field;
    this.list = element('ul', { role: 'listbox', id: `voorstellen-${number}`, class: 'suggestions', 'aria-label': words.list, hidden: '' });
    this.status = element('p', { role: 'status', class: 'hidden' });
    field.after(this.list);
    field.form.append(this.status);
    const attributes = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.list.id };
    for (const [key, value] of Object.entries(attributes)) field.setAttribute(key, value);
    field.addEventListener('input', () => this.soon());
    field.addEventListener('keydown', (event) => this.key(event));
    field.addEventListener('blur', () => this.close());
    this.list.addEventListener('pointerdown', (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener('click', (event) => this.go(event.target.closest('[role=option]')));
  }

  get options() { return [...this.list.querySelectorAll('[role=option]')]; }

  get active() { return this.list.querySelector('[aria-selected=true]'); }

  get isOpen() { return !this.list.hidden; }

  soon() {
    clearTimeout(this.timer);
    this.asking?.abort();
    if (!this.field.value.trim()) return this.close();
    this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    this.asking = new AbortController();
    const q = this.field.value.trim().slice(0, 100);
    try {
      const headers = { 'Content-Type': 'application/json' };
      const answer = await fetch('/api/v1/suggest', { method: 'POST', headers, body: JSON.stringify({ q }), signal: this.asking.signal });
      if (answer.ok) this.show(await answer.json());
    } catch (error) {
      if (error.name !== 'AbortError') this.close(); // no help is no harm: the form still works
    }
  }

  show({ completions, suggestions }) {
    if (document.activeElement !== this.field) return;
    const found = completions.length ? completions : suggestions;
    if (!found.length) { this.close(); this.say(words.none); return; }
    this.list.replaceChildren(...found.map((suggestion, place) => optionOf(suggestion, `${this.list.id}-${place}`)));
    this.choose(null);
    this.list.hidden = false;
    this.field.setAttribute('aria-expanded', 'true');
    const opening = completions.length ? '' : `${words.near} `;
    this.say(`${opening}${words.count(found.length)} ${words.how}`);
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.choose(null);
    this.list.hidden = true;
    this.field.setAttribute('aria-expanded', 'false');
    this.say('');
  }

  say(text) { this.status.textContent = text; }

  choose(option) {
    this.active?.setAttribute('aria-selected', 'false');
    if (!option) return this.field.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    this.field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  // One on from the active option, round the field itself: after the last comes what was typed, then the first.
  step(by) {
    const options = [null, ...this.options];
    const place = options.indexOf(this.active);
    this.choose(options[(place + by + options.length) % options.length]);
  }

  key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!this.isOpen) return this.field.value.trim() ? this.ask() : undefined;
      if (!event.altKey) this.step(event.key === 'ArrowDown' ? 1 : -1);
      else if (event.key === 'ArrowUp') this.close();
    } else if (event.key === 'Escape' && this.isOpen) {
      event.preventDefault();
      this.close();
    } else if (event.key === 'Enter' && this.active) {
      event.preventDefault();
      this.go(this.active);
    } else if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) {
      this.choose(null);
    }
  }

  go(option) {
    if (!option) return;
    location.assign(`/terms/${encodeURIComponent(option.dataset.term)}${asked ? `?lang=${encodeURIComponent(asked)}` : ''}`);
  }
}

document.querySelectorAll('form[role=search] input[type=search]').forEach((field, number) => new Suggestions(field, number));
