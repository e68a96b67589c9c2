import { evaluate, parseScenario, simulate, type Series } from 'foreband-detector';
import { loadProphet } from 'prophet-wasm';

import { createEngine, type Engine } from '../../src/engine.js';
import type { FittedModel } from '../../src/fit/fittedModel.js';
import { fitRows } from '../../src/fit/fitRows.js';
import { defaultSettings } from '../../src/settings/settings.js';

import { evaluateAt, withThreshold } from '../../src/evaluation/evaluateAt.js';
import { evaluationFigures } from '../../src/evaluation/evaluationFigures.js';
import { parsePlan, type EvaluationPlan } from '../../src/evaluation/evaluationPlan.js';
import type { EvaluationSubject } from '../../src/evaluation/evaluationSubject.js';
import { runEvaluation, type EvaluationBasis, type EvaluationOutcome } from '../../src/evaluation/runEvaluation.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEP = 600_000;
const START = Date.UTC(2026, 4, 4);
const settings = { ...defaultSettings, stepMs: STEP };

function cpu(nDays: number): Series {
  const scenario = parseScenario({ nAnomaliesPerWeek: 0, burstChance: 0 });
  return simulate(scenario, { start: START, end: START + nDays * DAY - STEP, stepMs: STEP }).series;
}

function evaluated(outcome: EvaluationOutcome): EvaluationBasis {
  if (outcome.kind !== 'evaluated') {
    throw new Error(outcome.message);
  }
  return outcome;
}

