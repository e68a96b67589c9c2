import {
  chronologicalSplit,
  evaluate,
  fBetaOf,
  forecastFolds,
  injectAnomalies,
  joinFolds,
  parseDetectionOptions,
  parseInjectionOptions,
  sweepThresholds,
  type EventScores,
  type InjectionKind,
  type PointScores,
} from 'foreband-detector';

import { detectionOptions, type Engine, foldForecaster, withSeasonalitiesOf } from 'foreband-engine';

import type { Contestant } from './contestant';
import { totalEvents } from './eventTotals';
import { STEP_MS, TRAINING_SHARE, type SimulatedSeries } from './simulatedSeries';

/** F1 of points and of events at one threshold multiplier. */
export interface TaskScores {
  readonly thresholdMultiplier: number;
  readonly pointF1: number;
  readonly eventF1: number;
}

/** A contestant on the task the Python detector was published with. */
export interface TaskResult {
  readonly name: string;
  /** At its own threshold. */
  readonly atOwn: TaskScores;
  /** At the multiplier with the best F1 of points, and with the best F1 of events. */
  readonly bestForPoints: TaskScores;
  readonly bestForEvents: TaskScores;
}

/** F1 that the Python detector was published with, by points, on labels of its own. */
export const PUBLISHED_F1 = 0.543;

const KINDS: readonly InjectionKind[] = ['spike', 'dip', 'drift'];
const RATIO = 0.05;
const SIZE = 6;

interface Scores {
  readonly thresholdMultiplier: number;
  readonly points: PointScores;
  readonly events: EventScores;
}

function evaluateSeries(engine: Engine, simulated: SimulatedSeries, contestant: Contestant): readonly Scores[] {
  const { series, seed, noise } = simulated;
  const chosen = { ...contestant.settings, stepMs: STEP_MS };
  const settings = withSeasonalitiesOf(engine.fit(series, chosen).model, chosen);
  const fold = chronologicalSplit(series.time.length, TRAINING_SHARE);
  const range = { start: series.time[fold.heldOut.from], end: series.time[fold.heldOut.to - 1] };
  const injection = parseInjectionOptions({ seed, kinds: KINDS, ratio: RATIO, size: SIZE, scale: noise, range });
  const { series: planted, truth } = injectAnomalies(series, injection);
  const heldOut = joinFolds(planted, forecastFolds(planted, [fold], foldForecaster(engine, settings)));
  const options = parseDetectionOptions(detectionOptions(settings));
  const { points, events } = evaluate(heldOut, truth, options);
  const own = { thresholdMultiplier: settings.thresholdMultiplier, points, events };
  return [own, ...sweepThresholds(heldOut, truth, options)];
}

function pooled(scores: readonly Scores[]): TaskScores {
  const count = (name: 'truePositives' | 'falsePositives' | 'falseNegatives') =>
    scores.reduce((total, { points }) => total + points[name], 0);
  return {
    thresholdMultiplier: scores[0].thresholdMultiplier,
    pointF1: fBetaOf(count('truePositives'), count('falsePositives'), count('falseNegatives'), 1),
    eventF1: totalEvents(scores.map(({ events }) => events)).f1,
  };
}

function best(rows: readonly TaskScores[], name: 'pointF1' | 'eventF1'): TaskScores {
  return rows.reduce((most, row) => (row[name] > most[name] ? row : most));
}

/**
 * The Python detector's own kind of task with labels that are right: spikes, dips and drifts of 6 standard deviations
 * in 5 % of the rows, 80 % for the fit and 20 % held out, every displaced point labeled.
 */
export function originalTask(engine: Engine, series: readonly SimulatedSeries[], contestant: Contestant): TaskResult {
  const evaluated = series.map((one) => evaluateSeries(engine, one, contestant));
  const [atOwn, ...swept] = evaluated[0].map((_, place) => pooled(evaluated.map((scores) => scores[place])));
  return {
    name: contestant.name,
    atOwn,
    bestForPoints: best(swept, 'pointF1'),
    bestForEvents: best(swept, 'eventF1'),
  };
}
