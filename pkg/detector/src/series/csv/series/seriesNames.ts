import type { CsvColumn } from '../cells/csvColumn.js';

import type { SeriesGroups } from './seriesGroups.js';

/** The name of a series. */
export interface SeriesIdentity {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

function headingOf({ name, place }: CsvColumn): string {
  return name === '' ? `column ${place + 1}` : name;
}

/** Makes names that no other has: the second `cpu` is `cpu (2)`. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let count = 2; taken.has(free); count++) {
      free = `${name} (${count})`;
    }
    taken.add(free);
    return free;
  });
}

/** Names the series of a column of values in a group of rows: by what tells it from the others. */
export function seriesIdentity(
  value: CsvColumn,
  group: number,
  { groups, constants, values }: SeriesGroups,
): SeriesIdentity {
  const texts = groups.texts[group];
  const fixed = constants.map((column) => column.texts.different()?.[0] ?? '');
  const labels: (readonly [string, string])[] = [
    ...groups.columns.map((column, place) => [headingOf(column), texts[place]] as const),
    ...constants.map((column, place) => [headingOf(column), fixed[place]] as const),
  ].filter(([, text]) => text !== '');
  const telling = (groups.columns.length > 0 ? texts : values.length > 1 ? [] : fixed).filter((text) => text !== '');
  const column = values.length > 1 ? headingOf(value) : telling.length > 0 ? '' : value.name;
  return { name: [column, ...telling].filter((text) => text !== '').join(' '), labels: Object.fromEntries(labels) };
}
