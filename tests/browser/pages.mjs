// SPDX-License-Identifier: EUPL-1.2
// Every page in every view: accessible by axe (WCAG 2.2 AA and best practices) when wide, narrow and dark, well shaped
// also when enlarged and printed.
import { views } from './common.mjs';
import { paths } from './paths.mjs';

export async function run({ base, open, accessible, wellShaped }) {
  for (const [name, view] of Object.entries(views)) {
    const page = await open(view);
    for (const path of paths) {
      await page.goto(base + path, { waitUntil: 'load' });
      await wellShaped(page, `${name} ${path}`);
      if (!view.shapeOnly) await accessible(page, `${name} ${path}`);
    }
    await page.close();
  }
  return `${paths.length} pages in ${Object.keys(views).length} views`;
}
