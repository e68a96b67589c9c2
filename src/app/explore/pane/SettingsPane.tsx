import { memo, useCallback, useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, StandardEditorContext } from '@grafana/data';
import { Button, CollapsableSection, useStyles2 } from '@grafana/ui';

import type { PartialSettings } from '../../../engine/parseSettings';

import { SettingField } from './SettingField';
import { settingGroups, valueAt, withSetting, type SettingGroup } from './settingItems';

interface Props {
  readonly settings: PartialSettings;
  readonly onChange: (change: (settings: PartialSettings) => PartialSettings) => void;
}

const OPEN_AT_FIRST: ReadonlySet<string> = new Set(['Anomalies', 'Training']);

// The page has no query to inherit from: what is not set is the default.
const context: StandardEditorContext<unknown> = { data: [] };

function getStyles(theme: GrafanaTheme2) {
  return {
    heading: css({
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      marginBottom: theme.spacing(1),
      h2: { margin: 0, fontSize: theme.typography.h5.fontSize },
    }),
    label: css({ fontSize: theme.typography.body.fontSize }),
    section: css({ paddingTop: theme.spacing(0.5) }),
  };
}

function nSet({ items }: SettingGroup, settings: PartialSettings): number {
  return items.filter(({ path }) => valueAt(settings, path) !== undefined).length;
}

/** Every control of the model and of the scoring; each holds as soon as it is moved. */
export const SettingsPane = memo(function SettingsPane({ settings, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const groups = useMemo(settingGroups, []);
  const set = useCallback(
    (path: string, value: unknown) => onChange((present) => withSetting(present, path, value)),
    [onChange],
  );
  const isAnySet = Object.keys(settings).length > 0;
  return (
    <section aria-label="Settings of the model" data-testid="foreband settings">
      <div className={styles.heading}>
        <h2>Model</h2>
        <Button size="sm" variant="secondary" fill="text" disabled={!isAnySet} onClick={() => onChange(() => ({}))}>
          Reset all
        </Button>
      </div>
      {groups.map((group) => {
        const count = nSet(group, settings);
        return (
          <CollapsableSection
            key={group.title}
            label={count === 0 ? group.title : `${group.title} (${count} set)`}
            isOpen={OPEN_AT_FIRST.has(group.title)}
            className={styles.label}
            contentClassName={styles.section}
          >
            {group.items.map((item) => (
              <SettingField
                key={item.id}
                item={item}
                value={valueAt(settings, item.path)}
                onChange={set}
                context={context}
              />
            ))}
          </CollapsableSection>
        );
      })}
    </section>
  );
});
