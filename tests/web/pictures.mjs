// Pictures that tests make and read: barcodes by the reader's own other half, in the formats that it must read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './service.mjs';

const folder = join(ROOT, 'web/node_modules/zxing-wasm/dist');
const half = async (name) => {
  const module = await import(join(folder, `es/${name}/index.js`));
  module.prepareZXingModule({ overrides: { wasmBinary: readFileSync(join(folder, `${name}/zxing_${name}.wasm`)).buffer } });
  return module;
};
const { writeBarcode } = await half('writer');
const { readBarcodes } = await half('reader');

/** What stands in the symbols of a picture: elements of GS1 with their brackets. */
export const readBack = async (png) => (await readBarcodes(png, { textMode: 'HRI' })).map(({ symbology, text }) => ({ symbology, text }));

/** A PNG of one symbol: `gs1` for bracketed element strings. */
export async function barcode(format, text, { gs1 = false, name = 'label.png' } = {}) {
  const { image, error } = await writeBarcode(text, { format, options: gs1 ? 'gs1' : '', scale: 6 });
  if (!image) throw new Error(error);
  return { name, mimeType: 'image/png', buffer: Buffer.from(await image.arrayBuffer()) };
}

/** A PNG whose header promises so many points and which holds none. */
export function hollow(width, height) {
  const bytes = Buffer.alloc(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.set([8, 2], 24);
  return { name: 'hollow.png', mimeType: 'image/png', buffer: bytes };
}
