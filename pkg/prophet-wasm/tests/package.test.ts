import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');
const runNode = (args: readonly string[]) => spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });

describe('the built package', () => {
  it('is made from the sources as they are now', () => {
    expect(runNode(['tooling/build.mjs', '--check'])).toMatchObject({ status: 0 });
  });

  it('has a kernel of at most 64 kB', () => {
    expect(statSync(join(root, 'build/kernel.wasm')).size).toBeLessThanOrEqual(64_000);
  });

  it('runs the README’s example in plain Node', () => {
    const [, example] = /```js\n([^]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
    const { status, stdout, stderr } = runNode(['--input-type=module', '--eval', example]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('certified');
  });
});
