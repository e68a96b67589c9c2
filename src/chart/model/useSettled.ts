import { useEffect, useState } from 'react';

/** The value once it has not changed for a while, `initial` until then: for what need not follow every step of a slider. */
export function useSettled<T>(value: T, delayMs: number, initial: T): T {
  const [settled, setSettled] = useState(initial);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delayMs);
    return () => clearTimeout(timer);
  }, [value, delayMs]);
  return settled;
}
