import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What promtool said. */
export interface PromtoolAnswer {
  readonly isSuccess: boolean;
  readonly output: string;
}

/** Runs promtool on files of these names, in a folder of their own. */
export async function runPromtool(
  files: Readonly<Record<string, string>>,
  ...parameters: readonly string[]
): Promise<PromtoolAnswer> {
  const cwd = await mkdtemp(join(tmpdir(), 'foreband-promtool-'));
  try {
    await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(cwd, name), text)));
    return await new Promise((resolve) => {
      execFile('promtool', [...parameters], { cwd, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
        resolve({ isSuccess: error === null, output: `${stdout}${stderr}` });
      });
    });
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}
