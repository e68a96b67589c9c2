import { InlineField, Select } from '@grafana/ui';

import type { SeasonalitySetting } from '../../engine/settings';

/** A field for one of the built-in seasonalities. */
export interface SeasonalityFieldProps {
  readonly id: string;
  readonly label: string;
  readonly tooltip: string;
  readonly value: SeasonalitySetting;
  /** Prophet's own Fourier order for this seasonality: what "on" means. */
  readonly usualOrder: number;
  readonly onChange: (value: SeasonalitySetting) => void;
  readonly labelWidth?: number;
}

const MAX_ORDER = 50;
const ORDERS = [1, 2, 3, 4, 6, 8, 10, 15, 20, 30, MAX_ORDER];

function choicesFor(value: SeasonalitySetting, usualOrder: number) {
  const orders = typeof value === 'number' && !ORDERS.includes(value) ? [...ORDERS, value] : ORDERS;
  const words: Array<{ value: SeasonalitySetting; label: string }> = [
    { value: 'auto', label: 'Auto' },
    { value: 'on', label: `On (order ${usualOrder})` },
    { value: 'off', label: 'Off' },
  ];
  return [...words, ...orders.toSorted((a, b) => a - b).map((order) => ({ value: order, label: `Order ${order}` }))];
}

/** Auto, on, off, or on with a Fourier order. */
export function SeasonalityField(props: SeasonalityFieldProps) {
  const { id, label, tooltip, value, usualOrder, onChange, labelWidth } = props;
  return (
    <InlineField label={label} tooltip={tooltip} htmlFor={id} labelWidth={labelWidth}>
      <Select<SeasonalitySetting>
        inputId={id}
        aria-label={label}
        width={18}
        options={choicesFor(value, usualOrder)}
        value={value}
        onChange={(choice) => onChange(choice.value ?? 'auto')}
      />
    </InlineField>
  );
}
