import type { RegistryItem, StandardEditorContext, StandardEditorProps } from '@grafana/data';
import { Field } from '@grafana/ui';
import { selectors } from '@grafana/e2e-selectors';
import { useId, type ComponentType } from 'react';

interface Item extends RegistryItem {
  readonly category?: string[];
  readonly settings?: StandardEditorProps['item']['settings'];
  readonly editor: ComponentType<StandardEditorProps>;
}

interface Props {
  readonly item: Item;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly context: StandardEditorContext<unknown>;
}

/** One option with its label, its help and the editor that its panel chose. */
export function OptionField({ item, value, onChange, context }: Props) {
  const id = useId();
  const Editor = item.editor;
  const group = item.category?.[0] ?? '';
  return (
    <div data-testid={selectors.components.PanelEditor.OptionsPane.fieldLabel(`${group} ${item.name}`)}>
      <Field label={item.name} description={item.description} htmlFor={id}>
        <Editor id={id} value={value} onChange={onChange} item={item} context={context} />
      </Field>
    </div>
  );
}
