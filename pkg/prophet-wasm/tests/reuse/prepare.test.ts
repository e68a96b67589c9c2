import { loadProphet, type History, type Prophet, type ProphetOptions } from 'prophet-wasm';

import { createRandom } from '../random.js';
import { START, syntheticHistory } from '../synthetic.js';

let prophet: Prophet;
beforeAll(async () => {
  prophet = await loadProphet();
});

/** The synthetic series at times that stand on no grid. */
function jittered(): History {
  const random = createRandom(5);
  const { time, y } = syntheticHistory();
  return { time: Array.from(time, (at) => at + Math.floor(1_800_000 * random.uniform())), y };
}

const holidays = [{ name: 'sale', day: '2024-01-05', upperWindow: 1 }];

/** Options that differ from one to the next in priors alone, then in more. */
const changes: readonly ProphetOptions[] = [
  {},
  { changepointPriorScale: 0.5 },
  { changepointPriorScale: 0.01, seasonalityPriorScale: 0.1 },
  { intervalWidth: 0.95 },
  { holidays },
  { holidays, holidaysPriorScale: 0.05, changepointPriorScale: 0.3 },
  { weeklySeasonality: false },
  { growth: 'flat', weeklySeasonality: false },
  { growth: 'flat', weeklySeasonality: false, seasonalityPriorScale: 2 },
  { seasonalityMode: 'multiplicative' },
  { seasonalityMode: 'multiplicative', changepointPriorScale: 0.5 },
  {},
];

describe('prepare(history).fit(options)', () => {
  it('is the fit of the history, whatever was asked before', () => {
    const history = jittered();
    const prepared = prophet.prepare(history);
    for (const options of changes) {
      expect(prepared.fit(options)).toEqual(prophet.fit(history, options));
    }
  });

  it('is so for regular series, with and without gaps, and for constant ones', () => {
    const { y } = syntheticHistory();
    const regular = { start: START, stepMs: 3_600_000, y };
    const gappy = { ...regular, y: Array.from(y, (value, i) => (i % 50 === 7 ? NaN : value)) };
    const constant = { ...regular, y: Array.from(y, () => 3) };
    for (const history of [regular, gappy, constant]) {
      const prepared = prophet.prepare(history);
      for (const options of changes) {
        expect(prepared.fit(options)).toEqual(prophet.fit(history, options));
      }
    }
  });

  it('goes back to the rows where next to no noise is left', () => {
    const { time } = syntheticHistory();
    const y = Array.from(time, (_, i) => 5 + 0.01 * i + 1e-7 * ((7919 * i) % 1009));
    const history = { time: Array.from(time, (at, i) => at + ((i * 7) % 11) * 1000), y };
    const prepared = prophet.prepare(history);
    for (const changepointPriorScale of [0.05, 0.1]) {
      const options = { changepointPriorScale, dailySeasonality: false, weeklySeasonality: false };
      expect(prepared.fit(options)).toEqual(prophet.fit(history, options));
    }
  });

  it('names a bad history at once, and a bad option when it is fitted', () => {
    expect(() => prophet.prepare({ time: [0], y: [1] })).toThrow('invalid history: 1 (expected at least 2 rows');
    const prepared = prophet.prepare(syntheticHistory());
    expect(() => prepared.fit({ changepointPriorScale: -1 })).toThrow('invalid changepointPriorScale: -1');
  });
});
