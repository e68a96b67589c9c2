import type { DataLink, StandardEditorProps } from '@grafana/data';
import { DataLinksInlineEditor } from '@grafana/ui';

/** Data links of a field. */
export function LinksEditor({ value, onChange, context }: StandardEditorProps<DataLink[]>) {
  return (
    <DataLinksInlineEditor
      links={value}
      data={context.data}
      onChange={onChange}
      getSuggestions={() => context.getSuggestions?.() ?? []}
    />
  );
}
