import type { ReactNode } from 'react';
import type { Field, LinkModel, TimeZone } from '@grafana/data';
import { DataLinkButton, useStyles2 } from '@grafana/ui';

import { medianStep, rowNear } from 'foreband-engine';
import { formatClock, formatTime } from '../../views/formatTime';
import type { AnnotationMark } from '../drawing/annotationMarks';
import type { ChartSeries } from '../model/chartSeries';

import { MAX_LISTED, orderedSeries } from './orderedSeries';
import { formatValue, SeriesDetails } from './SeriesDetails';
import { tooltipStyles } from './tooltipStyles';

/** The actions on a point of a series, below the text of the pinned tooltip; null for none. */
export type PointActions = (series: ChartSeries, time: number) => ReactNode;

interface Props {
  readonly series: readonly ChartSeries[];
  readonly colors: readonly string[];
  /** Index of the series to explain; -1 for none. */
  readonly focused: number;
  /** Epoch ms under the pointer. */
  readonly time: number;
  readonly timeZone: TimeZone;
  /** Whether every series is listed besides the explained one. */
  readonly isMulti: boolean;
  readonly sort: string;
  readonly maxHeight?: number;
  readonly isPinned: boolean;
  /** Annotations near the pointer. */
  readonly annotations: readonly AnnotationMark[];
  readonly actions?: PointActions;
}

/** A series' sample at the pointer. */
interface ListedSeries {
  readonly key: string;
  readonly name: string;
  readonly color: string;
  readonly value: number;
  /** Gives the sample its unit and decimals. */
  readonly field: Field;
}

function listedAt(series: readonly ChartSeries[], colors: readonly string[], time: number): ListedSeries[] {
  return series.map(({ key, name, line, field }, index) => ({
    key,
    name,
    field,
    color: colors[index],
    value: line.y[rowNear(line.time, time, medianStep(line.time))] ?? NaN,
  }));
}

function linksAt(series: ChartSeries | undefined, time: number): LinkModel[] {
  if (series?.field.getLinks === undefined) {
    return [];
  }
  const row = rowNear(series.line.time, time, medianStep(series.line.time));
  return row < 0 ? [] : series.field.getLinks({ valueRowIndex: row });
}

function OtherSeries(props: Props) {
  const styles = useStyles2(tooltipStyles);
  const { series, colors, time, timeZone, sort, focused } = props;
  const stopped = series.filter(({ noDataSince = Infinity }, index) => time > noDataSince && index !== focused);
  const { shown, nMore } = orderedSeries(listedAt(series, colors, time), sort);
  return (
    <>
      {focused >= 0 && <div className={styles.divider} />}
      {shown.map(({ key, name, color, value, field }) => (
        <div key={key} className={styles.other}>
          <span className={styles.swatch} style={{ backgroundColor: color }} />
          <span>{name}</span>
          <span>{formatValue(field, value)}</span>
        </div>
      ))}
      {stopped.slice(0, MAX_LISTED).map((one) => (
        <div key={one.key} className={styles.other}>
          <span className={styles.swatch} style={{ backgroundColor: colors[series.indexOf(one)] }} />
          <span>{one.name}</span>
          <span>no data since {formatClock(one.noDataSince ?? NaN, time, timeZone)}</span>
        </div>
      ))}
      {nMore > 0 && <div className={styles.note}>and {nMore} more</div>}
    </>
  );
}

/** The chart's tooltip: the time, the series under the pointer explained, the others listed, annotations and links. */
export function TooltipContent(props: Props) {
  const styles = useStyles2(tooltipStyles);
  const { series, colors, focused, time, timeZone, isMulti, isPinned, annotations, maxHeight, actions } = props;
  const explained = series[focused];
  const links = isPinned ? linksAt(explained, time) : [];
  return (
    <div className={styles.root} style={{ maxHeight }} data-testid="foreband tooltip">
      <div className={styles.time}>{formatTime(time, timeZone)}</div>
      {explained !== undefined && (
        <SeriesDetails series={explained} color={colors[focused]} time={time} timeZone={timeZone} />
      )}
      {isMulti && series.length > 1 && <OtherSeries {...props} />}
      {annotations.map(({ start, text }) => (
        <div key={`${start} ${text}`} className={styles.note}>
          Annotation: {text === '' ? 'without text' : text}
        </div>
      ))}
      {isPinned && explained !== undefined && actions?.(explained, time)}
      {links.length > 0 && (
        <div className={styles.links}>
          {links.map((link) => (
            <DataLinkButton key={`${link.title} ${link.href}`} link={link} />
          ))}
        </div>
      )}
    </div>
  );
}
