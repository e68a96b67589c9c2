import { useMemo } from 'react';
import { useTheme2 } from '@grafana/ui';
import { appendTail, type TimeSpan } from 'foreband-detector';

import type { ModelSeries } from '../../../chart/model/panelModel';
import { valueFormat } from '../../../grafana/valueFormat';
import { useEngine } from '../../../training/useEngine';
import { componentsOf } from '../../../views/history/componentsOf';
import type { HistorySubject } from '../../../views/history/historySubject';
import { HistoryViews } from '../../../views/history/HistoryViews';
import { historyViewList } from '../../../views/history/historyViewList';
import { naturalHeight } from '../naturalHeight';
import { useWidth } from '../useWidth';

interface Props {
  readonly series: ModelSeries;
  readonly timeZone: string;
  readonly onExclude: (span: TimeSpan) => void;
}

/** What a history is made of; each part stays the same while only the threshold changes. */
function partsOf({ outcome, planned }: ModelSeries) {
  if (outcome?.kind === 'detected') {
    const { training, series: visible, settings, model } = outcome;
    return { training, visible, settings, model };
  }
  const { training, visible, settings } = planned?.job ?? {};
  return { training, visible, settings, noModel: outcome?.message };
}

function useSubject({ series, timeZone }: Props): HistorySubject | undefined {
  const theme = useTheme2();
  const engineState = useEngine();
  const engine = engineState.kind === 'running' ? engineState.engine : undefined;
  const { training, visible, settings, model, noModel } = partsOf(series);
  const { name, field } = series.chart;
  // What is learnt from and what is shown, in one: the reader sees all that the page knows.
  const rows = useMemo(() => training && visible && appendTail(training, visible), [training, visible]);
  const { stepMs, exclusions, intervalWidth = 0 } = settings ?? {};
  return useMemo(() => {
    if (rows === undefined || stepMs === undefined) {
      return undefined;
    }
    return {
      name,
      series: rows,
      stepMs,
      timeZone,
      format: valueFormat(field, theme),
      exclusions: exclusions ?? [],
      components: componentsOf(model && { model, intervalWidth }, engine, timeZone),
      noModel,
    };
  }, [rows, stepMs, exclusions, intervalWidth, noModel, model, engine, timeZone, name, field, theme]);
}

/** What the series looks like, in views that select in one another. */
export default function HistoryTab(props: Props) {
  const subject = useSubject(props);
  const [ref, width] = useWidth();
  const height = naturalHeight(historyViewList, width);
  return (
    <div ref={ref} style={{ minHeight: height }}>
      {width > 0 && subject !== undefined && (
        <HistoryViews
          subject={subject}
          width={width}
          height={height}
          onExclude={props.onExclude}
          excludeHint="The model forgets this time range and is fitted anew at once."
        />
      )}
    </div>
  );
}
