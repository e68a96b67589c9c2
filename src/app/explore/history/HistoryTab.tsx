import { useMemo } from 'react';
import type { TimeZone } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import type { Series, TimeSpan } from 'foreband-detector';
import { excludedSpans } from 'foreband-engine';

import type { ModelSeries } from '../../../chart/model/panelModel';
import { valueFormat } from '../../../grafana/valueFormat';
import { useEngine } from '../../../training/useEngine';
import { componentsOf } from '../../../views/history/componentsOf';
import type { HistorySubject } from '../../../views/history/historySubject';
import { HistoryViews } from '../../../views/history/HistoryViews';
import { historyViewList } from '../../../views/history/historyViewList';
import { SELECTION_BAR_PX } from '../../../views/history/SelectionBar';
import { naturalHeight } from '../naturalHeight';
import { useSeriesParts } from '../useSeriesParts';
import { useWidth } from '../useWidth';

interface Props {
  readonly series: ModelSeries;
  /** Its samples as a file has them, where several share a step: these are shown and counted. */
  readonly asRead?: Series;
  readonly timeZone: TimeZone;
  readonly onExclude: (span: TimeSpan) => void;
}

function useSubject({ series, asRead, timeZone }: Props): HistorySubject | undefined {
  const theme = useTheme2();
  const engineState = useEngine();
  const engine = engineState.kind === 'running' ? engineState.engine : undefined;
  const { rows, fitted, noModel, settings } = useSeriesParts(series) ?? {};
  const { name, field } = series.chart;
  const { stepMs, exclusions, maintenance, timeZone: zone, intervalWidth = 0 } = settings ?? {};
  // The settings are others with every step of the threshold; this view depends on these alone.
  return useMemo(() => {
    const isKnown = exclusions !== undefined && maintenance !== undefined && zone !== undefined;
    if (rows === undefined || stepMs === undefined || !isKnown) {
      return undefined;
    }
    const span = { start: rows.time.at(0) ?? NaN, end: rows.time.at(-1) ?? NaN };
    return {
      name,
      series: asRead ?? rows,
      stepMs,
      timeZone,
      format: valueFormat(field, theme),
      exclusions: excludedSpans({ exclusions, maintenance, timeZone: zone }, span),
      components: fitted && componentsOf(fitted, intervalWidth, engine, timeZone),
      noModel,
    };
  }, [
    rows,
    asRead,
    stepMs,
    exclusions,
    maintenance,
    zone,
    intervalWidth,
    noModel,
    fitted,
    engine,
    timeZone,
    name,
    field,
    theme,
  ]);
}

/** The history of the series, in views that select in one another. */
export default function HistoryTab(props: Props) {
  const subject = useSubject(props);
  const [ref, width] = useWidth();
  const height = naturalHeight(historyViewList, width, SELECTION_BAR_PX);
  const { onExclude } = props;
  // The very same element while only the threshold changes: nothing is drawn anew for that.
  const views = useMemo(
    () =>
      width === 0 || subject === undefined ? null : (
        <HistoryViews
          subject={subject}
          width={width}
          height={height}
          onExclude={onExclude}
          excludeHint="This time range is excluded from the fit, and the model refitted at once."
        />
      ),
    [subject, width, height, onExclude],
  );
  return (
    <div ref={ref} style={{ minHeight: height }} data-testid="foreband explore history">
      {views}
    </div>
  );
}
