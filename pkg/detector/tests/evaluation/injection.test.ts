import {
  injectAnomalies,
  injectionKinds,
  noiseScaleOf,
  parseInjectionOptions,
  type InjectedSeries,
  type InjectionKind,
  runsOf,
  type InjectionOptions,
} from 'foreband-detector';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const stepMs = 10 * MINUTE;

// A saw tooth of 0 to 4, four weeks of it: no two neighbors are equal, so every displacement shows.
const nRows = 4032;
const series = {
  name: 'saw tooth',
  labels: { job: 'test' },
  time: Float64Array.from({ length: nRows }, (_, row) => row * stepMs),
  y: Float64Array.from({ length: nRows }, (_, row) => row % 5),
};

function inject(input: Partial<InjectionOptions> = {}): InjectedSeries {
  return injectAnomalies(series, parseInjectionOptions({ scale: 1, ...input }));
}

function changesOf({ series: { y }, truth: { events } }: InjectedSeries, place = 0): readonly number[] {
  const { start, end } = events[place];
  return Array.from(y.subarray(start / stepMs, end / stepMs + 1), (value, i) => value - series.y[start / stepMs + i]);
}

const nLabeled = ({ truth }: InjectedSeries) => truth.labels.reduce((sum, label) => sum + label, 0);

