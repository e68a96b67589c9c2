/** The largest of the large deviations about each slot, on each of the days before. */
export interface LargePeaks {
  /** Days that are looked back on. */
  readonly nDays: number;
  /** Slot by slot, one for each day before, the last first; 0 where none is large. */
  readonly peaks: Float64Array;
  /** On how many days one is large, slot by slot. */
  readonly nLarge: Int32Array;
}

/** @param perDay slots of a day. */
export function createLargePeaks(perDay: number, nDays: number): LargePeaks {
  return { nDays, peaks: new Float64Array(perDay * nDays), nLarge: new Int32Array(perDay) };
}

/** @param back days before, from 1 on. */
export function raisePeak({ nDays, peaks, nLarge }: LargePeaks, slot: number, back: number, size: number): void {
  const place = slot * nDays + back - 1;
  const peak = peaks[place];
  if (size > peak) {
    peaks[place] = size;
    nLarge[slot] += peak === 0 ? 1 : 0;
  }
}

/**
 * The median at each slot, the higher of two; 0 where it is not large, or fewer than two days are known. Takes the peaks away:
 * what is raised next begins anew.
 * @param nKnown of how many days a slot is known.
 */
export function takeMedians({ nDays, peaks, nLarge }: LargePeaks, nKnown: (slot: number) => number): Float64Array {
  const medians = new Float64Array(nLarge.length);
  for (let slot = 0; slot < medians.length; slot++) {
    const count = nLarge[slot] === 0 ? 0 : nKnown(slot);
    const rank = Math.ceil(count / 2);
    if (count >= 2 && nLarge[slot] >= rank) {
      medians[slot] = largestOf(peaks, slot * nDays, nDays, rank);
    }
  }
  peaks.fill(0);
  nLarge.fill(0);
  return medians;
}

/** The `rank`-th largest of a few values: as many steps of a selection sort, since an array of its own would cost more. */
function largestOf(values: Float64Array, start: number, count: number, rank: number): number {
  for (let place = start; place < start + rank; place++) {
    for (let other = place + 1; other < start + count; other++) {
      const value = values[other];
      if (value > values[place]) {
        values[other] = values[place];
        values[place] = value;
      }
    }
  }
  return values[start + rank - 1];
}
