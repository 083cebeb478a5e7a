// Fired cases in the browser: files are dropped and enrolled, two scans stand side by side and are compared, the gallery is
// searched; by keyboard, and by those who may.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { clean, go, launch, open, SCREENS, settled, tabTo } from './browser.mjs';
import { FIRED_CASES, ROOT, serve } from './service.mjs';
import { firstSignIn, signIn } from './sign_in.mjs';

let service, browser, page;
before(async () => {
  service = await serve({ scans: 2 });
  browser = await launch();
  page = await open(browser, service.address);
  await firstSignIn(page, 'edith', await service.person('edith', 'examiner', 'CIVPOL'));
});
after(async () => {
  await browser.close();
  await service.stop();
});

test('two scans are picked by keyboard, stand side by side, move together, and are compared with the cells that agree', async () => {
  await go(page, 'ballistics');
  await page.getByRole('checkbox').nth(1).waitFor();
  await tabTo(page, '[type=checkbox]');
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await tabTo(page, '[type=checkbox]');
  await page.keyboard.press('Space');
  await page.getByText('2 picked').waitFor();
  await page.getByRole('button', { name: 'Compare the two' }).press('Enter');
  await page.getByRole('img', { name: /Shaded picture/ }).nth(1).waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('.pair img')].filter((image) => image.complete && image.naturalWidth).length === 2);

  await tabTo(page, '[type=range]');
  for (let press = 0; press < 4; press++) await page.keyboard.press('ArrowRight');
  const frames = page.locator('.pair [tabindex="0"]');
  await frames.first().evaluate((frame) => frame.scrollTo(90, 60));
  await page.waitForFunction(() => {
    const other = document.querySelectorAll('.pair [tabindex="0"]')[1];
    return Math.abs(other.scrollLeft - 90) < 2 && Math.abs(other.scrollTop - 60) < 2;
  });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'What comparing gives' }).waitFor();
  const result = page.locator('section', { has: page.getByRole('heading', { name: 'What comparing gives' }) });
  const cells = /(\d+) of (\d+)/.exec(await result.innerText());
  assert.ok(Number(cells[1]) > 5, `cells that agree: ${cells[0]}`);
  const laid = page.getByAltText('Both as they lie on each other, with the cells that agree');
  await page.waitForFunction((image) => image.complete && image.naturalWidth > 0, await laid.elementHandle());
  assert.match(await result.innerText(), /no conclusion; an examiner concludes/);
  await clean(page, 'compare');
  await page.setViewportSize({ width: 960, height: 760 });
  await result.evaluate((section) => section.scrollIntoView());
  await page.screenshot({ path: join(SCREENS, 'compare.png') });
  await page.setViewportSize({ width: 1280, height: 900 });
});

test('a laboratory keeps its calibrator and compares by it; none gives the score alone', async () => {
  const shipped = JSON.parse(readFileSync(join(ROOT, 'data/calibrators/breech_face.json'), 'utf8'));
  const own = { ...shipped, name: 'Laboratory 1 (simulated)' };
  await go(page, 'ballistics/calibrators');
  await page.getByRole('row', { name: /shipped/ }).waitFor();
  await page.locator('main input[type=file]').setInputFiles({ name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(own)) });
  await page.getByRole('row', { name: /Laboratory 1/ }).waitFor();
  await clean(page, 'calibrators');
  await page.locator('main input[type=file]').setInputFiles({ name: 'torn.json', mimeType: 'application/json', buffer: Buffer.from('{"format":"another"}') });
  await page.getByRole('alert').getByText('this is no calibrator file').waitFor();

  await go(page, 'ballistics');
  const [a, b] = await page.locator('tbody a').allInnerTexts();
  await page.goto(`/#/ballistics/compare?a=${a}&b=${b}`);
  await page.getByLabel('Calibrator').selectOption({ label: 'Laboratory 1 (simulated) (breech face)' });
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const result = page.getByRole('region', { name: 'What comparing gives' });
  await result.getByText('Laboratory 1 (simulated)').waitFor();
  await page.getByLabel('Calibrator').selectOption('none');
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await result.getByText('Laboratory 1 (simulated)').waitFor({ state: 'detached' });
  assert.doesNotMatch(await result.innerText(), /likelihood ratio -?\d/);
  await go(page, `ballistics/scans/${a}`);
  assert.equal(await page.getByLabel('Calibrator').inputValue(), 'none', 'the choice goes on to the next page');
  await page.getByLabel('Calibrator').selectOption('');
});

