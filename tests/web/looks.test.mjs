// Every page in every language, in light and dark, wide and narrow, from left to right and from right to left: axe finds
// nothing, nothing is wider than the screen, nothing is asked of another host.
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { clean, go, launch, open, SCREENS, settled } from './browser.mjs';
import { serve } from './service.mjs';
import { firstSignIn, nameTheCase, signIn } from './sign_in.mjs';

const PAGES = {
  amara: [
    'trace',
    'trace/seizure',
    'register/lots',
    'register/lots/DCW/DCW17A001-001',
    'register/holders',
    'register/holders/CIVPOL-DEPOT',
    'register/packages',
    'register/packages/(00)095212340000000037',
    'register/movements',
    'register/records',
    'register/import',
    'register/write',
    'register/write/movements',
    'marks',
    'marks/labels',
    'reports',
    'reports/tracing',
    'overview',
    'overview/alerts',
    'account'
  ],
  edith: ['ballistics', 'ballistics/file', 'ballistics/compare', 'ballistics/enrol'],
  adam: ['administration/people', 'administration/people/new', 'administration/people/amara', 'administration/tokens', 'administration/access-log']
};

let service, browser;
before(async () => {
  service = await serve();
  browser = await launch();
  for (const [name, role, organisation] of [
    ['amara', 'registry_officer'],
    ['edith', 'examiner', 'CIVPOL'],
    ['adam', 'administrator']
  ]) {
    const page = await open(browser, service.address);
    await firstSignIn(page, name, await service.person(name, role, organisation));
    await page.context().close();
  }
});
after(async () => {
  await browser.close();
  await service.stop();
});

for (const [words, how] of [
  ['English, light, wide', { locale: 'en' }],
  ['French, dark, a phone', { locale: 'fr', width: 390, colorScheme: 'dark' }],
  ['from right to left, at 200 % zoom', { locale: 'ar', width: 640 }],
  ['from right to left, a phone', { locale: 'ar', width: 390 }]
])
  test(words, async () => {
    for (const [name, pages] of Object.entries(PAGES)) {
      const page = await open(browser, service.address, how);
      await signIn(page, name);
      for (const path of pages) {
        await go(page, path);
        await clean(page, `${path}: ${words}`);
      }
      await page.context().close();
    }
  });

test('the answer of a trace in French and from right to left', async () => {
  for (const [locale, file] of [
    ['fr', 'french'],
    ['ar', 'right_to_left']
  ]) {
    const page = await open(browser, service.address, { locale });
    await signIn(page, 'amara');
    await page.locator('[data-hour="12"]').fill('DC? 17');
    await page.keyboard.press('Enter');
    await nameTheCase(page);
    await page.locator('#answer-title').waitFor();
    await page.locator('article details summary').evaluateAll((all) => all.forEach((one) => (one.parentElement.open = true)));
    await settled(page);
    await clean(page, `answer: ${locale}`);
    await page.screenshot({ path: join(SCREENS, `${file}.png`) });
    await page.context().close();
  }
});
