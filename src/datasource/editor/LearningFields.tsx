import { InlineFieldRow } from '@grafana/ui';

import { defaultSettings, type SeasonalitySetting } from '../../engine/settings';
import { parseDuration } from '../../engine/parseDuration';
import type { PartialSettings } from '../../engine/parseSettings';

import { DraftInput } from './DraftInput';
import { durationProblem, durationText, numberProblem, storedNumber } from './fieldTexts';
import { SeasonalityField } from './SeasonalityField';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LABEL_WIDTH = 18;

/** Fields of the detector's settings in the query. */
export interface LearningFieldsProps {
  readonly settings: PartialSettings;
  /** Training window where the query sets none, in ms. */
  readonly defaultTrainingWindowMs: number;
  readonly onChange: (change: PartialSettings) => void;
  /** Start of the fields' element ids. */
  readonly id: string;
}

const seasonalities = [
  ['dailySeasonality', 'Daily', 'The pattern of a day. Auto: on from two days of history.', 4],
  ['weeklySeasonality', 'Weekly', 'The pattern of a week. Auto: on from fourteen days of history.', 3],
  ['yearlySeasonality', 'Yearly', 'The pattern of a year. Auto: on from two years of history.', 10],
] as const;

/** What is learnt, forecast and flagged; a panel may override each. */
export function LearningFields({ settings, defaultTrainingWindowMs, onChange, id }: LearningFieldsProps) {
  return (
    <>
      <InlineFieldRow>
        <DraftInput
          id={`${id}-window`}
          label="Training window"
          tooltip="How much history the model learns from. It ends at the last midnight (UTC), so that a day's refreshes share one model. Under 14 days there is no weekly pattern."
          labelWidth={LABEL_WIDTH}
          value={durationText(settings.trainingWindowMs)}
          placeholder={durationText(defaultTrainingWindowMs)}
          problemOf={(text) => durationProblem(text, HOUR_MS, 731 * DAY_MS)}
          onCommit={(text) => onChange({ trainingWindowMs: parseDuration(text) })}
        />
        <DraftInput
          id={`${id}-step`}
          label="Step"
          tooltip="Distance between two readings, in training and in the visible range. It does not follow the zoom, so the same points keep the same scores."
          value={durationText(settings.stepMs)}
          placeholder={durationText(defaultSettings.stepMs)}
          problemOf={(text) => durationProblem(text, 1000, DAY_MS)}
          onCommit={(text) => onChange({ stepMs: parseDuration(text) })}
        />
        <DraftInput
          id={`${id}-interval`}
          label="Interval width"
          tooltip="Probability that a normal reading lies inside the forecast's uncertainty interval."
          value={String(settings.intervalWidth ?? '')}
          placeholder={String(defaultSettings.intervalWidth)}
          problemOf={(text) => numberProblem(text, 0.01, 0.999)}
          onCommit={(text) => onChange({ intervalWidth: storedNumber(text) })}
        />
        <DraftInput
          id={`${id}-threshold`}
          label="Threshold"
          tooltip="The band is the interval widened by this factor. Larger means fewer anomalies."
          value={String(settings.thresholdMultiplier ?? '')}
          placeholder={String(defaultSettings.thresholdMultiplier)}
          problemOf={(text) => numberProblem(text, 0.5, 6)}
          onCommit={(text) => onChange({ thresholdMultiplier: storedNumber(text) })}
        />
      </InlineFieldRow>
      <InlineFieldRow>
        {seasonalities.map(([name, label, tooltip, usualOrder], index) => (
          <SeasonalityField
            key={name}
            id={`${id}-${name}`}
            label={`${label} pattern`}
            tooltip={tooltip}
            labelWidth={index === 0 ? LABEL_WIDTH : undefined}
            value={settings[name] ?? defaultSettings[name]}
            usualOrder={usualOrder}
            onChange={(value: SeasonalitySetting) => onChange({ [name]: value === 'auto' ? undefined : value })}
          />
        ))}
      </InlineFieldRow>
    </>
  );
}
