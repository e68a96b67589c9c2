import { incidentRules } from '../detection/incidentRules.js';
import { mergeSpans } from '../series/mergeSpans.js';
import type { TimeSpan } from '../series/timeSpan.js';
import { adaptiveParameters, type AdaptiveParameters } from './adaptiveParameters.js';
import { adaptiveDefaults, type AdaptiveRows, type AdaptiveSettings } from './adaptiveRows.js';
import type { AdaptiveScores } from './adaptiveScores.js';
import type { AdaptiveState } from './adaptiveState.js';
import { adaptiveWindows, rowsIn, type AdaptiveWindows } from './adaptiveWindows.js';
import { BudgetPeaks } from './budgetPeaks.js';
import { fillDayRows, type DayRows } from './dayRows.js';
import { fillBand, fillScores } from './fillScores.js';
import { LargeRows } from './largeRows.js';
import { momentAtEnd, readingMoments, type ReadingMoment } from './readingMoments.js';
import { RecurringReader } from './recurringReader.js';
import { recurringSizesOf } from './recurringSizes.js';
import { fillDeviations, RowWindows } from './rowWindows.js';
import { createScoreColumns, scoresFrom, type ScoreColumns } from './scoreColumns.js';
import { startFactor } from './startFactor.js';
import type { RecurringBySlot } from './usual.js';
import { UsualReader } from './usualReader.js';

const DAY = 86_400_000;

/** How a series is replayed. */
export interface ReplayOptions extends AdaptiveSettings {
  /** Distance of the rows, milliseconds; must divide a day (see `adaptiveStepProblem`). */
  readonly stepMs: number;
  /** Size of the training values in the unit of the series (Prophet's `y_scale`), above 0. */
  readonly size: number;
  /** Standard deviation of the first forecast's noise: the scale until 24 values are known. Default NaN: unknown. */
  readonly ownDeviation: number;
  /** The budget: at most so many pages a week, above 0; null for none. Default 2. */
  readonly pagesPerWeek: number | null;
  /** Incidents in these spans do not count for the budget: those labeled true, and what is excluded. Default none. */
  readonly uncounted: readonly TimeSpan[];
  /** Constants other than Foreband's, for experiments. */
  readonly parameters: AdaptiveParameters;
}

/** Options as they are given: what is left out takes its default. */
export type ReplayOptionsInput = Pick<ReplayOptions, 'stepMs' | 'size'> & Partial<ReplayOptions>;

/** Rows scored as they would have been when they came in, and what is known at their end. */
export interface AdaptiveReplay {
  /** One row for each that was given; `score` is what would have paged then. */
  readonly scores: AdaptiveScores;
  /** The state after the last row: that of a model whose training ends there. */
  readonly state: AdaptiveState;
}

/**
 * Goes through a series once, row by row, each scored from the rows before it. What is usual is read anew at every
 * midnight of the clock, and every hour while the series is younger than three days.
 * @param rows their forecast must be out of sample, each day's by a fit on the days before it: residuals of the rows a
 * model was fitted to are too small.
 * @throws RangeError for a step that does not divide a day, or a budget that is not above 0.
 */
export function replayAdaptive(rows: AdaptiveRows, options: ReplayOptionsInput): AdaptiveReplay {
  const { pagesPerWeek = null } = options;
  if (pagesPerWeek !== null && !(pagesPerWeek > 0)) {
    throw new RangeError(`invalid pagesPerWeek: ${pagesPerWeek} (expected above 0, or null)`);
  }
  return new Replay(rows, {
    ...adaptiveDefaults,
    ownDeviation: NaN,
    pagesPerWeek: 2,
    uncounted: [],
    parameters: adaptiveParameters,
    ...options,
  }).run();
}

class Replay {
  private readonly windows: AdaptiveWindows;
  private readonly dayRows: DayRows;
  private readonly columns: ScoreColumns;
  private readonly rowWindows: RowWindows;
  private readonly large: { readonly deviations: LargeRows; readonly biases: LargeRows };
  private readonly usual: UsualReader;
  private readonly recurringReader: RecurringReader;
  private recurring: RecurringBySlot;
  private readonly budgetPeaks: BudgetPeaks;
  /** The first row with a sample; as many as there are rows if none has one. */
  private readonly first: number;
  /** The threshold without budget and age. */
  private readonly base: number;
  private budget = 1;

