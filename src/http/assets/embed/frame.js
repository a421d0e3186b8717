// SPDX-License-Identifier: EUPL-1.2
// In a frame: tells the page around it how high the card is. WordPress gives a secret in the address, and takes the height and
// the link that is followed in its own words.

const secret = new URLSearchParams(location.hash.replace(/^#\??/, '')).get('secret');

function tell(message) {
  if (window.parent !== window) window.parent.postMessage(message, '*');
}

function tellHeight() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  tell({ source: 'taalbrug', type: 'height', height });
  if (secret) tell({ message: 'height', value: height, secret });
}

tellHeight();
new ResizeObserver(tellHeight).observe(document.documentElement);
// A page that listens only now can ask by any message.
window.addEventListener('message', ({ source }) => { if (source === window.parent) tellHeight(); });

if (secret) {
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    event.preventDefault();
    tell({ message: 'link', value: link.href, secret });
  });
}
