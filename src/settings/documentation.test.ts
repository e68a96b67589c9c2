import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { presets, type PresetSettings } from 'foreband-engine';

const panelPage = readFileSync(join(process.cwd(), 'docs/anomaly-panel.md'), 'utf8');

/** Names of a table's first cells and the values of its last, one pair for each name. */
function defaultsInTable(): ReadonlyMap<string, string> {
  const rows = [...panelPage.matchAll(/^\| (`\w+`(?:, `\w+`)*) \|.*\| ([^|]+) \|$/gm)];
  return new Map(
    rows.flatMap(([, names, values]) => {
      const all = names.split(', ');
      const each = values.split(', ');
      return all.map((name, place) => [name.replaceAll('`', ''), each[each.length === 1 ? 0 : place]] as const);
    }),
  );
}

const textOf = (value: PresetSettings[keyof PresetSettings]) =>
  typeof value === 'string' ? `\`"${value}"\`` : String(value);

describe('docs/anomaly-panel.md', () => {
  it.each(Object.entries(presets.recommended))('states the default of %s', (name, value) => {
    expect(defaultsInTable().get(name)).toBe(textOf(value));
  });
});
