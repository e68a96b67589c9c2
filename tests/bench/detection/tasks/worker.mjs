import { parentPort } from 'node:worker_threads';

import '../../../../tooling/typescript.mjs';

const { loadProphet } = await import('prophet-wasm');
const { runTask } = await import('./runTask.ts');

const prophet = await loadProphet();

parentPort.on('message', async (task) => {
  try {
    parentPort.postMessage({ result: await runTask(prophet, task) });
  } catch (error) {
    parentPort.postMessage({ message: error.message });
  }
});