describe('injectAnomalies', () => {
  it('labels every displaced point and no other', () => {
    const injected = inject({ ratio: 0.2 });
    const displaced = Array.from(injected.series.y, (value, row) => (Object.is(value, series.y[row]) ? 0 : 1));
    expect(Array.from(injected.truth.labels)).toEqual(displaced);
    expect(new Set(injected.truth.events.map(({ kind }) => kind))).toEqual(new Set(injectionKinds));
  });

  it('plants nothing within two hours of what is to be kept clear, and the rest where it was', () => {
    const all = inject({ ratio: 0.2 }).truth.events;
    const [, second, third] = all;
    const keepClear = [{ start: second.end, end: second.end }];
    const left = inject({ ratio: 0.2, keepClear }).truth.events;
    expect(left).toEqual(all.filter(({ start, end }) => start > second.end + 2 * HOUR || end < second.end - 2 * HOUR));
    expect(left).toContainEqual(third);
  });

  describe('of a series with a job', () => {
    // Six hundred rows after midnight of each second day: three rows that add 5.
    const effect = Float64Array.from({ length: nRows }, (_, row) => (row % 288 >= 100 && row % 288 < 103 ? 5 : 0));
    const jobs = { effect, runs: runsOf(effect) };

    it('leaves single runs out, and doubles others', () => {
      const injected = inject({ kinds: ['skippedJob', 'doubledJob'], jobs });
      const { events } = injected.truth;
      expect(events.map(({ kind }) => kind).sort()).toEqual(['doubledJob', 'skippedJob']);
      events.forEach(({ kind, start, magnitude }, place) => {
        expect((start / stepMs) % 288).toBe(100);
        expect(magnitude).toBe(kind === 'skippedJob' ? -5 : 5);
        expect(changesOf(injected, place)).toEqual([magnitude, magnitude, magnitude]);
      });
    });

    it('stops a batch for four hours', () => {
      const often = effect.map((_, row) => (row % 10 < 2 ? 3 : 0));
      const injected = inject({ kinds: ['stoppedBatch'], batch: { effect: often, runs: runsOf(often) } });
      const [{ start, end }] = injected.truth.events;
      expect(end - start).toBeLessThanOrEqual(4 * HOUR);
      expect(end - start).toBeGreaterThan(3 * HOUR);
      expect(new Set(changesOf(injected))).toEqual(new Set([-3, -0]));
    });

    it('plants nothing of the kind where nothing is known to return', () => {
      expect(inject({ kinds: ['skippedJob', 'doubledJob', 'stoppedBatch'] }).truth.events).toEqual([]);
    });
  });

  it('drifts slowly for a day, and keeps what is drawn clear of it', () => {
    const injected = inject({ kinds: ['slowDrift', 'spike'], ratio: 0.1 });
    const slow = injected.truth.events.filter(({ kind }) => kind === 'slowDrift');
    expect(slow.map(({ start, end }) => end - start + stepMs)).toEqual([24 * HOUR]);
    const isWithin = ({ start }: { readonly start: number }) => start > slow[0].start && start < slow[0].end;
    expect(injected.truth.events.filter(isWithin)).toEqual([]);
    expect(injected.truth.events.length).toBeGreaterThan(20);
  });

  it('labels the first point of a drift, which has moved already', () => {
    const injected = inject({ kinds: ['drift'] });
    const [{ start, magnitude }] = injected.truth.events;
    const changes = changesOf(injected);
    expect(injected.truth.labels[start / stepMs]).toBe(1);
    expect(changes[0]).toBeCloseTo(magnitude / changes.length, 12);
    expect(changes.at(-1)).toBeCloseTo(magnitude, 12);
  });

  const shapes: readonly { kind: InjectionKind; expected: (changes: readonly number[]) => void }[] = [
    { kind: 'spike', expected: (changes) => expect(changes).toEqual([6, 6, 6]) },
    { kind: 'dip', expected: (changes) => expect(changes).toEqual([-6, -6, -6]) },
    { kind: 'levelShift', expected: (changes) => expect(new Set(changes.map(Math.abs))).toEqual(new Set([6])) },
    {
      kind: 'varianceChange',
      expected: (changes) => expect(Math.max(...changes) - Math.min(...changes)).toBeGreaterThan(12),
    },
    { kind: 'dropout', expected: (changes) => expect(changes.every(Number.isNaN)).toBe(true) },
  ];
  it.each(shapes)('plants a $kind of the size asked for', ({ kind, expected }) => {
    const injected = inject({ kinds: [kind], size: 6 });
    expect(injected.truth.events.length).toBeGreaterThan(1);
    injected.truth.events.forEach((_, place) => expected(changesOf(injected, place)));
  });

  it('holds one value in a flatline and labels the rows that differ from it', () => {
    const { series: flat, truth } = inject({ kinds: ['flatline'], ratio: 0.01 });
    const [{ start, end }] = truth.events;
    const rows = Array.from({ length: (end - start) / stepMs + 1 }, (_, i) => start / stepMs + i);
    expect(new Set(rows.map((row) => flat.y[row])).size).toBe(1);
    expect(rows.map((row) => truth.labels[row])).toEqual(rows.map((row) => (flat.y[row] === series.y[row] ? 0 : 1)));
  });

  it('shifts and drifts both up and down', () => {
    const { truth } = inject({ kinds: ['levelShift', 'drift'], ratio: 0.3 });
    expect(new Set(truth.events.map(({ magnitude }) => magnitude))).toEqual(new Set([6, -6]));
  });

  it.each([0.01, 0.05, 0.2])('displaces about a share of %d of the rows', (ratio) => {
    const { truth } = inject({ kinds: ['spike', 'dip', 'levelShift'], ratio });
    const share = truth.labels.reduce((sum, label) => sum + label, 0) / nRows;
    expect(Math.abs(share - ratio)).toBeLessThan(20 / nRows);
  });

  it('gives every kind about as many points', () => {
    const injected = inject({ kinds: ['spike', 'levelShift'], ratio: 0.2 });
    const { events } = injected.truth;
    const nOf = (wanted: string) => events.filter(({ kind }) => kind === wanted).length;
    expect(nOf('spike') * 3).toBeGreaterThan(0.4 * nLabeled(injected));
    expect(nOf('spike')).toBeGreaterThan(5 * nOf('levelShift'));
  });

  it('keeps anomalies two hours apart, and long ones within their durations', () => {
    const { events } = inject({ ratio: 0.2, minLongMs: 3 * HOUR, maxLongMs: 5 * HOUR }).truth;
    events.slice(1).forEach(({ start }, i) => expect(start - events[i].end).toBeGreaterThan(2 * HOUR));
    events
      .filter(({ kind }) => kind === 'levelShift')
      .forEach(({ start, end }) => {
        expect(end - start + stepMs).toBeGreaterThanOrEqual(3 * HOUR);
        expect(end - start + stepMs).toBeLessThanOrEqual(5 * HOUR + stepMs);
      });
  });

  it('plants within the range only', () => {
    const range = { start: 1000 * stepMs, end: 1500 * stepMs };
    const { truth } = inject({ range, ratio: 0.1 });
    const rows = Array.from(truth.labels.keys()).filter((row) => truth.labels[row] === 1);
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(1000);
    expect(Math.max(...rows)).toBeLessThanOrEqual(1500);
  });

  it('plants the same for the same seed, and something else for another', () => {
    expect(inject({ seed: 5 })).toEqual(inject({ seed: 5 }));
    expect(inject({ seed: 5 }).truth.labels).not.toEqual(inject({ seed: 6 }).truth.labels);
  });

  it('stays within the bounds and does not label what could not move', () => {
    const { series: bounded, truth } = inject({ kinds: ['spike'], bounds: { lower: 0, upper: 4 } });
    expect(Math.max(...bounded.y)).toBe(4);
    const atTheBound = Array.from(series.y.keys()).filter((row) => series.y[row] === 4);
    expect(atTheBound.some((row) => truth.labels[row] === 1)).toBe(false);
  });

  it('leaves missing values missing and unlabeled', () => {
    const gappy = { ...series, y: series.y.map((value, row) => (row % 2 === 0 ? NaN : value)) };
    const { series: planted, truth } = injectAnomalies(gappy, parseInjectionOptions({ scale: 1, ratio: 0.2 }));
    const missing = Array.from(gappy.y.keys()).filter((row) => row % 2 === 0);
    expect(missing.every((row) => Number.isNaN(planted.y[row]) && truth.labels[row] === 0)).toBe(true);
  });

  it('plants nothing where there is no room', () => {
    const short = { ...series, time: series.time.slice(0, 12), y: series.y.slice(0, 12) };
    expect(injectAnomalies(short, parseInjectionOptions({ ratio: 0.5 })).truth.events).toEqual([]);
    const empty = { ...series, time: new Float64Array(0), y: new Float64Array(0) };
    expect(injectAnomalies(empty, parseInjectionOptions()).truth.events).toEqual([]);
  });

  it('does not touch the series it is given', () => {
    inject({ ratio: 0.3 });
    expect(series.y.every((value, row) => value === row % 5)).toBe(true);
  });
});

