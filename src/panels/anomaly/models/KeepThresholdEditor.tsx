import type { StandardEditorProps } from '@grafana/data';

import { heldThreshold } from './heldThreshold';
import { KeepThreshold } from './KeepThreshold';
import { PanelInstance } from './panelInstance';
import { SAVED_WITH_DASHBOARD } from './savedWithDashboard';

type Props = StandardEditorProps<number | undefined>;

/** Keeps the threshold in the options pane, where it is saved with the dashboard. */
export function KeepThresholdEditor({ value, onChange, context }: Props) {
  const instance: unknown = context.instanceState;
  const entries = instance instanceof PanelInstance ? instance.entries : [];
  return (
    <KeepThreshold
      own={value}
      inherited={heldThreshold(entries, context.data)}
      onChange={onChange}
      duration={SAVED_WITH_DASHBOARD}
    />
  );
}
