import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelPlugin, StandardEditorContext } from '@grafana/data';
import { config } from '@grafana/runtime';
import { sceneGraph, type VizPanel } from '@grafana/scenes';
import { Field, Input, RadioButtonGroup, Select, TextArea, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { FieldDefaults } from '../editors/FieldDefaults';
import { FieldOverrides } from '../editors/FieldOverrides';
import { OptionsGroup } from '../editors/OptionsGroup';
import { PanelOptions } from '../editors/PanelOptions';

const TABS = [
  { label: 'All', value: 'all' as const },
  { label: 'Overrides', value: 'overrides' as const },
];

/** Stands in for the options pane of Grafana's panel editor. */
export function OptionsPane({ panel }: { panel: VizPanel }) {
  const styles = useStyles2(getStyles);
  const [tab, setTab] = useState<'all' | 'overrides'>('all');
  // Subscribes to the panel, which also says when its plugin has come.
  const { options, fieldConfig, pluginId, title, description, _pluginInstanceState: instanceState } = panel.useState();
  const { data } = sceneGraph.getData(panel).useState();
  const plugin: PanelPlugin | undefined = panel.getPlugin();
  const context: StandardEditorContext<Record<string, unknown>> = {
    data: data?.series ?? [],
    annotations: data?.annotations ?? [],
    replaceVariables: panel.interpolate,
    options: { ...options },
    instanceState,
    getSuggestions: () => [],
  };
  const plugins = Object.values(config.panels).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <aside className={styles.pane} aria-label="Panel options">
      <div className={styles.top}>
        <Field label="Visualization" htmlFor="visualization" noMargin>
          <Select
            inputId="visualization"
            options={plugins}
            value={pluginId}
            onChange={({ value = pluginId }) => void panel.changePluginType(value)}
          />
        </Field>
        <RadioButtonGroup fullWidth options={TABS} value={tab} onChange={setTab} />
      </div>
      {tab === 'all' && (
        <OptionsGroup title="Panel options">
          <Field label="Title" htmlFor="panel-title">
            <Input
              id="panel-title"
              defaultValue={title}
              onBlur={(event) => panel.onTitleChange(event.currentTarget.value)}
            />
          </Field>
          <Field label="Description" htmlFor="panel-description">
            <TextArea
              id="panel-description"
              defaultValue={description}
              onBlur={(event) => panel.onDescriptionChange(event.currentTarget.value)}
            />
          </Field>
        </OptionsGroup>
      )}
      {plugin && tab === 'all' && (
        <>
          <PanelOptions
            plugin={plugin}
            options={{ ...options }}
            context={context}
            onChange={(next) => panel.onOptionsChange(next, true)}
          />
          <FieldDefaults
            plugin={plugin}
            fieldConfig={fieldConfig}
            context={context}
            onChange={(next) => panel.onFieldConfigChange(next, true)}
          />
        </>
      )}
      {plugin && tab === 'overrides' && (
        <FieldOverrides
          plugin={plugin}
          fieldConfig={fieldConfig}
          context={context}
          onChange={(next) => panel.onFieldConfigChange(next, true)}
        />
      )}
    </aside>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  pane: css({
    width: 350,
    flexShrink: 0,
    alignSelf: 'flex-start',
    maxHeight: 'calc(100vh - 150px)',
    overflowY: 'auto',
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
  }),
  top: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), padding: theme.spacing(1) }),
});
