// Signing in as a person does it: a one-time password, a password of one's own, a second factor.
import { createHmac } from 'node:crypto';
import assert from 'node:assert/strict';
import { go, settled } from './browser.mjs';

export const PASSWORD = 'brass and powder, kept dry';

/** The code of an authenticator (RFC 6238) at a moment. */
export function oneTimeCode(secret, at = Date.now()) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replace(/[\s=]/g, '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(at / 30000)));
  const hash = createHmac('sha1', key).update(step).digest();
  const offset = hash[19] & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1e6).padStart(6, '0');
}

export async function fillSignIn(page, name, password) {
  await page.locator('form [name=name]').fill(name);
  await page.locator('form [name=password]').fill(password);
  await page.keyboard.press('Enter');
}

/** The first sign-in of an account: its one-time password is changed for one of its own. */
export async function firstSignIn(page, name, one_time) {
  await page.goto('/');
  await fillSignIn(page, name, one_time);
  await page.locator('input[autocomplete=new-password]').first().fill(PASSWORD);
  await page.locator('input[autocomplete=new-password]').last().fill(PASSWORD);
  await page.locator('input[autocomplete=current-password]').fill(one_time);
  await page.keyboard.press('Enter');
  await page.locator('header nav').waitFor({ state: 'attached' });
}

export async function signIn(page, name) {
  await page.goto('/');
  await fillSignIn(page, name, PASSWORD);
  await page.locator('header nav').waitFor({ state: 'attached' });
}

/** Sets up a second factor; the secret comes back. */
export async function enrol(page) {
  await go(page, 'account');
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Second factor' }) });
  await section.getByRole('button', { name: 'Set up' }).click();
  const secret = await section.locator('dd').first().innerText();
  assert.match(await section.locator('dd').last().innerText(), /^otpauth:\/\//);
  await section.getByLabel('One-time code').fill(oneTimeCode(secret));
  await page.keyboard.press('Enter');
  await section.getByRole('button', { name: 'I have kept them' }).click();
  await settled(page);
  return secret;
}

/** A trace names its case: the first is asked for it, and it stays until one signs out. */
export async function nameTheCase(page, number = 'CASE-2021-7') {
  const asked = page.locator('dialog [name=case]');
  const answered = page.locator('article');
  await asked.or(answered).first().waitFor();
  if (await answered.count()) return;
  await asked.fill(number);
  await page.keyboard.press('Enter');
}
