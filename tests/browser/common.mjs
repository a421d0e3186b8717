// SPDX-License-Identifier: EUPL-1.2
// What every browser test stands on: our own server with a glossary that is as hard to show as the rules allow, a
// browser, pages that tell of what our policy blocked and of what was loaded from elsewhere, and looks at shape and
// accessibility. A subject is a file beside this one that exports `run(bench)`; `check.mjs` starts it.
import { spawn, execFileSync, execSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, '../..');
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// The ways in which a page is looked at. Where `shapeOnly` stands, axe has nothing to add.
export const views = {
  wide: { viewport: { width: 1280, height: 900 } },
  narrow: { viewport: { width: 320, height: 640 } },
  dark: { viewport: { width: 1280, height: 900 }, features: [{ name: 'prefers-color-scheme', value: 'dark' }] },
  'enlarged to 200%': { viewport: { width: 640, height: 450, deviceScaleFactor: 2 }, shapeOnly: true },
  'without scripts': { viewport: { width: 1280, height: 900 }, scripts: false, shapeOnly: true },
  'printed on A4': { viewport: { width: 673, height: 1000 }, media: 'print', shapeOnly: true },
};

// A server on a free port with folders of its own. `options` go to the command as they are. Gives the address and `stop`.
export async function startServer(options = []) {
  const folder = mkdtempSync(join(tmpdir(), 'taalbrug-'));
  const glossary = hardGlossary(folder);
  const server = spawn(join(root, 'target/debug/taalbrug'),
    ['serve', '--listen', '127.0.0.1:0', '--index', join(folder, 'index'), '--glossary', glossary, ...options]);
  const base = await new Promise((found, stopped) => {
    let text = '';
    server.stdout.on('data', (part) => { text += part; const match = text.match(/http:\/\/[^/\s]+/); if (match) found(match[0]); });
    server.on('exit', (code) => stopped(new Error(`the server stopped with ${code}: ${text}`)));
  });
  while ((await (await fetch(`${base}/api/v1/changes`)).json()).history.state === 'reading') await new Promise((done) => { setTimeout(done, 200); });
  const stop = () => { server.removeAllListeners('exit'); server.kill('SIGTERM'); rmSync(folder, { recursive: true, force: true }); };
  process.on('exit', stop);
  return { base, stop };
}

// The glossary with a term that is as hard to show as the rules allow, also in an invented place, and with one that means harm.
function hardGlossary(folder) {
  const glossary = join(folder, 'glossary');
  cpSync(join(root, 'glossary'), glossary, { recursive: true });
  copyFileSync(join(here, 'hard.toml'), join(glossary, 'terms/zwaarste-geval.toml'));
  copyFileSync(join(here, 'hostile.toml'), join(glossary, 'terms/kwaad-woord.toml'));
  mkdirSync(join(glossary, 'local/voorbeeldstad/terms'), { recursive: true });
  copyFileSync(join(root, 'src/diagnostic/example/voorbeeldstad/place.toml'), join(glossary, 'local/voorbeeldstad/place.toml'));
  copyFileSync(join(here, 'hard-local.toml'), join(glossary, 'local/voorbeeldstad/terms/zwaarste-geval.toml'));
  withHistory(glossary);
  return glossary;
}

// A history of three revisions: a word that is taken out, and the hardest word with another text.
function withHistory(glossary) {
  const git = (day, ...options) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...options],
    { cwd: glossary, env: { ...process.env, GIT_COMMITTER_DATE: `${day}T12:00:00Z`, GIT_AUTHOR_DATE: `${day}T12:00:00Z` } });
  const commit = (day) => { git(day, 'add', '-A'); git(day, 'commit', '-q', '-m', day); };
  const hardest = join(glossary, 'terms/zwaarste-geval.toml');
  const gone = join(glossary, 'terms/weggehaald-woord.toml');
  const text = readFileSync(hardest, 'utf8');
  git('2026-03-01', 'init', '-q');
  copyFileSync(join(glossary, 'terms/signaal.toml'), gone);
  writeFileSync(gone, readFileSync(gone, 'utf8').replace('label = "signaal"', 'label = "weggehaald woord"'));
  commit('2026-03-01');
  rmSync(gone);
  commit('2026-04-15');
  writeFileSync(hardest, text.replace(/^definition = "(.*)"$/m, 'definition = "Voorheen iets anders. $1"'));
  commit('2026-05-01');
  writeFileSync(hardest, text);
  commit('2026-06-01');
}

// A port of this machine that nobody uses now.
export async function freePort() {
  const probe = createServer();
  await new Promise((done) => { probe.listen(0, '127.0.0.1', done); });
  const { port } = probe.address();
  await new Promise((done) => { probe.close(done); });
  return port;
}

export function startBrowser() {
  return puppeteer.launch({
    executablePath: process.env.CHROME ?? execSync('command -v chromium').toString().trim(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--accept-lang=nl-NL,nl'],
  });
}

// What a subject works with: `base` is the server, `fault` notes what is wrong, and `faults` holds it.
export function benchOf(browser, base) {
  const faults = [];
  const fault = (text) => faults.push(text);
  const expect = (holds, text) => { if (!holds) fault(text); };
  const open = (view = views.wide) => openPage({ browser, base, fault }, view);
  const accessible = (page, where) => checkAccessible(page, (text) => fault(`${where}: ${text}`));
  const wellShaped = async (page, where) => { for (const text of await page.evaluate(faultsOfShape)) fault(`${where}: ${text}`); };
  return { browser, base, faults, fault, expect, open, accessible, wellShaped };
}

// A page that notes what a policy blocked, what a script broke on, and what was asked from elsewhere.
async function openPage({ browser, base, fault }, view) {
  const page = await browser.newPage();
  await page.setViewport(view.viewport);
  if (view.features) await page.emulateMediaFeatures(view.features);
  await page.setJavaScriptEnabled(view.scripts ?? true);
  if (view.media) await page.emulateMediaType(view.media);
  page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) fault(`${page.url()}: ${message.text()}`); });
  page.on('pageerror', (error) => fault(`${page.url()}: ${error.message}`));
  page.on('request', (request) => { if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(base)) fault(`${page.url()} asks ${request.url()}`); });
  return page;
}

async function checkAccessible(page, fault) {
  await page.evaluate(axe);
  const result = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), rules);
  for (const violation of result.violations) fault(`${violation.id} at ${violation.nodes.map((node) => node.target.join(' ')).join('; ')}`);
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
  const labelled = (cell) => { const label = cell.querySelector('.cell-label'); return label !== null && visible(label); };
  const named = all('td').every((cell) => labelled(cell) === stacked);
  if (!named) found.push('a cell that does not say whose it is, or says it twice');
  if (matchMedia('print').matches && all('form, .skip, .filters, .pages').length) found.push('prints what only a screen needs');
  return found;
}
