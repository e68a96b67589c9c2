import type { TimeSpan } from 'foreband-detector';

import type { DetectorSettings, SeasonalitySetting } from 'foreband-engine';

import { duration, finite, number, word, type Codec, type Codecs } from './codecs';
import { momentText, readMoment } from './momentText';

// What is nothing by default is never written as such.
const optionalNumber = (key: string): Codec<number | null> => ({ key, write: String, read: finite });

const text = (key: string): Codec<string> => ({ key, write: (value) => value, read: (value) => value });

const seasonality = (key: string): Codec<SeasonalitySetting> => word(key, 'auto', 'on', 'off');

// A number, or the word for none.
const switchedNumber = (key: string): Codec<number | null> => ({
  key,
  write: (value) => (value === null ? 'off' : String(value)),
  read: (text) => (text === 'off' ? null : finite(text)),
});

function readSpan(text: string): TimeSpan | undefined {
  const [start, end, ...rest] = text.split('..').map(readMoment);
  return typeof start === 'number' && typeof end === 'number' && rest.length === 0 ? { start, end } : undefined;
}

const spans = (key: string): Codec<readonly TimeSpan[]> => ({
  key,
  write: (value) => value.map(({ start, end }) => `${momentText(start)}..${momentText(end)}`).join(','),
  read: (text) => {
    const read = text.split(',').map(readSpan);
    return read.every((span) => span !== undefined) ? read : undefined;
  },
});

/** Every setting of the detector; an address leaves out those at their defaults. */
export const settingCodecs: Codecs<DetectorSettings> = {
  trainingWindowMs: duration('window'),
  stepMs: duration('step'),
  exclusions: spans('exclude'),
  growth: word('growth', 'linear', 'flat', 'logistic'),
  growthCap: optionalNumber('cap'),
  growthFloor: optionalNumber('floor'),
  seasonalityMode: word('mode', 'additive', 'multiplicative'),
  timeZone: text('clock'),
  holidayRegion: text('holidays'),
  holidayEffect: word('holidayeffect', 'shared', 'separate'),
  events: text('events'),
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
