import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same and calls the latest one given: for what takes a callback once and keeps it. */
export function useLatest<Args extends readonly unknown[]>(callback: (...args: Args) => void): (...args: Args) => void {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  }, [callback]);
  return useCallback((...args: Args) => latest.current(...args), []);
}
