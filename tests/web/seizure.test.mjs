// A whole seizure is traced: typed by keyboard, pasted, taken from a file; what explains it stands side by side.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { clean, go, launch, open, SCREENS, tabTo } from './browser.mjs';
import { serve } from './service.mjs';
import { firstSignIn, nameTheCase, signIn } from './sign_in.mjs';

const FILE =
  'headstamp,calibre,count,fired,year,found_on,found_in\n' +
  'DC? 17,7.62x51,40,yes,,2021-08-15,BR\n' +
  'DC 18,7.62x51,6,no,2018,2021-08-15,BR\n' +
  'XX 9,9x19,12,no,,2021-08-15,BR\n';
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

const take = (text, name = 'seizure.csv') =>
  page.locator('main input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const cell = (column, row) => page.getByLabel(`${column}, row ${row}`);
async function begin() {
  await go(page, 'trace/seizure');
  await page.getByRole('button', { name: 'Clear' }).click();
}
const answered = async () => {
  await nameTheCase(page);
  await page.getByRole('heading', { name: 'What explains it' }).waitFor();
};

test('a seizure is typed and traced by keyboard alone', async () => {
  await begin();
  await tabTo(page, '[aria-label="Headstamp, row 1"]');
  await page.keyboard.type('DC? 17');
  await page.keyboard.press('Tab');
  await page.keyboard.type('7.62x51');
  await tabTo(page, '[aria-label="How many alike, row 1"]');
  await page.keyboard.type('40');
  await tabTo(page, '[aria-label="Headstamp, row 2"]');
  await page.keyboard.type('XX 9');
  await tabTo(page, '[aria-label="How many alike, row 2"]');
  await page.keyboard.type('12');
  await page.keyboard.press('Enter');
  await answered();
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'What explains it');
});

test('a file fills the table; explanations stand side by side, none of those on record among them, and not knowing is said', async () => {
  await begin();
  await take(FILE);
  assert.equal(await cell('How many alike', 3).inputValue(), '12');
  assert.equal(await page.locator('[name=found_in]').inputValue(), 'BR');
  await page.getByText('3 rows, 58 rounds').first().waitFor();
  await page.getByRole('button', { name: 'Trace the seizure' }).click();
  await answered();
  const answer = page.locator('article');
  assert.match(await answer.innerText(), /It is not known where this came from/);
  const beside = answer.locator('.beside li');
  assert.match(await beside.first().innerText(), /CIVPOL-DEPOT/);
  assert.ok((await beside.filter({ hasText: 'None of those on record' }).count()) > 0);
  assert.match(await answer.innerText(), /None of those on record, in all[\s\S]*\d+%/);
  const rows = answer.getByRole('table', { name: 'Row by row' });
  assert.match(await rows.getByRole('row', { name: /XX 9/ }).innerText(), /12\s+no/);
  await answer.getByRole('button', { name: /Open record/ }).first().click();
  await page.getByRole('dialog').getByText('theft').first().waitFor();
  await page.keyboard.press('Escape');
  await clean(page, 'seizure');
  await page.setViewportSize({ width: 1280, height: 1500 });
  await answer.getByRole('heading', { name: 'What explains it' }).evaluate((heading) => heading.scrollIntoView());
  await page.screenshot({ path: join(SCREENS, 'seizure.png') });
  await page.setViewportSize({ width: 1280, height: 900 });
  const download = page.waitForEvent('download');
  await answer.getByRole('button', { name: 'Save as JSON' }).click();
  assert.match((await download).suggestedFilename(), /^seizure-\d+\.json$/);
  const report = page.waitForEvent('download');
  await answer.getByRole('button', { name: 'Report as PDF' }).click();
  assert.match((await report).suggestedFilename(), /^seizure-\d+\.pdf$/);
  assert.match(readFileSync(await (await report).path()).toString('latin1', 0, 5), /^%PDF-/);
});

test('what was typed, and the answer, outlive a reload', async () => {
  await page.reload();
  await cell('Headstamp', 2).waitFor();
  assert.equal(await cell('Headstamp', 2).inputValue(), 'DC 18');
  await answered();
});

test('cells of a spreadsheet are pasted where the focus is', async () => {
  await begin();
  await cell('Headstamp', 1).evaluate((input) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'DC? 17\t7.62x51\nCBC\t.38 SPL\n');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  assert.equal(await cell('Calibre', 2).inputValue(), '.38 SPL');
  assert.equal(await cell('Headstamp', 3).inputValue(), '');
  await page.getByRole('button', { name: 'Leave out row 1' }).click();
  assert.equal(await cell('Headstamp', 1).inputValue(), 'CBC');
});

test('a wrong column is named, and a wrong count is told in its row', async () => {
  await begin();
  await take('headstamp,count,weight\nDC,1,2\n');
  assert.match(await page.getByRole('alert').innerText(), /Nothing was taken: a seizure has no column weight/);
  await take('headstamp,count\nDC? 17,40\nCBC,some\n');
  await page.getByRole('button', { name: 'Trace the seizure' }).click();
  assert.match(await page.getByRole('alert').innerText(), /Number \d+/);
  assert.equal(await cell('How many alike', 2).getAttribute('aria-invalid'), 'true');
  assert.equal(await cell('How many alike', 1).getAttribute('aria-invalid'), null);
  await clean(page, 'a wrong count');
});

test('an investigator of one organisation is asked for the case, and without a second factor is led to set one up', async () => {
  const other = await open(browser, service.address);
  await firstSignIn(other, 'ines', await service.person('ines', 'investigator', 'CIVPOL'));
  await go(other, 'trace/seizure');
  await other.getByLabel('Headstamp, row 1').fill('DC? 17');
  await other.getByLabel('How many alike, row 1').fill('3');
  await other.keyboard.press('Enter');
  const which = other.getByRole('dialog', { name: 'For which case?' });
  await which.getByLabel('Case number').fill('CASE-2021-7');
  await other.keyboard.press('Enter');
  await other.getByRole('alert').getByRole('link', { name: 'Set up a second factor' }).click();
  await other.getByRole('heading', { name: 'Second factor' }).waitFor();
  await go(other, 'trace/seizure');
  assert.equal(await other.getByLabel('Headstamp, row 1').inputValue(), 'DC? 17');
  await other.context().close();
});
