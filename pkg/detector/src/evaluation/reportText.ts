import type { Report, ReportSection } from './report.js';

/** A report as plain text: headings underlined, tables aligned by spaces. */
export function reportText({ title, sections }: Report): string {
  const blocks = [heading(title, '='), ...sections.filter(hasContent).flatMap(writeSection)];
  return `${blocks.join('\n\n')}\n`;
}

/** Whether a section has anything to say; a table of headings alone says nothing. */
export function hasContent({ paragraphs, points, table }: ReportSection): boolean {
  return paragraphs.length > 0 || points.length > 0 || table.length > 1;
}

function writeSection({ title, paragraphs, points, table }: ReportSection): readonly string[] {
  const list = points.map((point) => `- ${point}`).join('\n');
  return [heading(title, '-'), ...paragraphs, list, alignTable(table)].filter((block) => block !== '');
}

function heading(text: string, line: string): string {
  return `${text}\n${line.repeat(text.length)}`;
}

function alignTable(table: ReportSection['table']): string {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column].length)));
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
