import { useEffect, useState } from 'react';

const TICK_MS = 15_000;

/** The present in epoch ms, told anew every quarter of a minute. */
export function useNow(clock: () => number = Date.now): number {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), TICK_MS);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
