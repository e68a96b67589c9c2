import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Checkbox, Field, Input, useStyles2 } from '@grafana/ui';
import type { Severity } from 'foreband-detector';

import { severities as allSeverities } from '../../views/severity/severityStyle';

import { nameProblem, readLabels, type RuleChoices } from './ruleChoices';

interface Props {
  readonly choices: RuleChoices;
  readonly onChange: (change: Partial<RuleChoices>) => void;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    fields: css({
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
      columnGap: theme.spacing(2),
    }),
    severities: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5, 2),
      margin: 0,
      padding: 0,
      border: 0,
    }),
    legend: css({
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightMedium,
      margin: theme.spacing(0, 0, 0.5),
    }),
    text: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, margin: 0 }),
  };
}

/** What a reader decides about rules: their name, which severities alert, and further labels. */
export function RuleFields({ choices, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const { name, severities, labels } = choices;
  const wrongName = nameProblem(name);
  const read = readLabels(labels);
  const wrongLabels = read.kind === 'invalid' ? read.problem : undefined;
  const toggle = (severity: Severity, isOn: boolean) =>
    onChange({ severities: allSeverities.filter((one) => (one === severity ? isOn : severities.includes(one))) });
  return (
    <div>
      <div className={styles.fields}>
        <Field
          label="Name of the rules"
          description="Unique: it is their label foreband"
          invalid={wrongName !== undefined}
          error={wrongName}
        >
          <Input
            id="foreband-rules-name"
            value={name}
            onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
          />
        </Field>
        <Field
          label="Labels of the alerts"
          description="For your Alertmanager's routes"
          invalid={wrongLabels !== undefined}
          error={wrongLabels}
        >
          <Input
            id="foreband-rules-labels"
            value={labels}
            placeholder="team=sre, tier=1"
            onChange={({ currentTarget }) => onChange({ labels: currentTarget.value })}
          />
        </Field>
      </div>
      <fieldset className={styles.severities}>
        <legend className={styles.legend}>Alert once an incident is</legend>
        {allSeverities.map((severity) => (
          <Checkbox
            key={severity}
            label={severity}
            value={severities.includes(severity)}
            onChange={({ currentTarget }) => toggle(severity, currentTarget.checked)}
          />
        ))}
      </fieldset>
      <p className={styles.text}>An alert fires when an incident reaches the severity, until the incident is over.</p>
    </div>
  );
}
