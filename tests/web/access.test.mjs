// Who comes in, what each role sees, and how one leaves.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { clean, go, launch, open, SCREENS, settled } from './browser.mjs';
import { serve } from './service.mjs';
import { fillSignIn, firstSignIn, PASSWORD, signIn } from './sign_in.mjs';

let service, browser;
before(async () => {
  service = await serve();
  browser = await launch();
});
after(async () => {
  await browser.close();
  await service.stop();
});

const parts = (page) => page.locator('header nav a').allInnerTexts();

test('a wrong password is refused in words, and nothing else is told', async () => {
  const page = await open(browser, service.address);
  await page.goto('/');
  await settled(page);
  await clean(page, 'sign-in');
  await page.screenshot({ path: join(SCREENS, 'sign_in.png') });
  await fillSignIn(page, 'nobody', 'no password of anybody');
  assert.match(await page.getByRole('alert').innerText(), /Number 1710/);
  assert.equal(await page.locator('header nav').count(), 0);
  await page.context().close();
});

test('each role sees the parts it has a right to, and no others', async () => {
  const seen = {
    registry_officer: ['Trace', 'Register', 'Marks', 'Reports', 'Overview'],
    licensing_officer: ['Register', 'Marks', 'Reports', 'Overview'],
    licensing_approver: ['Register', 'Marks', 'Reports', 'Overview'],
    stock_keeper: ['Register', 'Marks', 'Overview'],
    trader: ['Register', 'Marks', 'Overview'],
    customs: ['Trace', 'Register', 'Marks', 'Overview'],
    investigator: ['Trace', 'Register', 'Marks', 'Ballistics', 'Overview'],
    examiner: ['Register', 'Marks', 'Ballistics', 'Overview'],
    court: ['Trace', 'Register', 'Marks', 'Overview'],
    auditor: ['Register', 'Marks', 'Reports', 'Overview', 'Administration'],
    administrator: ['Administration']
  };
  const own = { stock_keeper: 'CIVPOL-DEPOT', trader: 'DEALER-A', customs: 'MILPOL', investigator: 'CIVPOL', examiner: 'CIVPOL', court: 'CIVPOL' };
  for (const [role, expected] of Object.entries(seen)) {
    const page = await open(browser, service.address);
    const name = `the.${role.replaceAll('_', '.')}`;
    await firstSignIn(page, name, await service.person(name, role, own[role]));
    assert.deepEqual(await parts(page), expected, role);
    await page.context().close();
  }
});

test('a dealer is refused what is another’s, in words', async () => {
  const page = await open(browser, service.address);
  await signIn(page, 'the.trader');
  await go(page, 'register/holders/DEALER-B');
  assert.match(await page.getByRole('alert').innerText(), /Number 170\d/);
  await page.goto('/#/reports');
  await page.getByText('There is no such page, or your account may not open it.').waitFor();
  await page.context().close();
});

test('signing out everywhere ends the session of another browser too', async () => {
  const one = await open(browser, service.address);
  const other = await open(browser, service.address);
  await signIn(one, 'the.court');
  await signIn(other, 'the.court');
  await go(one, 'account');
  await one.getByRole('button', { name: 'Sign out everywhere' }).click();
  await one.getByRole('heading', { name: 'Sign in' }).waitFor();
  await other.reload();
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
  await one.context().close();
  await other.context().close();
});

test('an administrator makes an account, whose person signs in with the password shown once', async () => {
  const page = await open(browser, service.address);
  await signIn(page, 'the.administrator');
  await go(page, 'administration/people/new');
  await page.locator('main [name=name]').fill('nadia');
  await page.locator('main [name=display_name]').fill('Nadia (simulated)');
  await page.getByLabel('auditor').check();
  await page.getByRole('button', { name: 'Save' }).click();
  const given = await page.locator('main .note .code').innerText();
  await go(page, 'administration/people');
  await page.getByRole('row', { name: /nadia/ }).waitFor();
  await clean(page, 'people');
  await page.screenshot({ path: join(SCREENS, 'people.png') });
  await page.context().close();
  const fresh = await open(browser, service.address);
  await firstSignIn(fresh, 'nadia', given);
  assert.deepEqual(await parts(fresh), ['Register', 'Marks', 'Reports', 'Overview', 'Administration']);
  await fresh.context().close();
});

test('the language, and light or dark, are chosen and kept', async () => {
  const page = await open(browser, service.address, { locale: 'fr' });
  await page.goto('/');
  await page.getByRole('heading', { name: 'Connexion' }).waitFor();
  await page.getByLabel('Langue').selectOption('en');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.getByLabel('Light or dark').selectOption('dark');
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  assert.equal(await page.getByLabel('Language').inputValue(), 'en');
  await page.context().close();
});

test('a password that is too short is refused', async () => {
  const page = await open(browser, service.address);
  await page.goto('/');
  await fillSignIn(page, 'olga', await service.person('olga', 'court', 'CIVPOL'));
  const fresh = page.locator('input[autocomplete=new-password]').first();
  const again = page.locator('input[autocomplete=new-password]').last();
  await fresh.fill('short');
  await again.fill('short');
  await page.getByRole('button', { name: 'Change' }).click();
  assert.equal(await fresh.evaluate((field) => field.validity.tooShort), true);
  await again.fill(PASSWORD);
  await page.getByText('The two differ.').waitFor();
  await page.context().close();
});
