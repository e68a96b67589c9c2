import { InlineFieldRow } from '@grafana/ui';

import { defaultSettings, type PartialSettings } from 'foreband-engine';
import { parseDuration } from 'foreband-prometheus';

import { CalendarFields } from './CalendarFields';
import { DraftInput } from './DraftInput';
import { durationProblem, durationText, numberProblem, storedNumber } from './fieldTexts';
import { GrowthFields } from './GrowthFields';
import { ModeFields } from './ModeFields';
import { PresetField } from './PresetField';
import { SeasonalityField } from './SeasonalityField';
import { SwitchedNumberInput } from './SwitchedNumberInput';
import { TrendFields } from './TrendFields';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const LABEL_WIDTH = 18;

/** Fields of the detector's settings in the query. */
export interface LearningFieldsProps {
  readonly settings: PartialSettings;
  /** Training window where the query sets none, in ms. */
  readonly defaultTrainingWindowMs: number;
  readonly onChange: (change: PartialSettings) => void;
  /** Given all of the query's settings, for changes that also take some away. */
  readonly onReplace: (settings: PartialSettings) => void;
  /** Start of the fields' element ids. */
  readonly id: string;
}

const patterns = [
  ['dailySeasonality', 'dailyOrder', 'Daily', 'The pattern of a day. Auto: on from two days of history.'],
  ['weeklySeasonality', 'weeklyOrder', 'Weekly', 'The pattern of a week. Auto: on from fourteen days of history.'],
  ['yearlySeasonality', 'yearlyOrder', 'Yearly', 'The pattern of a year. Auto: on from two years of history.'],
] as const;

function WindowFields({ settings, defaultTrainingWindowMs, onChange, id }: Omit<LearningFieldsProps, 'onReplace'>) {
  return (
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
      <SwitchedNumberInput
        id={`${id}-outliers`}
        label="Leave out outliers"
        tooltip="Readings so many standard deviations from what is learnt are left out of the learning. Off: all are learnt from."
        value={settings.robustDeviations}
        defaultValue={defaultSettings.robustDeviations}
        min={2}
        max={100}
        onCommit={(robustDeviations) => onChange({ robustDeviations })}
      />
    </InlineFieldRow>
  );
}

function IntervalFields({ settings, onChange, id }: Pick<LearningFieldsProps, 'settings' | 'onChange' | 'id'>) {
  return (
    <InlineFieldRow>
      <DraftInput
        id={`${id}-interval`}
        label="Interval width"
        tooltip="Probability that a normal reading lies inside the forecast's uncertainty interval."
        labelWidth={LABEL_WIDTH}
        value={String(settings.intervalWidth ?? '')}
        placeholder={String(defaultSettings.intervalWidth)}
        problemOf={(text) => numberProblem(text, 0.01, 0.999)}
        onCommit={(text) => onChange({ intervalWidth: storedNumber(text) })}
      />
      <SwitchedNumberInput
        id={`${id}-calibration`}
        label="Calibrate at"
        tooltip="The interval is widened, never narrowed, until it would hold this share of the history. Off: the model is taken at its word."
        value={settings.calibrationShare}
        defaultValue={defaultSettings.calibrationShare}
        min={0.5}
        max={0.999}
        onCommit={(calibrationShare) => onChange({ calibrationShare })}
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
  );
}

/** What is learnt, forecast and flagged; a panel may override each. */
export function LearningFields(props: LearningFieldsProps) {
  const { settings, onChange, onReplace, id } = props;
  return (
    <>
      <InlineFieldRow>
        <PresetField settings={settings} onChange={onReplace} labelWidth={LABEL_WIDTH} />
      </InlineFieldRow>
      <WindowFields {...props} />
      <IntervalFields settings={settings} onChange={onChange} id={id} />
      {patterns.map(([name, order, label, tooltip]) => (
        <InlineFieldRow key={name}>
          <SeasonalityField
            id={`${id}-${name}`}
            label={label}
            tooltip={tooltip}
            labelWidth={LABEL_WIDTH}
            value={settings[name] ?? defaultSettings[name]}
            order={settings[order]}
            defaultOrder={defaultSettings[order]}
            onChange={(value) => onChange({ [name]: value === defaultSettings[name] ? undefined : value })}
            onOrderChange={(value) => onChange({ [order]: value })}
          />
        </InlineFieldRow>
      ))}
      <ModeFields settings={settings} onChange={onChange} id={id} labelWidth={LABEL_WIDTH} />
      <GrowthFields settings={settings} onChange={onChange} id={id} labelWidth={LABEL_WIDTH} />
      <TrendFields settings={settings} onChange={onChange} id={id} labelWidth={LABEL_WIDTH} />
      <CalendarFields settings={settings} onChange={onChange} id={id} labelWidth={LABEL_WIDTH} />
    </>
  );
}
