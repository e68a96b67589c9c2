import type { StandardEditorProps, StatsPickerConfigSettings } from '@grafana/data';
import { StatsPicker } from '@grafana/ui';

/** Chooses reducers, such as a legend's values. */
export function StatsEditor({ value, onChange, item }: StandardEditorProps<string[], StatsPickerConfigSettings>) {
  return (
    <StatsPicker
      stats={value ?? []}
      onChange={onChange}
      allowMultiple={item.settings?.allowMultiple === true}
      defaultStat={item.settings?.defaultStat}
    />
  );
}