describe('runEvaluation', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = createEngine(await loadProphet());
  });

  const run = (subject: Partial<EvaluationSubject> = {}, plan: Partial<EvaluationPlan> = {}) =>
    runEvaluation(engine, { name: 'web', series: cpu(20), settings, ...subject }, parsePlan(plan));

  it('plants anomalies in the held-out rows alone, and finds the large ones', async () => {
    const { heldOut, truth, evaluation } = evaluated(await run({}, { kinds: ['spike'], size: 25, ratio: 0.02 }));
    expect(heldOut.firstRow).toBe(16 * 144);
    expect(truth.labels.subarray(0, heldOut.firstRow).includes(1)).toBe(false);
    expect(truth.events.length).toBeGreaterThan(2);
    expect(evaluation.events.recall).toBe(1);
  });

  it('plants the same anomalies with the same seed and others with another', async () => {
    const startsWith = async (seed: number) =>
      evaluated(await run({}, { seed })).truth.events.map(({ start }) => start);
    const first = await startsWith(1);
    expect(await startsWith(1)).toEqual(first);
    expect(await startsWith(2)).not.toEqual(first);
  });

  it('keeps planted anomalies within the bounds of the series', async () => {
    const { heldOut } = evaluated(await run({ bounds: { lower: 0, upper: 1 } }, { size: 200 }));
    const values = heldOut.y.filter(Number.isFinite);
    expect(Math.max(...values)).toBeLessThanOrEqual(1);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  });

  it('has the weekly seasonality in folds too short for Prophet to turn it on', async () => {
    const { heldOut } = evaluated(await run({}, { trainingShare: 0.5 }));
    const { model } = engine.fit(fitRows(cpu(10), settings), settings);
    expect(model.seasonalities.map(({ name }) => name)).toEqual(['daily']);
    // A weekend day is told from a working day only by a weekly seasonality.
    const at = (time: number) => heldOut.forecast.yhat[heldOut.time.indexOf(time)];
    const [friday, sunday] = [START + 11 * DAY + 14 * HOUR, START + 13 * DAY + 14 * HOUR];
    expect(at(friday) - at(sunday)).toBeGreaterThan(0.03);
  });

  it('fits its folds within the bounds that the unit of the series gives, as a panel does', async () => {
    const fit = jest.fn(engine.fit);
    await runEvaluation({ ...engine, fit }, { name: 'web', series: cpu(20), settings }, parsePlan());
    const models = fit.mock.results.map(({ value }) => (value as FittedModel).model);
    expect(models.map(({ bounds }) => bounds.upper)).toEqual([1, 1]);
  });

  describe('of samples with an incident that nobody planted', () => {
    const series = cpu(20);
    const real = { start: START + 18 * DAY, end: START + 18 * DAY + 2 * HOUR };
    const y = series.y.map((value, row) =>
      series.time[row] >= real.start && series.time[row] <= real.end ? value + 0.4 : value,
    );
    const withIncident = { series: { ...series, y } };
    const plan = { kinds: ['spike' as const], size: 25, ratio: 0.02 };
    const answered = (isReal: boolean) => [{ ...real, isReal }];

    it('counts it neither as right nor as false until somebody says so', async () => {
      const { unplanted, evaluation, sweep, truth } = evaluated(await run(withIncident, plan));
      expect(unplanted).toHaveLength(1);
      expect(unplanted[0].isReal).toBeUndefined();
      expect(unplanted[0].start).toBeGreaterThanOrEqual(real.start);
      expect(unplanted[0].start).toBeLessThan(real.start + HOUR);
      expect(evaluation.events.unknownEvents).toHaveLength(1);
      expect(evaluation.events.falseEvents).toEqual([]);
      expect(evaluation.events.outcomes.map(({ event }) => event.kind)).not.toContain('real');
      // Nor is anything planted near it, or counted at another threshold.
      const isNear = ({ start }: { readonly start: number }) => Math.abs(start - real.start) < 2 * HOUR;
      expect(truth.events.filter(isNear)).toEqual([]);
      expect(sweep.flatMap(({ events }) => events.falseEvents.filter(isNear))).toEqual([]);
    });

    it('counts it as an event that was found once somebody calls it real', async () => {
      const { evaluation } = evaluated(await run({ ...withIncident, answers: answered(true) }, plan));
      const ofIt = evaluation.events.outcomes.filter(({ event }) => event.kind === 'real');
      expect(ofIt.map(({ isFound }) => isFound)).toEqual([true]);
      expect(evaluation.events.unknownEvents).toEqual([]);
    });

    it('counts it as false once somebody calls it false, and plants the same', async () => {
      const open = evaluated(await run(withIncident, plan));
      const { evaluation, truth } = evaluated(await run({ ...withIncident, answers: answered(false) }, plan));
      expect(evaluation.events.nFalse).toBe(1);
      expect(evaluation.events.unknownEvents).toEqual([]);
      expect(truth.events).toEqual(open.truth.events);
    });

    it('asks about the same incidents whatever the threshold multiplier', async () => {
      const at = async (thresholdMultiplier: number) =>
        evaluated(await run({ ...withIncident, settings: { ...settings, thresholdMultiplier } }, plan)).unplanted;
      expect(await at(6)).toEqual(await at(2));
    });
  });

  it('compares its forecast with naive ones on the samples as they came', async () => {
    const { comparison, evaluation } = evaluated(await run({}, { rows: 'rolling' }));
    expect(comparison.naive.map(({ kind }) => kind)).toEqual(['yesterday', 'lastWeek', 'weekMean']);
    expect(comparison.model.mae).toBeCloseTo(evaluation.quality.mae, 3);
    // Weekends are unlike the days before them, and noise of one week stands against another's.
    expect(comparison.model.mae).toBeLessThan(0.9 * Math.min(...comparison.naive.map(({ mae }) => mae)));
  });

  describe('of samples with a nightly job', () => {
    const plain = cpu(28);
    const nightly = (time: number) => (time % DAY >= 2 * HOUR && time % DAY < 2.5 * HOUR ? 0.3 : 0);
    const series = { ...plain, y: plain.y.map((value, row) => value + nightly(plain.time[row])) };
    const kinds = ['skippedJob', 'doubledJob', 'stoppedBatch'] as const;

    it('leaves a run out and doubles another, which adaptive finds', async () => {
      const { truth, evaluation, leftOut } = evaluated(await run({ series }, { kinds }));
      expect(truth.events.map(({ kind }) => kind).sort()).toEqual(['doubledJob', 'skippedJob']);
      truth.events.forEach(({ start, magnitude }) => {
        expect(start % DAY).toBe(2 * HOUR);
        expect(Math.abs(magnitude)).toBeCloseTo(0.3, 1);
      });
      expect(evaluation.events.recall).toBe(1);
      expect(leftOut).toEqual([{ kind: 'stoppedBatch', reason: 'nothing in the series returns several times a day' }]);
    });

    it('plants the same for classic, whose model knows no job', async () => {
      const classic = { ...settings, method: 'classic' as const };
      const { truth, evaluation } = evaluated(await run({ series, settings: classic }, { kinds }));
      expect(truth.events.map(({ kind }) => kind).sort()).toEqual(['doubledJob', 'skippedJob']);
      // It flags the job of every night, so that only the one that is left out is missed.
      expect(evaluation.byKind.map(({ kind, nFound }) => [kind, nFound]).sort()).toEqual([
        ['doubledJob', 1],
        ['skippedJob', 0],
      ]);
    });

    it('says that there is no job where the series has none', async () => {
      const { truth, leftOut } = evaluated(await run({ series: plain }, { kinds: ['skippedJob', 'spike'] }));
      expect(leftOut).toEqual([{ kind: 'skippedJob', reason: 'the series has no recurring job' }]);
      expect(new Set(truth.events.map(({ kind }) => kind))).toEqual(new Set(['spike']));
    });

    it('stops a batch that another period has brought to light', async () => {
      const batch = (time: number) => (time % (100 * MINUTE) < 20 * MINUTE ? 0.3 : 0);
      const batches = { ...plain, y: plain.y.map((value, row) => value + batch(plain.time[row])) };
      const { truth, evaluation } = evaluated(await run({ series: batches }, { kinds: ['stoppedBatch'] }));
      expect(truth.events.map(({ kind }) => kind)).toEqual(['stoppedBatch']);
      expect(evaluation.events.nFound).toBe(1);
    });
  });

  it('takes marked stretches as the truth', async () => {
    const spans = [{ start: START + 18 * DAY, end: START + 18 * DAY + HOUR, kind: 'outage' }];
    const { truth, evaluation } = evaluated(await run({ marked: { spans } }, { truth: 'annotations' }));
    expect(truth.labels.reduce((sum, label) => sum + label, 0)).toBe(7);
    expect(evaluation.byKind.map(({ kind }) => kind)).toEqual(['outage']);
  });

  it('neither fits nor scores excluded stretches', async () => {
    const exclusions = [{ start: START + 17 * DAY, end: START + 18 * DAY - STEP }];
    const { heldOut } = evaluated(await run({ settings: { ...settings, exclusions } }));
    expect(heldOut.folds[0].heldOut.nValues).toBe(3 * 144);
  });

  it('refits day after day when the origin rolls, and never fits what it has planted', async () => {
    const { heldOut } = evaluated(await run({}, { rows: 'rolling', ratio: 0.3, size: 20 }));
    expect(heldOut.folds).toHaveLength(10);
    expect(heldOut.folds.map(({ training }) => training.nValues)).toEqual(
      Array.from({ length: 10 }, (_, fold) => (10 + fold) * 144),
    );
    const clean = evaluated(await run({}, { rows: 'rolling', ratio: 0.01, size: 1 }));
    expect(heldOut.forecast).toEqual(clean.heldOut.forecast);
  });

  it('says what to do about too little history, and where nothing is left to score', async () => {
    expect(
      await run({ series: { ...cpu(1), time: cpu(1).time.subarray(0, 12), y: cpu(1).y.subarray(0, 12) } }),
    ).toEqual({
      kind: 'notEvaluated',
      message: expect.stringMatching(/^Too little history: 12 samples/) as string,
    });
    const marked = { spans: [], known: { start: START, end: START + DAY } };
    expect(await run({ marked }, { truth: 'field' })).toMatchObject({
      message: expect.stringMatching(/^No labeled row is left to score/) as string,
    });
  });

  it('reports its progress, and stops when it is cancelled', async () => {
    const controller = new AbortController();
    const onProgress = jest.fn(() => controller.abort(new Error('cancelled')));
    const job = runEvaluation(engine, { name: 'web', series: cpu(20), settings }, parsePlan({ rows: 'rolling' }), {
      signal: controller.signal,
      onProgress,
    });
    await expect(job).rejects.toThrow('cancelled');
    expect(onProgress).toHaveBeenCalledWith(expect.any(Number), 10 + 56 + 1);
  });
});

