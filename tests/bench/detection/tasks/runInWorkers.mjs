import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Runs tasks on all cores. Answers in the order of the tasks; the first that fails fails all. */
export async function runInWorkers(tasks) {
  const results = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(tasks.length, availableParallelism()) }, async () => {
      const worker = new Worker(new URL('worker.mjs', import.meta.url));
      try {
        while (next < tasks.length) {
          const place = next++;
          results[place] = await answerOf(worker, tasks[place]);
        }
      } finally {
        await worker.terminate();
      }
    }),
  );
  return results;
}

function answerOf(worker, task) {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', ({ result, message }) => {
      worker.off('error', reject);
      if (message === undefined) {
        resolve(result);
      } else {
        reject(new Error(message));
      }
    });
    worker.postMessage(task);
  });
}
