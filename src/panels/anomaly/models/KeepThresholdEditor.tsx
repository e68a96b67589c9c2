import type { StandardEditorProps } from '@grafana/data';

import { inheritedValue } from '../../../settings/inheritedValue';

import { KeepThreshold } from './KeepThreshold';
import { SAVED_WITH_DASHBOARD } from './savedWithDashboard';

type Props = StandardEditorProps<number | undefined>;

/** Keeps the threshold in the options pane, where saving the dashboard keeps it. */
export function KeepThresholdEditor({ value, onChange, context }: Props) {
  return (
    <KeepThreshold
      own={value}
      inherited={inheritedValue(context, 'thresholdMultiplier')}
      onChange={onChange}
      duration={SAVED_WITH_DASHBOARD}
    />
  );
}
