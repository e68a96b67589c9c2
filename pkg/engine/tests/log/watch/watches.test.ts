import { createWatches } from '../../../src/log/watch/watches.js';

describe('the watches of a page', () => {
  it('go on over a short absence, and begin anew after a long one', () => {
    let now = 1_000_000;
    const watches = createWatches(() => now);
    const first = watches.enter('cpu 1');
    expect(first.since).toBe(1_000_000);
    now += 10_000;
    watches.leave('cpu 1');
    now += 30_000;
    expect(watches.enter('cpu 1')).toBe(first);
    watches.leave('cpu 1');
    now += 61_000;
    expect(watches.enter('cpu 1').since).toBe(now);
  });

  it('are one for each panel', () => {
    const watches = createWatches(() => 1);
    expect(watches.enter('cpu 1')).not.toBe(watches.enter('cpu 2'));
  });
});
