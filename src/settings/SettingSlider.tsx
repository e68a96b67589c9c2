import { useState } from 'react';
import { Slider } from '@grafana/ui';

import { settingsTable, type Setting } from 'foreband-engine';

import { inheritedValue } from './inheritedValue';
import { ResetRow } from './ResetRow';
import { settingOf, type SettingEditorProps } from './settingEditor';

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** The slider's range: the values worth trying, and the present value, which may lie outside of that. */
function scaleOf(row: Setting, present: number): Scale {
  const { min, max, step } = (row.kind === 'number' ? row.slider : undefined) ?? {
    min: present,
    max: present,
    step: 1,
  };
  return { min: Math.min(min, present), max: Math.max(max, present), step };
}

// The slider of @grafana/ui keeps its own state, so a value that another hand has set (the query, a reset, the
// browser's way back) must replace it; what it was moved to must not, or it would lose the focus and the drag that set
// it.
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
export function SettingSlider({ value, onChange, item, context, id }: SettingEditorProps<number>) {
  const name = settingOf({ item });
  const inherited = inheritedValue(context, name);
  const inheritedNumber = typeof inherited.value === 'number' ? inherited.value : NaN;
  const shown = value ?? inheritedNumber;
  const scale = scaleOf(settingsTable[name], shown);
  const slider = useSliderKey(shown);
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={String(inheritedNumber)}
      onReset={() => onChange(undefined)}
    >
      <Slider
        key={slider.key}
        inputId={id}
        min={scale.min}
        max={scale.max}
        step={scale.step}
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
