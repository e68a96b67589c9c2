import type { StandardEditorProps } from '@grafana/data';

import { inheritedValue } from './inheritedValue';
import { RegionSelect } from './RegionSelect';
import { ResetRow } from './ResetRow';

type Props = StandardEditorProps<string | undefined>;

/** Whose public holidays are unlike other days. */
export function SettingRegion({ value, onChange, item, context, id }: Props) {
  const inherited = inheritedValue(context, 'holidayRegion');
  return (
    <ResetRow
      isSet={value !== undefined}
      origin={inherited.origin}
      inheritedText={inherited.value === '' ? 'none' : inherited.value}
      onReset={() => onChange(undefined)}
    >
      <RegionSelect id={id} name={item.name} value={value ?? inherited.value} onChange={onChange} />
    </ResetRow>
  );
}
