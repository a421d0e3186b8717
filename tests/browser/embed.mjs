// SPDX-License-Identifier: EUPL-1.2
// Taalbrug in an intranet of another origin with strict rules: the elements work, are accessible in every state, leave the page
// as it was, and tell nobody what stands in it. The page for frames works in a sandbox with the origin null.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { policyFor, serveIntranet } from '../../docs/demo/serve.mjs';
import { axe, freePort, rules, startServer } from './common.mjs';

/** The most bytes of the module, compressed. */
const LARGEST = 15_000;

export async function run(bench) {
  const { browser, faults, expect: holds } = bench;
  const intranetPort = await freePort();
  const home = `http://127.0.0.1:${intranetPort}`;
  // The service lets the intranet show the pages for frames.
  const server = await startServer(['--frame-ancestors', home]);
  const { base } = server;
  const wait = (time) => new Promise((done) => { setTimeout(done, time); });

  const script = `<script type="module" src="{{taalbrug}}/embed/taalbrug.js" crossorigin></script>`;
  const pageOf = (body, head = script) => `<!doctype html><html lang="nl"><head><meta charset="utf-8">`
    + `<meta name="viewport" content="width=device-width, initial-scale=1"><title>Proef</title>${head}</head>`
    + `<body><main><h1>Proef met signaal</h1>${body}</main></body></html>`;
  const module = await (await fetch(`${base}/embed/taalbrug.js`)).text();
  const hash = `sha384-${createHash('sha384').update(module).digest('base64')}`;
  const withHash = (integrity) => `<script type="module" src="{{taalbrug}}/embed/taalbrug.js" integrity="${integrity}" crossorigin></script>`;
  const fallback = '<taalbrug-term term="signaal"><a id="terugval" href="/elders">Wat signaal betekent</a></taalbrug-term>';
  const quiet = `<p>Geheimxq: een <a href="/">signaal</a>, <code>signaal</code>, <button>signaal</button>, <kbd>signaal</kbd>.</p>
      <h2>Over signaal</h2><nav aria-label="Pad">signaal</nav><textarea aria-label="Veld">signaal</textarea><div contenteditable="true" role="textbox" aria-label="Tekst">signaal</div>
      <p lang="en">The signaal is foreign.</p><p hidden>signaal</p><div data-taalbrug="off">signaal</div><table><tr><th scope="col">signaal</th></tr></table>
      <p>Zie https://voorbeeld.example/signaal of signaal@voorbeeld.example.</p><p><b>signaal</b>woord en half <i>meld</i>punt.</p>
      <p id="eerst">Hier staat signaal voor het eerst, en signaal nog eens. Het Zorg- en
      Veiligheidshuis en informatie delen zijn lange namen, en een signaalbespreking is een gok.</p>
      <taalbrug-mark for="main" reader="social"></taalbrug-mark>`;
  const pages = {
    '/stil': pageOf(quiet),
    '/stil-zonder': pageOf(quiet, ''),
    '/kwaad': pageOf(`<p id="kwaad">Dit is een kwaadwoord.</p><taalbrug-term term="kwaad-woord" reader="social"></taalbrug-term>
      <taalbrug-search></taalbrug-search><taalbrug-mark for="#kwaad" reader="social"></taalbrug-mark>`),
    '/engels': pageOf(`<taalbrug-term lang="en" term="signaal" reader="safety" heading="2"></taalbrug-term>
      <taalbrug-search lang="en"></taalbrug-search><p>Een melding.</p><taalbrug-mark lang="en" for="p" reader="safety"></taalbrug-mark>`),
    '/hard': pageOf('<taalbrug-term term="zwaarste-geval" place="voorbeeldstad"></taalbrug-term><taalbrug-term term="keukentafelgesprek" between="social,safety" reader="safety"></taalbrug-term>'),
    '/onbekend': pageOf(`${fallback.replace('signaal', 'bestaat-niet')}<taalbrug-term term="ook-niet"></taalbrug-term>`),
    '/terugval': pageOf(fallback),
    '/zonder': pageOf(fallback, ''),
    '/goed': pageOf(fallback, withHash(hash)),
    '/fout': pageOf(fallback, withHash(hash.replace(/.{4}$/, 'AAAA'))),
  };
  const host = await serveIntranet(base, intranetPort, pages);

  /** A page of the intranet, with everything that it asks and all that goes wrong in it. */
  async function open(path, { width = 1280, features = [], touch = false, prepare } = {}) {
    const page = await browser.newPage();
    await page.setViewport({ width, height: 800, hasTouch: touch });
    const client = await page.createCDPSession();
    await client.send('Emulation.setEmulatedMedia', { features });
    page.asked = [];
    page.on('request', (request) => {
      page.asked.push({ url: request.url(), method: request.method(), body: request.postData() ?? '' });
      if (![base, home].some((own) => request.url().startsWith(`${own}/`))) faults.push(`${path} asks ${request.url()}`);
    });
    page.on('console', (message) => { if (/Content Security Policy|TrustedHTML/.test(message.text())) faults.push(`${path}: ${message.text()}`); });
    page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
    page.on('dialog', (dialog) => { faults.push(`${path}: a dialog`); dialog.dismiss(); });
    await prepare?.(page);
    await page.goto(home + path, { waitUntil: 'networkidle0' });
    return page;
  }

  async function accessible(page, state) {
    await page.evaluate(axe);
    const result = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags, iframes: false }), rules);
    for (const { id, nodes } of result.violations) faults.push(`${state}: ${id} at ${nodes.map((node) => node.target.flat().join(' > ')).join('; ')}`);
    holds(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${state}: scrolls sideways`);
  }

  /** Something of the shadow of the first element that a selector finds. */
  const within = (page, outer, read, ...rest) => page.evaluate((selector, text, given) => {
    const element = document.querySelector(selector);
    return (new Function('root', 'element', 'given', `return ${text}`))(element?.shadowRoot, element, given);
  }, outer, read, rest);
  const marks = (page) => page.$$eval('taalbrug-word', (words) => words.map((word) => word.textContent.replace(/\s+/g, ' ')));
  const isShown = (page, at) => page.$$eval('taalbrug-word', (words, place) => words[place].shadowRoot.querySelector('.panel').matches(':popover-open'), at);
  const focused = (page) => page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return `${element.localName}${element.className ? `.${element.className.split(' ')[0]}` : ''} ${element.getRootNode().host?.localName ?? ''}`.trim();
  });

  // The module is small, and finds in a text what the service finds.
  const size = gzipSync(module).length;
  holds(size < LARGEST, `the module is ${size} bytes compressed`);
  const sentences = [
    'Wij kregen vorige week twee signalen over een leerling en hebben dat gemeld.', 'Wie deelt informatie, en wie mag gegevens delen zonder toestemming?',
    'De meldingen kwamen binnen bij Veilig Thuis; de zorgen zijn groot.', 'De PGA-tafel en de LSE-adviseur komen samen.',
    'De gemeente heeft de regie, het Zorg- en Veiligheidshuis de procesregie.', 'Een persoonsgerichte aanpak (PGA) helpt; PGA’s lopen jaren.',
    'In de signaalbespreking is een meldplicht, en de veiligheidscasus gaat naar de lokale driehoek.', 'Zorgvuldig werken in de jeugdzorg vraagt eigen kracht.',
    'De re-integratie, ook wel reïntegratie, begint met grip; GRIP 2 blijft van kracht.', 'Zie https://voorbeeld.example/melding en zorg.melding@voorbeeld.example.',
    'Geradicaliseerde jongeren; de risico’s staan in de risicotaxatie van de cliënt.', 'Dat is een melding.Daarna volgt zorg- en dienstverlening.',
  ];
  {
    const page = await open('/terugval');
    const found = await page.evaluate(async (address, texts) => {
      const { Finder } = await import(`${address}/embed/taalbrug.js`);
      const finder = new Finder(await (await fetch(`${address}/api/v1/forms`)).json());
      return texts.map((text) => finder.find(text).map(({ start, end, term, sure }) => `${text.slice(start, end)}=${term}:${sure}`).join(' '));
    }, base, sentences);
    for (const [at, text] of sentences.entries()) {
      const body = JSON.stringify({ text, writer: 'social', reader: 'safety' });
      const answer = await (await fetch(`${base}/api/v1/annotations`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })).json();
      const expected = answer.segments.filter((segment) => segment.term).map(({ text: form, term, confidence }) => `${form}=${term}:${confidence}`).join(' ');
      holds(found[at] === expected, `the browser finds ${found[at]}, the service ${expected}`);
    }
    await page.close();
  }

  // The intranet of the demo in every state, wide and narrow, by day, by night and in forced colours.
  const views = [
    { width: 1280 }, { width: 320 }, { width: 1280, features: [{ name: 'prefers-color-scheme', value: 'dark' }] },
    { width: 320, features: [{ name: 'forced-colors', value: 'active' }] },
  ];
  for (const view of views) {
    const name = `${view.width} ${view.features?.[0].value ?? ''}`;
    const page = await open('/', view);
    await accessible(page, `demo ${name}`);
    holds((await marks(page)).includes('Zorg- en Veiligheidshuis'), `demo ${name}: marks ${await marks(page)}`);
    await page.evaluate(() => document.querySelector('taalbrug-word').shadowRoot.querySelector('.marked').click());
    holds(await isShown(page, 0), `demo ${name}: the tooltip does not come`);
    await accessible(page, `demo ${name}, tooltip`);
    await page.keyboard.press('Escape');
    await page.evaluate(() => document.querySelector('taalbrug-search').shadowRoot.querySelector('input').focus());
    await page.keyboard.type('meld');
    await page.waitForFunction(() => !document.querySelector('taalbrug-search').shadowRoot.querySelector('#list').hidden);
    await page.keyboard.press('ArrowDown');
    await accessible(page, `demo ${name}, suggestions`);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('taalbrug-search').shadowRoot.querySelector('.results article'));
    await page.evaluate(() => document.querySelector('taalbrug-search').shadowRoot.querySelectorAll('details').forEach((part) => { part.open = true; }));
    await accessible(page, `demo ${name}, results`);
    await page.close();
  }
  for (const path of ['/engels', '/hard', '/onbekend']) {
    for (const width of [1280, 320]) {
      const page = await open(path, { width });
      await accessible(page, `${path} ${width}`);
      await page.close();
    }
  }

  // What marks touch and what they leave alone; and the page is as it was when the element goes.
  {
    const page = await open('/stil');
    holds((await marks(page)).join() === 'signaal,Zorg- en Veiligheidshuis,informatie delen', `marked: ${await marks(page)}`);
    holds(await page.$eval('taalbrug-word', (word) => word.parentElement.id === 'eerst'), 'not the first place is marked');
    const pieces = () => page.$eval('#eerst', (paragraph) => paragraph.childNodes.length);
    await page.evaluate(() => document.querySelector('taalbrug-mark').remove());
    const bare = await open('/stil-zonder');
    await bare.evaluate(() => document.querySelector('taalbrug-mark').remove());
    const text = (one) => one.$eval('main', (main) => main.innerHTML);
    holds(await text(page) === await text(bare) && await pieces() === 1, 'the page is not as it was');
    await bare.close();
    // The text of the page is in no address and no body: the same lists are asked for whatever it says.
    const told = page.asked.filter(({ url, body }) => /geheimxq|leerling/i.test(url + body) || (url.startsWith(base) && body));
    holds(told.length === 0, `told: ${JSON.stringify(told)}`);
    const asked = page.asked.filter(({ url }) => url.startsWith(base)).map(({ url }) => url.slice(base.length));
    holds(asked.join() === '/embed/taalbrug.js,/api/v1/forms,/api/v1/cards?reader=social&lang=nl&perPage=500&page=1', `asked: ${asked}`);
    await page.close();
  }

  // With the keyboard alone: field, suggestions, results, marked words and their tooltips.
  {
    const page = await open('/');
    const search = (read) => within(page, 'taalbrug-search', read);
    await page.evaluate(() => document.querySelector('aside h2').scrollIntoView());
    await page.evaluate(() => { const start = document.querySelector('aside h2'); start.tabIndex = -1; start.focus(); });
    await page.keyboard.press('Tab');
    holds(await focused(page) === 'input taalbrug-search', `the field is reached: ${await focused(page)}`);
    await page.keyboard.type('sig');
    await page.waitForFunction(() => !document.querySelector('taalbrug-search').shadowRoot.querySelector('#list').hidden);
    holds(await search('root.querySelector("input").getAttribute("aria-expanded")') === 'true', 'the field does not say that it is open');
    holds(/suggestie/.test(await search('root.querySelector("[role=status]").textContent')), 'suggestions are not announced');
    const active = () => search('root.getElementById(root.querySelector("input").getAttribute("aria-activedescendant") ?? "none")?.textContent ?? ""');
    holds(await active() === '', 'an option is active before anyone chose');
    await page.keyboard.press('ArrowDown');
    holds(/^signaal/.test(await active()), `the first option: ${await active()}`);
    await page.keyboard.press('ArrowUp');
    holds(await active() === '', 'up from the first goes back to the field');
    await page.keyboard.press('Escape');
    holds(await search('root.querySelector("#list").hidden && root.querySelector("input").value') === 'sig', 'Escape closes and keeps what was typed');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => !document.querySelector('taalbrug-search').shadowRoot.querySelector('#list').hidden);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('taalbrug-search').shadowRoot.querySelector('.results article'));
    holds(await search('root.querySelector(".results .word").textContent') === 'signaal', 'the chosen word is not the first result');
    holds(await search('root.querySelector(".results dt").textContent.includes("Sociaal domein (uw domein)")'), 'the reader does not come first');
    holds(await focused(page) === 'input taalbrug-search', 'the focus leaves the field');
    const typed = page.asked.filter(({ method }) => method === 'POST');
    holds(typed.length >= 2 && typed.every(({ url }) => /\/api\/v1\/(suggest|search)$/.test(url)), 'what is typed stands in an address');
    holds(!page.asked.some(({ url }) => /[?&]q=/.test(url)), 'what is typed stands in an address');

    await page.evaluate(() => { const start = document.querySelector('h1'); start.tabIndex = -1; start.focus(); });
    await page.keyboard.press('Tab');
    holds(await focused(page) === 'span.marked taalbrug-word' && await isShown(page, 0), `focus on a word shows its tooltip: ${await focused(page)}`);
    const tip = await within(page, 'taalbrug-word', 'root.getElementById(root.querySelector("[role=button]").getAttribute("aria-describedby")).textContent');
    holds(/^Sociaal domein \(uw domein\)/.test(tip) && /Oordeel van de redactie|oordeel van de redactie/.test(tip), `the tooltip says ${tip}`);
    await page.keyboard.press('Tab');
    holds(await focused(page) === 'a taalbrug-word' && await isShown(page, 0), 'the link of the tooltip is next, and it stays');
    await page.keyboard.press('Escape');
    holds(await focused(page) === 'span.marked taalbrug-word' && !await isShown(page, 0), 'Escape goes back to the word');
    await page.keyboard.press('Enter');
    holds(await isShown(page, 0), 'Enter shows it again');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    holds(!await isShown(page, 0) && await isShown(page, 1), 'the next word takes over');
    await page.keyboard.press('Space');
    holds(!await isShown(page, 1), 'the space bar takes it away');
    await page.close();
  }

  // With a mouse and by touch: hoverable, dismissable, persistent.
  {
    const page = await open('/');
    const middle = (selector) => page.evaluate((part) => {
      const box = document.querySelectorAll('taalbrug-word')[1].shadowRoot.querySelector(part).getBoundingClientRect();
      return [box.left + box.width / 2, box.top + box.height / 2];
    }, selector);
    await page.mouse.move(...await middle('.marked'));
    holds(await isShown(page, 1), 'a pointer shows the tooltip');
    await page.mouse.move(...await middle('.body'), { steps: 10 });
    await wait(500);
    holds(await isShown(page, 1), 'the tooltip stays under the pointer');
    await page.keyboard.press('Escape');
    holds(!await isShown(page, 1), 'Escape takes it away under the pointer');
    await page.mouse.move(...await middle('.marked'));
    await page.mouse.move(5, 5);
    await page.waitForFunction(() => !document.querySelectorAll('taalbrug-word')[1].shadowRoot.querySelector('.panel').matches(':popover-open')).catch(() => faults.push('it stays when the pointer goes'));
    await page.close();
    const phone = await open('/', { width: 320, touch: true });
    await phone.evaluate(() => document.querySelector('taalbrug-word').scrollIntoView({ block: 'center' }));
    const box = await phone.$eval('taalbrug-word', (word) => { const { left, top, width, height } = word.shadowRoot.querySelector('.marked').getBoundingClientRect(); return [left + width / 2, top + height / 2]; });
    await phone.touchscreen.tap(...box);
    holds(await isShown(phone, 0), 'a tap shows the tooltip');
    await phone.touchscreen.tap(5, 790);
    holds(!await isShown(phone, 0), 'a tap elsewhere takes it away');
    await phone.close();
  }

  // Hostile content is text.
  {
    const page = await open('/kwaad');
    const strange = 'root.querySelectorAll("img, script, style, svg, iframe, [onclick], [onerror], a[href^=javascript]").length';
    for (const element of ['taalbrug-term', 'taalbrug-word']) {
      holds(await within(page, element, strange) === 0, `${element} makes elements of texts`);
      holds(/<a href='javascript:window.owned=1'>Klik<\/a>/.test(await within(page, element, 'root.textContent')), `${element} does not show the text as it is`);
    }
    await page.evaluate(() => document.querySelector('taalbrug-search').shadowRoot.querySelector('input').focus());
    await page.keyboard.type('<img');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('taalbrug-search').shadowRoot.querySelector('.said').textContent);
    holds(await within(page, 'taalbrug-search', strange) === 0, 'the search makes elements of texts');
    holds(await page.evaluate(() => window.owned === undefined), 'content ran as a script');
    await page.close();
    const frame = await open('/kwaad');
    await frame.goto(`${base}/embed/terms/kwaad-woord`, { waitUntil: 'networkidle0' });
    holds(await frame.evaluate(() => window.owned === undefined && document.querySelectorAll('img, style, svg, iframe').length === 0), 'the page for frames runs content');
    await frame.close();
  }

  // The link inside the element stays where there is nothing better.
  {
    const seen = (page) => page.$eval('#terugval', (link) => link.checkVisibility() && link.getBoundingClientRect().height > 0);
    const away = async (page) => { await page.setRequestInterception(true); page.on('request', (request) => { if (request.url().includes('/api/')) request.abort(); else request.continue(); }); };
    for (const [path, options, stays] of [['/zonder', {}, true], ['/terugval', { prepare: away }, true], ['/onbekend', {}, true], ['/fout', {}, true], ['/goed', {}, false], ['/terugval', {}, false]]) {
      const page = await open(path, options);
      holds(await seen(page) === stays, `${path}: the link inside the element ${stays ? 'goes' : 'stays'}`);
      await page.close();
    }
    const page = await open('/onbekend');
    const own = await page.$$eval('taalbrug-term', (terms) => terms[1].shadowRoot.querySelector('a').href);
    holds(own === `${base}/terms/ook-niet`, `without a link inside it makes one: ${own}`);
    await page.close();
  }

  // The page for frames: without script, in a sandbox with the origin null, and not for others.
  {
    for (const width of [1280, 320]) {
      for (const path of ['/embed/terms/signaal?reader=safety', '/embed/terms/zwaarste-geval?lang=en', '/embed/terms/bestaat-niet']) {
        const page = await open('/zonder', { width });
        await page.goto(base + path, { waitUntil: 'networkidle0' });
        await accessible(page, `${path} ${width}`);
        await page.close();
      }
    }
    const page = await open('/');
    await page.waitForFunction(() => document.querySelector('#venster').height !== '520').catch(() => faults.push('the frame does not tell its height'));
    const frame = page.frames().find((one) => one.url().includes('/embed/terms/'));
    holds(await frame.evaluate(() => window.origin === 'null'), 'the frame is no sandbox');
    holds(await frame.evaluate(() => document.querySelector('main').textContent.includes('Vraag elkaar')), 'the frame shows no card');
    holds(await frame.evaluate(() => getComputedStyle(document.querySelector('.notice')).borderInlineStartWidth === '5px'), 'the frame has no style');
    await page.close();

    // WordPress gives a secret, and waits for the height and the link in its own words.
    const wordpress = await open('/zonder');
    const messages = await wordpress.evaluate((address) => new Promise((done) => {
      const heard = [];
      window.addEventListener('message', ({ data }) => { if (data.secret && heard.push(data)) done(heard); });
      const own = document.createElement('iframe');
      own.setAttribute('sandbox', 'allow-scripts');
      own.title = 'venster';
      own.src = `${address}/embed/terms/signaal#?secret=abc`;
      document.body.append(own);
    }), base);
    holds(messages[0].message === 'height' && messages[0].secret === 'abc' && messages[0].value > 200, `WordPress hears ${JSON.stringify(messages[0])}`);
    await wordpress.close();

    // An element in a page that is itself in a sandbox: the origin that asks is null.
    const inner = await serveIntranet(base, 0, { '/binnen': pages['/terugval'] }, policyFor(base).replace("frame-ancestors 'none'", 'frame-ancestors *'));
    const address = `http://127.0.0.1:${inner.address().port}`;
    const outer = await serveIntranet(base, 0, { '/buiten': `<!doctype html><html lang="nl"><title>Buiten</title><h1>Buiten</h1><iframe title="binnen" sandbox="allow-scripts" src="${address}/binnen"></iframe><iframe title="vreemd" src="${base}/embed/terms/signaal"></iframe>` }, `default-src 'none'; frame-src ${address} ${base}`);
    const sandbox = await browser.newPage();
    await sandbox.goto(`http://127.0.0.1:${outer.address().port}/buiten`, { waitUntil: 'networkidle0' });
    const within2 = sandbox.frames().find((one) => one.url().includes('/binnen'));
    holds(await within2.evaluate(() => window.origin === 'null' && document.querySelector('taalbrug-term').shadowRoot.querySelector('article') !== null), 'the element does not work with the origin null');
    holds(!sandbox.frames().some((one) => one.url().includes('/embed/terms/signaal')), 'a site that was not named shows our frame');
    await sandbox.close();
    inner.close();
    outer.close();
  }

  // A service that is nowhere: the page keeps its link.
  {
    const nowhere = `http://127.0.0.1:${await freePort()}`;
    const alone = await serveIntranet(nowhere, 0, { '/': pages['/terugval'] });
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${alone.address().port}/`, { waitUntil: 'networkidle0' });
    holds(await page.$eval('#terugval', (link) => link.checkVisibility()), 'without the service the link is gone');
    await page.close();
    alone.close();
  }

  host.close();
  server.stop();
  return `a module of ${size} bytes compressed; elements and frames in an intranet`;
}
