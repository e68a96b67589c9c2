import { guessUnit, type Incident } from 'foreband-detector';
import {
  loadEngine,
  parseSettings,
  score,
  type DetectorSettings,
  type Engine,
  type FittedModel,
} from 'foreband-engine';
import { compileRules, shiftClock, toPrometheusFile, type RuleGroup, type SeriesModel } from 'foreband-rules';
import { stringify } from 'yaml';

import { describeOnPrometheus } from './describeOnPrometheus';
import { demoSeries, type DemoSeries } from './demoSeries';
import { runPromtool } from './promtool';
import { RECORDED_NOW } from './recordedNow';
import { createHosts } from './simulatedHosts';

const STEP_MS = 300_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The models are fitted at this midnight; rules run from six hours before on, and count once their windows are full. */
const FITTED = Math.floor(RECORDED_NOW / DAY_MS) * DAY_MS - 2 * DAY_MS;
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

function scored(engine: Engine, demo: DemoSeries, settings: DetectorSettings): Scored {
  const training = rowsOf(demo, FITTED - 28 * DAY_MS, FITTED);
  const fitted: FittedModel = engine.fit({ ...training, unit: guessUnit(demo.series) }, settings);
  const rows = rowsOf(demo, START, RECORDED_NOW);
  const forecast = engine.forecast(fitted, rows.time, settings.intervalWidth);
  const detection = score(rows, forecast, fitted, settings);
  const labels = { instance: demo.instance, metric: demo.metric };
  const { anomalous, incidents } = detection;
  return { series: { labels, fitted }, y: rows.y, score: detection.score, anomalous, incidents };
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

/** How many rows of each series hold this; a row is looked at when it is evaluated. */
const counts = (expr: string, nRows: number) => ({
  expr: `sum(count_over_time((${expr})[${(nRows - LEAD_ROWS) * 300 - 1}s:5m]))`,
  eval_time: `${(nRows - 1) * 300}s`,
});

function differencesTest(all: readonly Scored[]): string {
  const nRows = all[0].y.length;
  const opened = '(foreband:incident > 0) unless (foreband:incident offset 5m > 0)';
  const nowhere = (expr: string) => ({ ...counts(expr, nRows), exp_samples: [] });
  const times = (expr: string, value: number) => ({
    ...counts(expr, nRows),
    exp_samples: value === 0 ? [] : [{ labels: '{}', value }],
  });
  const total = (of: (one: Scored) => number) => all.reduce((sum, one) => sum + of(one), 0);
  const later = (row: number) => row >= LEAD_ROWS;
  return stringify(
    {
      rule_files: ['rules.yml'],
      evaluation_interval: '5m',
      tests: [
        {
          interval: '5m',
          input_series: expectedSeries(all),
          promql_expr_test: [
            times(
              'foreband:score',
              total((one) => one.score.filter((value, row) => later(row) && !Number.isNaN(value)).length),
            ),
            nowhere('abs(foreband:score - engine:score) > 1e-6 * (1 + engine:score)'),
            times(
              'foreband:anomaly > 0',
              total((one) => one.anomalous.filter((value, row) => later(row) && value === 1).length),
            ),
            nowhere('(foreband:anomaly > bool 0) != engine:anomaly'),
            times(
              opened,
              total((one) => one.incidents.filter(({ pages }) => pages[0].time >= START + LEAD_ROWS * STEP_MS).length),
            ),
            nowhere(`(${opened}) unless (engine:opened == 1)`),
          ],
        },
      ],
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );
}

describeOnPrometheus('compileRules(source) on the demo, by promtool', () => {
  let all: readonly Scored[];
  let engine: Engine;
  let group: RuleGroup;
  const settings = parseSettings({});
  beforeAll(async () => {
    engine = await loadEngine();
    const demo = demoSeries(createHosts(RECORDED_NOW), RECORDED_NOW);
    all = demo.slice(0, Number(process.env.N_DEMO ?? 25)).map((one) => scored(engine, one, settings));
    const { groups, refusals } = compileRules({
      name: 'demo',
      expression: 'demo',
      series: all.map(({ series }) => series),
      settings,
    });
    expect(refusals).toEqual([]);
    [group] = groups;
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
});
