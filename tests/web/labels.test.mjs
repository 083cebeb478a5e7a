// Labels are shown as they are printed, and their barcodes read back what they were made of; a trace is had as a report.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { clean, go, launch, open, SCREENS, settled, tabTo } from './browser.mjs';
import { readBack } from './pictures.mjs';
import { serve } from './service.mjs';
import { firstSignIn, nameTheCase } from './sign_in.mjs';

const CODE = '(01)09521234000006(10)DCW17A001-001(21)000077';
const SSCC = '(00)095212340000000013';
let service, browser, page;
before(async () => {
  service = await serve();
  browser = await launch();
  page = await open(browser, service.address, { scale: 2 });
  await page.addInitScript(() => (globalThis.print = () => (globalThis.printed = (globalThis.printed ?? 0) + 1)));
  await firstSignIn(page, 'amara', await service.person('amara', 'registry_officer'));
});
after(async () => {
  await browser.close();
  await service.stop();
});

const label = () => page.getByAltText('The label as it is printed');
/** The picture as it stands on the page, when it is drawn for what the form says now. */
async function drawn() {
  await page.waitForTimeout(500);
  await settled(page);
  await page.waitForFunction(() => document.querySelector('figure img')?.naturalWidth > 0);
  return label().screenshot();
}
async function saved(button) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await download).path());
}

test('the label of a typed code is printed by keyboard alone', async () => {
  await go(page, 'marks');
  await tabTo(page, 'a[href="#/marks/labels"]');
  await page.keyboard.press('Enter');
  await page.getByLabel('Package code', { exact: true }).waitFor();
  await tabTo(page, '[name=code]');
  await page.keyboard.type(CODE);
  await label().waitFor();
  await drawn();
  await tabTo(page, 'button.main');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => globalThis.printed), 1);
  await clean(page, 'a label');
  await page.screenshot({ path: join(SCREENS, 'label.png') });
});

for (const [symbol, level] of [
  ['gs1_datamatrix', 'box'],
  ['gs1_128', 'case'],
  ['qr', 'pallet']
])
  test(`${symbol} on a ${level} reads back what was typed`, async () => {
    await go(page, 'marks/labels');
    await page.locator('[name=code]').fill(CODE);
    await page.locator('[name=level]').selectOption(level);
    await page.locator('[name=symbol]').selectOption(symbol);
    // Where bars would be too long for the paper, they stand in two lines.
    const read = (await readBack(await drawn())).map(({ text }) => text).sort().join('');
    assert.equal(read, symbol === 'qr' ? 'https://id.gs1.org/01/09521234000006/10/DCW17A001-001/21/000077' : CODE);
  });

test('a package on record leads to its label, which is saved as PDF and as SVG', async () => {
  await go(page, `register/packages/${encodeURIComponent(SSCC)}`);
  await page.getByRole('link', { name: 'Print its label' }).click();
  assert.equal(await page.locator('[name=package]').inputValue(), SSCC);
  await page.locator('[name=symbol]').selectOption('gs1_128');
  assert.equal((await readBack(await drawn()))[0].text, SSCC);
  assert.match((await saved('Save as PDF')).toString('latin1', 0, 5), /^%PDF-/);
  assert.match((await saved('Save as SVG')).toString('utf8', 0, 200), /<svg/);
});

test('labels of new packages of a lot are counted on, or it is said why they cannot be', async () => {
  await go(page, 'register/lots/DCW/DCW17A001-001');
  await page.getByRole('link', { name: 'Labels for new packages' }).click();
  assert.equal(await page.locator('[name=lot]').inputValue(), 'DCW17A001-001');
  await page.locator('[name=serial]').fill('000001');
  await page.locator('[name=count]').fill('3');
  await page.getByRole('alert').or(page.getByText('The first of 3 is shown')).first().waitFor();
});

test('a code with a wrong check digit is refused at its field, and nothing is drawn', async () => {
  await go(page, 'marks/labels');
  await page.getByLabel('a code', { exact: true }).check();
  await page.locator('[name=code]').fill('(01)09521234000005');
  assert.match(await page.getByRole('alert').innerText(), /Number \d+/);
  assert.equal(await label().count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Print', exact: true }).isDisabled(), true);
  await clean(page, 'a refused label');
});

test('a trace is had as a report in PDF', async () => {
  await go(page, 'trace');
  await page.getByLabel('At 12 o’clock').fill('DC? 17');
  await page.keyboard.press('Enter');
  await nameTheCase(page);
  await page.getByRole('heading', { name: 'Where it came from' }).waitFor();
  assert.match((await saved('Report as PDF')).toString('latin1', 0, 5), /^%PDF-/);
});

test('a dealer prints labels; an administrator has no such page', async () => {
  const dealer = await open(browser, service.address);
  await firstSignIn(dealer, 'dan', await service.person('dan', 'trader', 'DEALER-A'));
  await go(dealer, 'marks/labels');
  await dealer.locator('[name=code]').fill(CODE);
  await dealer.getByAltText('The label as it is printed').waitFor();
  await dealer.context().close();
  const adam = await open(browser, service.address);
  await firstSignIn(adam, 'adam', await service.person('adam', 'administrator'));
  await go(adam, 'marks/labels');
  await adam.getByText('There is no such page, or your account may not open it.').waitFor();
  await adam.context().close();
});
