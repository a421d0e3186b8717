// SPDX-License-Identifier: EUPL-1.2
// The names of the elements; one that the page defined already stays as it is.

for (const [name, kind] of [['taalbrug-word', Word], ['taalbrug-term', Term], ['taalbrug-search', Search], ['taalbrug-mark', Mark]]) {
  if (!customElements.get(name)) customElements.define(name, kind);
}

export { Finder };
