import { useState } from 'react';
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

// The slider of @grafana/ui keeps its own state, so another inherited value or a reset must replace it; a first own value
// must not, or the slider would lose the focus and the drag that set it.
function useSliderKey(isSet: boolean, inheritedValue: number) {
  const [shown, setShown] = useState({ inheritedValue, nResets: 0 });
  if (!isSet && shown.inheritedValue !== inheritedValue) {
    setShown({ ...shown, inheritedValue });
  }
  return {
    key: `${shown.inheritedValue} ${shown.nResets}`,
    replace: () => setShown({ inheritedValue, nResets: shown.nResets + 1 }),
  };
}

/** A slider for a setting; moving it sets the panel's own value with every step, so that the chart follows. */
export function SettingSlider({ value, onChange, item, context, id }: Props) {
  const { setting, min, max, step } = item.settings ?? { setting: 'thresholdMultiplier', min: 0.5, max: 6, step: 0.1 };
  const inherited = inheritedValue(context.data, setting);
  const slider = useSliderKey(value !== undefined, inherited.value);
  const reset = () => {
    slider.replace();
    onChange(undefined);
  };
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={String(inherited.value)}
      onReset={reset}
    >
      <Slider
        key={slider.key}
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
