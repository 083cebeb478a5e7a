// Reads an X3P file (ISO 25178-72: a ZIP archive with main.xml and a matrix of heights) on this machine: nothing is sent.
// Heights come back in metres, row 0 with the smallest y; what was not measured is NaN.

export interface Surface {
  columns: number;
  rows: number;
  pitch_x_m: number;
  pitch_y_m: number;
  heights_m: Float32Array;
}

/** As many points as any instrument here makes, and a bound for what a damaged file may ask for. */
const MOST_POINTS = 40_000_000;
const MOST_BYTES = MOST_POINTS * 8;

async function inflated(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    if (bytes > MOST_BYTES) throw new Error('the archive unpacks to more than any scan has');
    parts.push(value as Uint8Array<ArrayBuffer>);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** The members of a ZIP archive by name, told by its central directory. */
function members(file: ArrayBuffer): Map<string, () => Promise<Uint8Array<ArrayBuffer>>> {
  const view = new DataView(file);
  const END = 0x06054b50;
  const ENTRY = 0x02014b50;
  let end = file.byteLength - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new Error('not a ZIP archive');
  const found = new Map<string, () => Promise<Uint8Array<ArrayBuffer>>>();
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0 && view.getUint32(at, true) === ENTRY; count--) {
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const name_bytes = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const name = new TextDecoder().decode(new Uint8Array(file, at + 46, name_bytes));
    found.set(name, async () => {
      const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const bytes = new Uint8Array(file, begin, packed).slice();
      if (method === 0) return bytes;
      if (method === 8) return inflated(bytes);
      throw new Error(`${name} is packed in a way that is not read here`);
    });
    at += 46 + name_bytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return found;
}

const text = (root: Element | Document, tag: string): string => root.getElementsByTagName(tag)[0]?.textContent?.trim() ?? '';

export async function readX3p(file: ArrayBuffer): Promise<Surface> {
  const parts = members(file);
  const main = parts.get('main.xml');
  if (!main) throw new Error('the archive holds no main.xml');
  const document = new DOMParser().parseFromString(new TextDecoder().decode(await main()), 'application/xml');
  if (document.getElementsByTagName('parsererror').length) throw new Error('main.xml is not well-formed');
  const columns = Number(text(document, 'SizeX'));
  const rows = Number(text(document, 'SizeY'));
  if (!(columns > 0 && rows > 0 && columns * rows <= MOST_POINTS)) throw new Error('the matrix has no size that can be shown');
  const axis = (name: string) => document.getElementsByTagName(name)[0] ?? document;
  const pitch = (name: string) => Number(text(axis(name), 'Increment')) || 1;
  const cz = axis('CZ');
  const type = text(cz, 'DataType');
  const scale = type === 'I' || type === 'L' ? pitch('CZ') : 1;
  const offset = Number(text(cz, 'Offset')) || 0;
  const link = text(document, 'PointDataLink') || 'bindata/data.bin';
  const data = parts.get(link) ?? parts.get(link.replace(/^\//, ''));
  if (!data) throw new Error(`the archive holds no ${link}`);
  const bytes = await data();
  const size = { D: 8, F: 4, L: 4, I: 2 }[type];
  if (!size) throw new Error(`heights of type ${type} are not read here`);
  if (bytes.byteLength < columns * rows * size) throw new Error('fewer heights than the matrix has points');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const valid = parts.get(text(document, 'ValidPointsLink') || 'bindata/valid.bin');
  const mask = valid ? await valid() : null;
  const heights_m = new Float32Array(columns * rows);
  for (let at = 0; at < heights_m.length; at++) {
    const raw =
      type === 'D'
        ? view.getFloat64(at * 8, true)
        : type === 'F'
          ? view.getFloat32(at * 4, true)
          : type === 'L'
            ? view.getInt32(at * 4, true)
            : view.getInt16(at * 2, true);
    const measured = !mask || ((mask[at >> 3] ?? 0) >> (at & 7)) & 1;
    heights_m[at] = measured ? raw * scale + offset : NaN;
  }
  return { columns, rows, pitch_x_m: pitch('CX'), pitch_y_m: pitch('CY'), heights_m };
}

/** Every nth point, so that neither side has more than `most`; tilt and form taken out by a plane through all points. */
export function thinned(surface: Surface, most: number): Surface {
  const step = Math.max(1, Math.ceil(Math.max(surface.columns, surface.rows) / most));
  const columns = Math.floor(surface.columns / step);
  const rows = Math.floor(surface.rows / step);
  const heights_m = new Float32Array(columns * rows);
  let n = 0,
    sx = 0,
    sy = 0,
    sz = 0,
    sxx = 0,
    sxy = 0,
    syy = 0,
    sxz = 0,
    syz = 0;
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const z = surface.heights_m[y * step * surface.columns + x * step]!;
      heights_m[y * columns + x] = z;
      if (Number.isNaN(z)) continue;
      n++;
      sx += x;
      sy += y;
      sz += z;
      sxx += x * x;
      sxy += x * y;
      syy += y * y;
      sxz += x * z;
      syz += y * z;
    }
  // Least squares about the means: two slopes.
  const cxx = sxx - (sx * sx) / n,
    cyy = syy - (sy * sy) / n,
    cxy = sxy - (sx * sy) / n,
    cxz = sxz - (sx * sz) / n,
    cyz = syz - (sy * sz) / n;
  const determinant = cxx * cyy - cxy * cxy;
  const a = determinant ? (cxz * cyy - cyz * cxy) / determinant : 0;
  const b = determinant ? (cyz * cxx - cxz * cxy) / determinant : 0;
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) heights_m[y * columns + x]! -= sz / n + a * (x - sx / n) + b * (y - sy / n);
  return { columns, rows, pitch_x_m: surface.pitch_x_m * step, pitch_y_m: surface.pitch_y_m * step, heights_m };
}
