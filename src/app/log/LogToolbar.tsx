import { useId } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeRange, TimeZone } from '@grafana/data';
import { MultiSelect, RadioButtonGroup, Select, useStyles2 } from '@grafana/ui';
import type { Severity } from 'foreband-detector';

import type { LogFilter, LogView } from 'foreband-engine';
import { severities } from '../../views/severity/severityStyle';
import { TimeControls } from '../controls/TimeControls';

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

function getStyles(theme: GrafanaTheme2) {
  return {
    bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
    label: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    end: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginLeft: 'auto' }),
  };
}

function SeverityChoice({ filter, onFilter }: Pick<Props, 'filter' | 'onFilter'>) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <>
      <label htmlFor={id} className={styles.label}>
        Severity
      </label>
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
  const styles = useStyles2(getStyles);
  const id = useId();
  const known = filter.series === null || names.includes(filter.series) ? names : [filter.series, ...names];
  return (
    <>
      <label htmlFor={id} className={styles.label}>
        Series
      </label>
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
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.bar} role="group" aria-label="Which entries">
      <RadioButtonGroup
        aria-label="Entries"
        options={views}
        value={filter.view}
        onChange={(view) => onFilter({ view, severities: view === 'anomalies' ? filter.severities : [] })}
      />
      {filter.view === 'anomalies' && <SeverityChoice {...props} />}
      <SeriesChoice {...props} />
      <div className={styles.end}>
        <TimeControls
          range={range}
          timeZone={timeZone}
          onRange={onRange}
          onTimeZone={onTimeZone}
          onRefresh={onRefresh}
        />
      </div>
    </div>
  );
}
