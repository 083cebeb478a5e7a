// The real program on a register made by the demonstration's files: started for one file of tests, stopped after it.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRAM = process.env.LOTLINE ?? join(ROOT, 'build/release/lotline');
const DOCUMENTS = ['parties', 'licences', 'products', 'lots', 'packages', 'movements', 'losses', 'recoveries'];

/** Record of the demonstration's recovery of three fired cases. */
export const FIRED_CASES = '50';

/** Two guns, two simulated cases of each. */
function firedCases(folder) {
  lotline('scan', 'generate', '--into', folder, '--guns', '2', '--firings', '2', '--makes', '1', '--seed', '11');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.x3p'))
    .sort()
    .map((name) => join(folder, name));
}

export const lotline = (...words) => execFileSync(PROGRAM, words, { encoding: 'utf8', cwd: ROOT });

/**
 * A register of the demonstration, served; `stop()` ends the service and takes the register away. For a demonstration
 * `link` signs in once, and there is no administrator. With `scans`, so many of four generated ones are enrolled; `cases`
 * are the files.
 */
export async function serve({ demonstration = false, scans = 0 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-web-'));
  const register = join(folder, 'register.lotline');
  lotline('init', register, '--state', 'BR', '--regime', 'brazil', '--simulated');
  lotline('import', ...DOCUMENTS.map((name) => join(ROOT, 'data/demonstration', `${name}.csv`)), '--register', register);
  const cases = scans ? firedCases(join(folder, 'cases')) : [];
  for (const file of cases.slice(0, scans)) lotline('scan', 'enrol', file, '--register', register, '--exhibit', FIRED_CASES, '--mark', 'breech_face');
  const words = ['serve', '--register', register, '--listen', '127.0.0.1:0', '--page', join(ROOT, 'web/dist')];
  if (demonstration) words.push('--demonstration');
  const awaited = demonstration ? /(http:\/\/\S+#\/sign-in\?code=\S+)\n/ : /(https?:\/\/[\w.:[\]]+\/)/;
  const process_ = spawn(PROGRAM, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const address = await new Promise((resolve, reject) => {
    const hear = (text) => {
      said += text;
      const found = awaited.exec(said);
      if (found) resolve(found[1]);
    };
    process_.stdout.on('data', hear);
    process_.stderr.on('data', hear);
    process_.on('exit', (code) => reject(new Error(`lotline serve ended with ${code}: ${said}`)));
  });
  const stop = async () => {
    const ended = new Promise((resolve) => process_.on('exit', resolve));
    process_.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true });
  };
  if (demonstration) return { address: new URL('/', address).href, link: address, register, folder, stop };
  const administrator = await administratorOf(address, readFileSync(`${register}-first-password`, 'utf8').trim());
  /** An account, made as an administrator makes it; its one-time password comes back. */
  const person = async (name, role, organisation = '') => {
    const order = { name, display_name: `${name} (simulated)`, organisation, roles: [role] };
    return (await administrator('POST', '/api/v1/accounts', order)).password;
  };
  return { address, register, folder, cases, stop, person, said: () => said };
}

/** The administrator of a first start, with a password of their own: asks the API in their name. */
async function administratorOf(address, one_time) {
  let cookie = '';
  let csrf = '';
  const ask = async (method, path, members) => {
    const headers = { 'Content-Type': 'application/json', Cookie: cookie, 'Lotline-Csrf': csrf };
    const reply = await fetch(new URL(path, address), { method, headers, body: JSON.stringify(members) });
    cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    const said = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${said}`);
    const answer = JSON.parse(said);
    csrf = answer.csrf ?? csrf;
    return answer;
  };
  await ask('POST', '/api/v1/session', { name: 'administrator', password: one_time });
  await ask('POST', '/api/v1/session/password', { old: one_time, new: 'the keys hang by the door' });
  return ask;
}
