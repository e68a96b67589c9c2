import { MappingType, type StandardEditorProps, type ValueMapping } from '@grafana/data';
import { Button, IconButton, Input, Stack } from '@grafana/ui';

interface Row {
  readonly value: string;
  readonly text: string;
}

/** Value mappings of the plain kind: this value is shown as that text. */
export function MappingsEditor({ value, onChange }: StandardEditorProps<ValueMapping[]>) {
  const rows = rowsOf(value ?? []);
  const setRows = (next: readonly Row[]) =>
    onChange([
      {
        type: MappingType.ValueToText,
        options: Object.fromEntries(next.map((row, index) => [row.value, { text: row.text, index }])),
      },
    ]);
  const setRow = (index: number, change: Partial<Row>) =>
    setRows(rows.map((row, position) => (position === index ? { ...row, ...change } : row)));
  return (
    <Stack direction="column" gap={1}>
      {rows.map((row, index) => (
        <Stack key={index} gap={1} alignItems="center">
          <Input
            placeholder="Value"
            defaultValue={row.value}
            onBlur={(event) => setRow(index, { value: event.currentTarget.value })}
          />
          <Input
            placeholder="Text"
            defaultValue={row.text}
            onBlur={(event) => setRow(index, { text: event.currentTarget.value })}
          />
          <IconButton
            name="trash-alt"
            tooltip="Remove mapping"
            onClick={() => setRows(rows.filter((_, position) => position !== index))}
          />
        </Stack>
      ))}
      <Button
        size="sm"
        variant="secondary"
        icon="plus"
        onClick={() => setRows([...rows, { value: String(rows.length), text: '' }])}
      >
        Add value mapping
      </Button>
    </Stack>
  );
}

function rowsOf(mappings: readonly ValueMapping[]): readonly Row[] {
  return mappings.flatMap((mapping) =>
    mapping.type === MappingType.ValueToText
      ? Object.entries(mapping.options).map(([value, { text = '' }]) => ({ value, text }))
      : [],
  );
}
