import { spawn } from 'node:child_process';

/** A child process of the tests. */
export interface RunningProcess {
  /** Asks it to end (SIGTERM, after ten seconds SIGKILL) and waits until it has. */
  stop(): Promise<void>;
  /** Its output so far, newest 20,000 characters. */
  output(): string;
}

const OUTPUT_LIMIT = 20_000;
const KILL_AFTER_MS = 10_000;

interface Run {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Resolves to true once the process does its work; asked again and again until then. */
  readonly isReady: (output: string) => Promise<boolean>;
  /** Gives up after this long, in ms. Default three minutes. */
  readonly timeoutMs?: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Starts a program and waits until it is ready.
 * @throws Error with the program's own output when it ends or is not ready in time.
 */
export async function runProcess({
  command,
  args,
  env,
  cwd,
  isReady,
  timeoutMs = 180_000,
}: Run): Promise<RunningProcess> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let failure: string | undefined;
  const remember = (chunk: Buffer) => {
    printed = (printed + chunk.toString()).slice(-OUTPUT_LIMIT);
  };
  child.stdout.on('data', remember);
  child.stderr.on('data', remember);
  child.once('error', (error) => {
    const isMissing = 'code' in error && error.code === 'ENOENT';
    failure = isMissing ? 'it is not installed' : error.message;
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.once('close', (code) => (failure ??= `it ended with code ${code}`));
  // Nothing outlives the tests, even when they are cut off.
  const endWithParent = () => child.kill('SIGKILL');
  process.once('exit', endWithParent);
  child.once('close', () => process.off('exit', endWithParent));

  const stop = async () => {
    if (failure !== undefined) {
      return;
    }
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
    await ended;
    clearTimeout(killer);
  };

  const deadline = Date.now() + timeoutMs;
  while (!(await isReady(printed))) {
    if (failure !== undefined || Date.now() > deadline) {
      const reason = failure ?? `it was not ready within ${timeoutMs} ms`;
      await stop();
      throw new Error(`${command} did not start: ${reason}\n${printed}`);
    }
    await pause(100);
  }
  return { stop, output: () => printed };
}

/** Whether a GET of `url` answers with a success; never throws. */
export async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
