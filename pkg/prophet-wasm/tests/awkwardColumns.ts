import type { ExtraColumns, ProphetOptions } from 'prophet-wasm';

import type { Random } from './random.js';

/** Draws what the options ask for besides time and y: cap and floor, regressors, conditions. */
export function drawAwkwardColumns(random: Random, y: readonly number[], options: ProphetOptions): ExtraColumns {
  const { regressors = [], seasonalities = [] } = options;
  return {
    ...(options.growth === 'logistic' ? drawBounds(random, y) : {}),
    regressors: Object.fromEntries(regressors.map(({ name }) => [name, regressorColumns[name](random, y.length)])),
    conditions: Object.fromEntries(
      seasonalities.flatMap(({ conditionName }) =>
        typeof conditionName === 'string' ? [[conditionName, conditionColumns[conditionName](random, y.length)]] : [],
      ),
    ),
  };
}

type Column<T> = (random: Random, n: number) => T[];

const column = <T>(n: number, valueAt: (i: number) => T) => Array.from({ length: n }, (_, i) => valueAt(i));

const regressorColumns: Readonly<Record<string, Column<number>>> = {
  noise: (random, n) => column(n, () => random.normal()),
  flag: (random, n) => column(n, () => (random.uniform() < 0.3 ? 1 : 0)),
  single: (_, n) => column(n, () => 7),
  line: (_, n) => column(n, (i) => 100 + i),
  pulse: (_, n) => column(n, (i) => (i === n >> 1 ? 1 : 0)),
  huge: (random, n) => column(n, () => 1e9 + 1e6 * random.normal()),
  copy: (_, n) => column(n, (i) => Math.sin(i)),
};

const conditionColumns: Readonly<Record<string, Column<boolean>>> = {
  some: (random, n) => column(n, () => random.uniform() < 0.5),
  all: (_, n) => column(n, () => true),
  none: (_, n) => column(n, () => false),
};

/** Bounds that y keeps to, nearly reaches, or crosses; numbers and columns. */
function drawBounds(random: Random, y: readonly number[]): Pick<ExtraColumns, 'cap' | 'floor'> {
  const present = y.filter((value) => !Number.isNaN(value));
  const [low, high] = [Math.min(...present), Math.max(...present)];
  const range = high - low || Math.abs(high) || 1;
  const floor = random.pick([undefined, undefined, low - 0.01 * range, low - range, low + 0.1 * range]);
  const least = Math.max(high, floor ?? 0, 0) + 1e-3 * range;
  const cap = least + range * random.pick([0, 0.1, 0.5, 5]);
  const rising = random.uniform() < 0.3;
  return {
    cap: rising ? column(y.length, (i) => cap + (0.5 * range * i) / y.length) : cap,
    ...(floor === undefined
      ? {}
      : { floor: rising ? column(y.length, (i) => floor - (0.1 * range * i) / y.length) : floor }),
  };
}