describe('runEvaluation of a model that is there', () => {
  const training = cpu(14);
  const fittedAt = async (engine: Engine) => engine.fit(fitRows(training, settings), settings);

  it('scores every sample after its training, and fits nothing', async () => {
    const prophet = await loadProphet();
    const fitted = await fittedAt(createEngine(prophet));
    const fit = jest.fn(prophet.fit);
    const engine = createEngine({ ...prophet, fit });
    const basis = evaluated(
      await runEvaluation(engine, { name: 'web', series: cpu(20), settings, fitted }, parsePlan()),
    );
    expect(fit).not.toHaveBeenCalled();
    expect(basis.fitted).toBe(fitted);
    expect(basis.heldOut.firstRow).toBe(14 * 144);
    expect(basis.heldOut.folds.map((fold) => fold.training)).toEqual([
      { start: START, end: START + 14 * DAY - STEP, nValues: 14 * 144 },
    ]);
    const { yhat } = engine.forecast(fitted, basis.heldOut.time, settings.intervalWidth);
    expect(basis.heldOut.forecast.yhat).toEqual(yhat);
  });

  it('needs nothing of its training: samples that all came later are enough', async () => {
    const engine = createEngine(await loadProphet());
    const fitted = await fittedAt(engine);
    const whole = cpu(20);
    const later = { ...whole, time: whole.time.slice(15 * 144), y: whole.y.slice(15 * 144) };
    const basis = evaluated(await runEvaluation(engine, { name: 'web', series: later, settings, fitted }, parsePlan()));
    expect(basis.heldOut.time).toHaveLength(5 * 144);
  });

  it('scores a model of another step classically, as a panel charts it', async () => {
    const engine = createEngine(await loadProphet());
    const fitted = await fittedAt(engine);
    const coarse = { ...settings, stepMs: HOUR };
    const hourly = ({ time, y, ...series }: Series) => ({
      ...series,
      time: time.filter((_, row) => row % 6 === 0),
      y: y.filter((_, row) => row % 6 === 0),
    });
    const series = hourly(cpu(20));
    const { heldOut } = evaluated(
      await runEvaluation(engine, { name: 'web', series, settings: coarse, fitted }, parsePlan()),
    );
    const charted = engine.detect({
      training: hourly(training),
      visible: { ...series, time: heldOut.time, y: series.y.subarray(heldOut.firstRow) },
      forecastEnd: heldOut.time[heldOut.time.length - 1],
      settings: coarse,
      fitted,
    });
    expect(heldOut.context.scoring).toBeUndefined();
    expect(charted).toMatchObject({ kind: 'detected', fitted: { adaptive: null }, forecast: heldOut.forecast });
  });

  it('says why it is not evaluated on what it has seen', async () => {
    const engine = createEngine(await loadProphet());
    const fitted = await fittedAt(engine);
    expect(await runEvaluation(engine, { name: 'web', series: cpu(14), settings, fitted }, parsePlan())).toEqual({
      kind: 'notEvaluated',
      message:
        'The saved model was fitted to samples up to 2026-05-17 23:50 UTC, and of those after that 0 are here (at least 10 are needed): a model is not evaluated on what it has seen. Show a time range after its training.',
    });
  });
});

