import { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Icon, useStyles2 } from '@grafana/ui';

import { assign, pin, type PinnedModels, type SavedModel, unpin } from 'foreband-engine';

import { PinListed } from './PinListed';
import type { SeriesEntry } from './seriesModels';

interface Props {
  readonly entries: readonly SeriesEntry[];
  readonly refit: (keys: readonly string[]) => ReadonlyMap<string, SavedModel>;
  readonly pinned: PinnedModels;
  readonly onChange: (pinned: PinnedModels) => void;
  /** How long a change lasts, in a sentence. */
  readonly duration: string;
  /** Whether models of the app's list can be pinned, too. Default false. */
  readonly hasList?: boolean;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    root: css({ margin: theme.spacing(1, 0) }),
    buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
    list: css({ listStyle: 'none', padding: 0, margin: theme.spacing(1, 0), maxHeight: 320, overflowY: 'auto' }),
    item: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
      borderTop: `1px solid ${theme.colors.border.weak}`,
    }),
    about: css({ flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' }),
    name: css({ fontWeight: theme.typography.fontWeightMedium, overflowWrap: 'anywhere' }),
    text: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    problem: css({ color: theme.colors.warning.text, fontSize: theme.typography.bodySmall.fontSize }),
    end: css({ display: 'flex', gap: theme.spacing(0.5), flexShrink: 0 }),
  };
}

interface ItemProps {
  readonly entry: SeriesEntry;
  readonly onPin: () => void;
  readonly onUnpin: () => void;
}

function Item({ entry, onPin, onUnpin }: ItemProps) {
  const styles = useStyles2(getStyles);
  const { name, text, isPinned, canFit, staleText, problem } = entry;
  const warning = problem === undefined ? staleText : `The pinned model cannot be used. ${problem}`;
  const verb = isPinned ? 'Retrain' : 'Pin';
  return (
    <li className={styles.item}>
      <div className={styles.about}>
        <div className={styles.name}>{name}</div>
        <div className={styles.text}>{text}</div>
        {warning !== '' && (
          <div className={styles.problem}>
            <Icon name="exclamation-triangle" size="sm" /> {problem === undefined ? `Stale: ${warning}.` : warning}
          </div>
        )}
      </div>
      <span className={styles.end}>
        {canFit && (
          <Button size="sm" variant="secondary" aria-label={`${verb} ${name}`} onClick={onPin}>
            {verb}
          </Button>
        )}
        {isPinned && (
          <Button size="sm" variant="secondary" fill="text" aria-label={`Unpin ${name}`} onClick={onUnpin}>
            Unpin
          </Button>
        )}
      </span>
    </li>
  );
}

const unknown = { name: '', labels: {}, unit: null };

/** The series of a panel with the models they are scored with: pins, refits and unpins them. */
export function ModelList({ entries, refit, pinned, onChange, duration, hasList = false }: Props) {
  const styles = useStyles2(getStyles);
  const [problem, setProblem] = useState<string>();
  const change = (next: () => PinnedModels) => {
    try {
      onChange(next());
      setProblem(undefined);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const pinAll = (keys: readonly string[]) => change(() => pin(pinned, refit(keys)));
  const unpinAll = (keys: readonly string[]) => change(() => unpin(pinned, keys));
  const free = entries.filter(({ isPinned, canFit }) => !isPinned && canFit).map(({ key }) => key);
  const held = entries.filter(({ isPinned }) => isPinned).map(({ key }) => key);
  return (
    <div className={styles.root} data-testid="foreband models">
      {problem !== undefined && <Alert severity="error" title={problem} onRemove={() => setProblem(undefined)} />}
      <div className={styles.buttons}>
        <Button size="sm" icon="lock" disabled={free.length === 0} onClick={() => pinAll(free)}>
          {held.length === 0 ? 'Pin all models' : 'Pin the others'}
        </Button>
        {held.length > 0 && (
          <Button size="sm" variant="secondary" icon="unlock" onClick={() => unpinAll(held)}>
            Unpin all
          </Button>
        )}
      </div>
      <ul className={styles.list}>
        {entries.map((entry) => (
          <Item key={entry.key} entry={entry} onPin={() => pinAll([entry.key])} onUnpin={() => unpinAll([entry.key])} />
        ))}
      </ul>
      {hasList && (
        <PinListed
          entries={entries}
          onPin={(key, model) => {
            const { name, labels, unit } = entries.find((entry) => entry.key === key) ?? unknown;
            change(() => pin(pinned, new Map([[key, assign(model, { name, labels }, unit)]])));
          }}
        />
      )}
      <div className={styles.text}>{duration}</div>
    </div>
  );
}
