import { useState } from 'react';

/** Keeps the first of several arrays with the very same items, so that a new array around them causes no work. */
export function useSameItems<T>(items: readonly T[]): readonly T[] {
  const [kept, setKept] = useState(items);
  if (kept === items || (kept.length === items.length && kept.every((item, index) => item === items[index]))) {
    return kept;
  }
  setKept(items);
  return items;
}
