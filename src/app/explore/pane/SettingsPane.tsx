import { memo, useCallback, useMemo } from 'react';
import { css } from '@emotion/css';
import type { DataFrame, GrafanaTheme2, StandardEditorContext } from '@grafana/data';
import { Button, CollapsableSection, useStyles2 } from '@grafana/ui';

import type { PartialSettings } from 'foreband-engine';
import { readCarried } from '../../../grafana/carried';

import { SettingField } from './SettingField';
import { countSet, settingGroups, settingName, valueAt, withSetting } from './settingItems';

interface Props {
  readonly settings: PartialSettings;
  /** What is looked at: a file brings a step of its own. */
  readonly frames: readonly DataFrame[] | undefined;
  readonly onChange: (change: (settings: PartialSettings) => PartialSettings) => void;
}

const OPEN_AT_FIRST: ReadonlySet<string> = new Set(['Anomalies', 'Training']);

// The page asks with its own settings, so what is not set is the default.
const noQuery: StandardEditorContext<unknown> = { data: [] };

function fileContext(frames: Props['frames']): StandardEditorContext<unknown> {
  return { data: (frames ?? []).filter((frame) => readCarried(frame)?.origin === 'file') };
}

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

/** Every control of the model and of the scoring; each holds as soon as it is moved. */
export const SettingsPane = memo(function SettingsPane({ settings, frames, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const groups = useMemo(settingGroups, []);
  const ofFile = useMemo(() => fileContext(frames), [frames]);
  const set = useCallback(
    (path: string, value: unknown) => onChange((present) => withSetting(present, path, value)),
    [onChange],
  );
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
                context={settingName(item.path) === 'stepMs' ? ofFile : noQuery}
              />
            ))}
          </CollapsableSection>
        );
      })}
    </section>
  );
});
