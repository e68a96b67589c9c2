import { durationText, percentText } from 'foreband-detector';
import type { Forecast } from 'prophet-wasm';

import type { SavedModel } from '../format/savedModel.js';

/** Why a model is stale. */
export interface StaleReason {
  readonly kind: 'age' | 'drift' | 'coverage' | 'step' | 'unit' | 'labels';
  /** A clause for the reader, as `its training ended 40 d ago`. */
  readonly text: string;
}

/** A model's series as it is at present. */
export interface SeenSeries {
  readonly labels: Readonly<Record<string, string>>;
  /** Grafana's unit of the samples; null where none is set. */
  readonly unit: string | null;
  readonly stepMs: number;
  /** Samples and the model's forecast for them, epoch ms and columns of one length; NaN where there is no sample. */
  readonly time: Float64Array;
  readonly y: Float64Array;
  readonly forecast: Pick<Forecast, 'yhat' | 'yhatLower' | 'yhatUpper'>;
  /** The share of the samples that the interval promises to hold, 0 to 1. */
  readonly intervalWidth: number;
  /** Epoch ms. */
  readonly now: number;
}

const DAY_MS = 86_400_000;

/** A model is too old once as much time has passed as its training took, and not before a week. */
const LEAST_AGE_MS = 7 * DAY_MS;

/** Samples tell something from a day of them on: within hours they hang together. */
const LEAST_SPAN_MS = DAY_MS;

/** Samples may miss the interval so many times as often as promised. */
const MOST_MISSES = 3;

interface FreshRows {
  readonly spanMs: number;
  readonly residuals: Float64Array;
  readonly nHeld: number;
}

// What the model was fitted to, it meets by itself.
function freshRows({ time, y, forecast }: SeenSeries, fittedUntil: number): FreshRows {
  const { yhat, yhatLower, yhatUpper } = forecast;
  const residuals: number[] = [];
  let nHeld = 0;
  let first = NaN;
  let last = NaN;
  for (let row = 0; row < time.length; row++) {
    const residual = y[row] - yhat[row];
    if (time[row] > fittedUntil && Number.isFinite(residual)) {
      first = residuals.length === 0 ? time[row] : first;
      last = time[row];
      residuals.push(residual);
      nHeld += y[row] >= yhatLower[row] && y[row] <= yhatUpper[row] ? 1 : 0;
    }
  }
  return { spanMs: last - first, residuals: Float64Array.from(residuals), nHeld };
}

function ageReason({ training }: SavedModel, now: number): StaleReason[] {
  const ageMs = now - training.end;
  return ageMs <= Math.max(LEAST_AGE_MS, training.end - training.start)
    ? []
    : [{ kind: 'age', text: `its training ended ${durationText(ageMs)} ago` }];
}

// The median, so that an anomaly is no drift.
function driftReason({ model, quality }: SavedModel, residuals: Float64Array): StaleReason[] {
  const usual = quality?.rmse ?? model.params.sigmaObs * model.scaling.yScale;
  const middle = residuals.slice().sort()[residuals.length >> 1];
  const direction = middle > 0 ? 'above' : 'below';
  return Math.abs(middle) <= usual
    ? []
    : [{ kind: 'drift', text: `the samples have moved ${direction} its forecast by more than its usual error` }];
}

function coverageReason({ intervalWidth }: SeenSeries, { residuals, nHeld }: FreshRows): StaleReason[] {
  const held = nHeld / residuals.length;
  return 1 - held <= MOST_MISSES * (1 - intervalWidth)
    ? []
    : [
        {
          kind: 'coverage',
          text: `its interval holds ${percentText(held)} of the samples instead of ${percentText(intervalWidth)}`,
        },
      ];
}

function labelsText(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${pairs.map(([name, value]) => `${name}="${value}"`).join(', ')}}`;
}

function mismatches(saved: SavedModel, { labels, unit, stepMs }: SeenSeries): StaleReason[] {
  const reasons: StaleReason[] = [];
  const { settings } = saved;
  if (stepMs !== settings.stepMs) {
    const text = `the step is ${durationText(stepMs)} instead of ${durationText(settings.stepMs)}`;
    reasons.push({ kind: 'step', text });
  }
  // Whoever has set no unit says nothing of the data.
  if (unit !== null && saved.unit !== null && unit !== saved.unit) {
    reasons.push({ kind: 'unit', text: `the unit is ${unit} instead of ${saved.unit}` });
  }
  const [own, seen] = [labelsText(saved.series.labels), labelsText(labels)];
  return own === seen ? reasons : [...reasons, { kind: 'labels', text: `the labels are ${seen} instead of ${own}` }];
}

/**
 * Why a model should be refitted, gravest first; nothing where it need not. Drift and coverage count once a day of samples
 * later than its training is there.
 */
export function staleness(saved: SavedModel, seen: SeenSeries): readonly StaleReason[] {
  const fresh = freshRows(seen, saved.training.end);
  const ofSamples =
    fresh.spanMs >= LEAST_SPAN_MS - seen.stepMs
      ? [...driftReason(saved, fresh.residuals), ...coverageReason(seen, fresh)]
      : [];
  return [...mismatches(saved, seen), ...ofSamples, ...ageReason(saved, seen.now)];
}
