// SPDX-License-Identifier: EUPL-1.2
// The text check as people use it: the text goes nowhere (every request is watched, its address and its body), the marks
// and the list are accessible, in every view, by keyboard alone, printed, and without scripts there is a way on.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, views } from './common.mjs';

// An invented note, with words that stand in no page of ours.
const note = `${readFileSync(join(root, 'tests/browser/texts/note.txt'), 'utf8')}\nXqzvbgeheim kreeg een signaal en een melding.`;
const secrets = ['xqzvb', 'winkelcentrum', 'signal', 'signaal', 'gemeld', 'melding', 'casus', 'regie'];

export async function run(bench) {
  const steps = { nothingIsSent, wordsAreExplained, filtersAndSides, byKeyboard, copied, inEveryView, withoutScripts, refused, kept };
  for (const [name, step] of Object.entries(steps)) {
    await step({ ...bench, expect: (holds, text) => bench.expect(holds, `${name}: ${text}`) });
  }
  return `${Object.keys(steps).length} walks through the text check`;
}

async function opened({ base, open }, view, query = '') {
  const page = await open(view);
  await page.goto(`${base}/text-check${query}`, { waitUntil: 'networkidle0' });
  return page;
}

async function checked(bench, { view, query, text = note } = {}) {
  const page = await opened(bench, view, query);
  await page.$eval('#tekst', (field, value) => { field.value = value; }, text);
  await page.click('#kijk');
  await page.waitForSelector('#uitkomst:not([hidden])');
  return page;
}

const textOf = (page, selector) => page.$eval(selector, (element) => element.textContent.trim());
const labels = (page) => page.$$eval('#woorden [data-slot=label]', (all) => all.map((label) => label.textContent));

async function nothingIsSent(bench) {
  const { base, expect } = bench;
  const page = await opened(bench);
  const asked = [];
  page.on('request', (request) => asked.push(request));
  await page.type('#tekst', 'Xqzvbgeheim');
  await page.$eval('#tekst', (field, value) => { field.value = value; }, note);
  await page.click('#kijk');
  await page.waitForSelector('#uitkomst:not([hidden])');
  await page.click('#zeker');
  await page.click('#wissel');
  await page.waitForFunction(() => document.querySelector('#wie').textContent.startsWith('Veiligheidsdomein'));
  await page.click('#woorden summary');
  await page.click('#wis');
  const sent = asked.map((request) => `${request.method()} ${request.url().replace(base, '')} ${request.postData() ?? ''}`);
  const expected = ['/forms', '/readings?writer=social&reader=safety&perPage=500&page=1', '/readings?writer=safety&reader=social&perPage=500&page=1'];
  expect(sent.sort().join() === expected.map((path) => `GET /api/v1${path} `).sort().join(), `asked is ${sent}`);
  for (const request of asked) {
    const all = JSON.stringify([request.url(), request.headers(), request.postData()]).toLowerCase();
    for (const secret of secrets) expect(!all.includes(secret), `${secret} is in ${all}`);
  }
  const stored = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, location.search]);
  expect(stored.slice(0, 3).join() === '0,0,', `stored is ${stored}`);
  expect(stored[3] === '?writer=safety&reader=social', `the address is ${stored[3]}`);
  expect(await page.$eval('#tekst', (field) => !field.name && !field.value), 'the text has a name or was not cleared');
  await page.close();
}

async function wordsAreExplained(bench) {
  const { expect } = bench;
  const page = await checked(bench);
  const marked = await page.$eval('#gelezen', (part) => {
    const bare = part.cloneNode(true);
    bare.querySelectorAll('sup, .hidden').forEach((element) => element.remove());
    return bare.textContent;
  });
  expect(marked === note, 'the marked text is not the text');
  const found = await labels(page);
  expect(['signaal', 'melding', 'regie', 'casusoverleg'].every((word) => found.includes(word)), `found is ${found}`);
  expect(!found.includes('resultaat') && note.includes('effect'), 'a general search word is shown as sure');
  const status = await textOf(page, '#stand');
  expect(status.startsWith(`${found.length} woorden om op te letten.`) && /onzekere treffers/.test(status), `the status says ${status}`);
  const card = await page.$$eval('#woorden > li', (items) => {
    const item = items.find((each) => each.querySelector('[data-slot=label]').textContent === 'signaal');
    return { text: item.textContent, number: item.querySelector('[data-slot=number]').textContent };
  });
  for (const part of ['≠', 'Botst', 'Let op: bij ‘signaal’ botsen', 'concept', 'als ‘signalen’', 'U bedoelt', 'De ander leest',
    'Wie hoort er iets terug?', 'Met ‘signaal’ bedoelen wij het volgende.']) expect(card.text.includes(part), `the card lacks ${part}`);
  const spot = await page.$$eval('.spot', (all) => all.find((link) => link.textContent.startsWith('signalen')).textContent);
  expect(spot === `signalen${card.number} (nummer ${card.number}, Botst)`, `the mark says ${spot}`);
  expect(await page.evaluate(() => document.activeElement.id) === 'uitkomst-kop', 'the outcome is not in focus');
  await page.close();
}

async function filtersAndSides(bench) {
  const { expect } = bench;
  const page = await checked(bench, { text: 'In dit geval is het effect van de signalen klein.' });
  const sure = await labels(page);
  await page.click('#zeker');
  const all = await labels(page);
  expect(sure.join() === 'signaal' && all.length > 1 && all[0] === 'signaal', `sure is ${sure}, all is ${all}`);
  expect((await textOf(page, '#woorden > li:last-child [data-slot=count]')).includes('onzeker'), 'an unsure word is not said to be');
  const before = await textOf(page, '.meant div');
  await page.click('#wissel');
  await page.waitForFunction((told) => document.querySelector('.meant div').textContent.trim() !== told, {}, before);
  expect((await textOf(page, '#wie')) === 'Veiligheidsdomein schrijft, Sociaal domein leest.', 'the sides are not swapped');
  await page.close();
}

