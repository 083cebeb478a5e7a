// What waits for a person, what happened, and the way from each alert to what it is about.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { clean, go, launch, open, SCREENS, tabTo } from './browser.mjs';
import { FIRED_CASES, serve } from './service.mjs';
import { firstSignIn, nameTheCase, signIn } from './sign_in.mjs';

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

const section = (title) => page.locator('section', { has: page.getByRole('heading', { name: title }) });

test('the newest alerts stand on the overview, and lead to the record, the lot and the trace of a find', async () => {
  await go(page, 'overview');
  const alerts = section('Alerts');
  await alerts.getByText('REPORT-2019-44').waitFor();
  const theft = alerts.getByRole('listitem').filter({ hasText: 'Theft' });
  assert.match(await theft.innerText(), /600 rounds[\s\S]*DCW17A001-001[\s\S]*CIVPOL-DEPOT/);
  const find = alerts.getByRole('listitem').filter({ hasText: 'fired cases' });
  assert.match(await find.innerText(), /Found 3 fired cases, DC\? 17[\s\S]*Demonstration City, Brazil[\s\S]*case CASE-2021-7/);
  await clean(page, 'overview');
  await page.screenshot({ path: join(SCREENS, 'overview.png') });
  await find.getByRole('button', { name: `Open record ${FIRED_CASES}` }).click();
  await page.getByRole('dialog', { name: `Record ${FIRED_CASES}` }).waitFor();
  await page.keyboard.press('Escape');
  await find.getByRole('link', { name: 'Trace it' }).press('Enter');
  assert.equal(await page.getByLabel('Number of the exhibit').inputValue(), FIRED_CASES);
  await page.getByRole('button', { name: 'Trace', exact: true }).click();
  await nameTheCase(page);
  await page.getByRole('heading', { name: 'Where it came from' }).waitFor();
});

test('an alert comes to the top by itself', async () => {
  await go(page, 'overview');
  await section('Alerts').getByText('REPORT-2019-44').waitFor();
  const other = await open(browser, service.address);
  await signIn(other, 'amara');
  await go(other, 'register/write/losses');
  const theft = { kind: 'theft', holder: 'CIVPOL-DEPOT', place: 'VAULT', maker: 'DCW', lot: 'DCW18A003-001', rounds: '25', report: 'REPORT-2022-9', on: '2022-02-03' };
  for (const [name, text] of Object.entries({ ...theft, stage: 'post_transfer', modality: 'D01', stock: 'national_stockpile' }))
    await other.locator(`main [name=${name}]`).fill(text);
  await other.getByRole('button', { name: 'Record', exact: true }).click();
  await other.getByText('Recorded:').waitFor();
  await other.context().close();
  // A theft is two records: the movement and, above it, the diversion.
  await section('Alerts').getByRole('listitem').nth(1).getByText('25 rounds').waitFor();
  await page.getByText(/new alert/).waitFor({ state: 'attached' });
});

test('all alerts, and what reports raise', async () => {
  await go(page, 'overview');
  await tabTo(page, '.alerts a[href="#/overview/alerts"]');
  await page.keyboard.press('Enter');
  await section('What reports raise').getByText('meet the rule').first().waitFor();
  assert.equal(await page.getByRole('link', { name: 'Depots' }).count(), 1);
  await clean(page, 'alerts');
});

