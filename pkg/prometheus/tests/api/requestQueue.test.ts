import { createRequestQueue } from '../../src/api/requestQueue.js';

const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve));

/** A task that ends when told to. */
function task(name: string, started: string[]) {
  let end = () => undefined as void;
  const run = () =>
    new Promise<void>((resolve) => {
      started.push(name);
      end = resolve;
    });
  return { run, end: () => end() };
}

describe('createRequestQueue(limit)', () => {
  it('runs at most so many tasks at once, the visible samples before the history', async () => {
    const queue = createRequestQueue(2);
    const started: string[] = [];
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => task(name, started));
    const all = [
      queue.run(a.run, 'training'),
      queue.run(b.run, 'training'),
      queue.run(c.run, 'training'),
      queue.run(d.run, 'visible'),
    ];
    await nextTurn();
    expect(started).toEqual(['a', 'b']);
    a.end();
    await nextTurn();
    expect(started).toEqual(['a', 'b', 'd']);
    b.end();
    await nextTurn();
    expect(started).toEqual(['a', 'b', 'd', 'c']);
    [c, d].forEach(({ end }) => end());
    await Promise.all(all);
  });

  it('goes on after a task that fails, and never starts one that nobody waits for', async () => {
    const queue = createRequestQueue(1);
    const controller = new AbortController();
    const failing = queue.run(() => Promise.reject(new Error('no')), 'visible');
    const skipped = queue.run(() => Promise.resolve('ran'), 'visible', controller.signal);
    controller.abort(new Error('gone'));
    await expect(failing).rejects.toThrow('no');
    await expect(skipped).rejects.toThrow('gone');
    await expect(queue.run(() => Promise.resolve('ran'), 'visible')).resolves.toBe('ran');
  });
});
