// SPDX-License-Identifier: EUPL-1.2
// The page of a word on paper: one sheet for every word, with what two people need at a table and nothing else.
const more = ['/terms/signaal?lang=en', '/terms/melding?between=social-wmo,social-veilig-thuis,safety', '/terms/melding?place=voorbeeldstad'];
const kept = ['h1', '.sentence', '.core', '.side .explanation', '.questions li', 'tbody tr', '.card-origin'];
const left = ['header.site', 'footer.site', 'form', '.phases', '.sources', '.related', '.concept.beside', '.origin', 'tbody tr:nth-child(5)', '[aria-labelledby=wijzigen]'];

const visible = (selectors) => selectors.filter((selector) => [...document.querySelectorAll(selector)].some((element) => element.checkVisibility()));

export async function run({ base, open, expect }) {
  const page = await open();
  const terms = (await (await fetch(`${base}/api/v1/terms?perPage=500`)).json()).terms.map((term) => `/terms/${term.id}`)
    .filter((path) => path !== '/terms/zwaarste-geval'); // the worst that the rules allow may take two
  for (const path of [...terms, ...more]) {
    await page.goto(base + path, { waitUntil: 'load' });
    const paper = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = paper.match(/\/Type\s*\/Page\b/g)?.length;
    expect(sheets === 1, `${path} takes ${sheets} sheets`);
  }
  await page.emulateMediaType('print');
  await page.goto(`${base}/terms/signaal`, { waitUntil: 'load' });
  const [shown, hidden] = [await page.evaluate(visible, kept), await page.evaluate(visible, left)];
  expect(shown.length === kept.length, `the card shows only ${shown}`);
  expect(hidden.length === 0, `the card also shows ${hidden}`);
  await page.close();
  return `${terms.length + more.length} cards`;
}
