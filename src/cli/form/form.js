// SPDX-License-Identifier: EUPL-1.2
// Starts the editor with our configuration and our way of reading and writing TOML.
import { formatOf } from './format.js';

const read = async (name) => {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer.json();
};
const [config, kinds] = await Promise.all([read('config.json'), read('kinds.json')]);
window.CMS.registerCustomFormat('taalbrug', 'toml', formatOf(kinds));
window.CMS.init({ config: { ...config, load_config_file: false } });
