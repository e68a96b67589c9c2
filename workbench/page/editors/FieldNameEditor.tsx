import { getFieldDisplayName, type FieldNamePickerConfigSettings, type StandardEditorProps } from '@grafana/data';
import { Select } from '@grafana/ui';

/** Chooses a field of the panel's data by its display name. */
export function FieldNameEditor(props: StandardEditorProps<string, FieldNamePickerConfigSettings>) {
  const { value, onChange, id, item, context } = props;
  const accepts = item.settings?.filter ?? (() => true);
  const names = context.data.flatMap((frame) =>
    frame.fields.filter(accepts).map((field) => getFieldDisplayName(field, frame, context.data)),
  );
  return (
    <Select
      inputId={id}
      isClearable
      placeholder={item.settings?.placeholderText}
      noOptionsMessage={item.settings?.noFieldsMessage}
      options={[...new Set(names)].map((name) => ({ label: name, value: name }))}
      value={value ?? null}
      onChange={(option) => onChange(option?.value)}
    />
  );
}
