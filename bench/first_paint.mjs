#!/usr/bin/env node
// How soon a browser that has never seen the page shows it, and may be typed into: node bench/first_paint.mjs
// The demonstration's register, from this machine; each run in a browser of its own, so that nothing is remembered.
// Needs what `./check --whole` installs and builds.
import { launch, open } from '../tests/web/browser.mjs';
import { serve } from '../tests/web/service.mjs';

const RUNS = 9;
const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const told = (values) => `${Math.round(middle(values))} (${Math.round(Math.min(...values))} to ${Math.round(Math.max(...values))})`;

const painted = [];
const useful = [];
let script = 0;
for (let run = 0; run < RUNS; run++) {
  const service = await serve({ demonstration: true });
  const browser = await launch();
  try {
    const page = await open(browser, service.address);
    await page.goto(service.link, { waitUntil: 'commit' });
    await page.getByLabel('At 12 o’clock').waitFor();
    const seen = await page.evaluate(() => ({
      now: performance.now(),
      paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
      script: performance
        .getEntriesByType('resource')
        .filter((entry) => new URL(entry.name).pathname.endsWith('.js'))
        .reduce((sum, entry) => sum + entry.encodedBodySize, 0)
    }));
    painted.push(seen.paint);
    useful.push(seen.now);
    script = seen.script;
  } finally {
    await browser.close();
    await service.stop();
  }
}
console.log(`| the page from this machine, ${RUNS} runs: median (least to most) | |\n|---|---|`);
console.log(`| first paint with content, ms | ${told(painted)} |`);
console.log(`| a cartridge can be typed, signed in by the link, ms | ${told(useful)} |`);
console.log(`| script fetched by then, kB | ${(script / 1000).toFixed(0)} |`);
