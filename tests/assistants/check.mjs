// SPDX-License-Identifier: EUPL-1.2
// Asks /mcp of a real server as assistants do: with the official client of the Model Context Protocol, which holds every answer
// against the schema of its tool.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = mkdtempSync(join(tmpdir(), 'taalbrug-'));
const faults = [];
let checks = 0;
const check = (is, what) => { checks += 1; if (!is) faults.push(what); };

// A server on a free port. Gives its address and `stop`.
async function startServer(options) {
  const server = spawn(join(root, 'target/debug/taalbrug'),
    ['serve', '--listen', '127.0.0.1:0', '--glossary', join(root, 'glossary'), '--index', join(folder, 'index'), ...options]);
  const base = await new Promise((found, stopped) => {
    let text = '';
    server.stdout.on('data', (part) => { text += part; const match = text.match(/http:\/\/[^/\s]+/); if (match) found(match[0]); });
    server.on('exit', (code) => stopped(new Error(`the server stopped with ${code}: ${text}`)));
  });
  return { base, stop: () => { server.removeAllListeners('exit'); server.kill('SIGTERM'); } };
}

async function connected(base) {
  const client = new Client({ name: 'taalbrug-test', version: '1' });
  await client.connect(new StreamableHTTPClientTransport(new URL(`${base}/mcp`)));
  return client;
}

const calls = [
  ['search', { q: 'melding', perPage: 2 }, (data) => data.terms.length === 2 && data.terms.every((term) => term.sides.length >= 2)],
  ['search', { q: 'xyzzyx' }, (data) => !data.known && data.terms.length === 0],
  ['term', { term: 'signalen' }, (data) => data.term.term === 'signaal' && data.term.sides.every((side) => side.unknown || side.meanings.every((meaning) => meaning.statusText && meaning.sources.length))],
  ['term', { term: 'xyzzyx' }, (data) => !data.known && data.term === null && data.message.includes('niet bekend')],
  ['compare', { term: 'signaal', first: 'social', second: 'safety' }, (data) => data.sides.length === 2 && data.differences.every((difference) => difference.basisText && difference.statusText)],
  ['compare', { first: 'social', second: 'safety', firstText: 'De partner moet delen.', secondText: 'De partner mag delen.' }, (data) => data.pairs[0].flips.length === 1 && data.differences[0].basis === 'computed'],
  ['check_text', { text: 'Wij hebben een signaal gemeld.', writer: 'social', reader: 'safety' }, (data) => data.words.some((word) => word.term === 'signaal' && word.reading.basisText)],
];

async function askAll(base) {
  const client = await connected(base);
  check(client.getServerVersion().name === 'taalbrug', 'the server says its name');
  check(/geen oordeel/.test(client.getInstructions()), 'the instructions say what a computed difference is');
  await client.ping();
  const { tools } = await client.listTools();
  check(tools.map((tool) => tool.name).join() === 'search,term,compare,check_text', 'four tools');
  for (const tool of tools) check(tool.annotations.readOnlyHint === true && tool.outputSchema.type === 'object', `${tool.name} only reads and says what it answers`);
  for (const [name, given, isGood] of calls) {
    const { isError, structuredContent, content } = await client.callTool({ name, arguments: given });
    const said = content.map((part) => part.text).join('');
    check(!isError && isGood(structuredContent), `${name} ${JSON.stringify(given)}: ${JSON.stringify(structuredContent)}`);
    check(said.startsWith(structuredContent.message) && said.includes(structuredContent.caution), `${name}: the text says what was found and what may be done with it`);
  }
  const wrong = await client.callTool({ name: 'check_text', arguments: { text: 'x', writer: 'social' } });
  check(wrong.isError && wrong.content[0].text.includes('reader'), 'a missing argument is told by name');
  const unknown = await client.callTool({ name: 'delete', arguments: {} }).catch((error) => error);
  check(unknown.code === -32602, `an unknown tool is refused: ${unknown}`);
  await client.close();
}

const on = await startServer([]);
await askAll(on.base).catch((error) => faults.push(`broke off: ${error.stack}`));
on.stop();
const off = await startServer(['--mcp', 'off']);
const refused = await connected(off.base).then(() => null, (error) => error);
check(refused?.code === 404, `off is off: ${refused}`);
off.stop();
rmSync(folder, { recursive: true, force: true });
faults.forEach((fault) => console.log(`FAULT: ${fault}`));
console.log(`${checks} checks, ${faults.length} faults`);
process.exit(faults.length ? 1 : 0);
