// SPDX-License-Identifier: EUPL-1.2
// Before the editor: it waits until form.js starts it, and takes its own words from beside it, not from elsewhere.
window.CMS_MANUAL_INIT = true;
const elsewhere = /^https:\/\/unpkg\.com\/@sveltia\/cms(?:@[^/]*)?\/(locales\/[\w-]+\.json)$/;
const ordinary = window.fetch.bind(window);
window.fetch = (what, how) => {
  const words = elsewhere.exec(typeof what === 'string' ? what : what?.url ?? String(what));
  return ordinary(words ? words[1] : what, how);
};
