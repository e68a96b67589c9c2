import { settingsReference } from 'foreband-engine';

const INTRODUCTION = `# Every setting

All settings of the detector, as used by queries, panels, the Explore page, and its addresses. In a panel, a setting shows "from the query" (or "default") until you set it there. A value out of range is reported above the chart; programs get an error such as \`invalid intervalWidth: 1.2 (expected 0.01 to 0.999)\`. In JSON, durations are in milliseconds. In an address they are written with a unit, such as \`28d\`, and settings at their default are left out.

This page is generated from the table in \`pkg/engine/src/settings/settingsTable.ts\` by \`npm run docs\`.
`;

/** The text of docs/settings.md. */
export function settingsPage(): string {
  return `${INTRODUCTION}\n${settingsReference()}\n`;
}
