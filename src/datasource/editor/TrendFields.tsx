import { InlineFieldRow } from '@grafana/ui';

import { defaultSettings, type PartialSettings } from 'foreband-engine';

import { DraftInput } from './DraftInput';
import { numberProblem, storedNumber, wholeProblem } from './fieldTexts';

/** Fields that say how the trend may bend. */
export interface TrendFieldsProps {
  readonly settings: PartialSettings;
  readonly onChange: (change: PartialSettings) => void;
  /** Start of the fields' element ids. */
  readonly id: string;
  readonly labelWidth: number;
}

/** How often, how readily and where the trend may bend. */
export function TrendFields({ settings, onChange, id, labelWidth }: TrendFieldsProps) {
  return (
    <InlineFieldRow>
      <DraftInput
        id={`${id}-changepoints`}
        label="Changepoints"
        tooltip="At how many moments the trend may bend; 0 makes it a straight line."
        labelWidth={labelWidth}
        value={String(settings.nChangepoints ?? '')}
        placeholder={String(defaultSettings.nChangepoints)}
        problemOf={(text) => wholeProblem(text, 0, 1000)}
        onCommit={(text) => onChange({ nChangepoints: storedNumber(text) })}
      />
      <DraftInput
        id={`${id}-range`}
        label="Changepoint range"
        tooltip="Share of the history, from its start, in which the trend may bend."
        value={String(settings.changepointRange ?? '')}
        placeholder={String(defaultSettings.changepointRange)}
        problemOf={(text) => numberProblem(text, 0, 1)}
        onCommit={(text) => onChange({ changepointRange: storedNumber(text) })}
      />
      <DraftInput
        id={`${id}-flexibility`}
        label="Flexibility"
        tooltip="How readily the trend bends: 0.5 follows every move, 0.005 hardly any."
        value={String(settings.changepointPriorScale ?? '')}
        placeholder={String(defaultSettings.changepointPriorScale)}
        problemOf={(text) => numberProblem(text, 0.0001, 10)}
        onCommit={(text) => onChange({ changepointPriorScale: storedNumber(text) })}
      />
    </InlineFieldRow>
  );
}
