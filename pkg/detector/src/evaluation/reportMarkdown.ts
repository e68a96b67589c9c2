import type { Report, ReportSection } from './report.js';
import { hasContent } from './reportText.js';

/** A report as Markdown. Names from the data are escaped, so they never become markup. */
export function reportMarkdown({ title, sections }: Report): string {
  const blocks = [`# ${escapeText(title)}`, ...sections.filter(hasContent).flatMap(writeSection)];
  return `${blocks.join('\n\n')}\n`;
}

function writeSection({ title, paragraphs, points, table }: ReportSection): readonly string[] {
  const list = points.map((point) => `- ${escapeText(point)}`).join('\n');
  return [`## ${escapeText(title)}`, ...paragraphs.map(escapeText), list, writeTable(table)].filter(
    (block) => block !== '',
  );
}

function writeTable([headings, ...rows]: ReportSection['table']): string {
  if (headings === undefined) {
    return '';
  }
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const escaped = rows.map((row) => line(row.map(escapeText)));
  return [line(headings.map(escapeText)), line(headings.map(() => '---')), ...escaped].join('\n');
}

function escapeText(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&').replace(/\s+/g, ' ');
}
