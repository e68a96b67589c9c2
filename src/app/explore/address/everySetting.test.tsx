import type { StandardEditorProps } from '@grafana/data';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import {
  accepts,
  defaultSettings,
  parseSettings,
  type Setting,
  type SettingName,
  settingNames,
  settingsTable,
} from 'foreband-engine';

import '../../../grafana/testing/browser';
import { numberConfig } from '../../../settings/numberConfig';
import { settingSections } from '../../../settings/settingItems';

import { readAddress, writeAddress } from './address';
import { startState } from './exploreState';

// Icons load their drawings on their own time, which is of no concern here.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

const DAY_MS = 86_400_000;

interface Samples {
  readonly taken: readonly unknown[];
  readonly refused: readonly unknown[];
}

type NumericRow = Extract<Setting, { readonly min: number }>;

function numericSamples(row: NumericRow): Samples {
  const { min, max } = row;
  const small = row.kind === 'number' && row.isWhole === true ? 1 : 1e-6 * Math.max(1, Math.abs(min));
  const step = row.kind === 'duration' ? DAY_MS : small;
  const isFinite = (value: unknown) => Number.isFinite(value);
  const nothing = row.kind !== 'number' && row.kind !== 'duration' ? [null] : [];
  return {
    taken: [...[min, max].filter(isFinite), ...nothing],
    refused: [...[min - small, max + step].filter(isFinite), 'much', NaN],
  };
}

const textSamples: Readonly<Record<'spans' | 'timeZone' | 'region' | 'events' | 'maintenance', Samples>> = {
  spans: { taken: [[{ start: 0, end: DAY_MS }]], refused: [[{ start: 1, end: 0 }], 'yesterday'] },
  timeZone: { taken: ['Asia/Tokyo', 'dashboard'], refused: ['Berlin', 3] },
  region: { taken: ['DE-BY', ''], refused: ['Bavaria', null] },
  maintenance: { taken: ['Sun 02:00 to 04:00 Backup\n1st 00:00 to 06:00', ''], refused: ['Sun 02:00', 5] },
  events: { taken: ['2026-11-27 Sale', ''], refused: ['x'.repeat(200_001), 5] },
};

/** Values a row takes beside its default, and the nearest that it does not. */
function samplesOf(row: Setting): Samples {
  if (row.kind === 'choice') {
    return { taken: row.choices.map(({ value }) => value), refused: ['neither', true] };
  }
  return 'min' in row ? numericSamples(row) : textSamples[row.kind];
}

const rows = settingNames.map((name): [SettingName, Setting] => [name, settingsTable[name]]);

const cases = rows.flatMap(([name, row]) => {
  const { taken, refused } = samplesOf(row);
  return [
    ...[row.default, ...taken].map((value) => [name, value, true] as const),
    ...refused.map((value) => [name, value, false] as const),
  ];
});

function isParsed(name: SettingName, value: unknown): boolean {
  try {
    parseSettings({ [name]: value });
    return true;
  } catch {
    return false;
  }
}

describe('the parser', () => {
  it.each(cases)('takes %s as %p: %p', (name, value, isTaken) => {
    expect([isParsed(name, value), accepts(settingsTable[name], value)]).toEqual([isTaken, isTaken]);
  });
});

describe('an address', () => {
  const addressOf = (name: SettingName, value: unknown) =>
    new URLSearchParams(writeAddress({ ...startState, settings: { [name]: value } })).toString();

  it.each(cases.filter(([, , isTaken]) => isTaken))('brings %s = %p back', (name, value) => {
    const isDefault = JSON.stringify(value) === JSON.stringify(settingsTable[name].default);
    const { state, notices } = readAddress(addressOf(name, value));
    expect([state.settings, notices]).toEqual([isDefault ? {} : { [name]: value }, []]);
  });

  it.each(cases.filter(([name, value, isTaken]) => !isTaken && 'min' in settingsTable[name] && Number.isFinite(value)))(
    'says that it ignores %s = %p',
    (name, value) => {
      const { urlKey } = settingsTable[name];
      const written = settingsTable[name].kind === 'duration' ? `${Number(value)}ms` : String(value);
      const { state, notices } = readAddress(`?${urlKey}=${encodeURIComponent(written)}`);
      expect([state.settings, notices.length]).toEqual([{}, 1]);
    },
  );

  it('has lengths of time with their unit, and takes those of older addresses, in ms', () => {
    expect(addressOf('cycleMs', 6_000_000)).toContain('cycle=100m');
    expect(['100m', '6000000'].map((text) => readAddress(`?cycle=${text}`).state.settings)).toEqual([
      { cycleMs: 6_000_000 },
      { cycleMs: 6_000_000 },
    ]);
  });

  it('has a key of its own for every setting', () => {
    expect(new Set(rows.map(([, { urlKey }]) => urlKey)).size).toBe(rows.length);
  });
});

const items = new Map(settingSections().flatMap(({ items: all }) => all.map((item) => [item.path, item])));

/** The editor of a setting, as panels, queries and the Explore page have it. */
function editorOf(name: SettingName, value: unknown = undefined) {
  const item = items.get(`settings.${name}`);
  const onChange = jest.fn();
  if (item === undefined) {
    throw new Error(`missing editor of ${name}`);
  }
  const Editor: React.ComponentType<StandardEditorProps<unknown>> = item.editor;
  render(<Editor id={name} item={item} value={value} onChange={onChange} context={{ data: [] }} />);
  return { item, onChange };
}

describe('the editors', () => {
  afterEach(cleanup);

  it.each(rows)('offer %s with its label, its help and its default', (name, row) => {
    const { item } = editorOf(name);
    expect([item.name, item.description, item.category]).toEqual([row.label, row.help, [row.group]]);
    expect(screen.queryByText('default')).not.toBeNull();
  });

  const numbers = cases.filter(
    ([name]) => 'min' in settingsTable[name] && settingsTable[name].kind !== 'switchedNumber',
  );
  const typed = numbers.filter(
    ([name, value]) => !('slider' in settingsTable[name]) && typeof value === 'number' && Number.isFinite(value),
  );

  it.each(typed)('take %s typed as %p: %p', (name, value, isTaken) => {
    const { onChange } = editorOf(name);
    const { factor = 1 } = numberConfig(settingsTable[name]);
    const field = screen.getByRole('spinbutton');
    fireEvent.change(field, { target: { value: String(Number((Number(value) / factor).toPrecision(12))) } });
    fireEvent.blur(field);
    const committed: unknown[] = onChange.mock.calls.map(([next]: unknown[]) => next);
    expect(committed.map((next) => Math.abs(Number(next) - Number(value)) <= 1e-9 * Math.abs(Number(value)))).toEqual(
      isTaken ? [true] : [],
    );
  });

  it.each(rows.filter(([, { kind }]) => kind === 'choice'))('offer every word of %s', (name, row) => {
    editorOf(name);
    const labels = row.kind === 'choice' ? row.choices.map(({ label }) => label) : [];
    expect(screen.getAllByRole('radio')).toHaveLength(labels.length);
    labels.forEach((label) => expect(screen.queryByRole('radio', { name: label })).not.toBeNull());
  });
});

describe('the defaults', () => {
  it.each(rows)('have %s as its row says', (name, row) => {
    expect(defaultSettings[name]).toEqual(row.default);
  });
});
