// Parts of the page that are pure: the layout of a line of supply, rows of CSV, what a trace is asked, the size of a picture.
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
const { readCsv, separatorOf, writeCsv } = await load('register/csv.ts');
const { cellsOf, EMPTY_ROW, rowAtFault, takeRows } = await load('trace/seizure.ts');
const { sizeOf } = await load('barcode/picture_size.ts');
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

test('rows of a seizure are taken by the names of a file, or as they stand in a spreadsheet', () => {
  const copied = 'DC? 17\t7.62x51\t\t\t\t\t40\tyes\n\tAny\t\t\t1987\t\t6\tno';
  assert.equal(separatorOf(copied), '\t');
  const spreadsheet = takeRows(readCsv(copied, '\t'));
  assert.deepEqual(spreadsheet.rows, [
    { ...EMPTY_ROW, headstamp: 'DC? 17', calibre: '7.62x51', count: '40', fired: 'yes' },
    { ...EMPTY_ROW, calibre: 'Any', year: '1987', count: '6' }
  ]);
  const file = takeRows(readCsv('Count,headstamp,found_on,found_in,basis\n40,DC? 17,2021-08-15,BR,report 7\n,,,,\n2,CBC,2021-08-15,,'));
  assert.deepEqual(file.rows.map(({ headstamp, count }) => [headstamp, count]), [['DC? 17', '40'], ['CBC', '2']]);
  assert.deepEqual([file.found_on, file.found_in], ['2021-08-15', 'BR']);
  assert.deepEqual(takeRows(readCsv('9x19,12'), 'calibre').rows, [{ ...EMPTY_ROW, calibre: '9x19', colours: '12' }]);
  assert.deepEqual(readCsv(writeCsv(cellsOf(file.rows)))[1], ['DC? 17', '', '', '', '', '', '40', '']);
});

test('a file with another column, or rows of two finds, gives no row', () => {
  const strange = takeRows(readCsv('headstamp,count,weight\nDC,1,2'));
  assert.deepEqual([strange.rows, strange.unknown], [[], ['weight']]);
  const two = takeRows(readCsv('headstamp,count,found_in\nDC,1,BR\nDC,2,UY'));
  assert.deepEqual([two.rows, two.unlike], [[], ['found_in']]);
});

test('a refusal of a seizure tells its row', () => {
  assert.equal(rowAtFault('the file:3: 0 is no count'), 1);
  assert.equal(rowAtFault('no rows'), -1);
});

test('the size of a picture is read from its first bytes, and from nothing else', () => {
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 2, 0, 0, 3, 4, 8, 2, 0, 0, 0, 0]);
  assert.deepEqual(sizeOf(png), { width: 258, height: 772 });
  const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xff, 0xc4, 0, 4, 0, 0, 0xff, 0xc2, 0, 17, 8, 2, 0, 1, 0, 3, 1, 0x22, 0, 2, 0x11, 0]);
  assert.deepEqual(sizeOf(jpeg), { width: 256, height: 512 });
  const webp = (kind, rest) => Uint8Array.from([...Buffer.from('RIFF\0\0\0\0WEBP'), ...Buffer.from(kind), ...rest, ...Array(12).fill(0)]);
  assert.deepEqual(sizeOf(webp('VP8X', [10, 0, 0, 0, 0, 0, 0, 0, 0xff, 1, 0, 0x7f, 2, 0])), { width: 512, height: 640 });
  assert.deepEqual(sizeOf(webp('VP8L', [0, 0, 0, 0, 0x2f, 0x63, 0x40, 0x0c, 0])), { width: 100, height: 50 });
  assert.deepEqual(sizeOf(webp('VP8 ', [0, 0, 0, 0, 0, 0, 0, 0x9d, 1, 0x2a, 100, 0, 50, 0])), { width: 100, height: 50 });
  assert.equal(sizeOf(new TextEncoder().encode('these are words and not a picture')), null);
  assert.equal(sizeOf(jpeg.slice(0, 16)), null);
  assert.equal(sizeOf(Uint8Array.from([0xff, 0xd8, ...Array(40).fill(0)])), null);
});
