/** Visible samples go before the history. */
export type Priority = 'visible' | 'training';

/** Runs tasks, at most so many at once. */
export interface RequestQueue {
  /** Runs the task when its turn comes; a task whose signal is aborted while waiting never starts. */
  run<T>(task: () => Promise<T>, priority: Priority, signal?: AbortSignal): Promise<T>;
}

/** Grafana's proxy and Prometheus serve everybody else as well: four requests of one data source at once are enough. */
const REQUESTS_AT_ONCE = 4;

/** A queue that lets `limit` tasks run at once. */
export function createRequestQueue(limit = REQUESTS_AT_ONCE): RequestQueue {
  const waiting: Record<Priority, Array<() => void>> = { visible: [], training: [] };
  let running = 0;

  function startNext() {
    const start = running < limit ? (waiting.visible.shift() ?? waiting.training.shift()) : undefined;
    start?.();
  }

  function turn(priority: Priority): Promise<void> {
    return new Promise((resolve) => {
      waiting[priority].push(() => {
        running += 1;
        resolve();
      });
      startNext();
    });
  }

  return {
    async run(task, priority, signal) {
      await turn(priority);
      try {
        signal?.throwIfAborted();
        return await task();
      } finally {
        running -= 1;
        startNext();
      }
    },
  };
}
