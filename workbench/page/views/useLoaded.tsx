import { Alert } from '@grafana/ui';
import { useEffect, useRef, useState, type ReactNode } from 'react';

/** The outcome of a promise: its value, or an alert that says why there is none. */
export interface Loaded<T> {
  readonly value?: T;
  readonly error?: ReactNode;
}

/** Loads anew whenever the key changes; an answer that comes late is dropped. */
export function useLoaded<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  const [loaded, setLoaded] = useState<Loaded<T>>({});
  useEffect(() => {
    let isCurrent = true;
    latest.current().then(
      (value) => isCurrent && setLoaded({ value }),
      (error: unknown) => isCurrent && setLoaded({ error: <Alert title={messageOf(error)} severity="error" /> }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return loaded;
}

/** The words of an error of any kind: a FetchError carries them in its data, or has only a status. */
export function messageOf(error: unknown): string {
  if (error instanceof Error) {
    return error.message;
  }
  const { data, status, statusText } = recordOf(error);
  const { message, error: reason } = recordOf(data);
  const text = message ?? reason ?? data;
  return typeof text === 'string' && text !== '' ? text : `${String(status)} ${String(statusText)}`;
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
