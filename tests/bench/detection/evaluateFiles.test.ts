import { loadProphet } from 'prophet-wasm';

import { createEngine, type Engine, parseSettings } from 'foreband-engine';

import { evaluateFile, evaluateFiles } from './evaluateFiles';
import { readLabeled, type LabeledSeries } from './labeledFiles';
import { streamThroughDays } from './streamThroughDays';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 4, 4);
const N_HOURS = 6 * 24;

/** Hours from the start, of samples that stand out and of labels. */
interface Plan {
  readonly far: readonly number[];
  readonly labeled: readonly number[];
}

const from = (first: number, count: number) => Array.from({ length: count }, (_, hour) => first + hour);

/** Six days of hourly samples between 9.8 and 10.2, those planned at 20. */
function csv({ far, labeled }: Plan): string {
  const rows = Array.from({ length: N_HOURS }, (_, hour) => {
    const value = far.includes(hour) ? 20 : 9.8 + 0.1 * ((hour * 7) % 5);
    return `${new Date(START + hour * HOUR).toISOString()},${value},${labeled.includes(hour) ? 1 : 0}`;
  });
  return ['timestamp,value,label', ...rows].join('\n');
}

const contestant = {
  name: 'flat',
  settings: parseSettings({
    growth: 'flat',
    dailySeasonality: 'off',
    weeklySeasonality: 'off',
    calibrationShare: null,
  }),
};

describe('evaluateFile(engine, file, contestant)', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = createEngine(await loadProphet());
  });

  const evaluate = (plan: Plan) => evaluateFile(engine, readLabeled('web', csv(plan)), contestant);

  it('counts events that are found, and false ones cut every four hours, and leaves the warm-up out', () => {
    const plan = {
      // In the warm-up of two days; in an event; nine hours outside every event; a single one two hours before an
      // event.
      far: [30, ...from(75, 2), ...from(100, 9), 120],
      // In the warm-up; found; missed.
      labeled: [30, ...from(74, 4), ...from(122, 3)],
    };
    const scores = evaluate(plan);
    // Nine hours are cut at their fifth and ninth: three false events; the single one makes a fourth.
    expect(scores).toMatchObject({ nFound: 1, nMissed: 1, nFalse: 4, nWithoutData: 1 });
    expect(scores.falseEvents.map(({ start }) => (start - START) / HOUR)).toEqual([100, 104, 108, 120]);
    expect([scores.recall, scores.precision]).toEqual([1 / 2, 1 / 5]);
    // 95 of the 144 rows lie after the midnight that ends the warm-up.
    expect(scores.observedMs).toBe(95 * HOUR);
  });

  it('finds nothing where nothing stands out', () => {
    expect(evaluate({ far: [], labeled: [90] })).toMatchObject({ nFound: 0, nMissed: 1, nFalse: 0 });
  });

  it('adds the files up event by event', () => {
    const files: readonly LabeledSeries[] = [
      readLabeled('a', csv({ far: from(75, 2), labeled: from(75, 2) })),
      readLabeled('b', csv({ far: [100], labeled: from(74, 2) })),
    ];
    const { total, files: single } = evaluateFiles(engine, files, contestant);
    expect(single.map(({ name, events }) => [name, events.nFound, events.nMissed])).toEqual([
      ['a', 1, 0],
      ['b', 0, 1],
    ]);
    expect(total).toMatchObject({ nFound: 1, nMissed: 1, precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(total.falseEventsPerDay).toBeCloseTo(1 / ((2 * 95) / 24), 10);
  });
});

describe('streamThroughDays(engine, series, settings)', () => {
  it('fits each day from what lies before its midnight, and from nothing that comes after', async () => {
    const engine = createEngine(await loadProphet());
    const { series } = readLabeled('web', csv({ far: from(100, 9), labeled: [] }));
    const fitted: Array<readonly [day: number, trainedTo: number]> = [];
    const detect: Engine['detect'] = (job) => {
      const last = job.training.time[job.training.time.length - 1];
      fitted.push([(job.forecastEnd - START) / DAY, (last - START) / HOUR]);
      return engine.detect(job);
    };
    const { score } = streamThroughDays({ detect }, series, { ...contestant.settings, stepMs: HOUR });
    expect(fitted.map(([, trainedTo]) => trainedTo)).toEqual([48, 72, 96, 120]);
    expect(score.findIndex((value) => !Number.isNaN(value))).toBe(49);
  });
});

describe('readLabelled(name, text)', () => {
  it('passes over columns behind the label', () => {
    const text = 'timestamp,value,label,split\n2026-01-01 00:00:00,1,0,train\n2026-01-01 01:00:00,2,1,test\n';
    expect(readLabeled('web', text).truth.events).toHaveLength(1);
  });

  it('asks for labels', () => {
    expect(() => readLabeled('web', 'timestamp,value\n2026-01-01 00:00:00,1\n')).toThrow(/no labels/);
  });
});
