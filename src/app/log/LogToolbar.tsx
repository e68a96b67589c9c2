import { useId } from 'react';
import type { TimeRange, TimeZone } from '@grafana/data';
import { MultiSelect, RadioButtonGroup, Select } from '@grafana/ui';
import type { Severity } from 'foreband-detector';

import type { LogFilter, LogView } from 'foreband-engine';
import { severities } from '../../views/severity/severityStyle';
import { TimeControls } from '../controls/TimeControls';
import { Toolbar } from '../controls/Toolbar';
import { ToolbarLabel } from '../controls/ToolbarLabel';

interface Props {
  readonly filter: LogFilter;
  readonly range: TimeRange;
  readonly timeZone: TimeZone;
  /** Names of the series there are entries of. */
  readonly names: readonly string[];
  readonly onFilter: (change: Partial<LogFilter>) => void;
  readonly onRange: (range: TimeRange) => void;
  readonly onTimeZone: (timeZone: TimeZone) => void;
  readonly onRefresh: () => void;
}

const views: Array<{ value: LogView; label: string; description: string }> = [
  { value: 'anomalies', label: 'Anomalies', description: 'One entry per anomaly' },
  { value: 'system', label: 'System', description: 'Trainings, evaluations, troubles' },
  { value: 'readings', label: 'Samples', description: 'Every sample and its forecast, logged from level DEBUG on' },
  { value: 'all', label: 'Everything', description: 'All of these, and the hourly figures' },
];

function SeverityChoice({ filter, onFilter }: Pick<Props, 'filter' | 'onFilter'>) {
  const id = useId();
  return (
    <>
      <ToolbarLabel htmlFor={id}>Severity</ToolbarLabel>
      <MultiSelect<Severity>
        inputId={id}
        aria-label="Severity"
        width={24}
        placeholder="Every severity"
        options={severities.map((value) => ({ value, label: value }))}
        value={[...filter.severities]}
        onChange={(chosen) =>
          onFilter({ severities: severities.filter((one) => chosen.some(({ value }) => value === one)) })
        }
      />
    </>
  );
}

function SeriesChoice({ filter, names, onFilter }: Pick<Props, 'filter' | 'names' | 'onFilter'>) {
  const id = useId();
  const known = filter.series === null || names.includes(filter.series) ? names : [filter.series, ...names];
  return (
    <>
      <ToolbarLabel htmlFor={id}>Series</ToolbarLabel>
      <Select<string>
        inputId={id}
        aria-label="Series"
        width={24}
        placeholder="Every series"
        isClearable
        options={known.map((name) => ({ value: name, label: name }))}
        value={filter.series}
        onChange={(chosen) => onFilter({ series: chosen?.value ?? null })}
      />
    </>
  );
}

/** Which entries, of which time. */
export function LogToolbar(props: Props) {
  const { filter, range, timeZone, onFilter, onRange, onTimeZone, onRefresh } = props;
  return (
    <Toolbar
      label="Which entries"
      end={
        <TimeControls
          range={range}
          timeZone={timeZone}
          onRange={onRange}
          onTimeZone={onTimeZone}
          onRefresh={onRefresh}
        />
      }
    >
      <RadioButtonGroup
        aria-label="Entries"
        options={views}
        value={filter.view}
        onChange={(view) => onFilter({ view, severities: view === 'anomalies' ? filter.severities : [] })}
      />
      {filter.view === 'anomalies' && <SeverityChoice {...props} />}
      <SeriesChoice {...props} />
    </Toolbar>
  );
}
