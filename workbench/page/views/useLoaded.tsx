import { Alert } from '@grafana/ui';
import { useEffect, useState, type DependencyList, type ReactNode } from 'react';

/** What a promise gave: its value, or an alert that says why there is none. */
export interface Loaded<T> {
  readonly value?: T;
  readonly error?: ReactNode;
}

/** Loads anew whenever a dependency changes; an answer that comes late is dropped. */
export function useLoaded<T>(load: () => Promise<T>, dependencies: DependencyList): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({});
  useEffect(() => {
    let isCurrent = true;
    load().then(
      (value) => isCurrent && setLoaded({ value }),
      (error: unknown) => isCurrent && setLoaded({ error: <Alert title={messageOf(error)} severity="error" /> }),
    );
    return () => {
      isCurrent = false;
    };
  }, dependencies);
  return loaded;
}

/** The words of an error of any kind: a FetchError carries them in its data. */
export function messageOf(error: unknown): string {
  if (error instanceof Error) {
    return error.message;
  }
  const data = typeof error === 'object' && error !== null && 'data' in error ? error.data : error;
  const hasMessage = typeof data === 'object' && data !== null && 'message' in data;
  return hasMessage ? String(data.message) : `unexpected answer: ${JSON.stringify(data)}`;
}
