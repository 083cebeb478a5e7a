// The barcode of a package is read from a picture, on this machine, and fills the field that a trace is asked with.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { clean, go, launch, open, tabTo } from './browser.mjs';
import { barcode, hollow } from './pictures.mjs';
import { serve } from './service.mjs';
import { firstSignIn, nameTheCase, signIn } from './sign_in.mjs';

const SSCC = '(00)095212340000000013';
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

const field = () => page.locator('[name=package]');
async function read(picture) {
  await go(page, 'trace');
  await field().fill('');
  await page.locator('[data-barcode]').setInputFiles(picture);
  await page.locator('.barcode [role=status]:not(.working), .barcode [role=alert]').first().waitFor();
}

for (const [symbol, format, text, gs1, told] of [
  ['GS1-128', 'Code128', SSCC, true, SSCC],
  ['GS1 DataMatrix', 'DataMatrix', '(01)09521234000006(10)DCW17A001-001(21)77', true, '(01)09521234000006(10)DCW17A001-001(21)77'],
  ['QR Code with a GS1 Digital Link', 'QRCode', 'https://id.gs1.org/01/09521234000006/10/DCW17A001-001', false, '(01)09521234000006(10)DCW17A001-001'],
  ['EAN-13', 'EAN13', '9521234000006', false, '(01)09521234000006']
])
  test(`${symbol} fills the field with its bracketed elements`, async () => {
    await read(await barcode(format, text, { gs1 }));
    assert.equal(await field().inputValue(), told);
    assert.deepEqual(page.faults, []);
  });

test('the reader is fetched when it is asked for, from this service alone, and may run compiled code where the page may not', async () => {
  const fresh = await open(browser, service.address);
  const asked = [];
  fresh.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await signIn(fresh, 'amara');
  await go(fresh, 'trace');
  assert.ok(!asked.some((path) => /wasm|workers/.test(path)), asked.join(' '));
  await fresh.locator('[data-barcode]').setInputFiles(await barcode('QRCode', 'https://id.gs1.org/00/095212340000000013'));
  await fresh.getByText('Read from the picture.').waitFor();
  assert.equal(await fresh.locator('[name=package]').inputValue(), SSCC);
  assert.deepEqual(fresh.foreign, []);
  const script = asked.find((path) => path.startsWith('/workers/'));
  const policy = async (path) => (await fetch(new URL(path, service.address))).headers.get('content-security-policy');
  assert.match(await policy(script), /'wasm-unsafe-eval'/);
  assert.doesNotMatch(await policy('/'), /unsafe/);
  await fresh.context().close();
});

test('a package is traced from its barcode, by keyboard', async () => {
  await go(page, 'trace');
  await field().fill('');
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, '[name=package]');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(await barcode('Code128', SSCC, { gs1: true }));
  await page.getByText('Read from the picture.').waitFor();
  assert.equal(await field().inputValue(), SSCC);
  await clean(page, 'a barcode was read');
  await field().press('Enter');
  await nameTheCase(page);
  await page.getByRole('heading', { name: 'Where it came from' }).waitFor();
  assert.match(await page.locator('article').innerText(), /DCW17A001-001/);
  await page.getByRole('button', { name: 'Clear' }).click();
});

test('a picture that is pasted is read, and text is pasted as always', async () => {
  await go(page, 'trace');
  await field().fill('');
  const { buffer } = await barcode('DataMatrix', SSCC, { gs1: true });
  await field().evaluate((input, bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], 'screen.png', { type: 'image/png' }));
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, [...buffer]);
  await page.getByText('Read from the picture.').waitFor();
  assert.equal(await field().inputValue(), SSCC);
});

test('what is no package code, no barcode, no picture or too large a picture is said plainly', async () => {
  const said = () => page.locator('.barcode').innerText();
  await read(await barcode('QRCode', 'hello, world!'));
  assert.match(await said(), /hello, world! was read, which is no package code/);
  assert.match(await said(), /Number \d+/);
  await read({ name: 'blank.png', mimeType: 'image/png', buffer: await page.screenshot({ clip: { x: 0, y: 880, width: 60, height: 20 } }) });
  assert.match(await said(), /No barcode is found/);
  await read({ name: 'words.png', mimeType: 'image/png', buffer: Buffer.from('these are words and no picture at all') });
  assert.match(await said(), /no picture that can be read/);
  await read(hollow(30000, 30000));
  assert.match(await said(), /too large/);
  await read(hollow(100, 100));
  assert.match(await said(), /no picture that can be read/);
});
