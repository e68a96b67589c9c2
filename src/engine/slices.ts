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

/** Maps items one after another in slices of a few milliseconds, in order. */
export async function inSlices<T, R>(
  items: readonly T[],
  work: (item: T, index: number) => R,
  options: SliceOptions = {},
): Promise<R[]> {
  const { signal, onProgress, sliceMs = 8, now = () => performance.now(), yieldToBrowser = nextTurn } = options;
  const results: R[] = [];
  let sliceEnd = now() + sliceMs;
  for (const [index, item] of items.entries()) {
    signal?.throwIfAborted();
    results.push(work(item, index));
    if (now() >= sliceEnd && index + 1 < items.length) {
      onProgress?.(index + 1, items.length);
      await yieldToBrowser();
      sliceEnd = now() + sliceMs;
    }
  }
  signal?.throwIfAborted();
  onProgress?.(items.length, items.length);
  return results;
}
