import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  decompose,
  detect,
  dickeyFullerTest,
  histogramOf,
  injectAnomalies,
  injectionKinds,
  movingAverageOf,
  parseDetectionOptions,
  parseInjectionOptions,
  parseStlOptions,
  readCsv,
  reportOf,
  reportText,
  severityOf,
  toGrid,
  type Series,
} from 'foreband-detector';
import {
  createLogStore,
  createRecorder,
  evaluationEntry,
  isAnomalyEntry,
  isHourEntry,
  jsonLines,
  loadEngine,
  logReport,
  parsePlan,
  parseSavedModel,
  parseSettings,
  predictSinglePoint,
  rowsBetween,
  runEvaluation,
  saveModel,
  serializeSavedModel,
  statusEntry,
  type DetectedSeries,
  type Engine,
  type EvaluationBasis,
  type LogEntry,
  type LogStore,
  type PartialSettings,
  type SavedModel,
  type Verbosity,
} from 'foreband-engine';
import { loadProphet } from 'prophet-wasm';

import { createWatch } from '../pkg/engine/src/log/watch/watch';
import { exampleCsv } from '../src/app/explore/samples/exampleCsv';
import { migrateQuery } from '../src/datasource/migrateQuery';
import { contestants } from '../tests/bench/detection/contestants';
import { alignFile, evaluateFile } from '../tests/bench/detection/labeled/evaluateFile';
import { readLabeled } from '../tests/bench/detection/labeled/labeledFiles';

const STEP_MS = 600_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const panel = { dashboard: 'cpu', panelId: 1, title: 'CPU' };

/** The one series of a CSV. */
function seriesOf(csv: string): Series {
  const read = readCsv(csv);
  if (read.kind === 'question') {
    throw new Error(read.text);
  }
  return read.series[0].series;
}

// The dataset that comes with Foreband, its outage brushed out: four weeks of it are the history, two are scored.
const series = seriesOf(exampleCsv());
const { time } = series;
const historyEnd = time[0] + 28 * DAY_MS;
const end = time[time.length - 1] + STEP_MS;
const ownSettings = {
  stepMs: STEP_MS,
  exclusions: [{ start: Date.UTC(2026, 0, 28, 2), end: Date.UTC(2026, 0, 30, 8) }],
};

let engine: Engine;
let detected: DetectedSeries;
let saved: SavedModel;
let evaluated: EvaluationBasis;
let entries: readonly LogEntry[];

function detectedWith(own: PartialSettings): DetectedSeries {
  const outcome = engine.detect({
    training: rowsBetween(series, time[0], historyEnd),
    visible: rowsBetween(series, historyEnd, end),
    forecastEnd: end,
    settings: parseSettings({ ...ownSettings, ...own }),
  });
  if (outcome.kind !== 'detected') {
    throw new Error(outcome.message);
  }
  return outcome;
}

async function evaluate(): Promise<EvaluationBasis> {
  const settings = parseSettings(ownSettings);
  const outcome = await runEvaluation(engine, { name: 'cpu', series, settings }, parsePlan({ ratio: 0.05 }));
  if (outcome.kind !== 'evaluated') {
    throw new Error(outcome.message);
  }
  return outcome;
}

beforeAll(async () => {
  engine = await loadEngine();
  detected = detectedWith({});
  saved = saveModel(engine, detected, { unit: 'percentunit', now: end });
  evaluated = await evaluate();
  const sighting = createWatch(historyEnd).look(panel, [{ key: 'cpu', query: 'A', detected }], end);
  const status = statusEntry(panel, 'monitoring_started', 'Watching', end);
  entries = [...sighting.entries, evaluationEntry(status.origin, evaluated, end), status];
});

const classicWith = (settings: Parameters<typeof detectedWith>[0]) => detectedWith({ ...settings, method: 'classic' });
const exportedTypes = () => [...jsonLines(entries).matchAll(/"event_type":"(\w+)"/g)].map(([, type]) => type);
const intervalOf = (stored: object) => migrateQuery({ refId: 'A', live: stored }).live?.intervalMs;
const bandWidth = ({ detection: { bandLower, bandUpper } }: DetectedSeries) => bandUpper[0] - bandLower[0];
const seasonalSwing = ({ forecast: { components } }: DetectedSeries) =>
  Math.max(...components.daily) - Math.min(...components.daily);
const sharpestBend = ({ fitted }: DetectedSeries) => Math.max(...fitted.model.params.delta.map(Math.abs));

async function storeOf(name: string, verbosity: Verbosity): Promise<LogStore> {
  const store = createLogStore(name, { now: () => end });
  await store.setVerbosity(verbosity);
  return store;
}

