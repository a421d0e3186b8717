// SPDX-License-Identifier: EUPL-1.2
// The form for editors, as `taalbrug form` makes it, with strict rules and with nothing from elsewhere: every term file of the
// glossary goes through it and back without loss, and a person opens a term, changes its explanation and keeps it.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parse } from 'smol-toml';
import { root } from './common.mjs';

const program = join(root, 'target/debug/taalbrug');
const modules = join(root, 'tests/browser/node_modules');

/** What docs/form.md asks operators to put beside the form: a package, what of it, and its name there. */
const BESIDE = [
  ['@sveltia/cms/dist/sveltia-cms.js', 'sveltia-cms.js'],
  ['@sveltia/cms/locales', 'locales'],
  ['smol-toml/dist', 'smol-toml'],
  ['@fontsource-variable/material-symbols-outlined/files/material-symbols-outlined-latin-wght-normal.woff2', 'signs.woff2'],
];

/** What the editor asks elsewhere and may not have: letters, and whether there is a newer version. */
const REFUSED = /^https:\/\/(cdn\.jsdelivr\.net\/fontsource\/|unpkg\.com\/@sveltia\/cms\/package\.json)/;
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css', '.woff2': 'font/woff2' };
const STORE = ['sveltia-cms-test', 'glossary', 'terms'];
const ADDED = ' Een "zin" erbij.\nEn een regel.';

/** A term with all that is hard to keep: comments, texts with #, one owner and more, a day, every kind of list. */
const HARD = `# Boven alles.
label = "moeilijk # woord"
alt_labels = ["los", { label = "van één kant", domain = "social" }] # aan het einde
hidden_labels = ["met \\"aanhaling\\"", 'C:\\pad # geen opmerking']

[[concepts]]
domain = "social"
definition = """
Eerste regel # hoort erbij.

Derde regel met \\"""drie\\"""."""
explanation = '''Met 'enkele' tekens.'''
kind = "working"
# Onder een sleutel.
owner = ["editors", "ess"]
sources = ["CONCEPT"]
status = "draft"
reviewed_on = 2026-01-05
values = { age = { from = 0, to = 18 }, within = "P6W" }

[[concepts]]
domain = "safety"
explanation = "Kort."
kind = "working"
owner = "editors"
sources = ["CONCEPT"]
status = "draft"

[[verdicts]]
between = ["social", "safety"]
relation = "same"
degree = 0
why = "Gelijk."
facets = { goal = 0 }
status = "confirmed"
signed = [{ domain = "social", by = "redacteur", on = 2026-02-28 }]
`;

