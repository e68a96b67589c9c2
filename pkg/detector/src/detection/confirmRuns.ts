import { pointStates, type FilteredPoints } from './filterPoints.js';

/** An anomaly as rows: from its first to its last point outside. */
export interface ConfirmedRun {
  /** Row of its first point. */
  readonly first: number;
  /** Row of its last point. */
  readonly last: number;
  /** Row at which N of M was reached. */
  readonly confirmed: number;
  /** True when nothing after it has ended it. */
  readonly isOpen: boolean;
}

/**
 * Applies N of M and finds the runs. A run opens when N of the last M measured points lie outside on one side, and
 * starts at the earliest of those; a point beyond a limit opens it at once. It goes on until M measured points in a
 * row are quiet, a point lies outside on the other side, more than M points in a row are missing, or an excluded
 * point comes. It ends at its last point outside.
 * @param take called with the row of every point that belongs to a run, in ascending order.
 */
export function confirmRuns(
  { state, side }: Pick<FilteredPoints, 'state' | 'side'>,
  { n, m }: { readonly n: number; readonly m: number },
  take: (row: number) => void,
): readonly ConfirmedRun[] {
  const finder = new RunFinder(n, m, take);
  for (let row = 0; row < state.length; row++) {
    finder.next(row, state[row], side[row]);
  }
  return finder.finish();
}

class RunFinder {
  private readonly runs: ConfirmedRun[] = [];
  // Rows outside that wait for their N of M, and their places among the measured points.
  private readonly waiting: { readonly row: number; readonly place: number }[] = [];
  private run: { first: number; last: number; confirmed: number } | undefined;
  private side = 0;
  private place = 0;
  private nQuiet = 0;
  private nMissing = 0;

  constructor(
    private readonly n: number,
    private readonly m: number,
    private readonly take: (row: number) => void,
  ) {}

  next(row: number, state: number, side: number): void {
    if (state === pointStates.missing) {
      this.nMissing++;
      return;
    }
    if (state === pointStates.excluded || this.nMissing > this.m) {
      this.close();
    }
    this.nMissing = 0;
    this.place++;
    if (state === pointStates.quiet) {
      this.passQuiet();
    } else if (state !== pointStates.excluded) {
      this.passOutside(row, side, state === pointStates.beyondLimit);
    }
  }

  finish(): readonly ConfirmedRun[] {
    this.close(true);
    return this.runs;
  }

  private passQuiet(): void {
    this.nQuiet++;
    if (this.nQuiet >= this.m) {
      this.close();
    }
  }

  private passOutside(row: number, side: number, isBeyondLimit: boolean): void {
    if (side !== this.side) {
      this.close();
      this.side = side;
    }
    this.nQuiet = 0;
    if (this.run !== undefined) {
      this.run.last = row;
      this.take(row);
      return;
    }
    while (this.waiting.length > 0 && this.place - this.waiting[0].place >= this.m) {
      this.waiting.shift();
    }
    this.waiting.push({ row, place: this.place });
    if (isBeyondLimit || this.waiting.length >= this.n) {
      this.run = { first: this.waiting[0].row, last: row, confirmed: row };
      this.waiting.forEach((point) => this.take(point.row));
      this.waiting.length = 0;
    }
  }

  private close(isOpen = false): void {
    if (this.run !== undefined) {
      const { first, last, confirmed } = this.run;
      this.runs.push({ first, last, confirmed, isOpen });
      this.run = undefined;
    }
    if (this.waiting.length > 0) {
      this.waiting.length = 0;
    }
    this.nQuiet = 0;
  }
}
