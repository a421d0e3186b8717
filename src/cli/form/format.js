// SPDX-License-Identifier: EUPL-1.2
// A term file as the values of a form, and back. `kinds` says what each key holds where the two are written in different
// ways; it is made by `taalbrug form` from the shape of term files.
import { parse, stringify, TomlDate } from './smol-toml/index.js';

// The field, hidden in the form, that carries the comments of a file; in the file they come to stand above all else.
const COMMENTS = 'comments';

export const formatOf = (kinds) => ({
  fromFile: (text) => ({ ...toForm(parse(text), kinds), [COMMENTS]: commentsOf(text) }),
  toFile: ({ [COMMENTS]: comments, ...values }) => (comments ? `${comments}\n` : '') + overLines(stringify(toFile(values, kinds))),
});

// A file has one text where one owner stands, and texts and tables in one list; a form has always lists, and always tables.
function toForm(value, kind) {
  if (kind === 'date') return value instanceof Date ? value.toISOString().slice(0, 10) : value;
  if (kind === 'one-or-more') return Array.isArray(value) ? value : [value];
  if (kind === 'mixed') return value.map((item) => (typeof item === 'string' ? { label: item } : item));
  if (Array.isArray(value)) return value.map((item) => toForm(item, kind));
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toForm(inner, kindOf(kind, key))]));
}

function toFile(value, kind) {
  if (kind === 'date') return new TomlDate(String(value).slice(0, 10));
  if (kind === 'one-or-more') return value.length === 1 ? value[0] : value;
  if (kind === 'mixed') return value.map(filled).filter((item) => !isEmpty(item)).map(bare);
  if (Array.isArray(value)) return value.map((item) => toFile(item, kind)).filter((item) => !isEmpty(item));
  if (!isTable(value)) return value;
  return Object.fromEntries(Object.entries(filled(value)).map(([key, inner]) => [key, toFile(inner, kindOf(kind, key))]));
}

const isTable = (value) => typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
const kindOf = (kind, key) => (isTable(kind) && key in kind ? kind[key] : 'plain');
const bare = (item) => (isTable(item) && Object.keys(item).join() === 'label' ? item.label : item);

// A field that was left open does not stand in the file.
const filled = (value) => (isTable(value) ? Object.fromEntries(Object.entries(value).filter(([, inner]) => !isEmpty(inner))) : value);

function isEmpty(value) {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.every(isEmpty);
  return isTable(value) && Object.values(value).every(isEmpty);
}

// Texts of more than one line stand over as many lines.
const overLines = (text) => text.replace(/^([a-z_]+ = )"((?:\\.|[^"\\\n])*?\\n(?:\\.|[^"\\\n])*)"$/gm, (whole, key, inner) => (
  `${key}"""\n${inner.replace(/\\(.)/g, (escape, letter) => (letter === 'n' ? '\n' : escape))}"""`));

// The comments of a file, line by line: what begins with # and stands in no text.
function commentsOf(text) {
  const texts = /"""(?:\\[^]|[^\\])*?"{3,5}|'''[^]*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|(#[^\n]*)/g;
  return [...text.matchAll(texts)].map((match) => match[1]?.trimEnd()).filter(Boolean).join('\n');
}
