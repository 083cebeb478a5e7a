// Reads the barcodes of a picture, beside the page: compiled code runs here and nowhere else, and what takes too long is
// ended with the worker.

import { prepareZXingModule, readBarcodes, type ReaderOptions } from 'zxing-wasm/reader';
import program from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { sizeOf } from './picture_size';
import type { Found } from './read_picture';

const LARGEST_FILE = 40e6;
const HEAD = 1 << 20;
/** Points of a picture that is decoded at all, and of the longer side of what is searched: more tells nothing more. */
const MOST_POINTS = 120e6;
const LONGEST_SIDE = 4000;

const OPTIONS: ReaderOptions = {
  formats: ['DataMatrix', 'QRCode', 'Code128', 'EANUPC', 'DataBar', 'ITF14'],
  textMode: 'HRI',
  maxNumberOfSymbols: 12
};

async function pointsOf(picture: File): Promise<ImageData | null> {
  const whole = await createImageBitmap(picture);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(whole.width, whole.height));
  const [width, height] = [Math.round(whole.width * scale), Math.round(whole.height * scale)];
  const canvas = new OffscreenCanvas(width, height).getContext('2d')!;
  // What is transparent is paper.
  canvas.fillStyle = '#fff';
  canvas.fillRect(0, 0, width, height);
  canvas.drawImage(whole, 0, 0, width, height);
  whole.close();
  return canvas.getImageData(0, 0, width, height);
}

async function read(picture: File): Promise<Found> {
  if (picture.size > LARGEST_FILE) return { fault: 'too_large' };
  const size = sizeOf(new Uint8Array(await picture.slice(0, HEAD).arrayBuffer()));
  if (!size) return { fault: 'no_picture' };
  if (size.width * size.height > MOST_POINTS) return { fault: 'too_large' };
  const points = await pointsOf(picture).catch(() => null);
  if (!points) return { fault: 'no_picture' };
  prepareZXingModule({ overrides: { locateFile: () => program } });
  const found = await readBarcodes(points, OPTIONS);
  // Elements of an identifier that the reader does not know are left as they were scanned.
  return { texts: found.map(({ text, bytes }) => text || new TextDecoder('latin1').decode(bytes)) };
}

onmessage = async ({ data }: MessageEvent<File>) => {
  try {
    postMessage(await read(data));
  } catch (thrown) {
    postMessage({ fault: 'no_reader', words: String(thrown) } satisfies Found);
  }
};