  constructor(
    private readonly rows: AdaptiveRows,
    private readonly options: ReplayOptions,
  ) {
    const { stepMs, parameters, uncounted, localTime } = options;
    const nRows = rows.time.length;
    this.windows = adaptiveWindows(stepMs, parameters);
    this.columns = createScoreColumns(nRows);
    this.dayRows = { day: new Int32Array(nRows), slot: this.columns.slot };
    fillDayRows(rows.time, stepMs, localTime, this.dayRows);
    this.rowWindows = new RowWindows(this.windows, rows.time.at(0) ?? 0);
    this.budgetPeaks = new BudgetPeaks(rowsIn(incidentRules.quietMs, stepMs), mergeSpans(uncounted));
    this.base = options.thresholdMultiplier / 2;
    this.first = this.measure();
    const { deviation, meanResidual } = this.columns;
    const { day, hour, recurringReach, scale, sustained } = this.windows;
    const longest = Math.max(scale, parameters.recurringDays * day + recurringReach + hour);
    this.large = { deviations: new LargeRows(deviation, longest), biases: new LargeRows(meanResidual, longest) };
    this.usual = new UsualReader(this.columns, this.large, this.first + sustained, this.windows, parameters, options);
    this.recurringReader = new RecurringReader(
      deviation,
      this.large.deviations,
      this.dayRows,
      this.first,
      this.windows,
      parameters,
    );
    this.recurring = { above: new Float64Array(this.windows.day), below: new Float64Array(this.windows.day) };
  }

  run(): AdaptiveReplay {
    const { columns, first, dayRows, windows } = this;
    const { stepMs, localTime } = this.options;
    const timed = { time: this.rows.time, residual: columns.residual, first, dayRows };
    const end = momentAtEnd(timed, stepMs, localTime);
    let from = 0;
    for (const moment of [...readingMoments(timed, windows), end]) {
      this.scoreStretch(from, moment.row);
      this.read(moment);
      from = moment.row;
    }
    return { scores: scoresFrom(columns, 0), state: this.stateAt(end) };
  }

  /** Fills what does not depend on what is usual. The level of the first sample is the sample itself. */
  private measure(): number {
    const { columns, rows, rowWindows, options } = this;
    const nRows = rows.time.length;
    rowWindows.measure(rows, 0, nRows, columns);
    const found = columns.residual.findIndex((value) => !Number.isNaN(value));
    if (found !== -1) {
      columns.level[found] = columns.residual[found];
    }
    fillDeviations(rows.yhat, options.bounds, 0, nRows, columns);
    return found === -1 ? nRows : found;
  }

  /** Scores rows between two moments at which what is usual is read. */
  private scoreStretch(from: number, to: number): void {
    const { columns, rows, usual, first, windows } = this;
    const { parameters, bounds } = this.options;
    const stretch = {
      recurring: this.recurring,
      from,
      to,
      slowFrom: windows.isFine ? first + windows.day : Infinity,
      scoredFrom: first + windows.warmup,
    };
    this.fillThresholds(from, to);
    this.rowWindows.compare(usual.scale, parameters, from, to, columns);
    fillScores(columns, stretch, usual, parameters);
    fillBand(columns, rows, bounds, stretch, parameters.spikeScales * usual.scale);
    this.usual.take(from, to);
    this.large.deviations.take(to);
    this.large.biases.take(to);
    this.countStretch(from, to);
  }

  private fillThresholds(from: number, to: number): void {
    const { first, windows, base, budget } = this;
    const { threshold } = this.columns;
    threshold.fill(base * budget, from, to);
    for (let row = from; row < Math.min(to, first + windows.start); row++) {
      threshold[row] = base * startFactor(Math.max(0, row - first), windows) * budget;
    }
  }

  /** Every page that would be sent without a budget counts for it. */
  private countStretch(from: number, to: number): void {
    const { score } = this.columns;
    for (let row = from; row < to; row++) {
      if (score[row] >= this.base && score[row] >= this.base * startFactor(row - this.first, this.windows)) {
        this.budgetPeaks.take(row, this.rows.time[row], score[row]);
      }
    }
  }

  private read(moment: ReadingMoment): void {
    if (moment.isReading) {
      this.usual.read(moment);
      this.readBudget(moment);
    }
    this.recurring = this.recurringReader.read(moment, this.options.parameters.recurringFrom * this.usual.scale);
  }

  private readBudget(moment: ReadingMoment): void {
    const { parameters, pagesPerWeek, stepMs } = this.options;
    if (pagesPerWeek !== null) {
      const budgetMs = parameters.budgetDays * DAY;
      const knownMs = Math.min(budgetMs, moment.age * stepMs);
      const limit = this.budgetPeaks.limit(moment.time - budgetMs, knownMs, pagesPerWeek);
      this.budget = Math.min(parameters.budgetMax, Math.max(1, limit / this.base));
    }
  }

  private stateAt({ time, age }: ReadingMoment): AdaptiveState {
    const { stepMs } = this.options;
    const { scale, leastScale, unrestMean, unrestDeviation, biasScale } = this.usual;
    return {
      stepMs,
      end: time,
      ageMs: age * stepMs,
      scale: Number.isFinite(scale) ? scale : leastScale,
      recurring: {
        above: recurringSizesOf(this.recurring.above, stepMs),
        below: recurringSizesOf(this.recurring.below, stepMs),
      },
      unrest: Number.isFinite(unrestDeviation) ? { mean: unrestMean, deviation: unrestDeviation } : null,
      biasScale: Number.isFinite(biasScale) ? biasScale : null,
      budget: this.budget,
    };
  }
}
