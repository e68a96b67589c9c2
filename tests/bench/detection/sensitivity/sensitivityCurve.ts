import {
  injectAnomalies,
  parseInjectionOptions,
  placeEvents,
  scoreEvents,
  scoresByKind,
  type EventScores,
  type TimeSpan,
} from 'foreband-detector';

import { totalEvents, type EventTotals } from './eventTotals';
import type { HeldOutDetector } from './heldOutDetectors';
import { plantedKinds, type SimulatedSeries } from './simulatedSeries';

/** Sizes of the planted anomalies, in standard deviations of the noise: 3, 3.5 and so on to 8. */
export const plantedSizes: readonly number[] = Array.from({ length: 11 }, (_, place) => 3 + place / 2);

/** A detector at one size of anomaly. */
export interface CurvePoint {
  readonly size: number;
  readonly events: EventTotals;
  /** Recall by kind. */
  readonly recallByKind: Readonly<Record<string, number>>;
}

/** A detector on simulated series. */
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

function evaluateSeries(simulated: SimulatedSeries, detector: HeldOutDetector, sizes: readonly number[]): Evaluated {
  const { series, firstHeldOut, noise, seed } = simulated;
  const { sigma, flag } = detector.fit({
    time: series.time.subarray(0, firstHeldOut),
    y: series.y.subarray(0, firstHeldOut),
  });
  const time = series.time.subarray(firstHeldOut);
  const range = { start: time[0], end: time[time.length - 1] };
  const evaluateDraw = (size: number, draw: number) => {
    const injection = { seed: seed * DRAWS + draw, kinds: plantedKinds, ratio: RATIO, size, scale: noise, range };
    const { series: planted, truth } = injectAnomalies(series, parseInjectionOptions(injection));
    const flagged = flag({ time, y: planted.y.subarray(firstHeldOut) });
    const scores = scoreEvents(flagged, placeEvents(time, flagged.score, truth.events));
    return { ...scores, nFalse: countFalse(flagged.incidents, truth.events) };
  };
  const bySize = sizes.map((size) => Array.from({ length: DRAWS }, (_, draw) => evaluateDraw(size, draw)));
  return { bySize, sigma: sigma / noise };
}

/** Incidents that reach into nothing planted: an incident goes on after its event, and is not wrong for that. */
function countFalse(incidents: readonly TimeSpan[], events: readonly TimeSpan[]): number {
  return incidents.filter(({ start, end }) => !events.some((event) => event.start <= end && event.end >= start)).length;
}

function pointOf(size: number, scores: readonly EventScores[]): CurvePoint {
  const byKind = scoresByKind(scores.flatMap(({ outcomes }) => outcomes));
  return {
    size,
    events: totalEvents(scores),
    recallByKind: Object.fromEntries(byKind.map(({ kind, recall }) => [kind, recall])),
  };
}

/** How much of what is planted in the held-out rows a detector flags, size by size. */
export function sensitivityCurve(
  series: readonly SimulatedSeries[],
  detector: HeldOutDetector,
  sizes: readonly number[] = plantedSizes,
): SensitivityCurve {
  const evaluated = series.map((one) => evaluateSeries(one, detector, sizes));
  return {
    name: detector.name,
    points: sizes.map((size, place) =>
      pointOf(
        size,
        evaluated.flatMap(({ bySize }) => bySize[place]),
      ),
    ),
    meanSigma: evaluated.reduce((total, { sigma }) => total + sigma, 0) / evaluated.length,
  };
}
