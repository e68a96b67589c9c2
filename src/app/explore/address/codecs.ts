import { parseDuration, promDuration } from 'foreband-prometheus';

/** How a value stands in an address. */
export interface Codec<T> {
  /** Its name there. */
  readonly key: string;
  write(value: T): string;
  /** The value, still to be checked; undefined for a text that is none at all. */
  read(text: string): T | undefined;
}

/** Reads a number; undefined for any other text. */
export function finite(text: string): number | undefined {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? value : undefined;
}

export const number = (key: string): Codec<number> => ({ key, write: String, read: finite });

/** A duration in ms, as `28d`. */
export const duration = (key: string): Codec<number> => ({
  key,
  write: (value) => (value === 0 ? '0' : promDuration(value)),
  read: (text) => (text === '0' ? 0 : parseDuration(text)),
});

export const text = (key: string): Codec<string> => ({ key, write: (value) => value, read: (value) => value });

/** One of a few words. */
export const word = <T extends string>(key: string, ...words: readonly T[]): Codec<T> => ({
  key,
  write: (value) => value,
  read: (text) => words.find((one) => one === text),
});

/** Codecs of all fields of a record. */
export type Codecs<T> = { readonly [Name in keyof T]: Codec<T[Name]> };
