import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Checkbox, useStyles2 } from '@grafana/ui';

import type { SavedModel } from 'foreband-engine';

import { ModelActions, type ModelActionHandlers } from './ModelActions';
import { evaluationText, historyText, qualityText, seriesText } from './modelTexts';

interface Props extends ModelActionHandlers {
  readonly models: readonly SavedModel[];
  /** Ids of the models that are compared. */
  readonly compared: readonly string[];
  readonly onCompare: (id: string) => void;
  readonly mayWrite: boolean;
  /** Id of the model that is being refitted. */
  readonly busy?: string;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    scroll: css({ overflowX: 'auto' }),
    table: css({
      width: '100%',
      'th, td': {
        padding: theme.spacing(1),
        textAlign: 'left',
        verticalAlign: 'top',
        borderBottom: `1px solid ${theme.colors.border.weak}`,
      },
      'thead th': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
      'tbody th': { minWidth: 160, fontWeight: theme.typography.fontWeightMedium, overflowWrap: 'anywhere' },
      'tbody td': { minWidth: 120 },
      'tbody td:first-of-type': { minWidth: 0 },
    }),
    note: css({
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightRegular,
    }),
    labels: css({ fontFamily: theme.typography.fontFamilyMonospace, fontSize: theme.typography.bodySmall.fontSize }),
  };
}

/** The list of models: what each was fitted to, how well it fits and detects, and what can be done with it. */
export function ModelTable({ models, compared, onCompare, mayWrite, busy, ...handlers }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Compare</th>
            <th scope="col">Name</th>
            <th scope="col">Series</th>
            <th scope="col">Fitted</th>
            <th scope="col">To</th>
            <th scope="col">Quality</th>
            <th scope="col">
              <span className={styles.note}>Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <tr key={model.id} data-testid="foreband saved model">
              <td>
                <Checkbox
                  aria-label={`Compare ${model.name}`}
                  value={compared.includes(model.id)}
                  onChange={() => onCompare(model.id)}
                />
              </td>
              <th scope="row">
                {model.name}
                {model.note !== '' && <div className={styles.note}>{model.note}</div>}
              </th>
              <td className={styles.labels}>{seriesText(model)}</td>
              <td>{dateTimeFormat(model.created)}</td>
              <td>{historyText(model)}</td>
              <td>
                {qualityText(model)}
                <div className={styles.note}>{evaluationText(model)}</div>
              </td>
              <td>
                <ModelActions model={model} mayWrite={mayWrite} isBusy={busy === model.id} {...handlers} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