describe('evaluationFigures(basis, evaluatedAt)', () => {
  it('says what was evaluated, on which samples, at which threshold', async () => {
    const engine = createEngine(await loadProphet());
    const basis = evaluated(await runEvaluation(engine, { name: 'web', series: cpu(20), settings }, parsePlan()));
    const figures = evaluationFigures(withThreshold(basis, 3), 7);
    expect(figures).toMatchObject({
      evaluatedAt: 7,
      subject: 'settings',
      start: START + 16 * DAY,
      end: START + 20 * DAY - STEP,
      nSamples: 4 * 144,
      thresholdMultiplier: 3,
    });
    const { points, events } = evaluateAt(basis, 3);
    expect([figures.recall, figures.eventRecall]).toEqual([points.recall, events.recall]);
  });
});

describe('evaluateAt', () => {
  it('gives what a whole evaluation at that threshold gives', async () => {
    const engine = createEngine(await loadProphet());
    const basis = evaluated(await runEvaluation(engine, { name: 'web', series: cpu(20), settings }, parsePlan()));
    const { heldOut, truth, evaluation } = basis;
    const whole = evaluate(heldOut, truth, { ...evaluation.options, thresholdMultiplier: 3 });
    // Curves over all thresholds are the same but for rounding, whichever threshold they were taken at.
    const { roc, precisionRecall, ...at3 } = evaluateAt(basis, 3);
    expect({ ...at3, roc: whole.roc, precisionRecall: whole.precisionRecall }).toEqual(whole);
    expect(roc.area).toBeCloseTo(whole.roc.area, 12);
    expect(precisionRecall.averagePrecision).toBeCloseTo(whole.precisionRecall.averagePrecision, 12);
    expect(evaluateAt(basis, 2)).toBe(evaluation);
  });
});
