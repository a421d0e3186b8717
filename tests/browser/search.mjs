// SPDX-License-Identifier: EUPL-1.2
// Suggestions while someone types: with the keyboard alone, said to those who hear the page, with nothing of what is typed in
// an address; accessible in every state; and a form as any other without scripts or when the service is silent.
import { views } from './common.mjs';

const opened = (field) => document.querySelector(`${field}[aria-expanded=true]`) !== null;
const closed = (field) => document.querySelector(`${field}[aria-expanded=false]`) !== null;
const said = (text) => [...document.querySelectorAll('form [role=status]')].some((status) => status.textContent.includes(text));

// What the combobox tells: its state, the option that is active, and whether the field still has the focus.
const state = (page, field) => page.$eval(field, (input) => {
  const option = document.getElementById(input.getAttribute('aria-activedescendant'));
  const options = [...document.getElementById(input.getAttribute('aria-controls')).children];
  return {
    focused: document.activeElement === input, value: input.value, count: options.length,
    active: option ? options.indexOf(option) : -1, selected: options.filter((other) => other.getAttribute('aria-selected') === 'true').length,
    first: options[0]?.querySelector('.word').textContent, role: input.getAttribute('role'),
  };
});

async function type(page, field, text) {
  await page.focus(field);
  await page.keyboard.type(text);
}

async function keyboard({ base, open, expect }) {
  const page = await open();
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${base}/`, { waitUntil: 'load' });
  await type(page, '#q', 'regi');
  await page.waitForFunction(opened, {}, '#q');
  const open1 = await state(page, '#q');
  expect(open1.role === 'combobox' && open1.focused && open1.first === 'regie', `suggestions begin with ${open1.first}`);
  expect(open1.active === -1, 'an option is active before anyone chose');
  expect(await page.evaluate(said, 'voorstellen. Kies met pijl omlaag.'), 'the number of suggestions is not said');
  await page.keyboard.press('ArrowDown');
  const one = await state(page, '#q');
  expect(one.active === 0 && one.selected === 1 && one.focused, 'the down arrow does not choose the first');
  await page.keyboard.press('ArrowUp');
  expect((await state(page, '#q')).active === -1, 'the up arrow does not lead back to what was typed');
  await page.keyboard.press('ArrowUp');
  const last = await state(page, '#q');
  expect(last.active === last.count - 1, 'the up arrow does not choose the last');
  await page.keyboard.press('Escape');
  await page.waitForFunction(closed, {}, '#q');
  expect((await state(page, '#q')).value === 'regi', 'Escape takes away what was typed');
  await page.keyboard.press('ArrowDown');
  await page.waitForFunction(opened, {}, '#q');
  await page.keyboard.press('ArrowDown');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  expect(new URL(page.url()).pathname === '/terms/regie', `Enter on a suggestion leads to ${page.url()}`);
  expect(asked.some((url) => url.endsWith('/api/v1/suggest')), 'the service was not asked');
  expect(asked.every((url) => !url.includes('regi') || url.endsWith('/terms/regie')), 'what was typed stands in an address');
  await page.goto(`${base}/`, { waitUntil: 'load' });
  await type(page, '#q', 'gemeld');
  await page.waitForFunction(opened, {}, '#q');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  expect(page.url().endsWith('/?q=gemeld'), `Enter without a choice searches no more: ${page.url()}`);
  await page.close();
}

async function mouseAndEnglish({ base, open, expect }) {
  const page = await open();
  await page.goto(`${base}/terms/signaal?lang=en`, { waitUntil: 'load' });
  await type(page, '#zoek-boven', 'meld');
  await page.waitForFunction(opened, {}, '#zoek-boven');
  expect(await page.evaluate(said, 'suggestions. Choose with the down arrow.'), 'an English page does not count in English');
  await Promise.all([page.waitForNavigation(), page.click('.quick [role=option]')]);
  expect(page.url().endsWith('/terms/melding?lang=en'), `a click on a suggestion leads to ${page.url()}`);
  await page.close();
}

async function everyState({ base, open, expect, accessible, wellShaped }) {
  for (const [name, view] of Object.entries(views).filter(([, view]) => view.media !== 'print' && view.scripts !== false)) {
    const page = await open(view);
    for (const [path, field] of [['/', '#q'], ['/?lang=en', '#q'], ['/terms/signaal', '#zoek-boven']]) {
      const where = `${name} ${path}`;
      await page.goto(base + path, { waitUntil: 'load' });
      await type(page, field, 're');
      await page.waitForFunction(opened, {}, field);
      await page.keyboard.press('ArrowDown');
      await accessible(page, `${where} with suggestions`);
      await wellShaped(page, `${where} with suggestions`);
      const inside = await page.$eval('.suggestions:not([hidden])', (list) => { const box = list.getBoundingClientRect(); return box.left >= 0 && box.right <= window.innerWidth; });
      expect(inside, `${where}: the suggestions stand partly beside the page`);
      await page.keyboard.type('xqzvbnw');
      await page.waitForFunction(closed, {}, field);
      await page.waitForFunction(said, {}, path.includes('en') ? 'No suggestions.' : 'Geen voorstellen.');
      await accessible(page, `${where} without suggestions`);
    }
    await page.close();
  }
}

async function withoutHelp({ base, open, expect, accessible }) {
  const page = await open();
  await page.setJavaScriptEnabled(false);
  await page.goto(`${base}/`, { waitUntil: 'load' });
  expect(await page.$('[role=combobox]') === null, 'a combobox without a script');
  await type(page, '#q', 'reggiee');
  await Promise.all([page.waitForNavigation(), page.click('#zoek button')]);
  expect(await page.$eval('main', (main) => main.textContent.includes('regie')), 'a form without scripts finds nothing');
  await page.goto(`${base}/terms/melding`, { waitUntil: 'load' });
  await page.click('.choice summary');
  await page.click('.choice input[value="social-wmo"]');
  await page.click('.choice input[value="safety-police"]');
  await Promise.all([page.waitForNavigation(), page.click('.choice button')]);
  expect((await page.$$('.side')).length === 2, 'a choice without scripts is not shown');
  await page.close();
  const alone = await open();
  await alone.setRequestInterception(true);
  alone.on('request', (request) => (request.url().endsWith('/suggest') ? request.abort() : request.continue()));
  await alone.goto(`${base}/`, { waitUntil: 'load' });
  await type(alone, '#q', 'melding');
  await alone.waitForRequest((request) => request.url().endsWith('/suggest'));
  await accessible(alone, 'where the service is silent');
  await Promise.all([alone.waitForNavigation(), alone.keyboard.press('Enter')]);
  expect(alone.url().endsWith('/?q=melding'), 'a silent service stops the form');
  await alone.close();
}

export async function run(bench) {
  await keyboard(bench);
  await mouseAndEnglish(bench);
  await everyState(bench);
  await withoutHelp(bench);
  return 'suggestions by keyboard, by mouse, in every view, and without scripts';
}
