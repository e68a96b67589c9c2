import type { TimeSpan } from 'foreband-detector';

import { settingNames, settingsTable, type Setting } from 'foreband-engine';

import { duration, finite, number, text, word, type Codec } from './codecs';
import { momentText, readMoment } from './momentText';

/** A number, or a word for none. */
const numberOr = (key: string, none: string): Codec<number | null> => ({
  key,
  write: (value) => (value === null ? none : String(value)),
  read: (written) => (written === none ? null : finite(written)),
});

/** A duration, or a word for none. Addresses made before durations had units have it in ms. */
const durationOr = (key: string, none: string): Codec<number | null> => {
  const known = duration(key);
  return {
    key,
    write: (value) => (value === null ? none : known.write(value)),
    read: (written) => (written === none ? null : (finite(written) ?? known.read(written))),
  };
};

function readSpan(written: string): TimeSpan | undefined {
  const [start, end, ...rest] = written.split('..').map(readMoment);
  return typeof start === 'number' && typeof end === 'number' && rest.length === 0 ? { start, end } : undefined;
}

const spans = (key: string): Codec<readonly TimeSpan[]> => ({
  key,
  write: (value) => value.map(({ start, end }) => `${momentText(start)}..${momentText(end)}`).join(','),
  read: (written) => {
    const read = written.split(',').map(readSpan);
    return read.every((span) => span !== undefined) ? read : undefined;
  },
});

/** How a setting stands in an address. */
function codecOf(row: Setting): Codec<unknown> {
  const { urlKey } = row;
  switch (row.kind) {
    case 'number':
      return number(urlKey);
    case 'duration':
      return duration(urlKey);
    case 'optionalNumber':
      return numberOr(urlKey, 'none');
    case 'optionalDuration':
      return durationOr(urlKey, 'none');
    case 'switchedNumber':
      return numberOr(urlKey, 'off');
    case 'choice':
      return word(urlKey, ...row.choices.map(({ value }) => value));
    case 'spans':
      return spans(urlKey);
    case 'timeZone':
    case 'region':
    case 'events':
    case 'maintenance':
      return text(urlKey);
  }
}

/** Every setting of the detector; an address leaves out those at their defaults. */
export const settingCodecs: Readonly<Record<string, Codec<unknown>>> = Object.fromEntries(
  settingNames.map((name) => [name, codecOf(settingsTable[name])]),
);
