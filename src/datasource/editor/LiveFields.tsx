import { InlineField, InlineFieldRow, InlineSwitch } from '@grafana/ui';

import { parseDuration, promDuration } from 'foreband-prometheus';
import { defaultSettings } from 'foreband-engine';
import { liveIntervalMs, type LiveMode } from '../query';

import { DraftInput } from './DraftInput';
import { durationProblem } from './fieldTexts';

/** Fields of live mode. */
export interface LiveFieldsProps {
  readonly id: string;
  /** Nothing where it is off. */
  readonly value: LiveMode | undefined;
  /** The query's step in ms, where it sets one. */
  readonly stepMs?: number;
  readonly onChange: (live: LiveMode | undefined) => void;
  readonly labelWidth: number;
}

const { min, max, default: usualMs } = liveIntervalMs;

function paceText({ intervalMs }: LiveMode, stepMs: number): string {
  return intervalMs < stepMs
    ? `A sample every ${promDuration(stepMs)} (the step), scored within ${promDuration(intervalMs)} of its time.`
    : `New samples are scored every ${promDuration(intervalMs)}.`;
}

/** Whether the query goes on by itself, and how often it looks for new samples. */
export function LiveFields({ id, value, stepMs = defaultSettings.stepMs, onChange, labelWidth }: LiveFieldsProps) {
  return (
    <InlineFieldRow>
      <InlineField
        label="Live"
        tooltip="Goes on by itself while the page is open: new samples are fetched, scored and drawn without a refresh of the dashboard. Ranges that end at a fixed time stay as they are."
        htmlFor={`${id}-live`}
        labelWidth={labelWidth}
      >
        <InlineSwitch
          id={`${id}-live`}
          aria-label="Live"
          value={value !== undefined}
          onChange={({ currentTarget }) => onChange(currentTarget.checked ? { intervalMs: usualMs } : undefined)}
        />
      </InlineField>
      {value !== undefined && (
        <>
          <DraftInput
            id={`${id}-live-interval`}
            label="Every"
            tooltip="How often new samples are looked for: 5s to 1h. Nothing is asked while no step is complete and none is late."
            value={promDuration(value.intervalMs)}
            placeholder={promDuration(usualMs)}
            problemOf={(text) => durationProblem(text, min, max)}
            onCommit={(text) => onChange({ intervalMs: parseDuration(text) ?? usualMs })}
          />
          <output htmlFor={`${id}-live-interval`} style={{ alignSelf: 'center' }}>
            {paceText(value, stepMs)}
          </output>
        </>
      )}
    </InlineFieldRow>
  );
}
