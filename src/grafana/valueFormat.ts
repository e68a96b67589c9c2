import { formattedValueToString, getDisplayProcessor, type Field, type GrafanaTheme2 } from '@grafana/data';

/** Writes values as a field's config asks: unit, decimals, mappings. Nothing is written for what is not a number. */
export function valueFormat(field: Field, theme: GrafanaTheme2): (value: number) => string {
  const display = field.display ?? getDisplayProcessor({ field, theme });
  return (value) => (Number.isFinite(value) ? formattedValueToString(display(value)) : '–');
}
