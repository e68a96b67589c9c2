import { ADAPTIVE_LEAD_MS, type Series, type TimeSpan } from 'foreband-detector';
import {
  type DatedSettings,
  type DetectedSeries,
  type DetectionOutcome,
  type Engine,
  rescore,
  type RollingModel,
} from 'foreband-engine';
import { seriesKey } from 'foreband-prometheus';

import type { SeriesSamples } from '../answer/querySamples';

import { joinRows, keepEmitted, rowsWithin, type EmittedRows } from './emittedRows';

/** The rows on screen at a poll, and how many of them may still change. */
export interface WatchWindow {
  /** Steps to show, as far as they are complete. */
  readonly visible: TimeSpan;
  /** The forecast is drawn up to here, epoch ms. */
  readonly forecastEnd: number;
  /** Samples up to here (epoch ms) will not change or appear any more. */
  readonly settledUntil: number;
}

/** Samples of a few steps without a hole, NaN where there is none. */
export type NextSteps = Pick<Series, 'time' | 'y'>;

/** The verbs of a watch. */
export type WatchEngine = Pick<Engine, 'detect' | 'roll'>;

// However long a page slept, so many models are enough to catch up with.
const MOST_MODELS = 24;

interface Watched {
  readonly base: DetectedSeries;
  readonly model: RollingModel;
  readonly rows: EmittedRows;
}

function rowsOf({ series, forecast }: DetectedSeries): EmittedRows {
  const { yhat, yhatLower, yhatUpper } = forecast;
  return { time: series.time, y: series.y, yhat, yhatLower, yhatUpper };
}

/** The rows before those on screen: what was emitted of them, before it what the model led in with. */
function leadOf({ lead, settings }: DetectedSeries, rows: EmittedRows): DetectedSeries['lead'] {
  const { time, y, ...forecast } = rows;
  if (lead === undefined || time.length === 0) {
    return lead;
  }
  // What was emitted reaches back far enough by itself once the model's own lead no longer ends where it begins.
  if ((lead.time.at(-1) ?? -Infinity) + settings.stepMs < time[0]) {
    return { time, y, forecast: { ...forecast, time } };
  }
  const before = rowsWithin({ ...lead.forecast, time: lead.time, y: lead.y }, -Infinity, time[0] - 1);
  const { time: times, y: samples, ...whole } = joinRows(before, { ...forecast, time, y });
  return { time: times, y: samples, forecast: { ...whole, time: times } };
}

function stepsAfter(time: number, end: number, stepMs: number): Float64Array {
  return Float64Array.from(
    { length: Math.max(0, Math.floor((end - time) / stepMs)) },
    (_, i) => time + (i + 1) * stepMs,
  );
}

// In order, and none before its predecessor: a late one holds up the others until it comes or is given up.
function fitOn(model: RollingModel, rows: EmittedRows, settledUntil: number): void {
  const next = rowsWithin(rows, model.next);
  const missing = next.y.findIndex((value, row) => Number.isNaN(value) && next.time[row] > settledUntil);
  const { y, yhat } = rowsWithin(next, -Infinity, missing < 0 ? Infinity : next.time[missing] - 1);
  model.append({ y, yhat });
}

function lateSamples(rows: EmittedRows, { time, y }: NextSteps, stepMs: number): Float64Array | undefined {
  let filled: Float64Array | undefined;
  for (let i = 0; i < time.length; i++) {
    const row = Math.round((time[i] - rows.time[0]) / stepMs);
    if (row < rows.y.length && Number.isNaN(rows.y[row]) && Number.isFinite(y[i])) {
      filled ??= rows.y.slice();
      filled[row] = y[i];
    }
  }
  return filled;
}

function extended(visible: Series, { time, y }: NextSteps): Series {
  const last = visible.time.at(-1) ?? -Infinity;
  const isNew = (_: number, row: number) => time[row] > last;
  return {
    ...visible,
    time: Float64Array.from([...visible.time, ...time.filter(isNew)]),
    y: Float64Array.from([...visible.y, ...y.filter(isNew)]),
  };
}

function isWithout({ time, y }: NextSteps, from: number): boolean {
  return y.some((value, row) => time[row] > from && Number.isNaN(value));
}

/** How a series is watched. */
export interface WatchOptions extends DatedSettings {
  readonly window: WatchWindow;
  /** The rows of the series that have been emitted already. */
  readonly earlier?: EmittedRows;
}

/**
 * One series under watch. By the classic score every sample is scored once, with the model of all that came before it; the
 * adaptive one scores the rows shown anew with each sample, by the model of the day.
 */