test('a licence that was prepared comes to whoever approves, and is decided on from there', async () => {
  const approver = await open(browser, service.address);
  await firstSignIn(approver, 'paula', await service.person('paula', 'licensing_approver'));
  await go(approver, 'overview');
  await approver.getByText('Nothing waits.').waitFor();

  const officer = await open(browser, service.address);
  await firstSignIn(officer, 'otto', await service.person('otto', 'licensing_officer'));
  await go(officer, 'register/write/licences');
  const licence = { number: 'TRADE-77', kind: 'trade', holder: 'DEALER-A', issued_on: '2022-01-01', expires_on: '2032-12-31', description: 'Pistol cartridges' };
  for (const [name, text] of Object.entries(licence)) await officer.locator(`main [name=${name}]`).fill(text);
  await officer.getByRole('button', { name: 'Record', exact: true }).click();
  await officer.getByText('Recorded:').waitFor();
  await officer.getByRole('button', { name: /Open record/ }).click();
  const sheet = officer.getByRole('dialog');
  await sheet.getByText('awaited', { exact: true }).waitFor();
  await officer.keyboard.press('Escape');
  await go(officer, 'overview');
  await officer.getByText('Nothing waits.').waitFor();
  assert.equal(await officer.getByText('TRADE-77').count(), 0);
  await officer.context().close();

  // By itself: its overview stood open all along.
  const waits = approver.getByRole('listitem').filter({ hasText: 'TRADE-77' });
  await waits.waitFor();
  await approver.getByText('One licence to decide on').waitFor({ state: 'attached' });
  assert.match(await waits.innerText(), /Licence to decide on:[\s\S]*TRADE-77, trade, DEALER-A[\s\S]*prepared by otto/);
  await clean(approver, 'overview with a licence to decide on');
  await waits.getByRole('button', { name: 'Decide on licence TRADE-77' }).click();
  assert.equal(await approver.locator('main [name=licence]').inputValue(), 'TRADE-77');
  await approver.locator('main [name=decision]').fill('approved');
  await approver.locator('main [name=basis]').fill('Decision 7/2022');
  await approver.getByRole('button', { name: 'Record', exact: true }).click();
  await approver.getByText('Recorded:').waitFor();
  await go(approver, 'overview');
  await approver.getByText('Nothing waits.').waitFor();
  await approver.context().close();
});

test('a request that is overdue waits, and is traced from there', async () => {
  await go(page, 'register/write/trace_request');
  for (const [name, text] of Object.entries({ direction: 'incoming', state: 'UY', reference: 'UY-7', deadline: '2022-01-31', headstamp: 'DC? 17', on: '2022-01-03' }))
    await page.locator(`main [name=${name}]`).fill(text);
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByText('Recorded:').waitFor();
  await go(page, 'overview');
  const waiting = section('Waiting for you');
  const request = waiting.getByRole('listitem').filter({ hasText: 'UY-7' });
  assert.match(await request.innerText(), /Request from another State, Uruguay[\s\S]*overdue by \d/);
  await request.getByRole('link', { name: 'Trace it' }).click();
  await page.getByRole('button', { name: 'Trace', exact: true }).click();
  await nameTheCase(page);
  await page.getByRole('heading', { name: 'Where it came from' }).waitFor();
  await go(page, 'overview');
  const last = section('Last traces').getByRole('listitem').first();
  assert.match(await last.innerText(), /points to lot|lots fit|several/);
});

test('what was begun waits, and goes when it is done', async () => {
  await go(page, 'trace/seizure');
  await page.getByLabel('Headstamp, row 1').fill('DC? 17');
  await page.getByLabel('How many alike, row 1').fill('5');
  await go(page, 'overview');
  await section('Waiting for you').getByRole('link', { name: /Begun and not traced: A whole seizure/ }).click();
  await page.getByRole('button', { name: 'Trace the seizure' }).click();
  await page.getByRole('heading', { name: 'What explains it' }).waitFor();
  await go(page, 'overview');
  assert.equal(await section('Waiting for you').getByText('Begun and not traced').count(), 0);
  await section('Last traces').getByRole('button', { name: 'DC? 17' }).first().click();
  await page.getByRole('heading', { name: 'What explains it' }).waitFor();
});

test('a dealer’s overview has what is its own, and no report', async () => {
  const dealer = await open(browser, service.address);
  await firstSignIn(dealer, 'dan', await service.person('dan', 'trader', 'DEALER-A'));
  await go(dealer, 'overview');
  await dealer.getByText('No alert is on record.').waitFor();
  assert.doesNotMatch(await dealer.locator('main').innerText(), /CIVPOL|CASE-2021/);
  await go(dealer, 'overview/alerts');
  assert.equal(await dealer.getByRole('heading', { name: 'What reports raise' }).count(), 0);
  await clean(dealer, 'a dealer’s alerts');
  await dealer.context().close();
});
