// Parts of the page that are pure: the layout of a line of supply, rows of CSV, what a trace is asked.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { ROOT } from './service.mjs';

const typescript = createRequire(join(ROOT, 'web/package.json'))('typescript');

/** A module of the page that imports nothing but types. */
async function load(path) {
  const source = readFileSync(join(ROOT, 'web/src', path), 'utf8');
  const { outputText } = typescript.transpileModule(source, { compilerOptions: { module: 'ESNext', target: 'ES2022', verbatimModuleSyntax: true } });
  return import(`data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`);
}
const { drawn, layOut } = await load('trace/supply.ts');
const { readCsv, writeCsv } = await load('register/csv.ts');
const { EMPTY, hasMark, headText, membersOf } = await load('trace/question.ts');

let record = 0;
const step = (from, to, rounds, kind = 'transfer', more = {}) => ({
  lot: { maker: 'M', number: 'L' },
  from,
  to,
  rounds,
  on: '2017-01-01',
  kind,
  licence: '',
  package: '',
  corrected: 0,
  certain: true,
  late: false,
  after_find: false,
  gap: '',
  records: [++record],
  ...more
});
const node = (supply, name) => supply.nodes.find((one) => one.name === name);

test('a maker stands before those it delivered to, and each as far on as its longest way', () => {
  const supply = layOut([step('production', 'A', 100), step('A', 'B', 60), step('B', 'C', 20), step('A', 'C', 40)]);
  assert.deepEqual(
    ['production', 'A', 'B', 'C'].map((name) => node(supply, name).layer),
    [0, 1, 2, 3]
  );
});

test('rounds are widths: half as many are half as wide', () => {
  const supply = layOut([step('production', 'A', 1000), step('A', 'B', 1000), step('A', 'C', 500)]);
  const width = (to) => supply.links.find((link) => link.to.name === to).width;
  assert.equal(width('C') * 2, width('B'));
});

test('rounds that a correction took back are not drawn', () => {
  const [link] = layOut([step('A', 'B', 100, 'transfer', { corrected: 40 })]).links;
  assert.equal(link.rounds, 60);
});

test('a dispatch that was received is drawn once', () => {
  const sent = step('A', 'B', 100, 'dispatch');
  const received = step('A', 'B', 100, 'receive', { records: [++record, sent.records[0]] });
  assert.deepEqual(drawn([sent, received]), [received]);
  assert.deepEqual(drawn([sent]), [sent]);
});

test('a theft is a break of its own beside what was lawful, and so is a gap', () => {
  const supply = layOut([step('production', 'A', 100), step('A', 'B', 60), step('A', 'stolen', 40, 'theft'), step('A', 'C', 5, 'dispatch', { gap: 'not received' })]);
  assert.deepEqual(supply.links.filter((link) => link.broken).map((link) => link.to.name).sort(), ['C', 'stolen']);
  assert.equal(node(supply, 'stolen').broken, true);
  assert.equal(node(supply, 'B').broken, false);
});

test('rounds that go back and forth are laid out all the same', () => {
  const supply = layOut([step('production', 'A', 100), step('A', 'B', 60), step('B', 'A', 10, 'return')]);
  assert.equal(supply.links.length, 3);
  assert.ok(supply.links.every((link) => !link.path.includes('NaN')));
});

test('a lot that went to hundreds is drawn by its greatest links, and its breaks are never left out', () => {
  const steps = [step('production', 'A', 100000), step('A', 'stolen', 1, 'theft')];
  for (let dealer = 0; dealer < 300; dealer++) steps.push(step('A', `D${dealer}`, 10 + dealer));
  const supply = layOut(steps);
  assert.equal(supply.links.length + supply.left_out, 302);
  assert.ok(supply.left_out > 200);
  assert.ok(supply.links.some((link) => link.to.name === 'stolen'));
});

test('nodes of a layer do not lie on each other', () => {
  const supply = layOut([step('production', 'A', 100), ...['B', 'C', 'D'].map((name) => step('A', name, 30))]);
  const column = supply.nodes.filter((one) => one.layer === 2).sort((a, b) => a.y - b.y);
  for (let at = 1; at < column.length; at++) assert.ok(column[at - 1].y + column[at - 1].height < column[at].y);
});

test('rows of CSV come back as they were: quotes, commas, line ends inside a field', () => {
  const rows = [
    ['a', 'b', ''],
    ['say "no"', 'x,y', 'two\r\nlines'],
    ['ü', '', '1']
  ];
  assert.deepEqual(readCsv(writeCsv(rows)), rows);
  assert.deepEqual(readCsv('a,b\n1,2'), [
    ['a', 'b'],
    ['1', '2']
  ]);
});

test('a trace is asked only what was filled in, the head by its hours', () => {
  const question = structuredClone(EMPTY);
  assert.equal(hasMark(question), false);
  question.clock[0] = ' DC? ';
  question.clock[3] = '7.62X51 NATO';
  question.found_on = '2021-08-15';
  assert.deepEqual(membersOf(question), { found_on: '2021-08-15', clock: '12=DC? 3=7.62X51 3=NATO' });
  assert.equal(headText(question), 'DC? 7.62X51 NATO');
  assert.equal(hasMark(question), true);
  question.live = true;
  assert.equal(membersOf(question).live, 'yes');
});
