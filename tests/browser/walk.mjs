// SPDX-License-Identifier: EUPL-1.2
// From question to answer without a mouse: the skip link comes first, then the field, then the first hit.
export async function run({ base, open, expect }) {
  const page = await open();
  await page.goto(base, { waitUntil: 'load' });
  await page.keyboard.press('Tab');
  const skip = await page.evaluate(() => document.activeElement.textContent);
  expect(skip === 'Naar de inhoud', `the first stop of the keyboard is ${skip}`);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)), 'the skip link does not lead into the content');
  await page.focus('#q');
  await page.keyboard.type('gemeld');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  const first = await page.$eval('.hits h3 a', (link) => { link.focus(); return link.textContent; });
  expect(first === 'melding', `gemeld finds ${first} first`);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  const heading = await page.$eval('h1', (title) => title.textContent);
  expect(heading === 'melding', `the term page is about ${heading}`);
  const outline = await page.evaluate(() => {
    const link = document.querySelector('main a'); link.focus();
    return getComputedStyle(link).outlineStyle;
  });
  expect(outline !== 'none', 'focus cannot be seen');
  await page.close();
  return 'a walk by keyboard';
}
