// SPDX-License-Identifier: EUPL-1.2
// What the elements say themselves, in two languages. Everything else comes from the service.

const WORDS = {
  nl: {
    own: 'uw domein',
    shared: 'Wat delen we?',
    ask: 'Vraag elkaar',
    beware: 'Wat er misgaat als niemand het merkt',
    more: (label) => `Alles over ‘${label}’`,
    fallback: (term) => `‘${term}’ in Taalbrug`,
    place: (place) => `Met de afspraken van ${place}.`,
    meanings: 'Betekenissen en vragen',
    find: 'Zoek een woord',
    go: 'Zoek',
    tip: 'Typ geen namen of gegevens van personen.',
    suggestions: 'Suggesties',
    offered: (count) => (count === 1 ? '1 suggestie.' : `${count} suggesties.`),
    found: (count, text) => `${count === 1 ? '1 woord' : `${count} woorden`} gevonden voor ‘${text}’.`,
    first: (count) => ` Dit zijn de eerste ${count}.`,
    nothing: (text) => `Niets gevonden voor ‘${text}’.`,
    near: 'Bedoelde u:',
    away: 'Taalbrug is nu niet te bereiken. Probeer het later nog eens.',
  },
  en: {
    own: 'your domain',
    shared: 'What do we share?',
    ask: 'Ask each other',
    beware: 'What goes wrong when nobody notices',
    more: (label) => `All about ‘${label}’`,
    fallback: (term) => `‘${term}’ in Taalbrug`,
    place: (place) => `With the agreements of ${place}.`,
    meanings: 'Meanings and questions',
    find: 'Find a word',
    go: 'Search',
    tip: 'Do not type names or details of persons.',
    suggestions: 'Suggestions',
    offered: (count) => (count === 1 ? '1 suggestion.' : `${count} suggestions.`),
    found: (count, text) => `${count === 1 ? '1 word' : `${count} words`} found for ‘${text}’.`,
    first: (count) => ` These are the first ${count}.`,
    nothing: (text) => `Nothing found for ‘${text}’.`,
    near: 'Did you mean:',
    away: 'Taalbrug cannot be reached now. Try again later.',
  },
};

/** The language for an element: its own, or that of the text around it; Dutch where that is neither. */
function languageOf(element) {
  const near = element.closest('[lang]')?.lang ?? element.getRootNode().host?.closest('[lang]')?.lang ?? '';
  return /^en\b/i.test(near) ? 'en' : 'nl';
}
