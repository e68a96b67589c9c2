import { useTheme2 } from '@grafana/ui';
import type { Severity } from 'foreband-detector';

import { markerSvgPath } from './markerPath';
import { severityStyles } from './severityStyle';

interface Props {
  readonly severity: Severity;
}

/** A severity's marker as it appears in the chart. Decorative: the severity's name always stands beside it. */
export function SeverityIcon({ severity }: Props) {
  const { color, shape } = severityStyles(useTheme2())[severity];
  return (
    <svg width={12} height={12} viewBox="-6 -6 12 12" aria-hidden="true">
      <path d={markerSvgPath(shape, 4.4)} fill={color} />
    </svg>
  );
}
