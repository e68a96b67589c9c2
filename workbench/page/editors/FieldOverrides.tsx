import {
  FieldMatcherID,
  getFieldDisplayName,
  type ConfigOverrideRule,
  type FieldConfigSource,
  type PanelPlugin,
  type StandardEditorContext,
} from '@grafana/data';
import { Button, Field, Input, Select, ValuePicker } from '@grafana/ui';
import { OptionField } from './OptionField';
import { OptionsGroup } from './OptionsGroup';

interface Props {
  readonly plugin: PanelPlugin;
  readonly fieldConfig: FieldConfigSource;
  readonly context: StandardEditorContext<unknown>;
  readonly onChange: (fieldConfig: FieldConfigSource) => void;
}

const MATCHERS = [
  { value: FieldMatcherID.byName, label: 'Fields with name' },
  { value: FieldMatcherID.byRegexp, label: 'Fields with name matching regex' },
  { value: FieldMatcherID.byType, label: 'Fields with type' },
  { value: FieldMatcherID.byFrameRefID, label: 'Fields returned by query' },
];

/** Overrides of the field options for some fields, as Grafana's getFieldOverrideElements. */
export function FieldOverrides({ plugin, fieldConfig, context, onChange }: Props) {
  const { overrides } = fieldConfig;
  const setOverrides = (next: ConfigOverrideRule[]) => onChange({ ...fieldConfig, overrides: next });
  const setRule = (index: number, rule: ConfigOverrideRule) =>
    setOverrides(overrides.map((current, position) => (position === index ? rule : current)));
  return (
    <>
      {overrides.map((rule, index) => (
        <OptionsGroup key={index} title={`Override ${index + 1}`}>
          <Rule plugin={plugin} rule={rule} context={context} onChange={(next) => setRule(index, next)} />
          <Button
            size="sm"
            variant="secondary"
            icon="trash-alt"
            onClick={() => setOverrides(overrides.filter((_, position) => position !== index))}
          >
            Remove override
          </Button>
        </OptionsGroup>
      ))}
      <OptionsGroup title="Add field override">
        <ValuePicker
          icon="plus"
          label="Add field override"
          variant="secondary"
          size="md"
          options={MATCHERS}
          onChange={({ value = FieldMatcherID.byName }) =>
            setOverrides([...overrides, { matcher: { id: value }, properties: [] }])
          }
        />
      </OptionsGroup>
    </>
  );
}

interface RuleProps extends Pick<Props, 'plugin' | 'context'> {
  readonly rule: ConfigOverrideRule;
  readonly onChange: (rule: ConfigOverrideRule) => void;
}

function Rule({ plugin, rule, context, onChange }: RuleProps) {
  const registry = plugin.fieldConfigRegistry;
  const idOf = (item: { id: string; isCustom?: boolean }) =>
    (item.isCustom ? `custom.${item.id}` : item.id).replace('custom.custom.', 'custom.');
  const items = registry.list().filter((item) => item.hideFromOverrides !== true);
  const setProperty = (id: string, value: unknown) =>
    onChange({ ...rule, properties: rule.properties.map((entry) => (entry.id === id ? { id, value } : entry)) });
  return (
    <>
      <Matcher rule={rule} context={context} onChange={onChange} />
      {rule.properties.map(({ id, value }) => {
        const item = items.find((entry) => idOf(entry) === id);
        const overriding = item === undefined ? undefined : { ...item, editor: item.override };
        const isOverride = { ...context, isOverride: true };
        return (
          overriding && (
            <OptionField
              key={id}
              item={overriding}
              value={value}
              onChange={(next) => setProperty(id, next)}
              context={isOverride}
            />
          )
        );
      })}
      <ValuePicker
        icon="plus"
        label="Add override property"
        variant="secondary"
        size="sm"
        options={items.map((item) => ({ value: idOf(item), label: [...(item.category ?? []), item.name].join(' > ') }))}
        onChange={({ value = '' }) => {
          const item = items.find((entry) => idOf(entry) === value);
          onChange({ ...rule, properties: [...rule.properties, { id: value, value: item?.defaultValue }] });
        }}
      />
    </>
  );
}

function Matcher({ rule, context, onChange }: Omit<RuleProps, 'plugin'>) {
  const label = MATCHERS.find(({ value }) => value === rule.matcher.id)?.label ?? rule.matcher.id;
  const setOption = (options: unknown) => onChange({ ...rule, matcher: { ...rule.matcher, options } });
  const names = context.data.flatMap((frame) =>
    frame.fields.map((field) => getFieldDisplayName(field, frame, context.data)),
  );
  return (
    <Field label={label}>
      {rule.matcher.id === FieldMatcherID.byName ? (
        <Select
          aria-label={label}
          allowCustomValue
          options={[...new Set(names)].map((name) => ({ label: name, value: name }))}
          value={rule.matcher.options ?? null}
          onChange={(option) => setOption(option.value)}
        />
      ) : (
        <Input
          aria-label={label}
          defaultValue={rule.matcher.options}
          onBlur={(event) => setOption(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
