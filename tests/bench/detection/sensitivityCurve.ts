import {
  injectAnomalies,
  parseInjectionOptions,
  placeEvents,
  scoreEvents,
  scoresByKind,
  type EventScores,
} from 'foreband-detector';

import { type Engine, withSeasonalitiesOf } from 'foreband-engine';

import type { Contestant } from './contestant';
import { totalEvents, type EventTotals } from './eventTotals';
import { plantedKinds, STEP_MS, type SimulatedSeries } from './simulatedSeries';

/** Sizes of the planted anomalies, in standard deviations of the noise: 3, 3.5 and so on to 8. */
export const plantedSizes: readonly number[] = Array.from({ length: 11 }, (_, place) => 3 + place / 2);

/** A contestant at one size of anomaly. */
export interface CurvePoint {
  readonly size: number;
  readonly events: EventTotals;
  /** Recall by kind. */
  readonly recallByKind: Readonly<Record<string, number>>;
}

/** A contestant on simulated series. */
export interface SensitivityCurve {
  readonly name: string;
  readonly points: readonly CurvePoint[];
  /** Mean of the models' own sigmaObs, in standard deviations of the noise. */
  readonly meanSigma: number;
}

const RATIO = 0.05;
// Of level shifts, which are long, only one fits into the held-out rows at a time.
const DRAWS = 3;

interface Evaluated {
  readonly bySize: ReadonlyArray<readonly EventScores[]>;
  readonly sigma: number;
}

function evaluateSeries(
  engine: Engine,
  simulated: SimulatedSeries,
  contestant: Contestant,
  sizes: readonly number[],
): Evaluated {
  const { series, firstHeldOut, noise, seed } = simulated;
  const chosen = { ...contestant.settings, stepMs: STEP_MS };
  const settings = withSeasonalitiesOf(engine.fit(series, chosen).model, chosen);
  const cut = (y: Float64Array, from: number, to: number) => ({
    ...series,
    time: series.time.subarray(from, to),
    y: y.subarray(from, to),
  });
  const training = cut(series.y, 0, firstHeldOut);
  const range = { start: series.time[firstHeldOut], end: series.time[series.time.length - 1] };
  let sigma = NaN;
  const evaluateDraw = (size: number, draw: number) => {
    const injection = { seed: seed * DRAWS + draw, kinds: plantedKinds, ratio: RATIO, size, scale: noise, range };
    const { series: planted, truth } = injectAnomalies(series, parseInjectionOptions(injection));
    const visible = cut(planted.y, firstHeldOut, planted.time.length);
    const outcome = engine.detect({ training, visible, forecastEnd: range.end, settings });
    if (outcome.kind !== 'detected') {
      throw new Error(`seed ${seed}: ${outcome.message}`);
    }
    const { detection, fitted } = outcome;
    const { model } = fitted;
    sigma = (model.params.sigmaObs * model.scaling.yScale) / noise;
    return scoreEvents(detection, placeEvents(visible.time, detection.score, truth.events));
  };
  const bySize = sizes.map((size) => Array.from({ length: DRAWS }, (_, draw) => evaluateDraw(size, draw)));
  return { bySize, sigma };
}

function pointOf(size: number, scores: readonly EventScores[]): CurvePoint {
  const byKind = scoresByKind(scores.flatMap(({ outcomes }) => outcomes));
  return {
    size,
    events: totalEvents(scores),
    recallByKind: Object.fromEntries(byKind.map(({ kind, recall }) => [kind, recall])),
  };
}

/** How much of what is planted in the held-out rows a contestant finds, size by size. */
export function sensitivityCurve(
  engine: Engine,
  series: readonly SimulatedSeries[],
  contestant: Contestant,
  sizes: readonly number[] = plantedSizes,
): SensitivityCurve {
  const evaluated = series.map((one) => evaluateSeries(engine, one, contestant, sizes));
  return {
    name: contestant.name,
    points: sizes.map((size, place) =>
      pointOf(
        size,
        evaluated.flatMap(({ bySize }) => bySize[place]),
      ),
    ),
    meanSigma: evaluated.reduce((total, { sigma }) => total + sigma, 0) / evaluated.length,
  };
}
