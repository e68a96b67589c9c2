import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Child processes that end with the workbench. `onLine` gets each line that they print. */
export function createChildren(cwd, onLine) {
  const running = new Set();
  const start = (command, args, onOwnLine) => {
    const shell = process.platform === 'win32';
    // Wireit's plain log says what runs, and what did not need to.
    const env = { ...process.env, WIREIT_LOGGER: 'simple' };
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        onLine(line);
        onOwnLine?.(line);
      });
    }
    running.add(child);
    child.on('exit', () => running.delete(child));
    return child;
  };
  return {
    /** Runs an npm script to its end. */
    run: (script) =>
      new Promise((resolve, reject) => {
        const child = start('npm', ['run', '--silent', script]);
        child.on('error', reject);
        child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`npm run ${script} failed`))));
      }),
    /** Starts a command that stays; resolves when it prints a line of this form for the first time. */
    keep: (command, args, isReady) =>
      new Promise((resolve, reject) => {
        const child = start(command, args, (line) => isReady.test(line) && resolve());
        child.on('error', reject);
        child.on('close', () => reject(new Error(`${[command, ...args].join(' ')} ended`)));
      }),
    end: () => running.forEach((child) => child.kill()),
  };
}
