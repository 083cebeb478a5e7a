// Where the page is: the part of the address after '#'.

function read(): { path: string[]; query: URLSearchParams } {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { path: path.split('/').filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query) };
}

export const route = $state(read());

addEventListener('hashchange', () => Object.assign(route, read()));

/** An address on the page, for a link. */
export function href(...path: (string | number)[]): string {
  return `#/${path.map((part) => encodeURIComponent(part)).join('/')}`;
}

/** Goes there. With `instead` the present address is not kept in the history. */
export function go(address: string, instead = false): void {
  if (instead) {
    history.replaceState(null, '', address);
    Object.assign(route, read());
  } else {
    location.hash = address;
  }
}
