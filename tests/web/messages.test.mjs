// Message files: what one language says, the other complete one says too, with the same values.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './service.mjs';

const folder = join(ROOT, 'web/src/messages');
const read = (tag) => JSON.parse(readFileSync(join(folder, `${tag}.json`), 'utf8'));
const english = read('en');
const { IntlMessageFormat } = await import(join(ROOT, 'web/node_modules/intl-messageformat/index.js'));
const TEXT = 0;
/** Names of the values that a message is given, those inside its plurals too. */
const values = (parts) =>
  parts.flatMap((part) => [
    ...(part.type !== TEXT && typeof part.value === 'string' ? [part.value] : []),
    ...Object.values(part.options ?? {}).flatMap(({ value }) => values(value))
  ]);
const given = (text, tag) => new Set(values(new IntlMessageFormat(text, tag).getAst()));

test('French says all that English says', () => {
  const french = read('fr');
  assert.deepEqual(Object.keys(french).sort(), Object.keys(english).sort());
});

test('no language says what English does not', () => {
  for (const file of readdirSync(folder))
    for (const key of Object.keys(read(file.replace('.json', '')))) assert.ok(key in english, `${file}: ${key}`);
});

test('a message is given the same values in every language', () => {
  for (const file of readdirSync(folder))
    for (const [key, text] of Object.entries(read(file.replace('.json', '')))) {
      if (key === 'language') continue;
      for (const name of given(text, file.replace('.json', ''))) assert.ok(given(english[key], 'en').has(name), `${file}: ${key} uses {${name}}`);
    }
});

test('every language tells its name and its direction', () => {
  for (const file of readdirSync(folder)) {
    const { language } = read(file.replace('.json', ''));
    assert.ok(language.name.length > 0, file);
    assert.match(language.direction, /^(ltr|rtl)$/, file);
  }
});

test('every message is used by the page', () => {
  const source = readdirSync(join(ROOT, 'web/src'), { recursive: true })
    .filter((name) => /\.(svelte|ts)$/.test(name))
    .map((name) => readFileSync(join(ROOT, 'web/src', name), 'utf8'))
    .join('\n');
  /** Sets whose words are looked up by a code that the service sends. */
  const sets = new Set([...source.matchAll(/(?:word|knows)\('(\w+)'/g), ...source.matchAll(/set: '(\w+)'/g)].map(([, set]) => set));
  for (const key of Object.keys(english)) {
    if (key === 'language' || sets.has(key.split('.')[0]) || key.startsWith('shell.theme_')) continue;
    assert.ok(source.includes(`'${key}'`), `${key} is used nowhere`);
  }
});
