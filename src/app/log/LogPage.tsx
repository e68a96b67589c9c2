import { useMemo, useState } from 'react';
import { css } from '@emotion/css';
import { getTimeZone, locationUtil, type GrafanaTheme2 } from '@grafana/data';
import { locationService, PluginPage } from '@grafana/runtime';
import { Alert, LinkButton, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router';
import {
  isAnomalyEntry,
  isHourEntry,
  isOfSeries,
  type LogEntry,
  logReport,
  partOf,
  partsOf,
  passes,
} from 'foreband-engine';

import { LOG_ADDRESS } from '../../grafana/appAddress';

import { choiceOf, timeRangeOf } from '../explore/samples/timeRangeOf';

import { LogActions } from './LogActions';
import { readLogAddress, writeLogAddress, type LogState } from './logAddress';
import { LogTable } from './LogTable';
import { LogToolbar } from './LogToolbar';
import { ReportCard } from './ReportCard';
import { useLog, useMoment, type LogRead } from './useLog';
import { useLoggedHandling } from './useLoggedHandling';

const NOTHING: readonly LogEntry[] = [];

function getStyles(theme: GrafanaTheme2) {
  return {
    page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
    table: css({ overflowX: 'auto' }),
  };
}

function useSelected(log: LogRead, state: LogState) {
  const entries = log.kind === 'read' ? log.entries : NOTHING;
  return useMemo(() => {
    const parts = partsOf(state.view);
    const shown = entries.filter((entry) => parts.includes(partOf(entry)) && passes(entry, state));
    const ofSeries = entries.filter((entry) => isOfSeries(entry, state.series));
    const names = new Set(entries.map(({ origin }) => origin.series).filter((name) => name !== ''));
    return {
      shown,
      newestFirst: [...shown].reverse(),
      report: logReport(ofSeries.filter(isAnomalyEntry), ofSeries.filter(isHourEntry)),
      names: [...names].sort((left, right) => left.localeCompare(right, 'en', { numeric: true })),
    };
  }, [entries, state]);
}

/** The page's message in place of a table. */
function NoEntries({ log, isFiltered }: { readonly log: LogRead; readonly isFiltered: boolean }) {
  if (log.kind === 'reading') {
    return <LoadingPlaceholder text="Reading the log..." />;
  }
  if (log.kind === 'failed') {
    return (
      <Alert severity="warning" title="This browser stores no log">
        It refuses its store ({log.reason}). Allow this site to store data, or leave the private window.
      </Alert>
    );
  }
  return isFiltered ? (
    <Alert severity="info" title="Nothing of this kind in this time">
      Choose another time range, severity or series.
    </Alert>
  ) : (
    <Alert severity="info" title="Nothing logged in this time">
      <p>
        The log fills while a dashboard with a Foreband anomaly panel is open in this browser: with anomalies that begin
        from then on, trainings, and what goes wrong. Simulated samples are never logged.
      </p>
      <LinkButton size="sm" variant="secondary" href={locationUtil.assureBaseUrl('/dashboards')}>
        Dashboards
      </LinkButton>
    </Alert>
  );
}

/** The anomaly log of this browser: a report, and its entries. */
export default function LogPage() {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const state = useMemo(() => readLogAddress(search), [search]);
  const [timeZone, setTimeZone] = useState(() => getTimeZone());
  const [now, toPresent] = useMoment();
  const range = useMemo(() => timeRangeOf(state.range, now, timeZone), [state.range, now, timeZone]);
  const log = useLog(range.from.valueOf(), range.to.valueOf(), now);
  const handlingOf = useLoggedHandling(range.from.valueOf(), range.to.valueOf(), now);
  const { shown, newestFirst, report, names } = useSelected(log, state);
  const change = (part: Partial<LogState>) => locationService.partial(writeLogAddress({ ...state, ...part }));
  return (
    <PluginPage
      pageNav={{ text: 'Anomaly log', url: LOG_ADDRESS }}
      subTitle="What the anomaly panels of your dashboards have seen while they were open in this browser. The log is stored here, for you alone; download it to store it elsewhere."
    >
      <div className={styles.page} data-testid="foreband log">
        <LogToolbar
          filter={state}
          range={range}
          timeZone={timeZone}
          names={names}
          onFilter={change}
          onRange={(next) => {
            toPresent();
            change({ range: choiceOf(next) });
          }}
          onTimeZone={setTimeZone}
          onRefresh={toPresent}
        />
        {log.kind === 'read' && log.entries.length > 0 && <ReportCard report={report} />}
        <LogActions entries={shown} range={range} onCleared={toPresent} />
        {shown.length === 0 ? (
          <NoEntries log={log} isFiltered={log.kind === 'read' && log.entries.length > 0} />
        ) : (
          <div className={styles.table}>
            <LogTable
              entries={newestFirst}
              timeZone={timeZone}
              areAnomalies={state.view === 'anomalies'}
              handlingOf={handlingOf}
              now={now}
            />
          </div>
        )}
      </div>
    </PluginPage>
  );
}
