import {
  FieldColorModeId,
  fieldColorModeRegistry,
  type FieldColor,
  type FieldColorConfigSettings,
  type StandardEditorProps,
} from '@grafana/data';
import { ColorPicker, Select, Stack } from '@grafana/ui';

/** Color scheme of a field; the fixed one with its color. */
export function FieldColorEditor(props: StandardEditorProps<FieldColor | undefined, FieldColorConfigSettings>) {
  const { value, onChange, item, id } = props;
  const mode = value?.mode ?? FieldColorModeId.Thresholds;
  const modes = fieldColorModeRegistry
    .list()
    .filter(({ isByValue }) => item.settings?.byValueSupport !== false || isByValue !== true);
  return (
    <Stack gap={1} alignItems="center">
      <Select
        inputId={id}
        options={modes.map(({ id: value, name, description }) => ({ value, label: name, description }))}
        value={mode}
        onChange={(option) => onChange({ ...value, mode: option.value ?? mode })}
      />
      {mode === FieldColorModeId.Fixed && (
        <ColorPicker
          color={value?.fixedColor ?? 'green'}
          enableNamedColors
          onChange={(fixedColor) => onChange({ ...value, mode, fixedColor })}
        />
      )}
    </Stack>
  );
}
