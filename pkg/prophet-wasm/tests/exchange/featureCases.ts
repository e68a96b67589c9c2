import type { ProphetOptions, TimedHistory, TimedRows } from 'prophet-wasm';

import { createRandom } from '../random.js';
import { hourAfterStart } from '../synthetic.js';

const DAY_MS = 86_400_000;
const ROWS = 60;

/** A model with some of the features that a model can have. */
export interface FeatureCase {
  readonly name: string;
  readonly options: ProphetOptions;
  readonly history: TimedHistory;
  /** Rows within and after the history, with the inputs that the model needs. */
  readonly future: TimedRows;
}

/** Every six hours from Monday, 2024-01-01, and every input that any of the models needs. */
function inputsAt(rows: readonly number[]) {
  return {
    time: rows.map((i) => hourAfterStart(6 * i)),
    cap: rows.map((i) => 90 + i / 2),
    floor: rows.map((i) => 20 + i / 4),
    regressors: {
      price: rows.map((i) => 100 + 7 * Math.cos(i)),
      promo: rows.map((i) => (i % 3) >> 1),
      rain: rows.map((i) => (i % 5 === 0 ? 1 : 0)),
      always: rows.map(() => 2),
    },
    conditions: { weekend: rows.map((i) => i % 28 >= 20), night: rows.map((i) => (i % 4 === 0 ? 1 : 0)) },
  };
}

type Inputs = Partial<Omit<ReturnType<typeof inputsAt>, 'time' | 'cap' | 'floor'>> &
  Pick<TimedHistory, 'cap' | 'floor'>;

function featureCase(
  name: string,
  options: ProphetOptions,
  choose: (inputs: ReturnType<typeof inputsAt>) => Inputs = () => ({}),
): FeatureCase {
  const rows = Array.from({ length: ROWS }, (_, i) => i);
  const y = rows.map((i) => 50 + 0.1 * i + 5 * Math.sin((2 * Math.PI * i) / 4) + Math.cos(i * i));
  const [history, future] = [inputsAt(rows), inputsAt([3, 57, 60, 63, 75, 90])];
  return {
    name,
    options,
    history: { ...choose(history), time: history.time, y },
    future: { ...choose(future), time: future.time },
  };
}

/** The same rows in another order, among rows without y. */
function scrambled({ history, ...rest }: FeatureCase): FeatureCase {
  const random = createRandom(5);
  const order = Array.from({ length: ROWS + 5 }, (_, i) => i).sort(() => random.uniform() - 0.5);
  const { time, y } = history;
  const inputs = inputsAt(order);
  return {
    ...rest,
    name: 'rows in any order, some without y',
    history: {
      ...inputs,
      time: order.map((i) => (i < ROWS ? time[i] : hourAfterStart(6 * i))),
      y: order.map((i) => (i < ROWS ? y[i] : NaN)),
    },
  };
}

const quiet = { nChangepoints: 4, weeklySeasonality: false, dailySeasonality: 1 } as const;
const most = featureCase(
  'most features at once',
  {
    ...quiet,
    growth: 'logistic',
    seasonalities: [
      { name: 'weekend', periodMs: DAY_MS, fourierOrder: 1, conditionName: 'weekend', priorScale: 3 },
      { name: 'shift', periodMs: DAY_MS / 3, fourierOrder: 2, mode: 'additive' },
    ],
    holidays: [
      { name: 'feast', day: '2024-01-06', lowerWindow: -1, upperWindow: 1 },
      { name: 'feast', day: '2024-01-18', lowerWindow: -1, upperWindow: 1 },
    ],
    holidaysPriorScale: 4,
    regressors: [{ name: 'price', priorScale: 0.5 }, { name: 'promo' }],
  },
  ({ cap, floor, regressors, conditions }) => ({ cap, floor, regressors, conditions }),
);

/** Models that between them have every feature. */
export const featureCases: readonly FeatureCase[] = [
  featureCase('the defaults', {}),
  featureCase('minmax', { scaling: 'minmax' }),
  featureCase('explicit changepoints', { changepoints: [hourAfterStart(200), hourAfterStart(100)] }),
  featureCase('flat, nothing else', { ...quiet, growth: 'flat', nChangepoints: 0, dailySeasonality: false }),
  featureCase('a custom seasonality', {
    seasonalities: [{ name: 'shift', periodMs: DAY_MS / 3, fourierOrder: 2, priorScale: 3 }],
  }),
  featureCase('a seasonality of a built-in one’s name', {
    seasonalities: [{ name: 'weekly', periodMs: 3.5 * DAY_MS, fourierOrder: 3 }],
  }),
  featureCase('logistic below a cap', { ...quiet, growth: 'logistic' }, () => ({ cap: 90 })),
  featureCase('logistic above a floor', { ...quiet, growth: 'logistic' }, () => ({ cap: 90, floor: 30 })),
  featureCase('logistic between columns, minmax', { ...quiet, growth: 'logistic', scaling: 'minmax' }, (inputs) => ({
    cap: inputs.cap,
    floor: inputs.floor,
  })),
  featureCase(
    'multiplicative, and conditions',
    {
      ...quiet,
      seasonalityMode: 'multiplicative',
      seasonalities: [
        { name: 'at weekends', periodMs: DAY_MS, fourierOrder: 1, conditionName: 'weekend', mode: 'additive' },
        { name: 'at night', periodMs: 2 * DAY_MS, fourierOrder: 1, conditionName: 'night' },
        { name: 'at weekends, slowly', periodMs: 7 * DAY_MS, fourierOrder: 1, conditionName: 'weekend' },
      ],
    },
    ({ conditions }) => ({ conditions }),
  ),
  featureCase('holidays with windows', {
    ...quiet,
    holidaysMode: 'multiplicative',
    holidays: [
      { name: 'feast', day: '2024-01-03', lowerWindow: -1, upperWindow: 10, priorScale: 5 },
      { name: 'feast', day: '2024-01-20', lowerWindow: -1, upperWindow: 10, priorScale: 5 },
      { name: 'sale', day: '2024-01-12' },
      { name: '🎄', day: '2024-01-13' },
      { name: 'ﾘ', day: '2024-01-10' },
    ],
  }),
  featureCase(
    'regressors',
    {
      ...quiet,
      holidaysPriorScale: 4,
      regressors: [
        { name: 'price', priorScale: 0.5 },
        { name: 'promo' },
        { name: 'rain', standardize: true, mode: 'multiplicative' },
        { name: 'always' },
      ],
    },
    ({ regressors }) => ({ regressors }),
  ),
  most,
  scrambled(most),
];
