// `node --import ./tests/typescript.mjs pkg/prophet-wasm/tests/adaptive/makeVectors.mjs path/to/learn.mjs`: writes
// `vectors.json`, what the reference makes of `vectorSeries.ts`. The reference fits through this package, as built; its
// forecasts are kept to five digits.
import { writeFile } from 'node:fs/promises';
import { register } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

// This package names its TypeScript by what it becomes; plain Node looks for the file that is there.
register(
  `data:text/javascript,${encodeURIComponent(`
    export const resolve = (specifier, context, next) =>
      specifier.startsWith('.') && context.parentURL?.endsWith('.ts')
        ? next(specifier.replace(/\\.js$/, '.ts'), context)
        : next(specifier, context);
  `)}`,
);

const { loadProphet } = await import('prophet-wasm');
const { fitAdaptive, forecast } = await import(pathToFileURL(resolve(process.argv[2])).href);
const { vectorSeries } = await import('./vectorSeries.ts');

const DAY = 86_400_000;
const HOUR = 3_600_000;
const prophet = await loadProphet();
const vectors = Object.entries(vectorSeries).map(([name, { start, stepMs, y }]) => {
  const time = Float64Array.from(y, (_, i) => start + i * stepMs);
  const end = start + y.length * stepMs;
  const model = fitAdaptive(prophet, { time, y }, { end, stepMs });
  const ahead = Float64Array.from({ length: DAY / HOUR }, (_, i) => end + i * HOUR);
  return {
    name,
    steps: model.steps.map(({ at }) => at),
    period: model.period?.periodMs ?? null,
    recurring: model.profile.flatMap((value, slot) => (value === 0 ? [] : [(slot * stepMs) / HOUR])),
    yhat: Array.from(forecast(prophet, model, ahead), (value) => Number(value.toFixed(5))),
  };
});
await writeFile(join(import.meta.dirname, 'vectors.json'), `${JSON.stringify(vectors)}\n`);
