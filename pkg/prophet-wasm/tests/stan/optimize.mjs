/*
 * Runs Prophet's own Stan program (compiled to WebAssembly by the augurs project) on problems read from standard input,
 * one JSON value a line, and writes one result a line. A process of its own, because the module resolves its files by
 * import.meta.url, and because an exception inside Stan leaves it unusable.
 */
import { createInterface } from 'node:readline';

let generation = 0;
let optimizer;

const renew = async () => {
  const url = import.meta.resolve('@bsull/augurs-prophet-wasmstan');
  ({ optimizer } = await import(`${url}?generation=${generation++}`));
};

const optimize = ({ init, data }, options) => {
  const start = { ...init, delta: Float64Array.from(init.delta), beta: Float64Array.from(init.beta) };
  const { k, m, delta, beta, sigmaObs } = optimizer.optimize(start, JSON.stringify(data), options).params;
  return { k, m, delta: [...delta], beta: [...beta], sigmaObs };
};

/** As augurs calls Stan; after a failed line search once more with a smaller first step. */
const attempts = [
  { jacobian: false, seed: 1 },
  { jacobian: false, seed: 1, initAlpha: 1e-4 },
];

const solve = async (problem) => {
  let message = '';
  for (const options of attempts) {
    try {
      return { params: optimize(problem, options) };
    } catch (error) {
      message = String(error?.payload ?? error?.message ?? error);
      await renew();
    }
  }
  return { error: message };
};

await renew();
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await solve(JSON.parse(line)))}\n`);
}
