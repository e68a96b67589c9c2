import type { PanelOptionsEditorBuilder } from '@grafana/data';
import type { TimeSpan } from 'foreband-detector';

import type { SeasonalitySetting } from 'foreband-engine';

import { addCalendarOptions } from './addCalendarOptions';
import { addNumber } from './addNumber';
import type { OptionsWithSettings } from './optionsWithSettings';
import { SettingChoice, type SettingChoiceConfig } from './SettingChoice';
import { SettingExclusions } from './SettingExclusions';
import { SettingSeasonality, type SettingSeasonalityConfig } from './SettingSeasonality';
import { SettingTimeZone } from './SettingTimeZone';
import { SettingSwitchedNumber, type SettingSwitchedNumberConfig } from './SettingSwitchedNumber';

type Builder<Options> = PanelOptionsEditorBuilder<Options>;

const TRAINING = ['Training'];
const MODEL = ['Model'];

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

function addTraining<Options extends OptionsWithSettings>(builder: Builder<Options>): void {
  addNumber(
    builder,
    {
      name: 'Training window',
      description:
        'How much history the model learns from, up to the last midnight (UTC). Two weeks or more show the pattern of a week. A Foreband query fetches its own window: here it can be shortened.',
      category: TRAINING,
    },
    { setting: 'trainingWindowMs', min: 1 / 24, max: 731, unit: 'days', factor: DAY_MS },
  );
  addNumber(
    builder,
    {
      name: 'Step',
      description:
        'Distance between two points that are learnt from and judged. Set in the query for Foreband queries.',
      category: TRAINING,
    },
    { setting: 'stepMs', min: 1 / 60, max: 1440, unit: 'minutes', factor: MINUTE_MS },
  );
  builder.addCustomEditor<unknown, readonly TimeSpan[] | undefined>({
    id: 'settings.exclusions',
    path: 'settings.exclusions',
    name: 'Exclusions',
    description: 'Past outages and load tests: neither learnt from nor flagged.',
    category: TRAINING,
    editor: SettingExclusions,
  });
  builder.addCustomEditor<SettingSwitchedNumberConfig, number | null | undefined>({
    id: 'settings.robustDeviations',
    path: 'settings.robustDeviations',
    name: 'Leave out outliers',
    description:
      'Readings so many standard deviations from what is learnt are left out of the learning; 4 is usual. Where that would be more than a tenth of them, all are learnt from.',
    category: TRAINING,
    editor: SettingSwitchedNumber,
    settings: { setting: 'robustDeviations', usual: 4, min: 2, max: 100 },
  });
}

const patterns = [
  { setting: 'dailySeasonality', order: 'dailyOrder', name: 'Daily pattern', from: 'two days' },
  { setting: 'weeklySeasonality', order: 'weeklyOrder', name: 'Weekly pattern', from: 'two weeks' },
  { setting: 'yearlySeasonality', order: 'yearlyOrder', name: 'Yearly pattern', from: 'two years' },
] as const;

function addPatterns<Options extends OptionsWithSettings>(builder: Builder<Options>): void {
  for (const { setting, order, name, from } of patterns) {
    builder.addCustomEditor<SettingSeasonalityConfig, SeasonalitySetting | undefined>({
      id: `settings.${setting}`,
      path: `settings.${setting}`,
      name,
      description: `Auto turns it on from ${from} of history.`,
      category: MODEL,
      editor: SettingSeasonality,
      settings: { setting },
    });
    addNumber(
      builder,
      {
        name: `${name}: order`,
        description: 'How many waves the pattern is made of while it is on: more follow sharper shapes.',
        category: MODEL,
      },
      { setting: order, min: 1, max: 50, isInteger: true },
    );
  }
}

function addMode<Options extends OptionsWithSettings>(builder: Builder<Options>): void {
  builder.addCustomEditor<SettingChoiceConfig, string | undefined>({
    id: 'settings.seasonalityMode',
    path: 'settings.seasonalityMode',
    name: 'Patterns are',
    description: 'Added to the trend, or shares of it: swings that grow with the level are shares.',
    category: MODEL,
    editor: SettingChoice,
    settings: {
      setting: 'seasonalityMode',
      choices: [
        { value: 'additive', label: 'Added' },
        { value: 'multiplicative', label: 'Shares' },
      ],
    },
  });
  builder.addCustomEditor<unknown, string | undefined>({
    id: 'settings.timeZone',
    path: 'settings.timeZone',
    name: 'Patterns follow',
    description:
      "Whose clock days, weeks and holidays follow, through daylight saving time too. With the dashboard's time zone, viewers in different zones may see different scores.",
    category: MODEL,
    editor: SettingTimeZone,
  });
}

function addTrend<Options extends OptionsWithSettings>(builder: Builder<Options>): void {
  builder.addCustomEditor<SettingChoiceConfig, string | undefined>({
    id: 'settings.growth',
    path: 'settings.growth',
    name: 'Growth',
    description:
      'Shape of the trend: a bending line, a constant level for metrics that never drift, or growth that saturates at a cap.',
    category: MODEL,
    editor: SettingChoice,
    settings: {
      setting: 'growth',
      choices: [
        { value: 'linear', label: 'Linear' },
        { value: 'flat', label: 'Flat' },
        { value: 'logistic', label: 'Logistic' },
      ],
    },
  });
  addNumber(
    builder,
    {
      name: 'Growth: cap',
      description:
        'What logistic growth approaches, in the unit of the readings. Without one it is 1 for a fraction and 100 for a percentage.',
      category: MODEL,
    },
    { setting: 'growthCap' },
  );
  addNumber(
    builder,
    {
      name: 'Growth: floor',
      description: 'What logistic growth starts from, in the unit of the readings. Without one it is 0.',
      category: MODEL,
    },
    { setting: 'growthFloor' },
  );
  addNumber(
    builder,
    {
      name: 'Changepoint flexibility',
      description: 'How readily the trend bends. 0.05 is usual; 0.5 follows every move, 0.005 hardly any.',
      category: MODEL,
    },
    { setting: 'changepointPriorScale', min: 0.0001, max: 10 },
  );
  addNumber(
    builder,
    {
      name: 'Changepoints',
      description: 'At how many moments the trend may bend. 25 is usual; 0 makes it a straight line.',
      category: MODEL,
    },
    { setting: 'nChangepoints', min: 0, max: 1000, isInteger: true },
  );
  addNumber(
    builder,
    {
      name: 'Changepoint range',
      description: 'Share of the history, from its start, in which the trend may bend. 80 % is usual.',
      category: MODEL,
    },
    { setting: 'changepointRange', min: 0, max: 100, unit: '%', factor: 0.01 },
  );
}

function addModel<Options extends OptionsWithSettings>(builder: Builder<Options>): void {
  addPatterns(builder);
  addMode(builder);
  addTrend(builder);
  addNumber(
    builder,
    {
      name: 'Forecast horizon',
      description:
        'How far past the last reading the forecast goes at least. A dashboard range that ends in the future shows it without this.',
      category: MODEL,
    },
    { setting: 'horizonMs', min: 0, max: 8760, unit: 'hours', factor: HOUR_MS },
  );
}

/** Options that decide what is learnt and how. */
export function addTrainingOptions<Options extends OptionsWithSettings>(builder: Builder<Options>): void {
  addTraining(builder);
  addModel(builder);
  addCalendarOptions(builder);
}
