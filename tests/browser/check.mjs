// The pages in a real browser: accessible by axe (WCAG 2.2 AA and best practices) when wide, narrow, dark, enlarged and
// printed, no sideways scrolling, nothing blocked by our own policy, nothing loaded from elsewhere, and a walk from
// question to answer with the keyboard alone. Serves the glossary with one more term that is as hard to show as the
// rules allow, also in an invented place. Starts the server on a free port and stops it.
import { spawn, execSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const pages = ['/', '/?q=regie', '/?q=xqzvbnw', '/?q=reggiee', '/?degree=3&domain=social', '/?page=2', '/?page=99',
  '/?q=keukentafelgesprek&degree=3', '/?q=hottentottententententoonstellingsmakersopleidingsprogrammavoorzitter', '/terms/zwaarste-geval', '/terms/melding', '/terms/terrorisme',
  '/terms/grip', '/terms/extremisme', '/terms/zwaarste-geval?place=voorbeeldstad', '/terms/zwaarste-geval?place=elders',
  '/terms/melding?place=voorbeeldstad', '/terms/bestaat-niet', '/problems/invalid-input'];
const views = [
  { name: 'wide', viewport: { width: 1280, height: 900 } },
  { name: 'narrow', viewport: { width: 320, height: 640 } },
  { name: 'dark', viewport: { width: 1280, height: 900 }, features: [{ name: 'prefers-color-scheme', value: 'dark' }] },
  { name: 'enlarged to 200%', viewport: { width: 640, height: 450, deviceScaleFactor: 2 }, shapeOnly: true },
  { name: 'printed on A4', viewport: { width: 673, height: 1000 }, media: 'print', shapeOnly: true },
];
const faults = [];

const folder = mkdtempSync(join(tmpdir(), 'taalbrug-'));
const glossary = join(folder, 'glossary');
cpSync(join(root, 'glossary'), glossary, { recursive: true });
copyFileSync(join(here, 'hard.toml'), join(glossary, 'terms/zwaarste-geval.toml'));
mkdirSync(join(glossary, 'local/voorbeeldstad/terms'), { recursive: true });
copyFileSync(join(root, 'src/diagnostic/example/voorbeeldstad/place.toml'), join(glossary, 'local/voorbeeldstad/place.toml'));
copyFileSync(join(here, 'hard-local.toml'), join(glossary, 'local/voorbeeldstad/terms/zwaarste-geval.toml'));
const server = spawn(join(root, 'target/debug/taalbrug'), ['serve', '--listen', '127.0.0.1:0', '--index', join(folder, 'index'), '--glossary', glossary]);
const base = await new Promise((found, stopped) => {
  let text = '';
  server.stdout.on('data', (part) => { text += part; const match = text.match(/http:\/\/[^/\s]+/); if (match) found(match[0]); });
  server.on('exit', (code) => stopped(new Error(`the server stopped with ${code}: ${text}`)));
});
const browser = await puppeteer.launch({
  executablePath: process.env.CHROME ?? execSync('command -v chromium').toString().trim(),
  args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});

async function open(view) {
  const page = await browser.newPage();
  await page.setViewport(view.viewport);
  if (view.features) await page.emulateMediaFeatures(view.features);
  if (view.media) await page.emulateMediaType(view.media);
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) faults.push(`${page.url()}: ${message.text()}`); });
  page.on('request', (request) => { if (!request.url().startsWith(base)) faults.push(`${page.url()} asks ${request.url()}`); });
  return page;
}

// Runs in the page: what is wrong with its shape.
function faultsOfShape() {
  const found = [];
  const visible = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 1;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(visible);
  if (document.documentElement.scrollWidth > window.innerWidth) found.push('scrolls sideways');
  const stacked = all('td').length > 0 && getComputedStyle(document.querySelector('td')).display === 'block';
  const shown = (element) => !stacked || !element.closest('thead');
  for (const element of all('main p, main td, main th, main dd, main li, main h1, main h2, main h3, main h4, main label').filter(shown)) {
    const box = element.getBoundingClientRect();
    if (box.right > window.innerWidth + 1 || element.scrollWidth > element.clientWidth + 2) found.push(`overflows: ${element.textContent.slice(0, 40)}`);
  }
  if (document.querySelectorAll('h1').length !== 1 || document.querySelectorAll('main').length !== 1) found.push('not one h1 in one main');
  if (all('.sign').some((sign) => !sign.parentElement.textContent.replace(sign.textContent, '').trim())) found.push('a sign without words');
  const named = all('td').every((cell) => visible(cell.querySelector('.cell-label')) === stacked);
  if (!named) found.push('a cell that does not say whose it is, or says it twice');
  if (matchMedia('print').matches && all('form, .skip, .filters, .pages').length) found.push('prints what only a screen needs');
  return found;
}

for (const view of views) {
  const page = await open(view);
  for (const path of pages) {
    await page.goto(base + path, { waitUntil: 'load' });
    for (const fault of await page.evaluate(faultsOfShape)) faults.push(`${view.name} ${path}: ${fault}`);
    if (view.shapeOnly) continue;
    await page.evaluate(axe);
    const result = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), rules);
    for (const violation of result.violations) {
      faults.push(`${view.name} ${path}: ${violation.id} at ${violation.nodes.map((node) => node.target.join(' ')).join('; ')}`);
    }
  }
  await page.close();
}

// From question to answer without a mouse: the skip link comes first, then the field, then the first hit.
const page = await open(views[0]);
await page.goto(base, { waitUntil: 'load' });
await page.keyboard.press('Tab');
const skip = await page.evaluate(() => document.activeElement.textContent);
if (skip !== 'Naar de inhoud') faults.push(`the first stop of the keyboard is ${skip}`);
await page.keyboard.press('Enter');
await page.keyboard.press('Tab');
if (!await page.evaluate(() => document.querySelector('main').contains(document.activeElement))) faults.push('the skip link does not lead into the content');
await page.focus('#q');
await page.keyboard.type('gemeld');
await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
const first = await page.$eval('.hits h3 a', (link) => { link.focus(); return link.textContent; });
if (first !== 'melding') faults.push(`gemeld finds ${first} first`);
await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
const heading = await page.$eval('h1', (title) => title.textContent);
if (heading !== 'melding') faults.push(`the term page is about ${heading}`);
const outline = await page.evaluate(() => {
  const link = document.querySelector('main a'); link.focus();
  return getComputedStyle(link).outlineStyle;
});
if (outline === 'none') faults.push('focus cannot be seen');

await browser.close();
server.removeAllListeners('exit');
server.kill('SIGTERM');
rmSync(folder, { recursive: true });
faults.forEach((fault) => console.log(`FAULT ${fault}`));
console.log(`${pages.length} pages in ${views.length} views, and a walk by keyboard: ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
