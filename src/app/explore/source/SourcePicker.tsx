import { memo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Field, RadioButtonGroup, useStyles2 } from '@grafana/ui';

import { downloadFile } from '../../../views/download/downloadFile';
import type { FileChoice, SourceChoice } from '../address/exploreState';
import type { Files } from '../files/useFiles';
import type { FoundMetrics } from '../../../settings/metricChoice';
import { EXAMPLE_NAME, exampleCsv } from '../samples/exampleCsv';
import { useWidth } from '../useWidth';

import { CsvFields } from './CsvFields';
import { FieldHint } from './FieldHint';
import { MetricFields } from './MetricFields';
import { PromqlFields } from './PromqlFields';
import { SimulationFields } from './SimulationFields';
import { sourceKinds, startOf } from './sourceKinds';

interface Props {
  readonly source: SourceChoice;
  readonly found: FoundMetrics;
  readonly files: Pick<Files, 'stored' | 'open'>;
  /** Another source: what was chosen of the one before no longer holds. */
  readonly onChange: (source: SourceChoice) => void;
}

const NARROW_PX = 480;

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: theme.spacing(2) }),
  };
}

function SampleFields() {
  return (
    <>
      <Field label="Dataset" noMargin>
        <Button
          variant="secondary"
          icon="download-alt"
          onClick={() => downloadFile(EXAMPLE_NAME, new Blob([exampleCsv()], { type: 'text/csv' }))}
        >
          Download it as CSV
        </Button>
      </Field>
      <FieldHint>
        Six weeks of one machine&apos;s CPU usage, made by Foreband: a nightly backup and a past outage that do not
        disturb it, a deploy that stays, and in the last days a spike, a night without backup and a dip, all labeled.
      </FieldHint>
    </>
  );
}

function SourceFields({ source, found, files, onChange }: Props) {
  switch (source.kind) {
    case 'metric':
      return <MetricFields source={source} found={found} onChange={onChange} />;
    case 'promql':
      return <PromqlFields source={source} onChange={onChange} />;
    case 'csv':
      return (
        <CsvFields file={source.file} files={files} onChoose={(file: FileChoice) => onChange({ kind: 'csv', file })} />
      );
    case 'sample':
      return <SampleFields />;
    case 'simulation':
      return <SimulationFields source={source} onChange={onChange} />;
  }
}

/** Where the samples come from. */
export const SourcePicker = memo(function SourcePicker(props: Props) {
  const { source, onChange } = props;
  const styles = useStyles2(getStyles);
  const [ref, width] = useWidth();
  return (
    <div ref={ref} className={styles.row} data-testid="foreband source">
      <Field label="Samples from" noMargin>
        <RadioButtonGroup
          aria-label="Samples from"
          size={width > 0 && width < NARROW_PX ? 'sm' : 'md'}
          options={[...sourceKinds]}
          value={source.kind}
          onChange={(kind) => onChange(startOf(kind, source))}
        />
      </Field>
      <SourceFields {...props} />
    </div>
  );
});
