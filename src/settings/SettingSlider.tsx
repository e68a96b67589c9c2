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

// The slider of @grafana/ui keeps its own state, so a value that another hand has set (the query, a reset, the browser's
// way back) must replace it; what it was moved to must not, or it would lose the focus and the drag that set it.
function useSliderKey(value: number) {
  const [shown, setShown] = useState({ value, moved: value, nReplaced: 0 });
  if (shown.value !== value) {
    setShown({ value, moved: value, nReplaced: shown.nReplaced + (value === shown.moved ? 0 : 1) });
  }
  return {
    key: shown.nReplaced,
    onMoved: (moved: number) => setShown((known) => ({ ...known, moved })),
  };
}

/** A slider for a setting; moving it sets the panel's own value with every step, so that the chart follows. */
export function SettingSlider({ value, onChange, item, context, id }: Props) {
  const { setting, min, max, step } = item.settings ?? { setting: 'thresholdMultiplier', min: 0.5, max: 6, step: 0.1 };
  const inherited = inheritedValue(context.data, setting);
  const shown = value ?? inherited.value;
  const slider = useSliderKey(shown);
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={String(inherited.value)}
      onReset={() => onChange(undefined)}
    >
      <Slider
        key={slider.key}
        inputId={id}
        min={min}
        max={max}
        step={step}
        value={shown}
        onChange={(next) => {
          slider.onMoved(next);
          onChange(next);
        }}
        ariaLabelForHandle={item.name}
      />
    </ResetRow>
  );
}
