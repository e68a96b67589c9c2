import { memo, useCallback, useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelOptionsEditorItem, StandardEditorContext } from '@grafana/data';
import { Button, CollapsableSection, useStyles2 } from '@grafana/ui';

import type { PartialSettings } from 'foreband-engine';

import type { InheritedSettings } from './inheritedValue';
import { SettingField } from './SettingField';
import { appliesTo } from './appliesTo';
import { countSet, settingAt, settingSections, valueAt, withSetting } from './settingItems';

interface Props {
  readonly settings: PartialSettings;
  /** The settings where nothing is set. */
  readonly inherited: InheritedSettings;
  readonly onChange: (change: (settings: PartialSettings) => PartialSettings) => void;
  /** Groups that are open at first. Default: the anomalies and the training. */
  readonly openAtFirst?: ReadonlySet<string>;
}

const OPEN_AT_FIRST: ReadonlySet<string> = new Set(['Anomalies', 'Training']);

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
    // One column in a side pane, several where there is room.
    section: css({
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))',
      columnGap: theme.spacing(3),
      paddingTop: theme.spacing(0.5),
    }),
  };
}

/** Every setting of the detector, group by group; each holds as soon as it is changed. */
export const SettingsPane = memo(function SettingsPane(props: Props) {
  const { settings, inherited, onChange, openAtFirst = OPEN_AT_FIRST } = props;
  const styles = useStyles2(getStyles);
  const groups = useMemo(settingSections, []);
  const context = useMemo<StandardEditorContext<unknown>>(() => ({ data: [], instanceState: inherited }), [inherited]);
  const set = useCallback(
    (path: string, value: unknown) => onChange((present) => withSetting(present, path, value)),
    [onChange],
  );
  const method = settings.method ?? inherited.settings.method;
  const isShown = ({ path }: PanelOptionsEditorItem) => {
    const name = settingAt(path);
    return name === undefined || appliesTo(name, method);
  };
  const isAnySet = Object.keys(settings).length > 0;
  return (
    <section aria-label="Settings" data-testid="foreband settings">
      <div className={styles.heading}>
        <h2>Settings</h2>
        <Button size="sm" variant="secondary" fill="text" disabled={!isAnySet} onClick={() => onChange(() => ({}))}>
          Reset all
        </Button>
      </div>
      {groups.map((group) => {
        const count = countSet(group, settings);
        return (
          <CollapsableSection
            key={group.title}
            label={count === 0 ? group.title : `${group.title} (${count} set)`}
            isOpen={openAtFirst.has(group.title)}
            className={styles.label}
            contentClassName={styles.section}
          >
            {group.items.filter(isShown).map((item) => (
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
