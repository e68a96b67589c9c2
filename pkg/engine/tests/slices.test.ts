import { inSlices, takeInSlices } from '../src/slices.js';

// A clock that advances by a fixed cost an item, so that the slicing is exact.
function costlyWork(costMs: number) {
  let time = 0;
  return {
    now: () => time,
    work: (item: number) => {
      time += costMs;
      return item * 10;
    },
  };
}

describe('inSlices', () => {
  it('gives the results in order and yields once a slice is used up', async () => {
    const { now, work } = costlyWork(3);
    const turns: number[] = [];
    const yieldToBrowser = () => {
      turns.push(now());
      return Promise.resolve();
    };
    await expect(inSlices([1, 2, 3, 4, 5], work, { now, yieldToBrowser })).resolves.toEqual([10, 20, 30, 40, 50]);
    expect(turns).toEqual([9]);
  });

  it('reports progress after each slice and at the end', async () => {
    const { now, work } = costlyWork(8);
    const progress: Array<[number, number]> = [];
    await inSlices([1, 2, 3], work, { now, onProgress: (done, total) => progress.push([done, total]) });
    expect(progress).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
  });

  it('ends with the reason of its signal once that is aborted', async () => {
    const controller = new AbortController();
    const work = (item: number) => {
      controller.abort(new Error('a newer request came'));
      return item;
    };
    await expect(inSlices([1, 2, 3], work, { signal: controller.signal })).rejects.toThrow('a newer request came');
  });
});

describe('takeInSlices', () => {
  it('computes no step before the browser has had its turn after a slice', async () => {
    const { now, work } = costlyWork(8);
    const log: string[] = [];
    function* steps() {
      for (const item of [1, 2, 3]) {
        log.push(`step ${item}`);
        yield work(item);
      }
    }
    const yieldToBrowser = () => Promise.resolve(void log.push('turn'));
    await expect(takeInSlices(steps(), 3, { now, yieldToBrowser })).resolves.toEqual([10, 20, 30]);
    expect(log).toEqual(['step 1', 'turn', 'step 2', 'turn', 'step 3']);
  });

  it('takes no further step once its signal is aborted while the browser has its turn', async () => {
    const { now, work } = costlyWork(8);
    const controller = new AbortController();
    let nTaken = 0;
    function* steps() {
      for (;;) {
        nTaken++;
        yield work(nTaken);
      }
    }
    const yieldToBrowser = () => Promise.resolve(controller.abort(new Error('cancelled')));
    await expect(takeInSlices(steps(), 100, { now, yieldToBrowser, signal: controller.signal })).rejects.toThrow(
      'cancelled',
    );
    expect(nTaken).toBe(1);
  });
});
