import type { PanelOptionsEditorBuilder } from '@grafana/data';

import type { PartialSettings } from 'foreband-engine';

import { addNumber } from './addNumber';
import type { OptionsWithSettings } from './optionsWithSettings';
import { SettingChoice, type SettingChoiceConfig } from './SettingChoice';
import { SettingPreset } from './SettingPreset';
import { SettingSlider, type SettingSliderConfig } from './SettingSlider';
import { SettingSwitchedNumber, type SettingSwitchedNumberConfig } from './SettingSwitchedNumber';

type Builder<Options> = PanelOptionsEditorBuilder<Options>;

const DETECTION = ['Anomalies'];
const FILTERS = ['Filters against false alarms'];
const RANGES = ['Known ranges'];

function addPreset<Options extends OptionsWithSettings>(builder: Builder<Options>): void {
  builder.addCustomEditor<unknown, PartialSettings | undefined>({
    id: 'settings',
    path: 'settings',
    name: 'Preset',
    description:
      'Sets model, interval and threshold at once; each can be changed afterwards. "Recommended" was found by measuring, "Classic" is Prophet as it comes.',
    category: DETECTION,
    editor: SettingPreset,
  });
}

function addThreshold<Options extends OptionsWithSettings>(builder: Builder<Options>): void {
  builder.addCustomEditor<SettingSliderConfig, number | undefined>({
    id: 'settings.thresholdMultiplier',
    path: 'settings.thresholdMultiplier',
    name: 'Threshold multiplier',
    description:
      'The band is the forecast interval widened this many times; points outside are anomalies. Higher flags less. Against a flood of false alarms, try N of M points or a minimum deviation before a very high threshold.',
    category: DETECTION,
    editor: SettingSlider,
    settings: { setting: 'thresholdMultiplier', min: 0.5, max: 6, step: 0.1 },
  });
  builder.addCustomEditor<SettingSliderConfig, number | undefined>({
    id: 'settings.intervalWidth',
    path: 'settings.intervalWidth',
    name: 'Interval width',
    description:
      'Probability that a normal reading lies in the forecast interval, before it is widened. 0.95 is usual.',
    category: DETECTION,
    editor: SettingSlider,
    settings: { setting: 'intervalWidth', min: 0.5, max: 0.99, step: 0.01 },
  });
  builder.addCustomEditor<SettingSwitchedNumberConfig, number | null | undefined>({
    id: 'settings.calibrationShare',
    path: 'settings.calibrationShare',
    name: 'Calibrate the interval',
    description:
      'Widens the interval, never narrows it, until it would hold this share of the history. It makes up for noise with heavy tails, which a model takes for rarer than it is.',
    category: DETECTION,
    editor: SettingSwitchedNumber,
    settings: { setting: 'calibrationShare', usual: 0.975, min: 50, max: 99.9, unit: '%', factor: 0.01 },
  });
  builder.addCustomEditor<SettingChoiceConfig, string | undefined>({
    id: 'settings.direction',
    path: 'settings.direction',
    name: 'Direction',
    description: 'Which side of the band counts. A fast answer is rarely a problem: choose "Above" for latencies.',
    category: DETECTION,
    editor: SettingChoice,
    settings: {
      setting: 'direction',
      choices: [
        { value: 'both', label: 'Both' },
        { value: 'above', label: 'Above' },
        { value: 'below', label: 'Below' },
      ],
    },
  });
}

function addFilters<Options extends OptionsWithSettings>(builder: Builder<Options>): void {
  addNumber(
    builder,
    {
      name: 'N: points outside',
      description: 'So many of the last M points must lie outside the band. 3 of 5 silences single spikes.',
      category: FILTERS,
    },
    { setting: 'n', min: 1, max: 1000, isInteger: true },
  );
  addNumber(
    builder,
    { name: 'M: of the last points', description: 'How many points are looked at; at least N.', category: FILTERS },
    { setting: 'm', min: 1, max: 1000, isInteger: true },
  );
  addNumber(
    builder,
    {
      name: 'Minimum deviation',
      description: 'A point this close to the forecast is never an anomaly; in the unit of the series.',
      category: FILTERS,
    },
    { setting: 'minDeviationAbsolute', min: 0 },
  );
  addNumber(
    builder,
    {
      name: 'Minimum deviation, relative',
      description: 'The same as a share of the forecast. With both set, a point must exceed both.',
      category: FILTERS,
    },
    { setting: 'minDeviationRelative', min: 0, unit: '%', factor: 0.01 },
  );
}

function addRanges<Options extends OptionsWithSettings>(builder: Builder<Options>): void {
  const entries = [
    ['normalMin', 'Normal from', 'Values from here to "Normal to" are never anomalous, whatever the band says.'],
    ['normalMax', 'Normal to', 'See "Normal from".'],
    ['limitMin', 'Lower limit', 'Values below always are anomalous, even inside the band.'],
    ['limitMax', 'Upper limit', 'Values above always are anomalous, even inside the band.'],
  ] as const;
  for (const [setting, name, description] of entries) {
    addNumber(builder, { name, description, category: RANGES }, { setting });
  }
}

/** Options that decide what is an anomaly. */
export function addDetectionOptions<Options extends OptionsWithSettings>(builder: Builder<Options>): void {
  addPreset(builder);
  addThreshold(builder);
  addFilters(builder);
  addRanges(builder);
}
