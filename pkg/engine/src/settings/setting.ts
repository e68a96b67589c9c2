import type { TimeSpan } from 'foreband-detector';

/**
 * Cost of a change of a setting: another `fit`, another `forecast` from the same fit, or another `score` of the same
 * forecast.
 */
export type Stage = 'fit' | 'forecast' | 'score';

/**
 * How a series is forecast and scored: `adaptive` as Foreband does by default, `classic` as the Python detector did it that it
 * descends from.
 */
export type Method = 'adaptive' | 'classic';

/** The headings under which settings are offered, in their order. */
export const settingGroups = [
  'Anomalies',
  'Filters against false alarms',
  'Known ranges',
  'Training',
  'Model',
  'Holidays and events',
] as const;

/** Under which heading a setting is offered. */
export type SettingGroup = (typeof settingGroups)[number];

/** How a stored number is shown and typed. */
export interface ShownNumber {
  /** Written after the number. */
  readonly unit: string;
  /** The stored value is this many times the number shown, for instance 86,400,000 for days. */
  readonly factor: number;
}

interface Row {
  readonly stage: Stage;
  readonly group: SettingGroup;
  /** Name that readers see. */
  readonly label: string;
  /** One or two sentences: what it does, and what is usual. */
  readonly help: string;
  /** Its name in an address. */
  readonly urlKey: string;
  /** Whether most users never need it. */
  readonly isAdvanced: boolean;
  /** The one method that looks at it. Default both. */
  readonly only?: Method;
  /** Whether presets decide it. Default false: it is the reader's own. */
  readonly isOfPreset?: boolean;
  /** Whether it says which days and hours are unlike others: a fit takes the rows it comes to instead. Default false. */
  readonly isOfCalendar?: boolean;
}

interface Bounded {
  /** Smallest value; -Infinity where there is none. */
  readonly min: number;
  /** Largest value; Infinity where there is none. */
  readonly max: number;
  /** How the number is shown where it is not shown as it is stored. */
  readonly shown?: ShownNumber;
}

/** A number. */
export interface NumberSetting extends Row, Bounded {
  readonly kind: 'number';
  readonly default: number;
  /** Whether only whole numbers are taken. Default false. */
  readonly isWhole?: boolean;
  /** Range worth trying, for a slider; without it the number is typed. */
  readonly slider?: { readonly min: number; readonly max: number; readonly step: number };
}

/** A length of time in whole milliseconds. */
export interface DurationSetting extends Row, Bounded {
  readonly kind: 'duration';
  readonly default: number;
  readonly shown: ShownNumber;
}

/** A number, or null for none. */
export interface OptionalNumberSetting extends Row, Bounded {
  readonly kind: 'optionalNumber';
  readonly default: null;
  /** Text in place of the number where there is none. */
  readonly absent: string;
}

/** A length of time in milliseconds, or null for none. */
export interface OptionalDurationSetting extends Row, Bounded {
  readonly kind: 'optionalDuration';
  readonly default: null;
  readonly shown: ShownNumber;
  /** Text in place of the length where there is none. */
  readonly absent: string;
}

/** A number that can be switched off: null. */
export interface SwitchedNumberSetting extends Row, Bounded {
  readonly kind: 'switchedNumber';
  readonly default: number | null;
  /** The number it is switched on with. */
  readonly usual: number;
}

/** One of a few words. */
export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string;
}

/** One of a few words. */
export interface ChoiceSetting extends Row {
  readonly kind: 'choice';
  readonly default: string;
  readonly choices: readonly Choice[];
}

/** Stretches of time, oldest first. */
export interface SpansSetting extends Row {
  readonly kind: 'spans';
  readonly default: readonly TimeSpan[];
}

/** A text with an editor and a check of its own: a time zone, the code of a region, lines of events or of maintenance. */
export interface TextSetting extends Row {
  readonly kind: 'timeZone' | 'region' | 'events' | 'maintenance';
  readonly default: string;
}

/** One setting of the detector: all that its parser, its editors, addresses and the documentation know of it. */
export type Setting =
  | NumberSetting
  | DurationSetting
  | OptionalNumberSetting
  | OptionalDurationSetting
  | SwitchedNumberSetting
  | ChoiceSetting
  | SpansSetting
  | TextSetting;

/** A setting whose value is a number, or null where it has none. */
export type NumericSetting = Extract<Setting, Bounded>;

/** The value a setting of this row has. */
export type ValueOf<S extends Setting> = S extends { readonly kind: 'choice'; readonly choices: readonly (infer C)[] }
  ? C extends { readonly value: infer V }
    ? V
    : never
  : S extends { readonly kind: 'optionalNumber' | 'optionalDuration' | 'switchedNumber' }
    ? number | null
    : S extends { readonly kind: 'spans' }
      ? readonly TimeSpan[]
      : S extends { readonly kind: 'timeZone' | 'region' | 'events' | 'maintenance' }
        ? string
        : number;