export class SeriesWatch {
  readonly key: string;
  private readonly stepMs: number;
  private readonly asked: DatedSettings;
  private readonly earlier: EmittedRows | undefined;
  private readonly training: Series;
  private visible: Series;
  private watched: Watched | undefined;
  private refused: DetectionOutcome | undefined;

  /**
   * The visible samples reach back to the end of the training, so that the model can be fitted on to what came
   * between.
   */
  constructor(
    private readonly engine: WatchEngine,
    { training, visible }: SeriesSamples,
    { settings, calendar, window, earlier }: WatchOptions,
  ) {
    this.key = seriesKey(visible.labels);
    this.asked = { settings, calendar };
    this.stepMs = settings.stepMs;
    this.earlier = earlier;
    this.training = training;
    this.visible = visible;
    this.open(window);
  }

  /** The rows emitted so far. */
  get rows(): EmittedRows | undefined {
    return this.watched?.rows;
  }

  /** The newest sample (epoch ms), or minus infinity. */
  get newest(): number {
    const { time, y } = this.samples;
    return time[y.findLastIndex(Number.isFinite)] ?? -Infinity;
  }

  /** Takes in what a poll brought; returns whether any of it is new. */
  take(steps: NextSteps, window: WatchWindow): boolean {
    if (this.watched === undefined) {
      this.visible = extended(this.visible, steps);
      this.open(window);
      return true;
    }
    const { rows, model } = this.watched;
    const filled = { ...rows, y: lateSamples(rows, steps, this.stepMs) ?? rows.y };
    const next = this.addSteps({ model, rows: filled }, steps, window);
    fitOn(model, next, window.settledUntil);
    const from = Math.min(window.visible.start - ADAPTIVE_LEAD_MS, model.next);
    this.watched = { ...this.watched, rows: rowsWithin(next, from) };
    return next.time.length > rows.time.length || filled.y !== rows.y;
  }

  /** Whether a sample of a series that is alive is missing and may still come. */
  isAwaiting({ settledUntil, visible }: WatchWindow): boolean {
    const isAlive = this.newest >= Math.min(settledUntil, visible.end) - this.stepMs;
    return isAlive && isWithout(this.samples, settledUntil);
  }

  /** The rows of the series in the window, or undefined where it has no sample there. */
  outcome({ visible, forecastEnd }: WatchWindow): DetectionOutcome | undefined {
    if (this.watched === undefined) {
      return this.refused;
    }
    const { base, model, rows } = this.watched;
    const present = rowsWithin(rows, visible.start);
    if (!present.y.some(Number.isFinite)) {
      return undefined;
    }
    const future = stepsAfter(visible.end, forecastEnd, this.stepMs);
    const unread = new Float64Array(future.length).fill(NaN);
    const all = future.length === 0 ? present : joinRows(present, { ...model.forecast(future), y: unread });
    const { time, y, ...forecast } = all;
    const series = { ...base.series, time, y };
    const lead = leadOf(base, rowsWithin(rows, -Infinity, visible.start - 1));
    return rescore({ ...base, series, lead, forecast: { ...base.forecast, ...forecast, time } }, this.asked.settings);
  }

  private get samples(): NextSteps {
    return this.watched?.rows ?? this.visible;
  }

  private open({ visible: { end } }: WatchWindow): void {
    const { engine, training, visible, asked } = this;
    const outcome = engine.detect({ training, visible, forecastEnd: end, ...asked });
    if (outcome.kind === 'detected') {
      // An adaptive model looks back on the day before with all that it knows.
      const earlier = outcome.fitted.adaptive === null ? this.earlier : undefined;
      const rows = keepEmitted(rowsWithin(rowsOf(outcome), -Infinity, end), earlier);
      this.watched = { base: outcome, model: engine.roll(outcome), rows };
    } else {
      this.refused = outcome;
    }
  }

  private addSteps({ model, rows }: Pick<Watched, 'model' | 'rows'>, steps: NextSteps, window: WatchWindow) {
    const time = stepsAfter(rows.time[rows.time.length - 1], window.visible.end, this.stepMs);
    const yAt = new Map(Array.from(steps.time, (moment, row) => [moment, steps.y[row]]));
    const blockSteps = Math.ceil(time.length / MOST_MODELS);
    let all = rows;
    for (let row = 0; row < time.length; row += blockSteps) {
      const block = time.slice(row, row + blockSteps);
      fitOn(model, all, window.settledUntil);
      const y = block.map((moment) => yAt.get(moment) ?? NaN);
      all = joinRows(all, { ...model.forecast(block), time: block, y });
    }
    return all;
  }
}
