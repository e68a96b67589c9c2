/** A stretch of a plot's x axis, smaller value first. */
export type BrushRange = readonly [number, number];

/** Where a brush stands when a key is pressed. */
export interface BrushState {
  /** Where the keyboard is; undefined until it has moved. */
  readonly caret: number | undefined;
  readonly range: BrushRange | undefined;
  readonly domain: readonly [number, number];
  /** How far an arrow key goes. */
  readonly step: number;
}

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
}

function target(key: string, caret: number, { domain, step }: BrushState): number | undefined {
  const [low, high] = domain;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(low, caret - step);
    case 'ArrowRight':
      return Math.min(high, caret + step);
    case 'Home':
      return low;
    case 'End':
      return high;
    default:
      return undefined;
  }
}

// With Shift the end at which the caret stands moves, and the other one stays.
function extended(caret: number, next: number, range: BrushRange | undefined): BrushRange {
  if (range === undefined) {
    return caret < next ? [caret, next] : [next, caret];
  }
  const fixed = Math.abs(range[0] - caret) < Math.abs(range[1] - caret) ? range[1] : range[0];
  return fixed < next ? [fixed, next] : [next, fixed];
}

/**
 * The effect of a key on a brush: arrows, Home and End move its caret, with Shift they select what they pass, Escape
 * selects nothing. Undefined for keys that do nothing.
 */
export function brushKey(
  { key, shiftKey }: Key,
  state: BrushState,
): { readonly caret: number; readonly range: BrushRange | undefined } | undefined {
  const { domain, range } = state;
  const caret = state.caret ?? range?.[1] ?? domain[0];
  if (key === 'Escape') {
    return range === undefined ? undefined : { caret, range: undefined };
  }
  const next = target(key, caret, state);
  if (next === undefined) {
    return undefined;
  }
  return { caret: next, range: shiftKey ? extended(caret, next, range) : range };
}
