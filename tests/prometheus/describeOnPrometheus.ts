import { spawnSync } from 'node:child_process';

const areMissing = ['prometheus', 'promtool'].some(
  (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error !== undefined,
);

/**
 * `describe` for tests that run Prometheus' own programs. They are skipped with one line where these are missing; with `CI` set they fail there.
 */
export function describeOnPrometheus(title: string, define: () => void): void {
  if (areMissing && (process.env.CI ?? '') === '') {
    process.stderr.write(`skipped: ${title} (it needs prometheus and promtool, of Debian's package prometheus)\n`);
    describe.skip(title, define);
  } else {
    describe(title, define);
  }
}