async function byKeyboard(bench) {
  const { expect } = bench;
  const page = await opened(bench);
  await page.focus('#schrijver');
  for (const stop of ['wissel', 'lezer', 'tekst']) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => document.activeElement.id);
    expect(here === stop, `the keyboard stops at ${here} and not at ${stop}`);
  }
  await page.keyboard.type('Een signaal over de regie en de melding, en opschalen.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#uitkomst:not([hidden])');
  const stops = [];
  for (let count = 0; count < 5; count += 1) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement.id || document.activeElement.className.split(' ')[0]));
  }
  expect(stops[0] === 'zeker' && stops.slice(-4).every((stop) => stop.startsWith('plek-')), `the stops are ${stops}`);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id.startsWith('woord-'));
  const target = await page.evaluate(() => [document.activeElement.id, document.activeElement.querySelector('details').open, getComputedStyle(document.activeElement).outlineStyle]);
  expect(target[1] && target[2] !== 'none', `the card is ${target}`);
  await page.$eval(`#${target[0]} [data-slot=back]`, (link) => link.focus());
  await page.keyboard.press('Enter');
  const back = await page.evaluate(() => location.hash);
  expect(back === `#${target[0].replace('woord', 'plek')}`, `the way back leads to ${back}`);
  await page.close();
}

async function copied(bench) {
  const { expect, browser, base } = bench;
  await browser.defaultBrowserContext().overridePermissions(base, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
  const page = await checked(bench, { text: 'Een signaal.' });
  await page.bringToFront();
  await page.click('.safer button');
  await page.waitForFunction(() => /Gekopieerd|geselecteerd/.test(document.querySelector('#stand').textContent));
  const wording = await textOf(page, '.safer p');
  const taken = await page.evaluate(() => (document.querySelector('#stand').textContent === 'Gekopieerd.' ? navigator.clipboard.readText() : getSelection().toString()));
  expect(taken === wording && wording.startsWith('Met ‘signaal’'), `copied is ${taken}`);
  await page.close();
}

async function inEveryView(bench) {
  for (const [name, view] of Object.entries(views).filter(([, each]) => each.scripts ?? true)) {
    const page = await checked(bench, { view: { ...view, media: undefined } });
    await page.$$eval('#woorden details', (all) => all.forEach((part) => { part.open = true; }));
    await page.$eval('#zeker', (box) => box.click());
    if (view.media) await page.emulateMediaType(view.media);
    await bench.wellShaped(page, `text check, ${name}`);
    if (!view.shapeOnly) await bench.accessible(page, `text check, ${name}`);
    await page.close();
  }
  const page = await checked(bench, { query: '?lang=en' });
  await bench.accessible(page, 'text check, English');
  bench.expect((await textOf(page, '#stand')).includes('words to mind'), 'the English page speaks Dutch');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  bench.expect(await page.$$eval('#woorden details', (all) => all.every((part) => part.open)), 'a card is printed closed');
  await page.close();
}

async function withoutScripts(bench) {
  const { base, open, expect } = bench;
  const page = await open();
  await page.setJavaScriptEnabled(false);
  for (const [query, part] of [['', '"writer": "social", "reader": "safety"'], ['?writer=safety&reader=social', '"writer": "safety", "reader": "social"'], ['?lang=en', 'Without scripts']]) {
    await page.goto(`${base}/text-check${query}`, { waitUntil: 'load' });
    const html = await page.$eval('main', (main) => main.innerText);
    expect(html.includes(part) && html.includes('/api/v1/annotations'), `no way on: ${query}`);
  }
  await page.close();
}

async function refused(bench) {
  const { base, expect } = bench;
  const page = await opened(bench);
  await page.click('#kijk');
  expect((await textOf(page, '#stand')) === 'Plak eerst een tekst.', 'an empty text is checked');
  await page.$eval('#tekst', (field) => { field.value = 'é'.repeat(51_201); });
  await page.click('#kijk');
  expect((await textOf(page, '#stand')).startsWith('Deze tekst is 101 kB.'), 'a text that is too long is checked');
  await page.setRequestInterception(true);
  page.on('request', (request) => (request.url().startsWith(`${base}/api/`) ? request.abort() : request.continue()));
  await page.$eval('#tekst', (field) => { field.value = 'Een signaal.'; });
  await page.click('#kijk');
  await page.waitForFunction(() => document.querySelector('#stand').textContent.startsWith('De woordenlijst kwam niet binnen.'));
  expect(await page.$eval('#tekst', (field) => field.value) === 'Een signaal.', 'the text is lost');
  await page.close();
}

// A text is only text, and as long as may be.
async function kept(bench) {
  const hostile = '<img src=x onerror=alert(1)> signaal </div><script>alert(1)</script>';
  const page = await checked(bench, { text: hostile });
  bench.expect(await page.$eval('#gelezen', (part) => !part.querySelector('img, script')), 'a text became markup');
  const long = 'Het signaal is gemeld. '.repeat(4_400);
  await page.$eval('#tekst', (field, value) => { field.value = value; }, long);
  await page.click('#kijk');
  await page.waitForFunction(() => document.querySelectorAll('.spot').length > 8_000);
  await page.close();
}
