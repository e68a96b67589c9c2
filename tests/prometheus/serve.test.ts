import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const serve = (...args: string[]) =>
  spawnSync(process.execPath, [join(__dirname, 'serve.mjs'), ...args], { encoding: 'utf8' });

describe('node tests/prometheus/serve.mjs', () => {
  it.each(['--help', '-h'])('%s says what there is, and starts nothing', (option) => {
    const { status, stdout, stderr } = serve(option);
    expect(stdout).toMatch(/^node tests\/prometheus\/serve\.mjs \[options\]\n {2}--port N/);
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each([
    [['--prot', '9091'], "Unknown option '--prot'"],
    [['--port', '0'], 'invalid --port: 0 (expected 1 to 65535)'],
  ])('says of %j what is wrong with it, without a stack', (args, message) => {
    const { status, stderr } = serve(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^ +at /m);
  });
});
