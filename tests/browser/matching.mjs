// SPDX-License-Identifier: EUPL-1.2
// What a browser finds with `/forms` and `/readings` is what the server finds in the same text: where, in what way, how
// sure, and what it says of each word.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { root } from './common.mjs';
import { dictionaryOf, mentionsIn } from '../../src/http/assets/matcher.js';
import { quietIn } from '../../src/http/assets/quiet.js';
import { readingsOf, wordsOf } from '../../src/http/assets/checked.js';

const folder = join(root, 'tests/browser/texts');
const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
// One line each: what is easy to find otherwise than the server does.
const lines = [
  'De MELDING, de Zorg- en welzijnsmelding; re-integratie en reïntegratie, risico’s en PGA\'s, PGA’s, de AF en het af.',
  'Wij delen informatie\n\ndelen wij niet, informatie\n\ndelen doen zij. Geen regie\n\nhouden over de\nlokale driehoek, en zorg - en veiligheidshuis. Zorg-\nen veiligheidshuis.',
  'veiligheidscasus, meldplicht, signaal-bespreking, PGA-tafel, zorgvuldig, volksbeweging, jeugd\u00adzorg, Ĳkmelding, praktĳkmelding, aandachtsjongere',
  'voorzorg, onveiligheid, overmelding, wanzorg, bemelding, politiemeldingen, herweging, zorgelijk, zorgzaam, meldster',
  'Zie https://voorbeeld.example/melding?zorg=1. En www.melding.example, of zorg.nl/regie! Mail zorg.melding@voorbeeld.example.',
  'Dat is een melding.Daarna volgt zorg. Om 10.30 uur, (zie zorg.nl), „signaal”.',
  'Draai `melding --zorg` nu. ``signaal ` regie`` en `casus`; risico`s van zorg. Een ` melding\n\nen ` daar.',
  'Tekst\n```sh\nmelding\n\nzorg\n```\nzorg en ````signaal',
  '👮‍♀️ melding 𝒳signaal 👩‍👧 het signaal\tis zorg\u00a0en veiligheid',
  'signaal'.repeat(20), '', ' \n ',
];

export async function run({ base, expect }) {
  const answer = async (path, body) => {
    const sent = body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
    return (await fetch(`${base}/api/v1${path}`, sent)).json();
  };
  const forms = await answer('/forms');
  const dictionary = dictionaryOf(forms);
  let count = 0;
  for (const [writer, reader] of [['social', 'safety'], ['safety', 'social'], ['social', 'social']]) {
    const list = await answer(`/readings?writer=${writer}&reader=${reader}&perPage=500`);
    const readings = readingsOf(list.words);
    for (const text of [...texts, ...lines]) {
      const mentions = mentionsIn(text, dictionary, quietIn(text, forms.hostEnds));
      const here = wordsOf(mentions, readings);
      const there = text.trim() ? await answer('/annotations', { text, writer, reader }) : { segments: [], words: [] };
      const shown = ({ ref, term, how, confidence }, written) => [written, term, how, confidence, ref].join(' ');
      const byBrowser = here.mentions.map((mention) => shown(mention, text.slice(mention.start, mention.end)));
      const byServer = there.segments.filter((segment) => segment.term).map((segment) => shown(segment, segment.text));
      const start = text.slice(0, 30);
      expect(isDeepStrictEqual(byBrowser, byServer), `${start}: here ${differing(byBrowser, byServer)}, there ${differing(byServer, byBrowser)}`);
      expect(isDeepStrictEqual(here.words, there.words), `${start}: the words are not what the server says`);
      count += byServer.length;
    }
  }
  expect(count > 200, `only ${count} terms stand in the texts`);
  return `${count} terms found by browser and server alike`;
}

const differing = (some, others) => JSON.stringify(some.filter((one) => !others.includes(one)));
