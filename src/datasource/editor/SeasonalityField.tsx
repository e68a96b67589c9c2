import type { SelectableValue } from '@grafana/data';
import { InlineField, Select } from '@grafana/ui';

import type { SeasonalitySetting } from 'foreband-engine';

import { DraftInput } from './DraftInput';
import { storedNumber, wholeProblem } from './fieldTexts';

/** Fields for one of the built-in patterns. */
export interface SeasonalityFieldProps {
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  readonly value: SeasonalitySetting;
  /** The order that is set; nothing for the default. */
  readonly order: number | undefined;
  readonly defaultOrder: number;
  readonly onChange: (value: SeasonalitySetting) => void;
  readonly onOrderChange: (order: number | undefined) => void;
  readonly labelWidth?: number;
}

const choices: Array<SelectableValue<SeasonalitySetting>> = [
  { value: 'auto', label: 'Auto' },
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
];

/** Auto, on or off, and how much detail. */
export function SeasonalityField(props: SeasonalityFieldProps) {
  const { id, label, tooltip, value, order, defaultOrder, onChange, onOrderChange, labelWidth } = props;
  return (
    <>
      <InlineField label={`${label} pattern`} tooltip={tooltip} htmlFor={id} labelWidth={labelWidth}>
        <Select<SeasonalitySetting>
          inputId={id}
          aria-label={`${label} pattern`}
          width={12}
          options={choices}
          value={value}
          onChange={(choice) => onChange(choice.value ?? 'auto')}
        />
      </InlineField>
      <DraftInput
        id={`${id}-order`}
        label={`${label} order`}
        tooltip="How many waves the pattern is made of while it is on: more follow sharper shapes."
        width={8}
        value={String(order ?? '')}
        placeholder={String(defaultOrder)}
        problemOf={(text) => wholeProblem(text, 1, 50)}
        onCommit={(text) => onOrderChange(storedNumber(text))}
      />
    </>
  );
}
