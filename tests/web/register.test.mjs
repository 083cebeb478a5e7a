// The register in the browser: lists, cards, records beside their corrections, files taken in and mended, acts written.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { clean, go, launch, open, SCREENS, settled } from './browser.mjs';
import { serve } from './service.mjs';
import { firstSignIn } from './sign_in.mjs';

let service, browser, page;
before(async () => {
  service = await serve();
  browser = await launch();
  page = await open(browser, service.address);
  await firstSignIn(page, 'amara', await service.person('amara', 'registry_officer'));
});
after(async () => {
  await browser.close();
  await service.stop();
});

test('a list of lots is narrowed, and leads to a lot whose two sides are the same', async () => {
  await go(page, 'register/lots');
  await page.getByRole('cell', { name: 'DCW18A003-001' }).waitFor();
  await page.getByLabel('Lot number').fill('DCW17A');
  await page.keyboard.press('Enter');
  await page.getByRole('cell', { name: 'DCW18A003-001' }).waitFor({ state: 'detached' });
  assert.match(page.url(), /number=DCW17A/);
  await page.getByRole('link', { name: 'DCW17A001-001' }).click();
  await page.getByText('20,000 made').waitFor();
  assert.match((await page.locator('.balance').innerText()).replace(/\s+/g, ' '), /20,000 made = 15,900 held \+ 3,500 used up \+ 600 stolen/);
  await page.screenshot({ path: join(SCREENS, 'lot.png') });
});

test('a holder’s stock, and the same as of another day', async () => {
  await go(page, 'register/holders/CIVPOL-DEPOT');
  await page.getByRole('row', { name: /DCW18A003-001.*20,000/ }).waitFor();
  await page.getByText('As of another day').click();
  await page.getByLabel('Only what had happened by').fill('2017-12-31');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('row', { name: /DCW18A003-001/ }).waitFor({ state: 'detached' });
  assert.match(page.url(), /as_of=2017-12-31/);
});

test('a package is reached from the list, with its contents', async () => {
  await go(page, 'register/packages');
  await page.getByRole('link', { name: '(00)095212340000000037' }).click();
  await page.getByRole('row', { name: /DCW17A001-001/ }).first().waitFor();
});