/** Whether a value is anomalous at a multiplier, where 0 is expected and the interval reaches 1 to either side. */
function isAnomalousAt(thresholdMultiplier: number, value: number): boolean {
  const column = (one: number) => Float64Array.of(one);
  const forecast = { time: column(0), yhat: column(0), yhatLower: column(-1), yhatUpper: column(1) };
  return detect(column(0), column(value), forecast, parseDetectionOptions({ thresholdMultiplier })).anomalous[0] === 1;
}

/** By row of the page: the title of a browser test, or Foreband doing what the original did. */
const abilities: Readonly<Record<string, string | (() => void | Promise<void>)>> = {
  'mode `train`': () => expect(detected.fitted).toMatchObject({ origin: 'fitted', training: { start: time[0] } }),
  'mode `evaluate`': () => {
    expect(evaluated.heldOut.time).toHaveLength(Math.round(0.2 * time.length));
    expect(evaluated.truth.events.length).toBeGreaterThan(0);
  },
  'mode `monitor`': 'a live query marks what happens now, without a refresh of the dashboard',
  dataset: () => {
    const csv = 'timestamp,cpu_usage\n2026-01-05 10:00,0.4\n2026-01-05 10:10,0.5\n';
    expect([...seriesOf(csv).y]).toEqual([0.4, 0.5]);
  },
  'model path': 'a pinned model draws the same band after a reload, without a fit, and only as long as it is pinned',
  'Prometheus URL':
    'a CPU metric is found, by its own data source and by a plain Prometheus one, with the same anomalies @smoke',
  'monitoring interval': () =>
    expect([{}, { intervalMs: 1 }, { intervalMs: DAY_MS }].map(intervalOf)).toEqual([30_000, 5000, HOUR_MS]),
  'log level': async () => {
    const store = await storeOf('log level', 'warning');
    await createRecorder(store).record([
      statusEntry(panel, 'monitoring_started', 'Watching', end),
      statusEntry(panel, 'error', 'Prometheus is away', end),
    ]);
    expect((await store.read(['system'], 0, end)).map(({ level }) => level)).toEqual(['error']);
  },
  'threshold multiplier': () =>
    expect(bandWidth(classicWith({ thresholdMultiplier: 4 })) / bandWidth(classicWith({}))).toBeCloseTo(2, 9),
  'no plots': async () => {
    const file = alignFile(readLabeled('cpu', exampleCsv()));
    const [adaptive] = contestants(await loadProphet());
    expect(evaluateFile(file, adaptive.walk(file.series, 0)).nFound).toBeGreaterThan(0);
  },
  'no EDA': 'what is selected in one view is selected in the others',
  'custom metrics': 'any PromQL is asked for, and its mistakes are answered in the words of Prometheus',
  'interval width, 0.95': () =>
    expect(bandWidth(classicWith({ intervalWidth: 0.5 }))).toBeLessThan(
      bandWidth(classicWith({ intervalWidth: 0.95 })),
    ),
  'daily and weekly seasonality': () => {
    const without = detectedWith({ dailySeasonality: 'off', weeklySeasonality: 'off' });
    expect(detected.fitted.model.seasonalities.map(({ name }) => name).sort()).toEqual(['daily', 'weekly']);
    expect(without.fitted.model.seasonalities).toEqual([]);
  },
  'changepoint prior, 0.05': () =>
    expect(sharpestBend(detectedWith({ changepointPriorScale: 0.001 }))).toBeLessThan(sharpestBend(detected)),
  'seasonality prior, 10': () => {
    expect(detected.fitted.model.seasonalities.map(({ priorScale }) => priorScale)).toEqual([10, 10]);
    expect(seasonalSwing(detectedWith({ seasonalityPriorScale: 0.001 }))).toBeLessThan(0.7 * seasonalSwing(detected));
  },
  'anomaly ratio, 5 %': () => {
    // Jobs and a drift of a day come on top of it.
    const { labels } = injectAnomalies(series, parseInjectionOptions({ ratio: 0.05, kinds: injectionKinds })).truth;
    expect(labels.reduce((sum, label) => sum + label, 0) / labels.length).toBeCloseTo(0.05, 1);
  },
  'simulation when Prometheus is away':
    'a workbench without a Prometheus shows every dashboard with invented hosts, and says so on each page and panel',

  'model file (a pickle)': () => expect(parseSavedModel(serializeSavedModel(saved)).model).toEqual(saved.model),
  metadata: () =>
    expect(JSON.parse(serializeSavedModel(saved))).toMatchObject({
      series: { name: series.name },
      settings: { stepMs: STEP_MS },
      created: end,
    }),
  'confusion matrix': () => {
    const { truePositives, falsePositives, trueNegatives, falseNegatives } = evaluated.evaluation.points;
    // What was found and not planted counts neither way until somebody says what it was.
    const { time } = evaluated.heldOut;
    const { score } = evaluated.evaluation.detection;
    const isAsked = (at: number) => evaluated.unplanted.some(({ start, end }) => at >= start && at <= end);
    const nScored = score.filter((value, row) => Number.isFinite(value) && !isAsked(time[row])).length;
    expect(truePositives + falsePositives + trueNegatives + falseNegatives).toBe(nScored);
  },
  'ROC curve': () => expect(evaluated.evaluation.roc.area).toBeGreaterThan(0.5),
  'detection overview': 'figures are downloaded as picture, drawing and numbers, and the report as text',
  'threshold analysis': () => {
    const tried = evaluated.sweep.map(({ thresholdMultiplier }) => thresholdMultiplier);
    expect([tried[0], tried[tried.length - 1]]).toEqual([0.5, 6]);
  },
  'evaluation report': () =>
    expect(reportText(reportOf('cpu', evaluated.evaluation, evaluated.study))).toMatch(
      /^Evaluation of cpu\n[^]*Recommendations/,
    ),
  'plots of the history': () => {
    const { y } = series;
    expect(histogramOf(y).counts).toHaveLength(50);
    expect(movingAverageOf(series, { windowMs: DAY_MS })).toHaveLength(y.length);
    expect(decompose(y, parseStlOptions({ period: 144 })).seasonal).toHaveLength(y.length);
    expect(dickeyFullerTest(y)?.verdict).toBe('stationary');
  },
  'metrics log': () => expect(exportedTypes()).toEqual(expect.arrayContaining(['cpu_measurement', 'prediction'])),
  'anomaly log': () => expect(exportedTypes()).toContain('anomaly_detected'),
  'general log': () =>
    expect(exportedTypes()).toEqual(expect.arrayContaining(['model_training', 'model_evaluation', 'system_status'])),
  'rotation of the logs': async () => {
    const store = await storeOf('rotation', 'info');
    await store.add([1, 91].map((days) => statusEntry(panel, 'error', 'Prometheus is away', end - days * DAY_MS)));
    expect((await store.read(['system'], 0, end)).map((entry) => entry.time)).toEqual([end - DAY_MS]);
  },
  'system report': () => {
    const { total } = logReport(entries.filter(isAnomalyEntry), entries.filter(isHourEntry));
    expect(total.nAnomalies).toBeGreaterThan(0);
    expect(total.max).toBe(Math.max(...rowsBetween(series, historyEnd, end).y.filter(Number.isFinite)));
  },

  '`predict_single_point(timestamp, value)`': () =>
    expect(predictSinglePoint(engine, saved, historyEnd, 5)).toMatchObject({ isAnomaly: true, severity: 'critical' }),
  severity: () => expect([1, 1.5, 2, 3].map(severityOf)).toEqual(['low', 'medium', 'high', 'critical']),
  resampling: () => {
    const rows = { name: 'cpu', labels: {}, time: Float64Array.of(0, 2 * STEP_MS), y: Float64Array.of(1, 3) };
    expect([...toGrid(rows, STEP_MS).y]).toEqual([1, NaN, 3]);
  },
  'the "optimal" threshold of its report': () => {
    const score = 1.7;
    expect([2 * score - 0.01, 2 * score + 0.01].map((m) => isAnomalousAt(m, 2 * score))).toEqual([true, false]);
  },
  alerts: 'an anomaly that begins while two browsers watch is logged by each and annotated once, and grows by a change',
};

const rows = readFileSync('docs/from-the-original.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| ---') && !line.startsWith('| the original |'))
  .map((line) => line.slice(2, -2).split(' | '));

const browserTests = readdirSync('tests/e2e')
  .filter((file) => file.endsWith('.spec.ts'))
  .flatMap((file) => [...readFileSync(join('tests/e2e', file), 'utf8').matchAll(/^test\('(.*?)', async/gm)])
  .map(([, title]) => title);

describe('the page from-the-original', () => {
  it('has a row for each ability that is tried here, and no other', () => {
    expect(rows.map(([name]) => name)).toEqual(Object.keys(abilities));
  });

  it.each(rows)('%s: is there', async (name) => {
    const ability = abilities[name];
    await (typeof ability === 'string' ? expect(browserTests).toContain(ability) : ability());
  });

  it.each(rows)('%s: leads to a page with the words in bold', (_name, _what, place) => {
    const pages = [...place.matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)].map(([, path]) =>
      readFileSync(join('docs', path), 'utf8'),
    );
    const words = [...place.matchAll(/\*\*(.+?)\*\*/g)].map(([, text]) => text.toLowerCase());
    expect(words.filter((word) => !pages.join('\n').toLowerCase().includes(word))).toEqual([]);
  });
});