test('files are enrolled: a good one, one that is there already, and one that is no scan, with its reason', async () => {
  await go(page, 'ballistics/enrol');
  const torn = join(service.folder, 'torn.x3p');
  writeFileSync(torn, 'this is no scan');
  const files = page.locator('main input[type=file]');
  await files.setInputFiles(service.cases[2]);
  await page.getByText('Say first of what the scans are').waitFor();
  await tabTo(page, '[name=number]');
  await page.keyboard.type(FIRED_CASES);
  await files.setInputFiles([service.cases[2], service.cases[0], torn]);
  await page.getByText('3 of 3 done, one refused.').waitFor();
  const line = (name) => page.getByRole('listitem').filter({ hasText: name });
  assert.match(await line('gun0001-0.x3p').innerText(), /enrolled/);
  assert.match(await line('gun0000-0.x3p').innerText(), /on record already/);
  assert.match(await line('torn.x3p').innerText(), /refused[\s\S]*\d{4} \w+/);
  assert.doesNotMatch(await line('torn.x3p').innerText(), /\/tmp|uploads/);
  await clean(page, 'enrolled');
  await page.screenshot({ path: join(SCREENS, 'enrol.png') });
  await line('gun0001-0.x3p').getByRole('link').click();
  await page.getByRole('heading', { name: /Scan \d+/ }).waitFor();
});

test('enrolling goes on while another part is open, and a list tells the fields of each file', async () => {
  await go(page, 'ballistics/enrol');
  await page.locator('[name=number]').fill('');
  const list = { name: 'scans.csv', mimeType: 'text/csv', buffer: Buffer.from(`file,exhibit,mark,batch\r\ngun0001-1.x3p,${FIRED_CASES},breech_face,web\r\n`) };
  const scan = { name: 'gun0001-1.x3p', mimeType: 'application/octet-stream', buffer: readFileSync(service.cases[3]) };
  let let_go;
  const held = new Promise((resolve) => (let_go = resolve));
  await page.route('**/api/v1/scans?**', async (route) => {
    await held;
    await route.continue();
  });
  await page.locator('main input[type=file]').setInputFiles([list, scan]);
  await page.getByText('You may go to other parts').waitFor();
  await page.locator('header nav').getByRole('link', { name: 'Marks' }).click();
  await page.getByLabel('What is read').waitFor();
  let_go();
  await page.locator('header nav').getByRole('link', { name: 'Ballistics' }).click();
  await page.getByRole('link', { name: 'Enrol' }).click();
  await page.getByRole('listitem').filter({ hasText: 'gun0001-1.x3p' }).getByText('enrolled').waitFor();
  await page.unroute('**/api/v1/scans?**');
});

test('the gallery is searched, and the list says what it is', async () => {
  await go(page, 'ballistics');
  await page.getByRole('cell', { name: 'gun0000-0.x3p' }).waitFor();
  await page.getByRole('row', { name: /gun0000-0/ }).getByRole('link').click();
  await page.getByRole('button', { name: 'Search the gallery' }).click();
  await page.getByRole('heading', { name: 'What the search found' }).waitFor();
  assert.match(await page.locator('main').innerText(), /no conclusion; an examiner concludes/);
  await clean(page, 'search');
});

test('an investigator sees scans and may not enrol; a dealer sees none', async () => {
  const ines = await open(browser, service.address);
  await firstSignIn(ines, 'ines', await service.person('ines', 'investigator', 'CIVPOL'));
  await go(ines, 'ballistics');
  assert.equal(await ines.getByRole('link', { name: 'Enrol' }).count(), 0);
  await go(ines, 'ballistics/enrol');
  assert.equal(await ines.locator('main input[type=file]').count(), 0);
  await ines.context().close();
  const dealer = await open(browser, service.address);
  await firstSignIn(dealer, 'dan', await service.person('dan', 'trader', 'DEALER-A'));
  await go(dealer, 'ballistics');
  await dealer.getByText('There is no such page, or your account may not open it.').waitFor();
  await dealer.context().close();
});

test('on a phone, in the dark, and from right to left', async () => {
  for (const how of [
    { width: 390, height: 844, colorScheme: 'dark' },
    { locale: 'ar', width: 390 }
  ]) {
    const narrow = await open(browser, service.address, how);
    await signIn(narrow, 'edith');
    await go(narrow, 'ballistics/enrol');
    await clean(narrow, 'enrol');
    await go(narrow, 'ballistics');
    await narrow.getByRole('checkbox').first().waitFor();
    await clean(narrow, 'scans');
    const [a, b] = await narrow.locator('tbody a').allInnerTexts();
    await narrow.goto(`/#/ballistics/compare?a=${a}&b=${b}`);
    await settled(narrow);
    await clean(narrow, 'compare');
    await narrow.context().close();
  }
});
