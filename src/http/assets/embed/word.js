// SPDX-License-Identifier: EUPL-1.2
// <taalbrug-word>: a marked word with its tooltip (WCAG 1.4.13): shown on hover, focus and press; it stays while the pointer or
// the focus is on it, and Escape takes it away.

/** How long a pointer may be away before the tooltip goes, in milliseconds: time to move onto it. */
const GRACE = 250;

let shown = null;

class Word extends Shown {
  #place = new CSSStyleSheet();
  #button;
  #panel;
  #pinned = false;
  #timer = 0;
  #follow = () => this.#put();
  #escape = (event) => { if (event.key === 'Escape') this.#dismiss(event); };
  #outside = (event) => { if (!event.composedPath().includes(this)) this.#hide(); };

  /** What the tooltip says. */
  set card(card) {
    const words = WORDS[card.lang];
    const [own] = card.sides;
    this.#button = make('span', { class: `marked ${card.tone}`, role: 'button', tabindex: '0', 'aria-expanded': 'false', 'aria-describedby': 'tip' }, make('slot'));
    this.#panel = make('div', { class: `panel ${card.tone}`, popover: 'manual', lang: card.lang },
      make('div', { class: 'body' },
        make('div', { id: 'tip', role: 'tooltip' },
          own && make('p', {}, make('b', {}, own.label), own.own ? ` (${words.own})` : ''),
          own && saidBy(own),
          make('p', { class: 'relation' }, make('span', { class: 'sign', 'aria-hidden': 'true' }, card.sign), card.relationText),
          make('p', {}, card.sentence),
          make('p', { class: 'basis' }, card.basisText, card.place && ` · ${words.place(card.place)}`)),
        make('p', { class: 'more' }, link(card, words.more(card.label)))));
    this.shadowRoot.adoptedStyleSheets = [sheet, this.#place];
    this.shadowRoot.replaceChildren(this.#button, this.#panel);
    this.#listen();
  }

  disconnectedCallback() { this.#hide(); }

  #listen() {
    this.addEventListener('pointerenter', (event) => { if (event.pointerType === 'mouse') this.#show(); });
    this.addEventListener('pointerleave', (event) => { if (event.pointerType === 'mouse') this.#leave(); });
    this.#button.addEventListener('focus', () => { if (this.#button.matches(':focus-visible')) this.#show(); });
    // Focus that goes from the word to its tooltip does not leave this element. A press in the tooltip takes it nowhere.
    this.addEventListener('focusout', ({ relatedTarget }) => { if (relatedTarget || !this.matches(':hover')) this.#hide(); });
    this.#button.addEventListener('click', () => this.#press(this.#pinned));
    this.#button.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      this.#press(shown === this);
    });
  }

  /** Takes the tooltip away, or shows it until it is taken away. */
  #press(away) {
    if (away) { this.#hide(); return; }
    this.#show();
    this.#pinned = true;
  }

  #leave() {
    clearTimeout(this.#timer);
    const within = () => this.#pinned || this.shadowRoot.activeElement || this.matches(':hover');
    this.#timer = setTimeout(() => { if (!within()) this.#hide(); }, GRACE);
  }

  #show() {
    clearTimeout(this.#timer);
    if (shown === this) return;
    shown?.#hide();
    shown = this;
    this.#panel.showPopover();
    this.#button.setAttribute('aria-expanded', 'true');
    this.#put();
    document.addEventListener('keydown', this.#escape, true);
    document.addEventListener('pointerdown', this.#outside, true);
    document.addEventListener('scroll', this.#follow, { capture: true, passive: true });
    window.addEventListener('resize', this.#follow);
  }

  #hide() {
    clearTimeout(this.#timer);
    this.#pinned = false;
    if (shown !== this) return;
    shown = null;
    if (this.#panel.isConnected) this.#panel.hidePopover();
    this.#button.setAttribute('aria-expanded', 'false');
    document.removeEventListener('keydown', this.#escape, true);
    document.removeEventListener('pointerdown', this.#outside, true);
    document.removeEventListener('scroll', this.#follow, { capture: true });
    window.removeEventListener('resize', this.#follow);
  }

  #dismiss(event) {
    event.preventDefault();
    event.stopPropagation();
    const inside = this.#panel.contains(this.shadowRoot.activeElement);
    this.#hide();
    if (!inside) return;
    this.#button.focus();
    this.#hide();
  }

  /** Below the first line of the word, or above it where there is more room. */
  #put() {
    const line = this.#button.getClientRects()[0];
    if (!line) return;
    const { width, height } = this.#panel.getBoundingClientRect();
    const left = Math.max(0, Math.min(line.left - 8, document.documentElement.clientWidth - width));
    const below = line.bottom + height <= window.innerHeight || line.top < height;
    const top = Math.max(0, below ? line.bottom : line.top - height);
    this.#place.replaceSync(`.panel { left: ${Math.round(left)}px; top: ${Math.round(top)}px; }`);
  }
}

/** What a side says, a paragraph for each meaning. */
function saidBy(side) {
  if (side.absence) return [make('p', {}, side.absence)];
  return side.meanings.map(({ label, text }) => make('p', { lang: 'nl' }, label && make('span', { class: 'meaning' }, `${label}: `), text));
}
