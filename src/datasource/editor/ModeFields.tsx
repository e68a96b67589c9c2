import type { SelectableValue } from '@grafana/data';
import { InlineField, InlineFieldRow, RadioButtonGroup } from '@grafana/ui';

import { defaultSettings, type LearningSettings, type PartialSettings } from 'foreband-engine';
import { TimeZoneSelect } from '../../settings/TimeZoneSelect';

type Mode = LearningSettings['seasonalityMode'];

/** Fields that say how patterns join the trend, and whose clock they follow. */
export interface ModeFieldsProps {
  readonly settings: PartialSettings;
  readonly onChange: (change: PartialSettings) => void;
  /** Start of the fields' element ids. */
  readonly id: string;
  readonly labelWidth: number;
}

const modes: Array<SelectableValue<Mode>> = [
  { value: 'additive', label: 'Added', description: 'Patterns are as large at every level' },
  { value: 'multiplicative', label: 'Shares', description: 'Patterns are shares of the trend, and grow with it' },
];

const unlessDefault = <T,>(value: T, usual: T) => (value === usual ? undefined : value);

/** Whether patterns are added to the trend or are shares of it, and whose clock they follow. */
export function ModeFields({ settings, onChange, id, labelWidth }: ModeFieldsProps) {
  const { seasonalityMode: usualMode, timeZone: usualZone } = defaultSettings;
  return (
    <InlineFieldRow>
      <InlineField
        label="Patterns are"
        tooltip="Added to the trend, or shares of it: swings that grow with the level are shares."
        labelWidth={labelWidth}
      >
        <RadioButtonGroup<Mode>
          aria-label="Patterns are"
          options={modes}
          value={settings.seasonalityMode ?? usualMode}
          onChange={(mode) => onChange({ seasonalityMode: unlessDefault(mode, usualMode) })}
        />
      </InlineField>
      <InlineField
        label="Patterns follow"
        tooltip="Whose clock days, weeks and holidays follow, through daylight saving time too. With the dashboard's time zone, viewers in different zones may see different scores."
        htmlFor={`${id}-zone`}
      >
        <TimeZoneSelect
          id={`${id}-zone`}
          name="Patterns follow"
          width={24}
          value={settings.timeZone ?? usualZone}
          onChange={(timeZone) => onChange({ timeZone: unlessDefault(timeZone, usualZone) })}
        />
      </InlineField>
    </InlineFieldRow>
  );
}
