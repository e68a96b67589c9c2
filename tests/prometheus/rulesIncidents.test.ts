import { guessUnit, type Incident } from 'foreband-detector';
import {
  loadEngine,
  parseSettings,
  score,
  type DetectorSettings,
  type Engine,
  type FittedModel,
} from 'foreband-engine';
import {
  compileRules,
  shiftClock,
  toPrometheusFile,
  toPromtoolTest,
  type RuleGroup,
  type SeriesModel,
} from 'foreband-rules';
import { stringify } from 'yaml';

import { describeOnPrometheus } from './describeOnPrometheus';
import { demoSeries, type DemoSeries } from './demoSeries';
import { runPromtool } from './promtool';
import { RECORDED_NOW } from './recordedNow';
import { createHosts } from './simulatedHosts';

const STEP_MS = 300_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The models are fitted at the last midnight; rules run from six hours before on, and count once their windows are full. */
const FITTED = Math.floor(RECORDED_NOW / DAY_MS) * DAY_MS;
const START = FITTED - 6 * HOUR_MS;
const LEAD_ROWS = (6 * HOUR_MS) / STEP_MS;

interface Scored {
  readonly series: SeriesModel;
  readonly y: Float64Array;
  readonly score: Float64Array;
  readonly anomalous: Uint8Array;
  readonly incidents: readonly Incident[];
}

function rowsOf({ series }: DemoSeries, start: number, end: number) {
  const rows = Array.from(series.time.keys()).filter((row) => series.time[row] >= start && series.time[row] < end);
  return {
    time: Float64Array.from(rows, (row) => series.time[row]),
    y: Float64Array.from(rows, (row) => series.y[row]),
  };
}

function fitOf(engine: Engine, demo: DemoSeries, settings: DetectorSettings): FittedModel {
  const training = rowsOf(demo, FITTED - 28 * DAY_MS, FITTED);
  return engine.fit({ ...training, unit: guessUnit(demo.series) }, settings);
}

function scored(engine: Engine, demo: DemoSeries, fitted: FittedModel, settings: DetectorSettings): Scored {
  const rows = rowsOf(demo, START, RECORDED_NOW);
  const forecast = engine.forecast(fitted, rows.time, settings.intervalWidth);
  const detection = score(rows, forecast, fitted, settings);
  // Rules say nothing of excluded rows, where the panel has a score that nothing comes of.
  const isKept = (time: number) => settings.exclusions.every(({ start, end }) => time < start || time > end);
  const scores = detection.score.map((value, row) => (isKept(rows.time[row]) ? value : NaN));
  const labels = { instance: demo.instance, metric: demo.metric };
  const { anomalous, incidents } = detection;
  return { series: { labels, fitted }, y: rows.y, score: scores, anomalous, incidents };
}

const labelsText = ({ labels }: SeriesModel) =>
  `{foreband="demo",${Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',')}}`;
const valuesText = (values: ArrayLike<number>) =>
  Array.from(values, (value) => (Number.isFinite(value) ? String(value) : 'stale')).join(' ');

/** Series of what the engine says, beside the rules' own. */
function expectedSeries(all: readonly Scored[]) {
  return all.flatMap(({ series, y, score: scores, anomalous, incidents }) => {
    const starts = new Set(incidents.map(({ pages }) => (pages[0].time - START) / STEP_MS));
    const named = (metric: string, values: ArrayLike<number>) => ({
      series: `${metric}${labelsText(series)}`,
      values: valuesText(values),
    });
    return [
      named('foreband:y', y),
      named('engine:score', scores),
      named('engine:anomaly', anomalous),
      named(
        'engine:opened',
        y.map((_, row) => (starts.has(row) ? 1 : 0)),
      ),
    ];
  });
}

/** Checks of one series, since promtool loads at most 10,000 samples for an expression. */
function checksOf({ series, score: scores, anomalous, incidents }: Scored) {
  const nRows = scores.length;
  const own = labelsText(series);
  const times = (expr: string, value: number) => ({
    // How many rows hold this; a row is looked at when it is evaluated.
    expr: `sum(count_over_time((${expr})[${(nRows - LEAD_ROWS) * 300 - 1}s:5m]))`,
    eval_time: `${(nRows - 1) * 300}s`,
    exp_samples: value === 0 ? [] : [{ labels: '{}', value }],
  });
  const later = (row: number) => row >= LEAD_ROWS;
  const nScored = scores.filter((value, row) => later(row) && !Number.isNaN(value)).length;
  const nAnomalous = anomalous.filter((value, row) => later(row) && value === 1).length;
  const nOpened = incidents.filter(({ pages }) => pages[0].time >= START + LEAD_ROWS * STEP_MS).length;
  const opened = `(foreband:incident${own} > 0) unless (foreband:incident${own} offset 5m > 0)`;
  return [
    times(`foreband:score${own}`, nScored),
    times(`abs(foreband:score${own} - engine:score${own}) > 1e-6 * (1 + engine:score${own})`, 0),
    times(`foreband:anomaly${own} > 0`, nAnomalous),
    times(`(foreband:anomaly${own} > bool 0) != engine:anomaly${own}`, 0),
    times(opened, nOpened),
    times(`(${opened}) unless (engine:opened${own} == 1)`, 0),
  ];
}

