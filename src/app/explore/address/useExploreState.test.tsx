import '../../../grafana/testing/browser';

import { useLayoutEffect, useState, type ReactNode } from 'react';
import { locationService } from '@grafana/runtime';
import { act, renderHook } from '@testing-library/react';
import { Router } from 'react-router';

import { useExploreState } from './useExploreState';

const history = locationService.getHistory();

// Grafana's router, as far as a page sees it.
function GrafanaRouter({ children }: { readonly children: ReactNode }) {
  const [location, setLocation] = useState(history.location);
  useLayoutEffect(() => history.listen(setLocation), []);
  return (
    <Router location={location} navigator={{ ...history, go: (steps) => history.go(steps) }}>
      {children}
    </Router>
  );
}

const open = (search: string) => {
  history.push(`/a/app/explore${search}`);
  return renderHook(() => useExploreState(), { wrapper: GrafanaRouter });
};

const search = () => locationService.getLocation().search;

function settle(): void {
  act(() => {
    jest.advanceTimersByTime(1000);
  });
}

const setThreshold = (thresholdMultiplier: number) => () => ({ settings: { thresholdMultiplier } });

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('useExploreState()', () => {
  it('holds a change at once, and writes what it came to into the address, once', () => {
    const { result } = open('?v=1&source=sample');
    const before = history.length;
    for (const value of [2.1, 2.2, 2.3]) {
      act(() => result.current.change(setThreshold(value)));
      expect(result.current.state.settings.thresholdMultiplier).toBe(value);
    }
    expect(search()).toBe('?v=1&source=sample');
    settle();
    expect(search()).toBe('?v=1&source=sample&threshold=2.3');
    expect(history.length).toBe(before + 1);
  });

  it('follows the address, also while a change is on its way there', () => {
    const { result } = open('?v=1&source=sample&threshold=3');
    act(() => result.current.change(setThreshold(4)));
    act(() => {
      history.push('/a/app/explore?v=1&source=sample&threshold=5');
    });
    expect(result.current.state.settings).toEqual({ thresholdMultiplier: 5 });
    settle();
    expect(search()).toContain('threshold=5');
  });

  it('keeps the parts that stay equal the very same, so that nothing is computed anew', () => {
    const { result } = open('?v=1&source=simulation&seed=3&window=7d');
    const { source, plan } = result.current.state;
    act(() => result.current.change(({ settings }) => ({ settings: { ...settings, n: 3 } })));
    const { settings } = result.current.state;
    settle();
    expect(search()).toContain('n=3');
    expect(result.current.state.source).toBe(source);
    expect(result.current.state.plan).toBe(plan);
    expect(result.current.state.settings).toBe(settings);
  });

  it("leaves Grafana's own parameters in the address", () => {
    const { result } = open('?orgId=7&v=1&source=sample');
    act(() => result.current.change(() => ({ view: 'evaluation' })));
    settle();
    expect(new URLSearchParams(search()).get('orgId')).toBe('7');
    expect(new URLSearchParams(search()).get('view')).toBe('evaluation');
  });
});
