import type { StandardEditorProps } from '@grafana/data';

import type { PinnedModels } from 'foreband-engine';

import { ModelList } from './ModelList';
import { PanelInstance } from './panelInstance';
import { SAVED_WITH_DASHBOARD } from './savedWithDashboard';

type Props = StandardEditorProps<PinnedModels | undefined>;

const NONE: PinnedModels = {};

/** Pins models in the options pane, where saving the dashboard keeps them. */
export function PinnedModelsEditor({ value = NONE, onChange, context }: Props) {
  const instance: unknown = context.instanceState;
  if (!(instance instanceof PanelInstance) || instance.entries.length === 0) {
    return <>The panel shows no series at the moment.</>;
  }
  return (
    <ModelList
      entries={instance.entries}
      refit={instance.refit}
      pinned={value}
      onChange={onChange}
      hasList
      duration={SAVED_WITH_DASHBOARD}
    />
  );
}