export async function run(bench) {
  const { browser, expect: holds } = bench;
  const scratch = mkdtempSync(join(tmpdir(), 'taalbrug-form-'));
  const folder = join(scratch, 'form');
  execFileSync(program, ['form', folder, '--glossary', join(root, 'glossary')]);
  for (const [from, to] of BESIDE) cpSync(join(modules, from), join(folder, to), { recursive: true });
  const policy = readFileSync(join(root, 'docs/form.md'), 'utf8').match(/^Content-Security-Policy: (.*)$/m)[1];
  const { base, stop } = await serve(folder, policy);
  try {
    const page = await open(browser, base, bench);
    const terms = { 'moeilijk.toml': HARD };
    for (const name of readdirSync(join(root, 'glossary/terms'))) terms[name] = readFileSync(join(root, 'glossary/terms', name), 'utf8');
    await page.goto(`${base}/kinds.json`);
    const back = await page.evaluate(throughTheForm, terms);
    const [before, after] = [glossaryOf(join(scratch, 'before'), terms), glossaryOf(join(scratch, 'after'), back)];
    for (const name of Object.keys(terms)) {
      const said = name === 'moeilijk.toml' ? valuesOf : meaningOf;
      const [own, other] = [before, after].map((from) => said(from[name]));
      holds(own === other, `${name} is not what it was: ${firstDifference(own, other)}`);
      const comments = (text) => (name === 'moeilijk.toml' ? ['# Boven alles.', '# aan het einde', '# Onder een sleutel.'] : []).every((line) => text.includes(line));
      holds(comments(after[name]), `${name} lost comments: ${after[name]}`);
    }

    const kept = await walk(page, base, { 'melding.toml': terms['melding.toml'], 'moeilijk.toml': HARD }, holds);
    const edited = glossaryOf(join(scratch, 'edited'), { ...terms, ...kept });
    holds(valuesOf(edited['moeilijk.toml']) === valuesOf(before['moeilijk.toml']), 'a term that nobody opened changed');
    const intended = terms['melding.toml'].replace('Dat verzoek heet in de Wmo een melding."', `Dat verzoek heet in de Wmo een melding.${ADDED.replaceAll('"', '\\"')}"""`).replace('explanation = "Iemand vraagt', 'explanation = """\nIemand vraagt' );
    const wanted = glossaryOf(join(scratch, 'wanted'), { ...terms, 'melding.toml': intended });
    const [own, other] = [wanted, edited].map((from) => meaningOf(from['melding.toml']));
    holds(own === other, `what was kept is not what was meant: ${firstDifference(own, other)}`);
    return `${Object.keys(terms).length} term files through the form and back, one edited by hand`;
  } finally {
    stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The folder as an operator serves it. */
async function serve(folder, policy) {
  const server = createServer((asked, answer) => {
    const path = join(folder, new URL(asked.url, 'http://x').pathname);
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
    if (!existsSync(file)) { answer.writeHead(404).end(); return; }
    answer.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain', 'Content-Security-Policy': policy }).end(readFileSync(file));
  });
  await new Promise((done) => { server.listen(0, '127.0.0.1', done); });
  return { base: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

/** A page that speaks Dutch and tells of what broke, and of what came from elsewhere. */
async function open(browser, base, { fault }) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 1000 });
  const client = await page.createCDPSession();
  await client.send('Network.setUserAgentOverride', { userAgent: await browser.userAgent(), acceptLanguage: 'nl' });
  page.on('pageerror', (error) => fault(`the form: ${error.message}`));
  page.on('response', (answer) => { if (!/^(blob|data):/.test(answer.url()) && !answer.url().startsWith(base)) fault(`${answer.url()} was let through`); });
  page.on('request', (asked) => { if (!/^(blob|data):/.test(asked.url()) && !asked.url().startsWith(base) && !REFUSED.test(asked.url())) fault(`the form asks ${asked.url()}`); });
  return page;
}

/** Runs in the page: what the form makes of each file when nothing is changed. */
async function throughTheForm(terms) {
  const { formatOf } = await import('/format.js');
  const { fromFile, toFile } = formatOf(await (await fetch('/kinds.json')).json());
  const through = (text) => toFile(JSON.parse(JSON.stringify(fromFile(text))));
  return Object.fromEntries(Object.entries(terms).map(([name, text]) => [name, through(text)]));
}

/** Opens a term, changes its explanation and keeps it, as a person does. Gives the files as the store of the test backend holds them. */
async function walk(page, base, files, holds) {
  await page.evaluate(async (files, steps) => {
    let folder = await navigator.storage.getDirectory();
    for (const step of steps) folder = await folder.getDirectoryHandle(step, { create: true });
    for (const [name, text] of Object.entries(files)) {
      const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await stream.write(text);
      await stream.close();
    }
  }, files, STORE);
  await page.goto(base);
  const button = (text, within = 'body') => page.waitForFunction((text, within) => [...(document.querySelector(within)?.querySelectorAll('button') ?? [])]
    .find((one) => one.textContent.includes(text) && !one.disabled), {}, text, within);
  const press = async (text, within) => (await button(text, within)).evaluate((one) => one.click());
  await press('Werken met een testrepository');
  await page.waitForFunction(() => document.body.textContent.includes('moeilijk # woord'));
  await page.goto(`${base}/#/collections/terms/entries/melding`);
  await page.waitForSelector('[data-key-path="label"] input');
  for (const words of ['Woord', 'Andere woorden', 'Betekenissen', 'Verwante woorden', 'Woorden waarop men zoekt, die nooit getoond worden.']) {
    holds(await page.evaluate((words) => document.body.innerText.includes(words), words), `the form does not show ‘${words}’`);
  }
  // A sign that is shown as a sign is about as wide as it is high; its name in letters is wider.
  const wide = await page.evaluate(async () => {
    await document.fonts.ready;
    const signs = [...document.querySelectorAll('body *')].filter((one) => !one.children.length && /^[a-z]+_[a-z_]+$/.test(one.textContent.trim()) && one.checkVisibility());
    return [signs.length, signs.filter((one) => one.getBoundingClientRect().width > 2 * parseFloat(getComputedStyle(one).fontSize)).length];
  });
  holds(wide[0] > 0 && wide[1] === 0, `${wide[1]} of ${wide[0]} signs of the editor are shown as words`);
  await page.evaluate(() => document.querySelector('[data-key-path="concepts"]').scrollIntoView());
  await press('Alles uitvouwen', '[data-key-path="concepts"]');
  const field = '[data-key-path="concepts.0.explanation"] textarea';
  await (await page.waitForSelector(field)).click();
  await page.keyboard.down('Control');
  await page.keyboard.press('End');
  await page.keyboard.up('Control');
  await page.keyboard.type(ADDED);
  await press('Opslaan');
  const read = (file) => page.evaluate(async (file, steps) => {
    let folder = await navigator.storage.getDirectory();
    for (const step of steps) folder = await folder.getDirectoryHandle(step);
    return (await (await folder.getFileHandle(file)).getFile()).text();
  }, file, STORE);
  for (let tries = 0; tries < 100 && (await read('melding.toml')) === files['melding.toml']; tries += 1) await new Promise((done) => { setTimeout(done, 100); });
  return Object.fromEntries(await Promise.all(Object.keys(files).map(async (name) => [name, await read(name)])));
}

/** The files of a glossary with these terms, after `fmt`. */
function glossaryOf(folder, terms) {
  cpSync(join(root, 'glossary'), folder, { recursive: true });
  rmSync(join(folder, 'terms'), { recursive: true });
  mkdirSync(join(folder, 'terms'));
  for (const [name, text] of Object.entries(terms)) writeFileSync(join(folder, 'terms', name), text);
  execFileSync(program, ['fmt', '--glossary', folder]);
  return Object.fromEntries(Object.keys(terms).map((name) => [name, readFileSync(join(folder, 'terms', name), 'utf8')]));
}

/** What a file says, however its texts are quoted. */
function valuesOf(text) {
  const inOrder = (value) => (value instanceof Date ? value.toISOString()
    : Array.isArray(value) ? value.map(inOrder)
      : typeof value === 'object' ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, inOrder(value[key])])) : value);
  return JSON.stringify(inOrder(parse(text)), null, 1);
}

/** A laid-out file without comments and empty keys, and with the facets of a verdict in one order: what it means. */
function meaningOf(text) {
  const facets = (line) => (line.startsWith('facets = {') ? line.slice(11, -2).split(', ').sort().join(', ') : line);
  const lines = text.split('\n').map((line) => line.trimEnd());
  return lines.filter((line) => line && !line.startsWith('#') && !/ = (\[\]|\{\})$/.test(line)).map(facets).join('\n');
}

function firstDifference(own, other) {
  const [lines, others] = [own, other].map((text) => text.split('\n'));
  const at = lines.findIndex((line, place) => line !== others[place]);
  return `‘${lines[at]}’ is now ‘${others[at]}’`;
}
