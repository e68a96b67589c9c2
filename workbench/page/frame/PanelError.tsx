import { css } from '@emotion/css';
import type { PanelDataErrorViewProps } from '@grafana/runtime';

/** Stands in for Grafana's PanelDataErrorView: why a panel cannot draw what it was given. */
export function PanelError({ message, data, fieldConfig }: PanelDataErrorViewProps) {
  const isEmpty = data.series.every(({ length }) => length === 0);
  const text = message ?? (isEmpty ? (fieldConfig?.defaults.noValue ?? 'No data') : 'The data has no field to draw');
  return <div className={css({ display: 'grid', placeItems: 'center', height: '100%' })}>{text}</div>;
}
