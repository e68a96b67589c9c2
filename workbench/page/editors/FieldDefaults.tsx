import type { FieldConfigSource, PanelPlugin, StandardEditorContext } from '@grafana/data';
import { cloneDeep, get, groupBy, set, unset } from 'lodash';
import { OptionField } from './OptionField';
import { OptionsGroup } from './OptionsGroup';

interface Props {
  readonly plugin: PanelPlugin;
  readonly fieldConfig: FieldConfigSource;
  readonly context: StandardEditorContext<unknown>;
  readonly onChange: (fieldConfig: FieldConfigSource) => void;
}

/** Field options for all fields: the standard ones and the panel's own, as getFieldOverrideCategories' sibling. */
export function FieldDefaults({ plugin, fieldConfig, context, onChange }: Props) {
  const properties = plugin.fieldConfigRegistry
    .list()
    .filter(
      (item) =>
        item.hideFromDefaults !== true && item.showIf?.(fieldConfig.defaults.custom ?? {}, context.data) !== false,
    );
  const pathOf = (item: (typeof properties)[number]) => (item.isCustom ? `custom.${item.path}` : item.path);
  const setValue = (path: string, value: unknown) => {
    const next = cloneDeep(fieldConfig);
    if (value === undefined) {
      unset(next.defaults, path);
    } else {
      set(next.defaults, path, value);
    }
    onChange(next);
  };
  return Object.entries(groupBy(properties, (item) => item.category?.[0] ?? plugin.meta.name)).map(([title, items]) => (
    <OptionsGroup key={title} title={title}>
      {items.map((item) => (
        <OptionField
          key={item.id}
          item={item}
          value={get(fieldConfig.defaults, pathOf(item))}
          onChange={(value) => setValue(pathOf(item), value)}
          context={context}
        />
      ))}
    </OptionsGroup>
  ));
}
