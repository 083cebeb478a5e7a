// Every page as each role: all parts and their tabs are opened and axe finds nothing; what a role may do, it does; what it
// may not, it is refused in words.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clean, go, launch, open, settled } from './browser.mjs';
import { serve } from './service.mjs';
import { enrol, firstSignIn, nameTheCase } from './sign_in.mjs';

/** Of each role the organisation, the tabs of each part, and what it does there. */
const ROLES = {
  registry_officer: { own: '', does: ['trace', 'seizure', 'take_in', 'label'] },
  licensing_officer: { own: '', does: ['take_in', 'label'] },
  licensing_approver: { own: '', does: ['label'] },
  stock_keeper: { own: 'CIVPOL-DEPOT', does: ['take_in', 'label'] },
  trader: { own: 'DEALER-A', does: ['take_in', 'label'] },
  customs: { own: 'MILPOL', does: ['trace', 'seizure', 'take_in', 'label'] },
  investigator: { own: 'CIVPOL', does: ['trace', 'seizure', 'take_in', 'label', 'compare'] },
  examiner: { own: 'CIVPOL', does: ['label', 'compare'] },
  court: { own: 'CIVPOL', does: ['trace', 'seizure', 'label'] },
  auditor: { own: '', does: ['label'] },
  administrator: { own: '', does: [] }
};
const ACTS = {
  async trace(page) {
    await go(page, 'trace');
    await page.getByLabel('At 12 o’clock').fill('DC? 17');
    await page.keyboard.press('Enter');
    await nameTheCase(page);
    await page.getByRole('heading', { name: 'Where it came from' }).waitFor();
  },
  async seizure(page) {
    await go(page, 'trace/seizure');
    await page.getByLabel('Headstamp, row 1').fill('DC? 17');
    await page.getByLabel('How many alike, row 1').fill('12');
    await page.keyboard.press('Enter');
    await nameTheCase(page);
    await page.getByRole('heading', { name: 'What explains it' }).waitFor();
  },
  async take_in(page) {
    await go(page, 'register/import');
    await page.locator('main input[type=file]').waitFor();
  },
  async label(page) {
    await go(page, 'marks/labels');
    await page.locator('[name=code]').fill('(01)09521234000006(10)DCW17A001-001');
    await page.getByAltText('The label as it is printed').waitFor();
  },
  async compare(page) {
    await go(page, 'ballistics');
    await page.getByRole('checkbox').nth(1).waitFor();
    await page.getByRole('checkbox').nth(0).check();
    await page.getByRole('checkbox').nth(1).check();
    await page.getByRole('button', { name: 'Compare the two' }).click();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    await page.getByRole('heading', { name: 'What comparing gives' }).waitFor();
  }
};
/** Where the part of a page stands that an act needs. */
const PART_OF = { trace: 'trace', seizure: 'trace', take_in: 'register', label: 'marks', compare: 'ballistics' };
const PARTS = ['trace', 'register', 'marks', 'reports', 'ballistics', 'overview', 'administration'];

let service, browser;
before(async () => {
  service = await serve({ scans: 2 });
  browser = await launch();
});
after(async () => {
  await browser.close();
  await service.stop();
});

for (const [role, { own, does }] of Object.entries(ROLES))
  test(role.replaceAll('_', ' '), async () => {
    const page = await open(browser, service.address);
    const name = `the.${role.replaceAll('_', '.')}`;
    await firstSignIn(page, name, await service.person(name, role, own));
    const crosses = own && does.includes('trace');
    if (crosses) await enrol(page);

    const links = await page.locator('header nav a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    const opened = links.map((link) => link.slice('#/'.length));
    for (const part of opened) {
      await go(page, part);
      const tabs = await page.locator('main nav.tabs a').evaluateAll((all) => all.map((one) => one.getAttribute('href').slice('#/'.length)));
      for (const tab of new Set([part, ...tabs])) {
        await go(page, tab);
        await clean(page, `${tab} as ${role}`);
        assert.equal(await page.locator('main [role=alert]').count(), 0, `${tab} as ${role}: ${await page.locator('main').innerText()}`);
      }
    }
    for (const part of PARTS.filter((one) => !opened.includes(one))) {
      await go(page, part);
      await page.getByText('There is no such page, or your account may not open it.').waitFor();
    }
    for (const act of Object.keys(ACTS)) {
      if (does.includes(act)) {
        await ACTS[act](page);
        await clean(page, `${act} as ${role}`);
      } else if (opened.includes(PART_OF[act])) {
        assert.equal(act, 'take_in', `${role} may open the page of ${act}`);
        assert.equal(await page.locator('a[href="#/register/import"]').count(), 0);
      }
    }
    await go(page, 'account');
    await page.getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await settled(page);
    await page.context().close();
  });
