import type { PanelOptionsEditorBuilder } from '@grafana/data';
import type { TimeSpan } from 'foreband-detector';

import type { SeasonalitySetting } from '../engine/settings';

import { addNumber } from './addNumber';
import type { OptionsWithSettings } from './optionsWithSettings';
import { SettingChoice, type SettingChoiceConfig } from './SettingChoice';
import { SettingExclusions } from './SettingExclusions';
import { SettingSeasonality, type SettingSeasonalityConfig } from './SettingSeasonality';

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
}

function addSeasonality<Options extends OptionsWithSettings>(
  builder: Builder<Options>,
  name: string,
  description: string,
  config: SettingSeasonalityConfig,
): void {
  builder.addCustomEditor<SettingSeasonalityConfig, SeasonalitySetting | undefined>({
    id: `settings.${config.setting}`,
    path: `settings.${config.setting}`,
    name,
    description,
    category: MODEL,
    editor: SettingSeasonality,
    settings: config,
  });
}

function addModel<Options extends OptionsWithSettings>(builder: Builder<Options>): void {
  builder.addCustomEditor<SettingChoiceConfig, string | undefined>({
    id: 'settings.growth',
    path: 'settings.growth',
    name: 'Growth',
    description: 'Shape of the trend: a bending line, or a constant level for metrics that never drift.',
    category: MODEL,
    editor: SettingChoice,
    settings: {
      setting: 'growth',
      choices: [
        { value: 'linear', label: 'Linear' },
        { value: 'flat', label: 'Flat' },
      ],
    },
  });
  // Orders: Prophet's own for the week and the year, its 4 for the day.
  addSeasonality(builder, 'Daily pattern', 'Auto turns it on from two days of history.', {
    setting: 'dailySeasonality',
    usualOrder: 4,
  });
  addSeasonality(builder, 'Weekly pattern', 'Auto turns it on from two weeks of history.', {
    setting: 'weeklySeasonality',
    usualOrder: 3,
  });
  addSeasonality(builder, 'Yearly pattern', 'Auto turns it on from two years of history.', {
    setting: 'yearlySeasonality',
    usualOrder: 10,
  });
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
}
