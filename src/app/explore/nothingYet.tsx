import type { ReactNode } from 'react';
import { Button } from '@grafana/ui';

import type { SourceChoice } from './address/exploreState';
import { FileButton } from '../controls/FileButton';
import { CSV_FILES } from './files/csvFiles';
import { FileQuestion } from './files/FileQuestion';
import type { Files } from './files/useFiles';
import { promqlSource } from './live/dataSources';
import type { FoundMetrics } from '../../settings/metricChoice';
import { ExploreMessage } from './ExploreMessage';

interface Props {
  readonly source: SourceChoice;
  readonly found: FoundMetrics;
  readonly files: Files;
  readonly onSource: (source: SourceChoice) => void;
}

function UseSample({ onSource }: Pick<Props, 'onSource'>) {
  return (
    <Button variant="secondary" onClick={() => onSource({ kind: 'sample' })}>
      Look at the sample dataset instead
    </Button>
  );
}

function FileMissing({ name, files }: { readonly name: string; readonly files: Files }) {
  return (
    <ExploreMessage title={`This page looks at ${name}`}>
      <span>
        The file is not stored in this browser. Choose it, or drop it here: all settings stay as in the address.
      </span>
      <FileButton accept={CSV_FILES} onFile={files.open}>{`Choose ${name}`}</FileButton>
    </ExploreMessage>
  );
}

function NoFile({ files, onSource }: Pick<Props, 'files' | 'onSource'>) {
  return (
    <ExploreMessage title="Drop a CSV here">
      <code>
        timestamp,cpu_usage,label
        <br />
        2026-01-05T10:00:00Z,0.42,
        <br />
        2026-01-05T10:05:00Z,0.97,spike
      </code>
      <span>
        Or any other columns, in any order: several series, units, times and numbers of your country, as Grafana and
        spreadsheets write them. The label is optional: it says what was anomalous, for the evaluation.
      </span>
      <FileButton accept={CSV_FILES} onFile={files.open}>
        Choose a CSV file
      </FileButton>
      <UseSample onSource={onSource} />
    </ExploreMessage>
  );
}

function NoDataSource({ onSource }: Pick<Props, 'onSource'>) {
  return (
    <ExploreMessage title="No data source to ask">
      <span>Add a Foreband or a Prometheus data source, or look at a file, the sample or a simulation.</span>
      <UseSample onSource={onSource} />
    </ExploreMessage>
  );
}

function NoMetric({ dataSource, onSource }: Pick<Props, 'onSource'> & { readonly dataSource: string | null }) {
  return (
    <ExploreMessage title="No CPU metric found">
      <span>This data source has none of the CPU metrics that Foreband knows. Any PromQL works.</span>
      <Button variant="secondary" onClick={() => onSource({ kind: 'promql', dataSource, expr: '' })}>
        Write an expression
      </Button>
    </ExploreMessage>
  );
}

function NoExpression() {
  return (
    <ExploreMessage title="Write an expression">
      <span>Any PromQL that gives one or more series. Ctrl+Enter asks for it.</span>
    </ExploreMessage>
  );
}

function nothingOfFile({ source, files, onSource }: Props): ReactNode {
  if (files.content.kind === 'missing' && source.kind === 'csv' && source.file !== null) {
    return <FileMissing name={source.file.name} files={files} />;
  }
  return files.content.kind === 'none' ? <NoFile files={files} onSource={onSource} /> : null;
}

function nothingLive({ source, found, onSource }: Props): ReactNode {
  if (!('dataSource' in source)) {
    return null;
  }
  const { dataSource } = source;
  if (promqlSource(dataSource) === undefined) {
    return <NoDataSource onSource={onSource} />;
  }
  if (source.kind === 'promql') {
    return source.expr.trim() === '' ? <NoExpression /> : null;
  }
  const hasNone = source.metric === 'auto' && found.kind === 'found' && found.names.length === 0;
  return hasNone ? <NoMetric dataSource={dataSource} onSource={onSource} /> : null;
}

/** Why there is nothing to see of a source yet, and what to do; null where an answer is on its way. */
export function nothingYet(props: Props): ReactNode {
  const { reading, asked } = props.files;
  if (reading !== undefined) {
    return (
      <ExploreMessage title={`Reading ${reading.name}`}>
        <progress aria-label="Read so far" value={reading.share} max={1} />
      </ExploreMessage>
    );
  }
  if (asked !== undefined) {
    return <FileQuestion asked={asked} />;
  }
  return props.source.kind === 'csv' ? nothingOfFile(props) : nothingLive(props);
}
