import { spawn } from 'node:child_process';

/** Child processes that end with the workbench. */
export function createChildren(cwd) {
  const running = new Set();
  const start = (args, quiet) => {
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', quiet ? 'pipe' : 'inherit', 'inherit'] });
    running.add(child);
    child.on('exit', () => running.delete(child));
    return child;
  };
  return {
    /** Runs a script to its end; its output is shown when it fails. */
    run: (label, args) =>
      new Promise((resolve, reject) => {
        const child = start(args, true);
        const output = [];
        child.stdout.on('data', (chunk) => output.push(chunk));
        child.on('exit', (code) => {
          if (code === 0) {
            resolve();
          } else {
            process.stdout.write(Buffer.concat(output));
            reject(new Error(`${label} failed`));
          }
        });
      }),
    /** Starts a script that stays. */
    keep: (args) => start(args, false),
    end: () => running.forEach((child) => child.kill()),
  };
}
