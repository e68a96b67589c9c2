import {
  PanelOptionsEditorBuilder,
  type NestedValueAccess,
  type PanelOptionsEditorItem,
  type PanelOptionsSupplier,
  type PanelPlugin,
  type StandardEditorContext,
} from '@grafana/data';
import { cloneDeep, get, groupBy, set } from 'lodash';
import type { ReactNode } from 'react';
import { OptionField } from './OptionField';
import { OptionsGroup } from './OptionsGroup';

interface Props {
  readonly plugin: PanelPlugin;
  readonly options: Readonly<Record<string, unknown>>;
  readonly context: StandardEditorContext<Record<string, unknown>>;
  readonly onChange: (options: Record<string, unknown>) => void;
}

interface Entry {
  readonly group: string;
  readonly id: string;
  readonly node: ReactNode;
}

interface NestedItem extends PanelOptionsEditorItem {
  getBuilder(): PanelOptionsSupplier<Record<string, unknown>>;
  getNestedValueAccess(parent: NestedValueAccess): NestedValueAccess;
}

/** @grafana/data has such a guard only since 12. */
const isNested = (item: PanelOptionsEditorItem): item is NestedItem => 'getNestedValueAccess' in item;

/** The panel's own options, in the groups it named, as Grafana's getVisualizationOptions lays them out. */
export function PanelOptions({ plugin, options, context, onChange }: Props) {
  const access: NestedValueAccess = {
    getValue: (path) => get(options, path),
    onChange: (path, value) => onChange(set(cloneDeep({ ...options }), path, value)),
  };
  const builder = new PanelOptionsEditorBuilder<Record<string, unknown>>();
  plugin.getPanelOptionsSupplier()(builder, context);
  const groups = groupBy(entriesOf(builder, access, context, plugin.meta.name), 'group');
  return Object.entries(groups).map(([title, entries]) => (
    <OptionsGroup key={title} title={title}>
      {entries.map(({ id, node }) => (
        <div key={id}>{node}</div>
      ))}
    </OptionsGroup>
  ));
}

function entriesOf(
  builder: PanelOptionsEditorBuilder<Record<string, unknown>>,
  access: NestedValueAccess,
  context: StandardEditorContext<Record<string, unknown>>,
  fallback: string,
): readonly Entry[] {
  const items: readonly PanelOptionsEditorItem[] = builder.getItems();
  return items.flatMap((item): readonly Entry[] => {
    if (item.showIf?.(context.options ?? {}, context.data, context.annotations) === false) {
      return [];
    }
    const group = item.category?.[0] ?? fallback;
    if (isNested(item)) {
      const nested = new PanelOptionsEditorBuilder<Record<string, unknown>>();
      const nestedAccess = item.getNestedValueAccess(access);
      const nestedContext = nestedAccess.getContext?.(context) ?? context;
      item.getBuilder()(nested, nestedContext);
      return entriesOf(nested, nestedAccess, nestedContext, group);
    }
    const change = (value: unknown) => access.onChange(item.path, value);
    const node = <OptionField item={item} value={access.getValue(item.path)} onChange={change} context={context} />;
    return [{ group, id: `${group}/${item.id}`, node }];
  });
}
