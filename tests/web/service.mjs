// The real program on a register made by the demonstration's files: started for one file of tests, stopped after it.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRAM = process.env.LOTLINE ?? join(ROOT, 'build/release/lotline');
const DOCUMENTS = ['parties', 'licences', 'products', 'lots', 'packages', 'movements', 'losses', 'recoveries'];

export const lotline = (...words) => execFileSync(PROGRAM, words, { encoding: 'utf8', cwd: ROOT });

/** An account of a register; its one-time password comes back. */
export function person(register, name, role, ...more) {
  const words = ['account', 'add', name, '--person', `${name} (simulated)`, '--role', role, ...more, '--register', register, '--json'];
  return JSON.parse(lotline(...words)).password;
}

/** A register of the demonstration, served; `stop()` ends the service and takes the register away. */
export async function serve() {
  const folder = mkdtempSync(join(tmpdir(), 'lotline-web-'));
  const register = join(folder, 'register.lotline');
  lotline('init', register, '--state', 'BR', '--regime', 'brazil');
  lotline('import', ...DOCUMENTS.map((name) => join(ROOT, 'data/demonstration', `${name}.csv`)), '--register', register);
  const words = ['serve', '--register', register, '--listen', '127.0.0.1:0', '--page', join(ROOT, 'web/dist')];
  const process_ = spawn(PROGRAM, words, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const address = await new Promise((resolve, reject) => {
    const hear = (text) => {
      said += text;
      const found = /https?:\/\/[\w.:[\]]+\//.exec(said);
      if (found) resolve(found[0]);
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
  return { address, register, folder, stop, said: () => said };
}