function differencesTest(all: readonly Scored[]): string {
  const tests = [
    { interval: '5m', input_series: expectedSeries(all), promql_expr_test: all.flatMap((one) => checksOf(one)) },
  ];
  return stringify({ rule_files: ['rules.yml'], evaluation_interval: '5m', tests }, { lineWidth: 0 });
}

/** Settings that are not of the fit, so that models need not be fitted again. */
const filters: ReadonlyArray<readonly [name: string, settings: Partial<DetectorSettings>]> = [
  ['a lower threshold', { thresholdMultiplier: 0.8 }],
  ['a higher threshold', { thresholdMultiplier: 4 }],
  ['direction above', { thresholdMultiplier: 0.8, direction: 'above' }],
  ['direction below', { thresholdMultiplier: 0.8, direction: 'below' }],
  ['a minimum deviation', { thresholdMultiplier: 0.8, minDeviationAbsolute: 0.08 }],
  ['a relative minimum deviation', { thresholdMultiplier: 0.8, minDeviationRelative: 0.3 }],
  ['a normal range', { thresholdMultiplier: 0.8, normalMin: 0, normalMax: 0.5 }],
  ['limits', { limitMin: 0.15, limitMax: 0.7 }],
  ['an exclusion', { exclusions: [{ start: RECORDED_NOW - 3 * HOUR_MS, end: RECORDED_NOW - 2.5 * HOUR_MS }] }],
];

describeOnPrometheus('compileRules(source) on the demo, by promtool', () => {
  let all: readonly Scored[];
  let engine: Engine;
  let group: RuleGroup;
  let cpu: readonly Scored[];
  const settings = parseSettings({});
  beforeAll(async () => {
    engine = await loadEngine();
    const demo = demoSeries(createHosts(RECORDED_NOW), RECORDED_NOW);
    all = demo.map((one) => scored(engine, one, fitOf(engine, one, settings), settings));
    const { groups, refusals } = compileRules({
      name: 'demo',
      expression: 'demo',
      series: all.map(({ series }) => series),
      settings,
    });
    expect(refusals).toEqual([]);
    [group] = groups;
    cpu = all.filter(({ series }) => series.labels.metric === 'cpu');
  }, 240_000);

  it('gives files that Prometheus accepts', async () => {
    const answer = await runPromtool({ 'rules.yml': toPrometheusFile([group]) }, 'check', 'rules', 'rules.yml');
    expect(answer).toMatchObject({ isSuccess: true, output: expect.stringContaining('SUCCESS') });
  }, 240_000);

  it('scores every row as the engine does, and opens the same incidents', async () => {
    const files = { 'rules.yml': toPrometheusFile([shiftClock(group, START)]), 'test.yml': differencesTest(all) };
    expect(await runPromtool(files, 'test', 'rules', 'test.yml')).toMatchObject({
      output: expect.stringContaining('SUCCESS'),
    });
  }, 600_000);

  it.each(filters)(
    'finds the anomalies that the engine finds with %s',
    async (_, changed) => {
      const own = { ...settings, ...changed };
      const demo = demoSeries(createHosts(RECORDED_NOW), RECORDED_NOW).filter(({ metric }) => metric === 'cpu');
      const some = demo.slice(0, 3).map((one, i) => scored(engine, one, cpu[i].series.fitted, own));
      const series = some.map((one) => one.series);
      const [compiled] = compileRules({ name: 'demo', expression: 'demo', series, settings: own }).groups;
      const files = { 'rules.yml': toPrometheusFile([shiftClock(compiled, START)]), 'test.yml': differencesTest(some) };
      expect(some.some(({ anomalous }) => anomalous.includes(1))).toBe(true);
      expect(await runPromtool(files, 'test', 'rules', 'test.yml')).toMatchObject({
        output: expect.stringContaining('SUCCESS'),
      });
    },
    240_000,
  );

  describe('toPromtoolTest(verbs, group, input)', () => {
    const testOf = (one: Scored) => {
      const source = { name: 'one', expression: 'demo', series: [one.series], settings };
      const [own] = compileRules(source).groups;
      const time = Float64Array.from(one.y, (_, row) => START + row * STEP_MS);
      const samples = [{ time, y: one.y }];
      const test = toPromtoolTest(engine, own, { ruleFile: 'rules.yml', samples, clock: 'shifted' });
      return { rules: toPrometheusFile([shiftClock(own, START)]), test };
    };

    it('gives a test that the rules pass', async () => {
      const { rules, test } = testOf(all[0]);
      const answer = await runPromtool({ 'rules.yml': rules, 'test.yml': test }, 'test', 'rules', 'test.yml');
      expect(answer).toMatchObject({ isSuccess: true, output: expect.stringContaining('SUCCESS') });
    }, 240_000);

    it('gives a test that they fail when one coefficient differs by 0.1 %', async () => {
      const { rules, test } = testOf(all[0]);
      const changed = rules.replace(
        /(\+ )([\d.]+)( \* scalar\(sin)/,
        (_, plus, number, rest) => `${plus}${1.001 * number}${rest}`,
      );
      expect(changed).not.toBe(rules);
      const answer = await runPromtool({ 'rules.yml': changed, 'test.yml': test }, 'test', 'rules', 'test.yml');
      expect(answer).toMatchObject({ isSuccess: false, output: expect.stringContaining('FAILED') });
    }, 240_000);
  });
});
