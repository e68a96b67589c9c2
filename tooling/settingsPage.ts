import { settingsReference } from 'foreband-engine';

const INTRODUCTION = `# Every setting

The settings of the detector, as queries, panels, the Explore page and addresses know them. In a panel each reads "from the query" (or "default") until it is set there. A value out of its range is named above the chart, and refused with \`invalid intervalWidth: 1.2 (expected 0.01 to 0.999)\` where it is read by a program. Durations are milliseconds in JSON. In an address (of the Explore page) durations are written as \`28d\`, and what is at its default is left out.

This page is generated from the table in \`pkg/engine/src/settings/settingsTable.ts\` by \`npm run docs\`.
`;

/** The text of docs/settings.md. */
export function settingsPage(): string {
  return `${INTRODUCTION}\n${settingsReference()}\n`;
}
