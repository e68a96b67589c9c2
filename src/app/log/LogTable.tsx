import { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { InteractiveTable, TextLink, useStyles2, type Column, type CellProps } from '@grafana/ui';
import { numberText } from 'foreband-detector';

import { isAnomalyEntry, type LogEntry } from 'foreband-engine';
import { handlingTexts, type Handling } from '../../log/annotations/handling';
import { formatSpan, formatTime } from '../../views/formatTime';
import { SeverityIcon } from '../../views/severity/SeverityIcon';

import { dashboardAddress } from './dashboardAddress';
import { entryText, typeText } from './entryText';

interface Props {
  /** Newest first. */
  readonly entries: readonly LogEntry[];
  readonly timeZone: TimeZone;
  /** Whether every one is an anomaly. */
  readonly areAnomalies: boolean;
  /** Verdicts and actions of people on an anomaly. */
  readonly handlingOf: (entry: LogEntry) => Handling | undefined;
  /** Epoch ms. */
  readonly now: number;
}

const PAGE_SIZE = 50;

interface Row {
  readonly entry: LogEntry;
  readonly time: number;
  readonly series: string;
  readonly score: number;
  readonly value: number;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    severity: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5), whiteSpace: 'nowrap' }),
    time: css({ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
    number: css({ fontVariantNumeric: 'tabular-nums' }),
  };
}

type Cell = CellProps<Row>;

function TimeCell({ entry, timeZone }: { readonly entry: LogEntry; readonly timeZone: TimeZone }) {
  const styles = useStyles2(getStyles);
  const text = isAnomalyEntry(entry) ? formatSpan(entry.time, entry.end, timeZone) : formatTime(entry.time, timeZone);
  return <span className={styles.time}>{text}</span>;
}

function SeverityCell({ entry }: { readonly entry: LogEntry }) {
  const styles = useStyles2(getStyles);
  return isAnomalyEntry(entry) ? (
    <span className={styles.severity}>
      <SeverityIcon severity={entry.severity} />
      {entry.severity}
    </span>
  ) : (
    <span>{entry.level.toUpperCase()}</span>
  );
}

function PanelCell({ entry }: { readonly entry: LogEntry }) {
  const address = dashboardAddress(entry);
  const title = entry.origin.panel === '' ? 'panel without a title' : entry.origin.panel;
  return address === undefined ? <span>{entry.origin.panel}</span> : <TextLink href={address}>{title}</TextLink>;
}

const numberCell = (read: (entry: LogEntry) => number) => (cell: Cell) => {
  const value = read(cell.row.original.entry);
  return Number.isFinite(value) ? numberText(value) : '';
};

const valueOf = (entry: LogEntry) => ('value' in entry ? entry.value : NaN);
const predictedOf = (entry: LogEntry) => ('predicted' in entry ? entry.predicted : NaN);
const scoreOf = (entry: LogEntry) => ('score' in entry ? entry.score : NaN);

function bandText(entry: LogEntry): string {
  return 'bandLower' in entry ? `${numberText(entry.bandLower)} to ${numberText(entry.bandUpper)}` : '';
}

const anomalyColumns: Array<Column<Row>> = [
  { id: 'value', header: 'Worst value', sortType: 'number', cell: numberCell(valueOf) },
  { id: 'predicted', header: 'Expected', cell: numberCell(predictedOf) },
  { id: 'band', header: 'Band', cell: (cell: Cell) => bandText(cell.row.original.entry) },
  { id: 'score', header: 'Score', sortType: 'number', cell: numberCell(scoreOf) },
];

function handledText({ handlingOf, now, timeZone }: Omit<Props, 'entries'>, entry: LogEntry): string {
  return handlingTexts(handlingOf(entry) ?? {}, now, (time) => formatTime(time, timeZone)).join(', ');
}

function columnsFor(props: Omit<Props, 'entries'>): Array<Column<Row>> {
  const { areAnomalies, timeZone } = props;
  return [
    {
      id: 'time',
      header: 'Time',
      sortType: 'number',
      cell: (cell: Cell) => <TimeCell entry={cell.row.original.entry} timeZone={timeZone} />,
    },
    ...(areAnomalies ? [] : [{ id: 'type', header: 'Entry', cell: (cell: Cell) => typeText(cell.row.original.entry) }]),
    {
      id: 'severity',
      header: areAnomalies ? 'Severity' : 'Severity or level',
      cell: (cell: Cell) => <SeverityCell entry={cell.row.original.entry} />,
    },
    { id: 'series', header: 'Series', sortType: 'string' },
    ...(areAnomalies ? anomalyColumns : []),
    ...(areAnomalies
      ? [{ id: 'handled', header: 'Handled', cell: (cell: Cell) => handledText(props, cell.row.original.entry) }]
      : []),
    { id: 'text', header: 'What', cell: (cell: Cell) => entryText(cell.row.original.entry) },
    { id: 'panel', header: 'Panel', cell: (cell: Cell) => <PanelCell entry={cell.row.original.entry} /> },
  ];
}

/** Entries as a table in pages, newest first. */
export function LogTable({ entries, timeZone, areAnomalies, handlingOf, now }: Props) {
  const columns = useMemo(
    () => columnsFor({ areAnomalies, timeZone, handlingOf, now }),
    [areAnomalies, timeZone, handlingOf, now],
  );
  const rows = useMemo(
    () =>
      entries.map((entry): Row => {
        const { time, origin } = entry;
        return { entry, time, series: origin.series, score: scoreOf(entry), value: valueOf(entry) };
      }),
    [entries],
  );
  return (
    <InteractiveTable
      key={areAnomalies ? 'anomalies' : 'entries'}
      columns={columns}
      data={rows}
      getRowId={(row) => row.entry.key}
      pageSize={PAGE_SIZE}
    />
  );
}