test('movements of a holder open their records', async () => {
  await go(page, 'register/movements?holder=CIVPOL-4');
  const row = page.getByRole('row', { name: /issue/ }).first();
  await row.getByRole('button', { name: /Open record/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('What it moved').waitFor();
  await clean(page, 'record');
  await page.keyboard.press('Escape');
});

test('an act is written by its form, refused by its field, mended, and corrected beside what it corrects', async () => {
  await go(page, 'register/write/movements');
  const fill = async (fields) => {
    for (const [name, text] of Object.entries(fields)) await page.locator(`main [name=${name}]`).fill(text);
  };
  await fill({ act: 'transfer', from: 'WHOLESALE', from_place: 'STORE', to: 'DEALER-A', to_place: 'SHOP', maker: 'DCW', lot: 'DCW17B002-001', rounds: '9999999', on: '2018-06-01' });
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  assert.match(await page.getByRole('alert').innerText(), /Number \d+/);
  // What is begun is still there after a reload.
  await page.reload();
  await settled(page);
  assert.equal(await page.locator('main [name=rounds]').inputValue(), '9999999');
  await fill({ rounds: '100' });
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByText('Recorded:').waitFor();
  const number = await page.locator('main .note button').first().innerText();
  assert.equal(await page.locator('main [name=rounds]').inputValue(), '');

  await go(page, 'register/write/correct');
  await page.locator('main [name=movement]').fill(number);
  await page.locator('main [name=note]').fill('entered twice (simulated)');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByText('Recorded:').waitFor();
  await page.locator('main .note button').first().click();
  const sheet = page.getByRole('dialog');
  await sheet.getByText('This corrects').waitFor();
  await sheet.getByRole('table', { name: `Record ${number}` }).waitFor();
  await page.keyboard.press('Escape');
});

test('a file with a bad row is taken in; the row is mended on the page and sent again', async () => {
  await go(page, 'register/import');
  const parties =
    'issuer,ref,code,kind,name,country,parent,headstamp_codes,number,address,on,basis\r\n' +
    'WEB,web-1,SHOP-1,dealer,First shop (simulated),BR,,,,,2019-01-01,simulated\r\n' +
    'WEB,web-2,SHOP-2,dealer,Second shop (simulated),ZZ,,,,,2019-01-01,simulated\r\n';
  await page.locator('input[type=file]').setInputFiles({ name: 'parties.csv', mimeType: 'text/csv', buffer: Buffer.from(parties) });
  const job = page.getByRole('region', { name: 'parties.csv', exact: true });
  await job.getByText('1 recorded, 0 there before, 1 refused').waitFor();
  await job.getByRole('button', { name: 'Mend the refused rows here' }).click();
  await job.getByLabel('country, row 1').fill('BR');
  await clean(page, 'refused rows');
  await page.screenshot({ path: join(SCREENS, 'import.png') });
  await job.getByRole('button', { name: 'Send 1 row again' }).click();
  await page.getByRole('region', { name: 'parties.mended.csv' }).getByText('1 recorded, 0 there before, 0 refused').waitFor();
  await go(page, 'register/holders/SHOP-2');
  await page.getByRole('heading', { name: /Second shop/ }).waitFor();
});

const partyRow = (ref, code, country) =>
  'issuer,ref,code,kind,name,country,parent,headstamp_codes,number,address,on,basis\r\n' +
  `WEB,${ref},${code},dealer,${code} (simulated),${country},,,,,2019-01-01,simulated\r\n`;
const csv = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('several files are taken in all or not at all, in the order that is chosen', async () => {
  await go(page, 'register/import');
  await page.getByLabel('All or nothing').check();
  const files = page.locator('input[type=file]');
  await files.setInputFiles([csv('of-shop-3.csv', partyRow('web-4', 'SHOP-4', 'ZZ')), csv('shop-3.csv', partyRow('web-3', 'SHOP-3', 'BR'))]);
  const waiting = page.getByRole('region', { name: 'Taken in as one, in this order' });
  await waiting.getByRole('button', { name: 'shop-3.csv: earlier', exact: true }).click();
  assert.deepEqual(await waiting.locator('bdi').allInnerTexts(), ['shop-3.csv', 'of-shop-3.csv']);
  await clean(page, 'files as one');
  await waiting.getByRole('button', { name: 'Take 2 files in as one' }).click();
  const job = page.getByRole('region', { name: 'shop-3.csv', exact: true });
  await job.getByText('Nothing was recorded: 1 row was refused.').waitFor();
  await job.getByText(/^of-shop-3.csv:2 .*1007 unknown_word/).waitFor();
  await go(page, 'register/holders/SHOP-3');
  await page.getByText('Number 1201, unknown_party').waitFor();

  await go(page, 'register/import');
  await page.getByLabel('All or nothing').check();
  await files.setInputFiles([csv('shop-3.csv', partyRow('web-3', 'SHOP-3', 'BR')), csv('shop-4.csv', partyRow('web-4', 'SHOP-4', 'BR')), csv('bad.csv', partyRow('web-5', 'SHOP-5', 'ZZ'))]);
  await waiting.getByRole('button', { name: 'Leave out bad.csv' }).click();
  await waiting.getByRole('button', { name: 'Take 2 files in as one' }).click();
  await page.getByText('2 recorded, 0 there before, 0 refused').waitFor();
  await go(page, 'register/holders/SHOP-4');
  await page.getByRole('heading', { name: /SHOP-4/ }).waitFor();
});

test('an import whose further files never came is given up', async () => {
  await go(page, 'register/import');
  await page.getByLabel('All or nothing').check();
  await page.locator('input[type=file]').setInputFiles([csv('first.csv', partyRow('web-6', 'SHOP-6', 'BR')), csv('second.csv', partyRow('web-7', 'SHOP-7', 'BR'))]);
  await page.route('**/api/v1/imports/*/files**', (route) => route.abort());
  await page.route('**/api/v1/imports/*', (route) => (route.request().method() === 'DELETE' ? route.abort() : route.continue()));
  await page.getByRole('button', { name: 'Take 2 files in as one' }).click();
  await page.getByRole('alert').first().waitFor();
  await page.unroute('**/api/v1/imports/*/files**');
  await page.unroute('**/api/v1/imports/*');
  await page.reload();
  const job = page.getByRole('region', { name: 'first.csv' });
  await job.getByText('waiting for further files').waitFor();
  await job.getByRole('button', { name: 'Give up' }).click();
  await job.waitFor({ state: 'detached' });
});

test('a document of EPCIS is taken in like a file', async () => {
  await go(page, 'register/import');
  const document = { '@context': 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-01-01T00:00:00Z' };
  await page.locator('input[type=file]').setInputFiles({ name: 'life.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(document)) });
  const job = page.getByRole('region', { name: 'life.json' });
  await job.getByText(/epcisBody/).waitFor();
});

test('a report is shown as tables, and a lot mark is read', async () => {
  await go(page, 'reports/tracing');
  await page.getByRole('table', { name: 'shares' }).waitFor();
  await go(page, 'marks');
  await page.getByLabel('What is read').fill('DCW17A001-001');
  await page.getByRole('heading', { name: 'As a lot mark' }).waitFor();
  assert.match(await page.locator('main').innerText(), /2017/);
});
