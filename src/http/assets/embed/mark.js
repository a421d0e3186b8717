// SPDX-License-Identifier: EUPL-1.2
// <taalbrug-mark for="main" reader="social">: marks terms in the text of the page itself, each where it first stands. The
// text is read here and goes nowhere: the lists of forms and cards are the same for every page.

/** Where nothing is marked: what can be used or typed in, titles, code, and what is not there for reading. */
const QUIET = 'a, button, summary, label, legend, code, pre, kbd, samp, var, h1, h2, h3, h4, h5, h6, th, nav, input, textarea, select, '
  + 'option, datalist, output, script, style, noscript, template, svg, math, canvas, iframe, object, audio, video, [hidden], '
  + '[inert], [aria-hidden="true"], [contenteditable]:not([contenteditable="false"]), [translate="no"], [data-taalbrug="off"], '
  + '[role="heading"], [role="navigation"], [role="button"], [role="link"], [role="textbox"], [role="searchbox"], [role="combobox"], [role="img"], '
  + 'taalbrug-term, taalbrug-search, taalbrug-mark, taalbrug-word';

/** Text in another language. */
const FOREIGN = '[lang]:not([lang|="nl" i])';

/** Elements that stand inside a sentence. */
const INLINE = new Set(('A ABBR B BDI BDO BUTTON CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG '
  + 'SUB SUP TIME U VAR WBR TAALBRUG-WORD').split(' '));

/** How sure a mention is, in order. */
const SURE = ['low', 'medium', 'high'];

/** The text of a root in runs that read on without a break, each with its pieces; what is quiet stands in it as a gap. */
function runsOf(root) {
  const runs = [];
  let run = null;
  const end = () => { run = null; };
  const add = (text, node) => {
    if (!run) runs.push(run = { text: '', pieces: [] });
    if (node) run.pieces.push({ node, start: run.text.length });
    run.text += text;
  };
  const visit = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return add(node.data, node);
    if (node.nodeType !== Node.ELEMENT_NODE) return null;
    const inline = INLINE.has(node.tagName);
    if (!inline) end();
    const quiet = node.matches(QUIET) || (node !== root && node.matches(FOREIGN));
    if (!quiet) node.childNodes.forEach(visit);
    else if (inline) add('\uFFFC');
    if (!inline) end();
    return null;
  };
  if (!root.closest(QUIET)) visit(root);
  return runs;
}

/** The first place of each term that one piece of text holds whole. */
function placesIn(roots, finder, least) {
  const places = new Map();
  for (const { text, pieces } of roots.flatMap(runsOf)) {
    for (const { start, end, term, sure } of finder.find(text)) {
      const piece = pieces.find((one) => start >= one.start && end <= one.start + one.node.data.length);
      if (piece && !places.has(term) && SURE.indexOf(sure) >= least) {
        places.set(term, { node: piece.node, start: start - piece.start, end: end - piece.start });
      }
    }
  }
  return places;
}

class Mark extends HTMLElement {
  static observedAttributes = ['for', 'reader', 'writer', 'place', 'lang', 'sure', 'degree'];

  #marked = [];
  #turn = 0;

  connectedCallback() { this.refresh(); }

  attributeChangedCallback() { if (this.isConnected) this.refresh(); }

  disconnectedCallback() { this.#turn += 1; this.#clear(); }

  /** Marks anew: for a page whose text changed. A browser that cannot show tooltips gets no marks. */
  async refresh() {
    this.#turn += 1;
    const turn = this.#turn;
    await null;
    if (turn !== this.#turn) return;
    this.#clear();
    if (!this.showPopover) return;
    try {
      const finder = new Finder(await read('api/v1/forms'));
      const least = Math.max(0, SURE.indexOf(this.getAttribute('sure') ?? 'high'));
      if (turn !== this.#turn || !placesIn(this.#roots(), finder, least).size) return;
      const cards = await readAllCards(this.#params());
      if (turn === this.#turn) this.#mark(placesIn(this.#roots(), finder, least), cards);
    } catch (error) {
      this.dispatchEvent(new CustomEvent('taalbrug-failed', { bubbles: true, composed: true, detail: String(error.message) }));
    }
  }

  #roots() {
    const all = [...this.getRootNode().querySelectorAll(this.getAttribute('for') || 'main')];
    return all.filter((root) => !all.some((other) => other !== root && other.contains(root)));
  }

  #params() {
    const [reader, writer, place] = ['reader', 'writer', 'place'].map((name) => this.getAttribute(name));
    const between = reader && writer && reader !== writer ? `${writer},${reader}` : null;
    return { reader, between, place, lang: languageOf(this) };
  }

  #mark(places, cards) {
    const degree = Number(this.getAttribute('degree') ?? 0);
    const wanted = [...places].filter(([term]) => cards.has(term) && (!degree || (cards.get(term).degree ?? 0) >= degree));
    // From the end of each text, so that the places before it stay where they are.
    for (const [term, { node, start, end }] of wanted.sort(([, x], [, y]) => y.start - x.start)) {
      const rest = node.splitText(start);
      rest.splitText(end - start);
      const word = document.createElement('taalbrug-word');
      rest.replaceWith(word);
      word.append(rest);
      word.card = cards.get(term);
      this.#marked.push(word);
    }
  }

  #clear() {
    for (const word of this.#marked.splice(0)) {
      const parent = word.parentNode;
      word.replaceWith(...word.childNodes);
      parent?.normalize();
    }
  }
}
