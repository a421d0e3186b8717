// SPDX-License-Identifier: EUPL-1.2
// <taalbrug-term term="signaal">: the card of one term. What stands inside it is shown until then, and when that fails.

class Term extends Shown {
  static observedAttributes = ['term', 'reader', 'between', 'place', 'lang', 'heading'];

  #turn = 0;

  connectedCallback() { this.#show(); }

  attributeChangedCallback() { if (this.isConnected) this.#show(); }

  async #show() {
    this.#turn += 1;
    const turn = this.#turn;
    await null;
    if (turn !== this.#turn || !this.isConnected) return;
    const term = (this.getAttribute('term') ?? '').trim().toLowerCase();
    const address = `terms/${encodeURIComponent(term)}`;
    try {
      const card = await read(`api/v1/${address}/card`, this.params('reader', 'between', 'place'));
      if (turn === this.#turn) this.shadowRoot.replaceChildren(cardOf(card, this.getAttribute('heading')));
    } catch (error) {
      if (turn !== this.#turn) return;
      const own = make('a', { href: new URL(address, SERVICE).href }, WORDS[languageOf(this)].fallback(term));
      this.shadowRoot.replaceChildren(this.childElementCount ? make('slot') : own);
      this.fail(error);
    }
  }

  constructor() {
    super();
    this.shadowRoot.append(make('slot'));
  }
}
