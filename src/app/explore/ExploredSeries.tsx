import { useCallback, useMemo } from 'react';
import type { AbsoluteTimeRange, PanelData, TimeZone } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import type { TimeSpan } from 'foreband-detector';

import { usePanelModel } from '../../chart/model/usePanelModel';
import type { PartialSettings } from '../../engine/parseSettings';

import { ChartCard } from './ChartCard';
import { exclusionMarks } from './exclusions';

interface Props {
  readonly data: PanelData;
  readonly settings: PartialSettings;
  readonly timeZone: TimeZone;
  /** A stretch of time was dragged over. */
  readonly onSelectSpan: (span: TimeSpan) => void;
}

const NONE: readonly TimeSpan[] = [];

/** The chosen series: judged and drawn. */
export function ExploredSeries({ data, settings, timeZone, onSelectSpan }: Props) {
  const theme = useTheme2();
  const { exclusions = NONE } = settings;
  const model = usePanelModel(data, settings, theme);
  const marked = useMemo(
    () => ({ ...data, annotations: [exclusionMarks(exclusions, theme.colors.text.disabled)] }),
    [data, exclusions, theme],
  );
  const select = useCallback(
    ({ from, to }: AbsoluteTimeRange) => onSelectSpan({ start: from, end: to }),
    [onSelectSpan],
  );
  return <ChartCard model={model} data={marked} timeZone={timeZone} onSelectRange={select} />;
}
