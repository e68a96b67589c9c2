import { useState } from 'react';

/** Keeps the first of several values with the same fingerprint, so that equal values cause no work. */
export function useStable<T>(value: T, fingerprint: string): T {
  const [kept, setKept] = useState({ value, fingerprint });
  if (kept.fingerprint === fingerprint) {
    return kept.value;
  }
  setKept({ value, fingerprint });
  return value;
}
