// How large a picture is, from the first bytes of its file: a small file can hold a picture that fills the memory, so it
// is asked before anything is decoded. PNG, JPEG (ITU-T T.81), WebP (RFC 9649).

export interface Size {
  width: number;
  height: number;
}

const text = (bytes: DataView, at: number, length: number) =>
  String.fromCharCode(...new Uint8Array(bytes.buffer, bytes.byteOffset + at, length));

/** Markers that begin a frame; C4, C8 and CC are others. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function ofJpeg(bytes: DataView): Size | null {
  for (let at = 2; at + 9 <= bytes.byteLength;) {
    if (bytes.getUint8(at) !== 0xff) return null;
    const marker = bytes.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (isFrame(marker)) return { width: bytes.getUint16(at + 7), height: bytes.getUint16(at + 5) };
    else at += 2 + bytes.getUint16(at + 2);
  }
  return null;
}

function ofWebp(bytes: DataView): Size | null {
  const kind = text(bytes, 12, 4);
  const low = (at: number, bits: number, shift = 0) => (bytes.getUint32(at, true) >>> shift) & (2 ** bits - 1);
  if (kind === 'VP8 ') return { width: low(26, 14), height: low(26, 14, 16) };
  if (kind === 'VP8L') return { width: low(21, 14) + 1, height: low(21, 14, 14) + 1 };
  if (kind === 'VP8X') return { width: low(24, 24) + 1, height: low(26, 24, 8) + 1 };
  return null;
}

/** Null when the bytes begin no picture of these kinds. */
export function sizeOf(content: Uint8Array): Size | null {
  if (content.length < 30) return null;
  const bytes = new DataView(content.buffer, content.byteOffset, content.byteLength);
  if (text(bytes, 1, 3) === 'PNG' && text(bytes, 12, 4) === 'IHDR')
    return { width: bytes.getUint32(16), height: bytes.getUint32(20) };
  if (bytes.getUint16(0) === 0xffd8) return ofJpeg(bytes);
  if (text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 4) === 'WEBP') return ofWebp(bytes);
  return null;
}
