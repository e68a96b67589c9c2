import { memo, useId } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelOptionsEditorItem, StandardEditorContext } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';

interface Props {
  readonly item: PanelOptionsEditorItem;
  readonly value: unknown;
  /** Told which setting has which value; undefined takes it back. */
  readonly onChange: (path: string, value: unknown) => void;
  readonly context: StandardEditorContext<unknown>;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    field: css({ marginBottom: theme.spacing(1.5) }),
    label: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      marginBottom: theme.spacing(0.25),
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
    }),
  };
}

/** A setting with its name, its help and the editor that the panels' options have for it. */
export const SettingField = memo(function SettingField({ item, value, onChange, context }: Props) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const Editor = item.editor;
  return (
    <div className={styles.field} data-testid={`foreband setting ${item.name}`}>
      <div className={styles.label}>
        <label htmlFor={id}>{item.name}</label>
        <IconButton name="info-circle" size="xs" tooltip={item.description ?? item.name} tooltipPlacement="left" />
      </div>
      <Editor
        id={id}
        item={item}
        value={value}
        onChange={(next: unknown) => onChange(item.path, next)}
        context={context}
      />
    </div>
  );
});
