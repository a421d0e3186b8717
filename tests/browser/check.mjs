// SPDX-License-Identifier: EUPL-1.2
// Runs the browser tests and sums them up. Every file here that exports `run(bench)` is a subject.
//
//   node tests/browser/check.mjs             all subjects
//   node tests/browser/check.mjs pages walk  only these
import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { benchOf, startBrowser, startServer } from './common.mjs';

const foundation = ['check.mjs', 'common.mjs', 'paths.mjs'];
const files = readdirSync(dirname(fileURLToPath(import.meta.url))).filter((file) => file.endsWith('.mjs') && !foundation.includes(file));
const subjects = files.map((file) => file.replace('.mjs', '')).sort();
const wanted = process.argv.length > 2 ? process.argv.slice(2) : subjects;
const unknown = wanted.find((name) => !subjects.includes(name));
if (unknown) { console.log(`there is no subject ${unknown}; there are: ${subjects.join(', ')}`); process.exit(2); }

const server = await startServer();
const browser = await startBrowser();
let count = 0;
for (const name of wanted) {
  const { run } = await import(`./${name}.mjs`);
  const bench = benchOf(browser, server.base);
  const done = await run(bench).catch((error) => { bench.fault(`broke off: ${error.stack}`); return 'not finished'; });
  bench.faults.forEach((fault) => console.log(`FAULT ${name}: ${fault}`));
  console.log(`${name}: ${done}, ${bench.faults.length} faults`);
  count += bench.faults.length;
}
await browser.close();
server.stop();
console.log(`${wanted.length} subjects, ${count} faults`);
process.exit(count ? 1 : 0);
