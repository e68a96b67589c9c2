import type { TimeSpan } from 'foreband-detector';

import { parseDuration } from '../../../engine/parseDuration';
import { promDuration } from '../../../engine/promDuration';
import type { DetectorSettings, SeasonalitySetting } from '../../../engine/settings';

import { momentText, readMoment } from './momentText';

/** How a setting stands in an address. */
export interface SettingCodec<T> {
  /** Its name there. */
  readonly key: string;
  readonly write: (value: T) => string;
  /** The value, still to be checked; undefined for a text that is none at all. */
  readonly read: (text: string) => T | undefined;
}

function finite(text: string): number | undefined {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? value : undefined;
}

const number = (key: string): SettingCodec<number> => ({ key, write: String, read: finite });

// What is nothing by default is never written as such.
const optionalNumber = (key: string): SettingCodec<number | null> => ({ key, write: String, read: finite });

const duration = (key: string): SettingCodec<number> => ({
  key,
  write: (value) => (value === 0 ? '0' : promDuration(value)),
  read: (text) => (text === '0' ? 0 : parseDuration(text)),
});

const word = <T extends string>(key: string, ...words: readonly T[]): SettingCodec<T> => ({
  key,
  write: (value) => value,
  read: (text) => words.find((one) => one === text),
});

const seasonality = (key: string): SettingCodec<SeasonalitySetting> => word(key, 'auto', 'on', 'off');

// A number, or the word for none.
const switchedNumber = (key: string): SettingCodec<number | null> => ({
  key,
  write: (value) => (value === null ? 'off' : String(value)),
  read: (text) => (text === 'off' ? null : finite(text)),
});

function readSpan(text: string): TimeSpan | undefined {
  const [start, end, ...rest] = text.split('..').map(readMoment);
  return typeof start === 'number' && typeof end === 'number' && rest.length === 0 ? { start, end } : undefined;
}

const spans = (key: string): SettingCodec<readonly TimeSpan[]> => ({
  key,
  write: (value) => value.map(({ start, end }) => `${momentText(start)}..${momentText(end)}`).join(','),
  read: (text) => {
    const read = text.split(',').map(readSpan);
    return read.every((span) => span !== undefined) ? read : undefined;
  },
});

/** Every setting of the detector; an address leaves out those at their defaults. */
export const settingCodecs: { readonly [Name in keyof DetectorSettings]: SettingCodec<DetectorSettings[Name]> } = {
  trainingWindowMs: duration('window'),
  stepMs: duration('step'),
  exclusions: spans('exclude'),
  growth: word('growth', 'linear', 'flat'),
  dailySeasonality: seasonality('daily'),
  weeklySeasonality: seasonality('weekly'),
  yearlySeasonality: seasonality('yearly'),
  dailyOrder: number('dailyorder'),
  weeklyOrder: number('weeklyorder'),
  yearlyOrder: number('yearlyorder'),
  changepointPriorScale: number('flexibility'),
  nChangepoints: number('changepoints'),
  changepointRange: number('changepointrange'),
  robustDeviations: switchedNumber('outliers'),
  intervalWidth: number('interval'),
  calibrationShare: switchedNumber('calibrate'),
  horizonMs: duration('horizon'),
  thresholdMultiplier: number('threshold'),
  direction: word('direction', 'both', 'above', 'below'),
  minDeviationAbsolute: number('mindev'),
  minDeviationRelative: number('mindevrel'),
  n: number('n'),
  m: number('m'),
  normalMin: optionalNumber('normalfrom'),
  normalMax: optionalNumber('normalto'),
  limitMin: optionalNumber('limitmin'),
  limitMax: optionalNumber('limitmax'),
};
