/** How a long job is cut so that the page stays responsive. */
export interface SliceOptions {
  /** Ends the job early; the promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called after each slice with how many items are done. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Longest stretch of work before the browser gets its turn, in ms. Default 8. */
  readonly sliceMs?: number;
  /** Clock in ms. Default `performance.now`. */
  readonly now?: () => number;
  /** Resolves when the browser has had its turn. Default: the next message of a MessageChannel, else a timer. */
  readonly yieldToBrowser?: () => Promise<void>;
}

// A message comes back in well under a millisecond, where nested timers are held back to four and, in hidden tabs, to a
// second or more.
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof MessageChannel === 'undefined') {
      setTimeout(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Takes what the steps give, one after another, in slices of a few milliseconds. Each step is computed when it is taken.
 * @param total how many steps there are, for the progress.
 */
export async function takeInSlices<R>(steps: Iterable<R>, total: number, options: SliceOptions = {}): Promise<R[]> {
  const { sliceMs = 8, now = () => performance.now(), yieldToBrowser = nextTurn } = options;
  const stopIfAborted = () => options.signal?.throwIfAborted();
  const report = (done: number) => options.onProgress?.(done, total);
  const results: R[] = [];
  let sliceEnd = now() + sliceMs;
  for (const result of steps) {
    results.push(result);
    stopIfAborted();
    if (now() >= sliceEnd && results.length < total) {
      report(results.length);
      await yieldToBrowser();
      stopIfAborted();
      sliceEnd = now() + sliceMs;
    }
  }
  stopIfAborted();
  report(total);
  return results;
}

function* mapped<T, R>(items: readonly T[], work: (item: T, index: number) => R): Generator<R> {
  for (const [index, item] of items.entries()) {
    yield work(item, index);
  }
}

/** Maps items one after another in slices of a few milliseconds, in order. */
export function inSlices<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => R,
  options: SliceOptions = {},
): Promise<R[]> {
  return takeInSlices(mapped(items, work), items.length, options);
}
