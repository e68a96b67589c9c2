import { renderHook } from '@testing-library/react';

import { useRunningQuery } from './useRunningQuery';

describe('useRunningQuery(isRunning)', () => {
  it("adds to the page's running queries what is under way, each once, and takes it away when it ends", () => {
    window.__grafanaRunningQueryCount = 2;
    const hook = renderHook(({ isRunning }) => useRunningQuery(isRunning), { initialProps: { isRunning: false } });
    expect(window.__grafanaRunningQueryCount).toBe(2);
    hook.rerender({ isRunning: true });
    hook.rerender({ isRunning: true });
    expect(window.__grafanaRunningQueryCount).toBe(3);
    hook.rerender({ isRunning: false });
    expect(window.__grafanaRunningQueryCount).toBe(2);
  });

  it('counts down when the panel goes away amid its work, and where nobody has counted yet', () => {
    delete window.__grafanaRunningQueryCount;
    const panels = [1, 2].map(() => renderHook(() => useRunningQuery(true)));
    expect(window.__grafanaRunningQueryCount).toBe(2);
    panels.forEach(({ unmount }) => unmount());
    expect(window.__grafanaRunningQueryCount).toBe(0);
  });
});
