// SPDX-License-Identifier: EUPL-1.2
// Makes the frame as high as the card that it shows. Only the frame itself is listened to: its origin is 'null' in a sandbox.
// The message at the end asks for the height, for when the frame was there first.

const frame = document.querySelector('#venster');
window.addEventListener('message', ({ source, data }) => {
  if (source === frame.contentWindow && data?.source === 'taalbrug' && data.type === 'height') {
    frame.height = Math.min(Math.max(Number(data.height) || 0, 100), 2000);
  }
});
frame.contentWindow.postMessage('taalbrug', '*');