describe('parseInjectionOptions', () => {
  it.each([
    { input: { ratio: 0 }, message: 'invalid ratio: 0 (expected above 0, at most 0.5)' },
    { input: { size: -1 }, message: 'invalid size: -1 (expected above 0)' },
    { input: { scale: 0 }, message: 'invalid scale: 0 (expected above 0)' },
    { input: { seed: 0.5 }, message: 'invalid seed: 0.5 (expected a whole number' },
    { input: { nShortPoints: 0 }, message: 'invalid nShortPoints: 0 (expected a whole number, 1 to 1000)' },
    { input: { maxLongMs: 1 }, message: 'invalid maxLongMs: 10800000 to 1' },
    { input: { range: { start: 2, end: 1 } }, message: 'invalid range: 2 to 1' },
    { input: { bounds: { lower: 2, upper: 1 } }, message: 'invalid bounds: 2 to 1' },
  ])('refuses $input', ({ input, message }) => {
    expect(() => parseInjectionOptions(input)).toThrow(message);
  });
});

describe('noiseScaleOf', () => {
  it('is the spread of neighboring differences, which a pattern and a few spikes do not change', () => {
    // Differences of +2 and -2 by turns: their median absolute deviation is 2.
    const y = Float64Array.from({ length: 1001 }, (_, row) => (row === 500 ? 900 : 2 * (row % 2)));
    expect(noiseScaleOf(y)).toBeCloseTo((1.4826 * 2) / Math.SQRT2, 10);
  });

  it('falls back to the standard deviation where most values repeat, and to 1 where all do', () => {
    expect(noiseScaleOf(Float64Array.of(1, 1, 1, 1, 1, 1, 5, 5, 5, 5, 5, 5))).toBeGreaterThan(0.5);
    expect(noiseScaleOf(new Float64Array(9).fill(3))).toBe(1);
    expect(noiseScaleOf(Float64Array.of(1, NaN, 5))).toBeCloseTo(2.83, 2);
    expect(noiseScaleOf(new Float64Array(0))).toBe(1);
  });
});
