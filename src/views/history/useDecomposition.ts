import { useEffect, useState } from 'react';
import {
  decomposeSteps,
  nDecompositionSteps,
  parseStlOptions,
  type Decomposition,
  type Series,
} from 'foreband-detector';
import { takeInSlices } from 'foreband-engine';

/** A decomposition of these rows, or none yet. */
interface Decomposed {
  readonly grid: Series;
  readonly period: number;
  readonly parts: Decomposition;
}

/**
 * The robust decomposition of a series, worked out in slices that leave the page responsive; undefined until it is there.
 * @param period rows of one cycle; undefined where there is none.
 */
export function useDecomposition(grid: Series, period: number | undefined): Decomposition | undefined {
  const [known, setKnown] = useState<Decomposed>();
  useEffect(() => {
    if (period === undefined) {
      return undefined;
    }
    const controller = new AbortController();
    const options = parseStlOptions({ period, isRobust: true });
    takeInSlices(decomposeSteps(grid.y, options), nDecompositionSteps(options), { signal: controller.signal }).then(
      (steps) => {
        const parts = steps.at(-1);
        if (parts !== undefined) {
          setKnown({ grid, period, parts });
        }
      },
      // Only an abort ends it early: rows and period were looked at before.
      () => undefined,
    );
    return () => controller.abort();
  }, [grid, period]);
  return known?.grid === grid && known.period === period ? known.parts : undefined;
}
