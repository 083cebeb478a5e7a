// RFC 4180 rows, read and written: for the refused rows that are mended on the page.

/** `separator` is one character: a spreadsheet copies with tabs, and some write semicolons. */
export function readCsv(text: string, separator = ','): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const endRow = () => {
    row.push(field);
    rows.push(row);
    row = [];
    field = '';
  };
  for (let at = 0; at < text.length; at++) {
    const c = text[at]!;
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[at + 1] === '"') field += text[++at];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === separator) {
      row.push(field);
      field = '';
    } else if (c === '\n') endRow();
    else if (c !== '\r') field += c;
  }
  if (field !== '' || row.length) endRow();
  return rows;
}

/** What separates the fields of the first line. */
export function separatorOf(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return ['\t', ';', ','].find((one) => line.includes(one)) ?? ',';
}

export const writeCsv = (rows: string[][]): string =>
  rows
    .map((row) => row.map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',') + '\r\n')
    .join('');
