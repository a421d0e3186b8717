// SPDX-License-Identifier: EUPL-1.2
// The overviews in a real browser: words picked with the keyboard, from page to page, become an agenda without scripts; the
// agenda prints on A4 without controls; the matrix can be read in forced colours and in print.
export async function run({ base, open, expect }) {
  const page = await open({ viewport: { width: 1280, height: 900 } });
  await page.setJavaScriptEnabled(false);
  await page.goto(`${base}/differences?lang=en`, { waitUntil: 'load' });
  const pick = async () => {
    const box = await page.waitForSelector('.pick input:not(:checked)');
    await box.focus();
    await page.keyboard.press('Space');
    return box.evaluate((input) => input.value);
  };
  const press = async (selector) => {
    await (await page.waitForSelector(selector)).focus();
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  };
  const first = await pick();
  await press('button.number[value="2"]');
  const second = await pick();
  await press('.picker button');
  const agenda = new URL(page.url());
  const words = agenda.searchParams.getAll('term');
  expect(agenda.pathname === '/agenda' && agenda.searchParams.get('lang') === 'en', `the agenda stands at ${agenda}`);
  expect(words.join() === `${first},${second}`, `the agenda has ${words} and not ${first},${second}`);
  expect((await page.$$('.item')).length === 2, 'the agenda does not show the two words');

  await page.emulateMediaType('print');
  const shown = (selector) => page.$$eval(selector, (all) => all.filter((one) => one.checkVisibility()).length);
  expect(await shown('form, .adapt, .menu') === 0, 'the agenda prints what only a screen needs');
  expect(await shown('.lines span') === 6, 'the printed agenda has no room to write');
  const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const box = pdf.match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/);
  expect(box && Math.round(box[1]) === 595 && Math.round(box[2]) === 842, `the agenda prints on ${box && box[0]}`);

  await page.goto(`${base}/differences`, { waitUntil: 'load' });
  const bar = () => page.$$eval('.bar rect', (parts) => new Set(parts.map((part) => getComputedStyle(part).fill)).size);
  expect(await bar() > 2, 'the printed matrix shows no degrees');
  expect(await shown('.matrix .shares strong') > 2, 'the printed matrix has no numbers');
  await page.emulateMediaType('screen');
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
  expect(await page.$eval('.bar', () => matchMedia('(forced-colors: active)').matches), 'colours are not forced');
  const parted = await page.$$eval('.bar rect', (parts) => parts.every((part) => getComputedStyle(part).fill !== getComputedStyle(part).stroke));
  expect(parted, 'the parts of the bar cannot be told apart in forced colours');
  await page.close();
  return 'an agenda from picked words, by keyboard and without scripts';
}
