import type { DetectorSettings } from 'foreband-engine';

type NamesOf<T> = {
  [K in keyof DetectorSettings]-?: DetectorSettings[K] extends T ? K : never;
}[keyof DetectorSettings];

/** Settings that are a number. */
export type NumberSettingName = Exclude<NamesOf<number>, never>;

/** Settings that are a number or nothing. */
export type OptionalNumberSettingName =
  'normalMin' | 'normalMax' | 'limitMin' | 'limitMax' | 'growthCap' | 'growthFloor';

/** Settings that are a number or switched off. */
export type SwitchedNumberSettingName = 'robustDeviations' | 'calibrationShare';

/** Settings of a daily, weekly or yearly pattern. */
export type SeasonalitySettingName = 'dailySeasonality' | 'weeklySeasonality' | 'yearlySeasonality';
