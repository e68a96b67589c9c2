import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

interface Locked {
  readonly version: string;
  readonly integrity?: string;
  readonly optional?: boolean;
}

const script = join(__dirname, 'installMissing.mjs');
const idb: Locked = { version: '8.0.4', integrity: 'sha512-idb' };
const forOtherMachines: Locked = { version: '1.0.0', integrity: 'sha512-other', optional: true };
const locked = { '': { version: '0.1.0' }, 'node_modules/idb': idb, 'node_modules/other-machine': forOtherMachines };

/** Runs the script in a checkout with these lock files, and an npm that does nothing but leave a trace. */
function run(installed: Readonly<Record<string, Locked>> | undefined, npmStatus = 0) {
  const checkout = mkdtempSync(join(tmpdir(), 'foreband-install-'));
  writeFileSync(join(checkout, 'package-lock.json'), JSON.stringify({ packages: locked }));
  mkdirSync(join(checkout, 'node_modules'));
  if (installed !== undefined) {
    writeFileSync(join(checkout, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  writeFileSync(join(checkout, 'npm'), `#!/bin/sh\necho "$@" > npm-ran\nexit ${npmStatus}\n`);
  chmodSync(join(checkout, 'npm'), 0o755);
  const env = { ...process.env, PATH: `${checkout}${delimiter}${process.env.PATH}` };
  const { status } = spawnSync(process.execPath, [script], { cwd: checkout, env });
  const hasInstalled = existsSync(join(checkout, 'npm-ran'));
  rmSync(checkout, { recursive: true });
  return { status, hasInstalled };
}

describe('installMissing', () => {
  it('installs nothing after an npm ci, which leaves out optional packages for other machines', () => {
    expect(run({ 'node_modules/idb': idb })).toEqual({ status: 0, hasInstalled: false });
  });

  it('installs nothing where npm has installed more than the lock file asks for', () => {
    expect(run({ 'node_modules/idb': idb, 'node_modules/mine': idb })).toEqual({ status: 0, hasInstalled: false });
  });

  it.each([
    ['nothing is installed', undefined],
    ['a package is missing', {}],
    ['a package has another version', { 'node_modules/idb': { ...idb, version: '8.0.3' } }],
    ['a package has other contents', { 'node_modules/idb': { ...idb, integrity: 'sha512-else' } }],
  ])('runs npm ci where %s', (_when, installed) => {
    expect(run(installed)).toEqual({ status: 0, hasInstalled: true });
  });

  it('ends with the status of an npm that fails', () => {
    expect(run(undefined, 7)).toEqual({ status: 7, hasInstalled: true });
  });
});
