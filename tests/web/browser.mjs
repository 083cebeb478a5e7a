// Debian's Chromium, as a person has it: what it may not do is noted, and axe reads each page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { ROOT } from './service.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Pictures of the page; `tools/web --screens` puts them where the README shows them. */
export const SCREENS = process.env.LOTLINE_SCREENS ?? join(ROOT, 'build/screens');

export const launch = () => chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });

/** A page of a browser of its own, in a language, a width and a theme. What went wrong in it stands in `page.faults`. */
export async function open(browser, address, { locale = 'en', width = 1280, height = 900, colorScheme = 'light', scale = 1 } = {}) {
  const look = { viewport: { width, height }, deviceScaleFactor: scale, locale, colorScheme, reducedMotion: 'reduce' };
  const context = await browser.newContext({ ...look, baseURL: address });
  const page = await context.newPage();
  page.faults = [];
  page.foreign = [];
  page.on('pageerror', (error) => page.faults.push(error.message));
  // A refusal is an answer; what the policy of the page forbids, and what breaks in it, is a fault.
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) page.faults.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== new URL(address).origin) page.foreign.push(request.url());
  });
  return page;
}

/** Goes to a part of the page and waits until nothing is awaited any more. */
export async function go(page, path) {
  await page.goto(`/#/${path}`);
  await settled(page);
}
export async function settled(page) {
  await page.waitForLoadState('domcontentloaded');
  await page.waitForFunction(() => document.querySelector('main h1, main h2, main form') && !document.querySelector('main .working'));
}

/** Nothing that axe finds, and nothing wider than the screen. */
export async function clean(page, where) {
  // Through the debugger: the policy of the page lets no script in that is not its own.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe });
  const ran = await session.send('Runtime.evaluate', {
    expression: `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then((found) => JSON.stringify(found.violations))`,
    awaitPromise: true,
    returnByValue: true
  });
  await session.detach();
  const violations = JSON.parse(ran.result.value).map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  assert.deepEqual(violations, [], where);
  const { content, screen } = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, screen: innerWidth }));
  assert.ok(content <= screen, `${where}: ${content} px wide on a screen of ${screen}`);
  assert.deepEqual(page.faults, [], where);
  assert.deepEqual(page.foreign, [], where);
}

/** Presses Tab until the focus is on what matches. */
export async function tabTo(page, selector, most = 80) {
  for (let pressed = 0; pressed < most; pressed++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${selector} is not reached with ${most} tabs`);
}
