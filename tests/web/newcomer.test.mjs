// A person who has never seen the page traces a cartridge from the printed address: at most 25 keystrokes and clicks, with
// the mouse and by keyboard alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clean, go, launch, open, tabTo } from './browser.mjs';
import { serve } from './service.mjs';

const MOST = 25;
let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Counts every key and every button of the mouse that the page hears of. */
async function counted(page) {
  await page.addInitScript(() => {
    globalThis.made = 0;
    addEventListener('keydown', () => globalThis.made++, true);
    addEventListener('pointerdown', () => globalThis.made++, true);
  });
  return () => page.evaluate(() => globalThis.made);
}

async function walk(trace) {
  const service = await serve({ demonstration: true });
  try {
    const page = await open(browser, service.address);
    const made = await counted(page);
    await page.goto(service.link);
    await page.getByLabel('At 12 o’clock').waitFor();
    await trace(page);
    await page.getByRole('dialog', { name: 'For which case?' }).waitFor();
    await page.keyboard.type('A1');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Where it came from' }).waitFor();
    assert.match(await page.locator('article').innerText(), /points to lot DCW17/);
    assert.match(await page.locator('body').innerText(), /SIMULATED/i);
    assert.ok((await made()) <= MOST, `${await made()} keystrokes and clicks`);
    await clean(page, 'the answer');
    await page.context().close();
  } finally {
    await service.stop();
  }
}

test('with the mouse', () =>
  walk(async (page) => {
    await page.getByLabel('At 12 o’clock').click();
    await page.keyboard.type('DC? 17');
    await page.getByLabel('Calibre').click();
    await page.keyboard.type('7.62x51');
    await page.getByRole('button', { name: 'Trace', exact: true }).click();
  }));

test('by keyboard alone', () =>
  walk(async (page) => {
    await tabTo(page, '[aria-label="At 12 o’clock"]', 5);
    await page.keyboard.type('DC? 17');
    await page.keyboard.press('Enter');
  }));

test('all of the page but scans in three dimensions is less than 300 kB of script, and the first look less still', async () => {
  const service = await serve({ demonstration: true });
  try {
    const page = await open(browser, service.address);
    await page.goto(service.link);
    await page.getByLabel('At 12 o’clock').waitFor();
    const kilobytes = () =>
      page.evaluate(() => {
        const scripts = performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname.endsWith('.js'));
        return scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) / 1e3;
      });
    const first = await kilobytes();
    assert.ok(first > 20 && first < 150, `${first} kB at first`);
    for (const path of ['trace/seizure', 'register', 'marks', 'marks/labels', 'reports', 'overview', 'overview/alerts', 'account']) await go(page, path);
    const all = await kilobytes();
    assert.ok(all < 300, `${all} kB`);
    await page.context().close();
  } finally {
    await service.stop();
  }
});

test('the printed address signs in once', async () => {
  const service = await serve({ demonstration: true });
  try {
    const first = await open(browser, service.address);
    await first.goto(service.link);
    await first.getByLabel('At 12 o’clock').waitFor();
    assert.doesNotMatch(first.url(), /code=/, 'the code does not stay in the address');
    const second = await open(browser, service.address);
    await second.goto(service.link);
    await second.locator('form [name=password]').waitFor();
    await first.context().close();
    await second.context().close();
  } finally {
    await service.stop();
  }
});
