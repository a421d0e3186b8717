// SPDX-License-Identifier: EUPL-1.2
// <taalbrug-search>: a field with suggestions (the ARIA pattern of a combobox), and what was found as cards.

/** How many results are shown. */
const MOST_RESULTS = 5;

class Search extends Shown {
  #input;
  #list;
  #tip;
  #said;
  #results;
  #active = -1;
  #asked = new AbortController();
  #timer = 0;

  constructor() {
    super();
    this.shadowRoot.append(make('slot'));
  }

  connectedCallback() {
    if (this.#input) return;
    const words = this.words;
    this.#input = make('input', {
      id: 'q', type: 'text', role: 'combobox', name: 'q', maxlength: 100, autocomplete: 'off', autocapitalize: 'off',
      spellcheck: 'false', enterkeyhint: 'search', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
      'aria-controls': 'list', 'aria-describedby': 'tip',
    });
    this.#list = make('ul', { id: 'list', class: 'list', role: 'listbox', 'aria-label': words.suggestions, hidden: '' });
    this.#said = make('p', { class: 'said' });
    this.#tip = make('p', { class: 'hidden', role: 'status' });
    this.#results = make('ol', { class: 'results' });
    const form = make('form', { role: 'search', 'aria-label': words.find },
      make('label', { for: 'q' }, this.getAttribute('label') ?? words.find),
      make('div', { class: 'field' }, make('div', { class: 'box' }, this.#input, this.#list), make('button', {}, words.go)),
      make('p', { id: 'tip', class: 'tip' }, words.tip));
    this.shadowRoot.replaceChildren(make('div', { class: 'find', lang: this.tongue }, form, this.#tip, this.#said, this.#results));
    this.#listen(form);
  }

  disconnectedCallback() {
    clearTimeout(this.#timer);
    this.#asked.abort();
  }

  get tongue() { return languageOf(this); }

  get words() { return WORDS[this.tongue]; }

  #listen(form) {
    form.addEventListener('submit', (event) => { event.preventDefault(); this.#search(this.#input.value); });
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#suggest(), 150);
    });
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('blur', () => this.#close());
    this.#list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => {
      const option = event.target.closest('[role=option]');
      if (option) this.#choose(option);
    });
  }

  #key(event) {
    const options = [...this.#list.children];
    const open = !this.#list.hidden;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !open) {
      this.#suggest();
    } else if (step) {
      const places = options.length + 1;
      this.#point((this.#active + 1 + step + places) % places - 1);
    } else if (event.key === 'Escape' && open) {
      this.#close();
    } else if (event.key === 'Enter' && open && this.#active >= 0) {
      this.#choose(options[this.#active]);
    } else {
      if (event.key === 'Tab') this.#close();
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Makes the option at a place the active one; at -1 none is. */
  #point(place) {
    this.#active = place;
    [...this.#list.children].forEach((option, at) => option.setAttribute('aria-selected', String(at === place)));
    const option = this.#list.children[place];
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }

  #close() {
    this.#list.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#point(-1);
  }

  #choose(option) {
    this.#input.value = option.dataset.label;
    this.#search(option.dataset.label);
  }

  /** A signal for a new question; the one before it need not be answered any more. */
  #anew() {
    clearTimeout(this.#timer);
    this.#asked.abort();
    this.#asked = new AbortController();
    return this.#asked.signal;
  }

  async #suggest() {
    const signal = this.#anew();
    const q = this.#input.value.trim();
    if (!q) { this.#list.replaceChildren(); this.#close(); return; }
    try {
      const { completions } = await send('api/v1/suggest', { q }, signal);
      const option = ({ label, text }, at) => make('li', { id: `option-${at}`, role: 'option', 'aria-selected': 'false', 'data-label': label },
        make('span', { lang: 'nl' }, text), text === label ? null : make('span', { class: 'quiet' }, ` → ${label}`));
      this.#list.replaceChildren(...completions.slice(0, 8).map(option));
      this.#close();
      const count = this.#list.childElementCount;
      this.#list.hidden = !count || this.shadowRoot.activeElement !== this.#input;
      this.#input.setAttribute('aria-expanded', String(!this.#list.hidden));
      this.#tip.textContent = count ? this.words.offered(count) : '';
    } catch (error) {
      if (!signal.aborted) this.#close();
    }
  }

  async #search(typed) {
    const signal = this.#anew();
    const [q, words] = [typed.trim(), this.words];
    this.#close();
    if (!q) return;
    try {
      const found = await send('api/v1/search', { q, perPage: MOST_RESULTS }, signal);
      const params = this.params('reader', 'between', 'place');
      const cards = await Promise.all(found.hits.map((hit) => read(`api/v1/terms/${hit.term}/card`, params)));
      if (signal.aborted) return;
      const more = found.total > cards.length ? words.first(cards.length) : '';
      this.#say(found.total ? words.found(found.total, q) + more : words.nothing(q));
      if (!found.total) this.#offer(found.suggestions);
      else this.#results.replaceChildren(...cards.map((card) => make('li', {}, this.#result(card, q))));
    } catch (error) {
      if (signal.aborted) return;
      this.#results.replaceChildren(...this.childElementCount ? [make('li', {}, make('slot'))] : []);
      this.#say(words.away);
      this.fail(error);
    }
  }

  /** A result; one that has the name that was asked for is open. */
  #result(card, q) {
    return shortCardOf(card, this.getAttribute('heading'), card.label.toLowerCase() === q.toLowerCase());
  }

  #say(text) {
    this.#said.textContent = text;
    this.#tip.textContent = text;
  }

  #offer(suggestions) {
    const button = ({ label }) => {
      const own = make('button', { type: 'button', class: 'near', lang: 'nl' }, label);
      own.addEventListener('click', () => { this.#input.value = label; this.#search(label); this.#input.focus(); });
      return make('li', {}, own);
    };
    this.#results.replaceChildren(...suggestions.length ? [make('li', {}, this.words.near), ...suggestions.map(button)] : []);
  }
}
