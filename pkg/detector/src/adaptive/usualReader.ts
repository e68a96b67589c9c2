import { median } from 'd3-array';

import type { AdaptiveParameters } from './adaptiveParameters.js';
import type { AdaptiveWindows } from './adaptiveWindows.js';
import type { LargeRows } from './largeRows.js';
import type { ReadingMoment } from './readingMoments.js';
import type { ScoreColumns } from './scoreColumns.js';
import type { Usual } from './usual.js';

const TINY = 1e-300;

/** Reads from the rows so far what is usual: the scale of the deviations, their unrest, the scale of the bias. */
export class UsualReader implements Usual {
  scale: number;
  unrestMean = 0;
  unrestDeviation = Infinity;
  biasScale = Infinity;

  /** How many rows before each have a value. */
  private readonly nKnown: Int32Array;
  // Sums over all rows before each: an unrest is capped and its deviation has a least value, so differences stay exact.
  private readonly unrestSums: Float64Array;
  private readonly unrestSquares: Float64Array;
  private readonly dailySizes: number[] = [];
  /** The smallest scale there is. */
  readonly leastScale: number;

  /**
   * @param columns of the whole series; read up to the rows that were taken.
   * @param large rows of its deviations and mean residuals.
   * @param unrestFrom the first row whose window of unrest is full.
   * @param size of the training values, in the unit of the series, above 0.
   * @param ownDeviation the forecast's own standard deviation: the scale until enough values are known. NaN: unknown.
   */
  constructor(
    private readonly columns: ScoreColumns,
    private readonly large: { readonly deviations: LargeRows; readonly biases: LargeRows },
    private readonly unrestFrom: number,
    private readonly windows: AdaptiveWindows,
    private readonly parameters: AdaptiveParameters,
    { size, ownDeviation }: { readonly size: number; readonly ownDeviation: number },
  ) {
    const nRows = columns.score.length;
    this.nKnown = new Int32Array(nRows + 1);
    this.unrestSums = new Float64Array(nRows + 1);
    this.unrestSquares = new Float64Array(nRows + 1);
    this.leastScale = Math.max((parameters.leastDeviation * size) / parameters.spikeScales, TINY);
    this.scale = ownDeviation > 0 ? Math.max(ownDeviation, this.leastScale) : Infinity;
  }

  /** Takes the rows `from <= row < to` once they are scored. */
  take(from: number, to: number): void {
    const { deviation, unrest } = this.columns;
    const { nKnown, unrestSums, unrestSquares, unrestFrom } = this;
    let count = nKnown[from];
    let sum = unrestSums[from];
    let squares = unrestSquares[from];
    for (let i = from; i < to; i++) {
      const isKnown = !Number.isNaN(deviation[i]);
      const counted = isKnown && i >= unrestFrom ? unrest[i] : 0;
      count += isKnown ? 1 : 0;
      sum += counted;
      squares += counted * counted;
      nKnown[i + 1] = count;
      unrestSums[i + 1] = sum;
      unrestSquares[i + 1] = squares;
    }
  }

  read({ row, age, isNewDay }: Pick<ReadingMoment, 'row' | 'age' | 'isNewDay'>): void {
    const { day, scale, young } = this.windows;
    const { deviations, biases } = this.large;
    if (this.countFrom(row - scale, row) >= this.parameters.leastValues) {
      if (isNewDay && this.countFrom(row - day, row) > 0) {
        this.dailySizes.push(this.quantileOf(deviations, row - day, row));
      }
      const size = this.quantileOf(deviations, row - scale, row);
      const bias = this.quantileOf(biases, row - scale, row);
      this.scale = this.scaleOf(age < young ? size : Math.min(size, this.cap()));
      this.biasScale = this.scaleOf(bias);
      deviations.expect(Math.min(size, this.parameters.recurringFrom * this.scale));
      biases.expect(bias);
    }
    if (age >= day) {
      this.readUnrest(row);
    }
  }

  private scaleOf(size: number): number {
    return Math.max(size / this.parameters.normalQuantile, this.leastScale);
  }

  /** No single week widens the scale beyond what most days know. */
  private cap(): number {
    const { scaleCap, scaleCapDays } = this.parameters;
    const usual = median(this.dailySizes.slice(-scaleCapDays)) ?? 0;
    return usual > 0 ? scaleCap * usual : Infinity;
  }

  private readUnrest(row: number): void {
    const { unrestDays, leastUnrestDeviation } = this.parameters;
    const from = Math.max(this.unrestFrom, row - unrestDays * this.windows.day);
    const count = this.countFrom(from, row);
    if (count > 0) {
      const mean = (this.unrestSums[row] - this.unrestSums[from]) / count;
      const variance = (this.unrestSquares[row] - this.unrestSquares[from]) / count - mean * mean;
      this.unrestMean = mean;
      this.unrestDeviation = Math.max(Math.sqrt(Math.max(0, variance)), leastUnrestDeviation);
    }
  }

  private countFrom(from: number, to: number): number {
    return this.nKnown[to] - this.nKnown[Math.max(0, from)];
  }

  private quantileOf(rows: LargeRows, from: number, to: number): number {
    return rows.quantile(Math.max(0, from), this.countFrom(from, to), this.parameters.scaleQuantile);
  }
}
