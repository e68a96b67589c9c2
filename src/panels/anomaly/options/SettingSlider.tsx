import type { StandardEditorProps } from '@grafana/data';
import { Slider } from '@grafana/ui';

import { inheritedValue } from './inheritedValue';
import { ResetRow } from './ResetRow';
import type { NumberSettingName } from './settingNames';

/** What a slider needs besides the option's own description. */
export interface SettingSliderConfig {
  readonly setting: NumberSettingName;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

type Props = StandardEditorProps<number | undefined, SettingSliderConfig>;

/** A slider for a setting; moving it sets the panel's own value with every step, so that the chart follows. */
export function SettingSlider({ value, onChange, item, context, id }: Props) {
  const { setting, min, max, step } = item.settings ?? { setting: 'thresholdMultiplier', min: 0.5, max: 6, step: 0.1 };
  const inherited = inheritedValue(context.data, setting);
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={String(inherited.value)}
      onReset={() => onChange(undefined)}
    >
      <Slider
        // The slider of @grafana/ui keeps its own state: a reset must reach it.
        key={value === undefined ? `inherited ${inherited.value}` : 'own'}
        inputId={id}
        min={min}
        max={max}
        step={step}
        value={value ?? inherited.value}
        onChange={(next) => onChange(next)}
        ariaLabelForHandle={item.name}
      />
    </ResetRow>
  );
}
