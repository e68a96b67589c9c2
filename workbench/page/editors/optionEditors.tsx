import type { SelectableValue, StandardEditorProps, StandardEditorsRegistryItem } from '@grafana/data';
import {
  ColorPicker,
  Input,
  MultiSelect,
  RadioButtonGroup,
  Select,
  Slider,
  Switch,
  TagsInput,
  TextArea,
  TimeZonePicker,
  UnitPicker,
} from '@grafana/ui';
import { FieldNameEditor } from './FieldNameEditor';
import { NumberEditor } from './NumberEditor';
import { StatsEditor } from './StatsEditor';

interface SliderSettings {
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly ariaLabelForHandle?: string;
}

interface SelectSettings {
  readonly options: SelectableValue[];
  readonly isClearable?: boolean;
  readonly allowCustomValue?: boolean;
}

interface TextSettings {
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly useTextarea?: boolean;
  readonly rows?: number;
}

function SliderEditor({ value, onChange, id, item }: StandardEditorProps<number, SliderSettings>) {
  const { min, max, step, ariaLabelForHandle } = item.settings ?? { min: 0, max: 100 };
  return (
    <Slider
      inputId={id}
      ariaLabelForHandle={ariaLabelForHandle}
      value={value ?? min}
      min={min}
      max={max}
      step={step}
      onChange={onChange}
    />
  );
}

function TextEditor({ value, onChange, id, item }: StandardEditorProps<string, TextSettings>) {
  const { placeholder, maxLength, useTextarea, rows } = item.settings ?? {};
  const commit = (text: string) => text !== (value ?? '') && onChange(text.trim() === '' ? undefined : text);
  return useTextarea ? (
    <TextArea
      id={id}
      key={value}
      defaultValue={value}
      rows={rows}
      onBlur={(event) => commit(event.currentTarget.value)}
    />
  ) : (
    <Input
      id={id}
      key={value}
      defaultValue={value ?? ''}
      placeholder={placeholder}
      maxLength={maxLength}
      onBlur={(event) => commit(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && commit(event.currentTarget.value)}
    />
  );
}

function StringsEditor({ value, onChange, id }: StandardEditorProps<string[]>) {
  return <TagsInput id={id} tags={value ?? []} onChange={onChange} />;
}

function BooleanEditor({ value, onChange, id }: StandardEditorProps<boolean>) {
  return <Switch id={id} value={Boolean(value)} onChange={(event) => onChange(event.currentTarget.checked)} />;
}

function SelectEditor({ value, onChange, id, item }: StandardEditorProps<unknown, SelectSettings>) {
  const { options = [], isClearable, allowCustomValue } = item.settings ?? {};
  return (
    <Select
      inputId={id}
      options={options}
      value={
        options.find((option) => option.value === value) ?? (typeof value === 'string' ? { value, label: value } : null)
      }
      isClearable={isClearable}
      allowCustomValue={allowCustomValue}
      onChange={(option) => onChange(option?.value)}
    />
  );
}

function MultiSelectEditor({ value, onChange, id, item }: StandardEditorProps<unknown[], SelectSettings>) {
  const { options = [], allowCustomValue } = item.settings ?? {};
  return (
    <MultiSelect
      inputId={id}
      options={options}
      value={value}
      allowCustomValue={allowCustomValue}
      onChange={(chosen) => onChange(chosen.map((option) => option.value))}
    />
  );
}

function RadioEditor({ value, onChange, id, item }: StandardEditorProps<unknown, SelectSettings>) {
  return (
    <RadioButtonGroup id={id} fullWidth options={item.settings?.options ?? []} value={value} onChange={onChange} />
  );
}

function ColorEditor({ value, onChange }: StandardEditorProps<string>) {
  return <ColorPicker color={value ?? 'gray'} onChange={onChange} enableNamedColors />;
}

function UnitEditor({ value, onChange }: StandardEditorProps<string>) {
  return <UnitPicker value={value} onChange={onChange} />;
}

function TimeZoneEditor({ value, onChange, id }: StandardEditorProps<string>) {
  return <TimeZonePicker inputId={id} value={value} onChange={onChange} includeInternal />;
}

const EDITORS: Readonly<Record<string, StandardEditorsRegistryItem['editor']>> = {
  number: NumberEditor,
  slider: SliderEditor,
  text: TextEditor,
  strings: StringsEditor,
  boolean: BooleanEditor,
  select: SelectEditor,
  'multi-select': MultiSelectEditor,
  radio: RadioEditor,
  color: ColorEditor,
  unit: UnitEditor,
  timezone: TimeZoneEditor,
  'field-name': FieldNameEditor,
  'stats-picker': StatsEditor,
};

/** Stands in for `getAllOptionEditors` of public/app/core/components/OptionsUI: the editors that panels name by id. */
export function optionEditors(): StandardEditorsRegistryItem[] {
  return Object.entries(EDITORS).map(([id, editor]) => ({ id, name: id, editor }));
}
