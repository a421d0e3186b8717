// SPDX-License-Identifier: EUPL-1.2
// An invented intranet with strict rules, to see Taalbrug in another site's page:
//   taalbrug serve --frame-ancestors http://127.0.0.1:8090
//   node docs/demo/serve.mjs http://127.0.0.1:8080 8090
// The page lets in one script and the data of one service, and no inline style or script. The browser tests serve it too.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';

const FILES = { '/': ['intranet.html', 'text/html'], '/intranet.css': ['intranet.css', 'text/css'], '/frame-height.js': ['frame-height.js', 'text/javascript'] };

/** The policy that docs/embedding.md asks a site for, and nothing beside it. */
export function policyFor(taalbrug) {
  return [
    "default-src 'none'", `script-src 'self' ${taalbrug}`, `connect-src ${taalbrug}`, `frame-src ${taalbrug}`, "style-src 'self'",
    "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
  ].join('; ');
}

/** Serves the demo and pages that are given by path, on a port of this machine; 0 takes any free one. */
export async function serveIntranet(taalbrug, port, pages = {}, policy = policyFor(taalbrug)) {
  const server = createServer(async (request, answer) => {
    const { pathname } = new URL(request.url, 'http://intranet');
    const [file, kind] = FILES[pathname] ?? [null, 'text/html'];
    const text = pages[pathname] ?? (file && await readFile(new URL(file, import.meta.url), 'utf8'));
    answer.setHeader('Content-Security-Policy', policy);
    answer.setHeader('Content-Type', `${kind}; charset=utf-8`);
    answer.statusCode = text ? 200 : 404;
    answer.end(text ? text.replaceAll('{{taalbrug}}', taalbrug) : 'Niets hier.');
  });
  await new Promise((done) => { server.listen(port, '127.0.0.1', done); });
  return server;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [taalbrug = 'http://127.0.0.1:8080', port = '8090'] = process.argv.slice(2);
  await serveIntranet(taalbrug.replace(/\/$/, ''), Number(port));
  console.log(`http://127.0.0.1:${port}/ speelt een intranet dat Taalbrug toont van ${taalbrug}. Stop met Ctrl+C.`);
}
