import { durationText } from 'foreband-detector';

import { expectationOf } from './checkSetting.js';
import type { Setting, SettingGroup, Stage } from './setting.js';
import { settingNames } from './settings.js';
import { settingsTable } from './settingsTable.js';

const costs: Readonly<Record<Stage, string>> = {
  fit: 'another fit',
  forecast: 'another forecast',
  score: 'another score',
};

function defaultText(row: Setting): string {
  switch (row.kind) {
    case 'duration':
      return row.default === 0 ? '0' : `${row.default} (${durationText(row.default)})`;
    case 'spans':
      return '`[]`';
    case 'choice':
    case 'timeZone':
    case 'region':
    case 'events':
    case 'maintenance':
      return `\`"${row.default}"\``;
    default:
      return String(row.default);
  }
}

function valuesText(row: Setting): string {
  return row.kind === 'choice' ? row.choices.map(({ value }) => `\`"${value}"\``).join(', ') : expectationOf(row);
}

function cells(name: string, row: Setting): readonly string[] {
  return [`\`${name}\``, row.label, row.help, valuesText(row), defaultText(row), costs[row.stage], `\`${row.urlKey}\``];
}

const HEAD = ['in JSON', 'name', 'meaning', 'values', 'default', 'a change means', 'in an address'];

const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;

/** Every setting of the detector as Markdown: a table for each group. */
export function settingsReference(): string {
  const groups = new Map<SettingGroup, string[]>();
  for (const name of settingNames) {
    const row: Setting = settingsTable[name];
    groups.set(row.group, [...(groups.get(row.group) ?? []), line(cells(name, row))]);
  }
  const head = [line(HEAD), line(HEAD.map(() => '---'))];
  return [...groups].map(([group, rows]) => [`## ${group}`, '', ...head, ...rows].join('\n')).join('\n\n');
}
