import { adaptiveParameters } from './adaptiveParameters.js';
import type { AdaptiveRows, AdaptiveSettings } from './adaptiveRows.js';
import type { AdaptiveState } from './adaptiveState.js';
import { adaptiveWindows, type AdaptiveWindows } from './adaptiveWindows.js';
import { slotAt } from './dayRows.js';
import { fillBand, fillScores } from './fillScores.js';
import { bySlotOf } from './recurringSizes.js';
import { fillDeviations, RowWindows } from './rowWindows.js';
import type { ScoreColumns } from './scoreColumns.js';
import { startFactor } from './startFactor.js';
import type { RecurringBySlot, Usual } from './usual.js';

/** Scores rows with the state of a fitted model, stretch after stretch. */
export class StateScorer {
  private readonly windows: AdaptiveWindows;
  private readonly rowWindows: RowWindows;
  private readonly usual: Usual;
  private readonly recurring: RecurringBySlot;

  /** @param firstTime of the first row, epoch milliseconds. */
  constructor(
    private readonly state: AdaptiveState,
    private readonly settings: AdaptiveSettings,
    firstTime: number,
  ) {
    const { stepMs, scale, unrest, biasScale, recurring } = state;
    this.windows = adaptiveWindows(stepMs, adaptiveParameters);
    this.rowWindows = new RowWindows(this.windows, firstTime);
    this.usual = {
      scale,
      unrestMean: unrest?.mean ?? 0,
      unrestDeviation: unrest?.deviation ?? Infinity,
      biasScale: biasScale ?? Infinity,
    };
    this.recurring = {
      above: bySlotOf(recurring.above, this.windows.day, stepMs),
      below: bySlotOf(recurring.below, this.windows.day, stepMs),
    };
  }

  /** Takes the rows `from <= row < to`, which follow those taken before, and fills their scores. */
  score(rows: AdaptiveRows, from: number, to: number, columns: ScoreColumns): void {
    this.rowWindows.measure(rows, from, to, columns);
    this.fillFrom(rows, from, to, columns);
  }

  /** Fills what is expected of the rows after the last that was taken: the level fades from there. */
  expect(rows: AdaptiveRows, from: number, to: number, columns: ScoreColumns): void {
    const { residual, level } = columns;
    for (let i = from; i < to; i++) {
      residual[i] = NaN;
      level[i] = level[from] * 0.5 ** ((rows.time[i] - rows.time[from]) / adaptiveParameters.levelHalfLifeMs);
    }
    this.fillFrom(rows, from, to, columns);
  }

  private fillFrom(rows: AdaptiveRows, from: number, to: number, columns: ScoreColumns): void {
    const { bounds } = this.settings;
    const { spikeScales } = adaptiveParameters;
    const { isFine, day, warmup } = this.windows;
    const start = rows.time[from];
    const slowFrom = isFine ? from + this.rowsUntilAge(day, start) : Infinity;
    const scoredFrom = from + this.rowsUntilAge(warmup, start);
    fillDeviations(rows.yhat, bounds, from, to, columns);
    this.fillTerms(rows.time, from, to, columns);
    this.rowWindows.compare(this.usual.scale, adaptiveParameters, from, to, columns);
    const stretch = { from, to, slowFrom, scoredFrom, recurring: this.recurring };
    fillScores(columns, stretch, this.usual, adaptiveParameters);
    fillBand(columns, rows, bounds, stretch, spikeScales * this.usual.scale);
  }

  private fillTerms(time: Float64Array, from: number, to: number, columns: ScoreColumns): void {
    const { settings, windows } = this;
    const { slot, threshold } = columns;
    const { localTime } = settings;
    const { stepMs, budget } = this.state;
    const base = (settings.thresholdMultiplier / 2) * budget;
    for (let i = from; i < to; i++) {
      slot[i] = slotAt(localTime(time[i]), stepMs);
      threshold[i] = base;
    }
    const startEnd = Math.min(to, from + this.rowsUntilAge(windows.start, time[from]));
    for (let i = from; i < startEnd; i++) {
      threshold[i] = base * startFactor(this.ageAt(time[i]), windows);
    }
  }

  /** Rows since the series began. The training is looked back on with all that is known at its end. */
  private ageAt(time: number): number {
    return Math.round((this.state.ageMs + Math.max(0, time - this.state.end)) / this.state.stepMs);
  }

  private rowsUntilAge(age: number, time: number): number {
    const { ageMs, end, stepMs } = this.state;
    const missing = age - Math.round(ageMs / stepMs);
    return missing <= 0 ? 0 : Math.max(0, Math.round((end - time) / stepMs) + missing);
  }
}
