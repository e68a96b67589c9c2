import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { Button, ClipboardButton, TextLink, useStyles2 } from '@grafana/ui';
import { loadEngine } from 'foreband-engine';
import { promDuration } from 'foreband-prometheus';

import { downloadFile } from '../../views/download/downloadFile';
import { formatTime } from '../../views/formatTime';

import { compileTest, ruleFileName, testFileName, type CompiledGroup } from './compileSubject';

interface Props {
  readonly compiled: CompiledGroup;
  readonly timeZone: TimeZone;
}

const RULES_MANUAL = 'https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/';
const TEST_MANUAL = 'https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/';

function getStyles(theme: GrafanaTheme2) {
  return {
    facts: css({ margin: 0 }),
    row: css({
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.colors.border.weak}`,
    }),
    buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), justifyContent: 'flex-end' }),
    text: css({ fontSize: theme.typography.bodySmall.fontSize, color: theme.colors.text.secondary, margin: 0 }),
  };
}

function sizeText(text: string): string {
  const bytes = new Blob([text]).size;
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function yaml(text: string): Blob {
  return new Blob([text], { type: 'application/yaml' });
}

/** The files of a group of rules, and where to put them. */
export function RuleFiles({ compiled, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const { group, text } = compiled;
  const ruleFile = ruleFileName(group);
  const testFile = testFileName(group);
  const saveTest = () =>
    void loadEngine().then((engine) => downloadFile(testFile, yaml(compileTest(engine, compiled))));
  return (
    <div>
      <p className={styles.facts} data-testid="foreband rules facts">
        {group.rules.length} rules, {sizeText(text)}, evaluated every {promDuration(group.stepMs)}. Valid until{' '}
        <strong>{formatTime(group.expires, timeZone)}</strong>: renew them before, else they go quiet and the alert
        ForebandModelOutOfDate fires.
      </p>
      <div className={styles.row}>
        <p className={styles.text}>
          Put <code>{ruleFile}</code> where <code>rule_files</code> of Prometheus, Thanos Ruler or Mimir finds it, and
          reload.{' '}
          <TextLink href={RULES_MANUAL} external inline variant="bodySmall">
            Rule files
          </TextLink>
        </p>
        <span className={styles.buttons}>
          <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => text}>
            Copy rules
          </ClipboardButton>
          <Button size="sm" icon="download-alt" onClick={() => downloadFile(ruleFile, yaml(text))}>
            Download rules
          </Button>
        </span>
      </div>
      <div className={styles.row}>
        <p className={styles.text}>
          Beside it, <code>promtool test rules {testFile}</code> (from 3.9 on) proves that forecast and score are those
          drawn here.{' '}
          <TextLink href={TEST_MANUAL} external inline variant="bodySmall">
            Unit tests
          </TextLink>
        </p>
        <span className={styles.buttons}>
          <Button size="sm" variant="secondary" icon="download-alt" onClick={saveTest}>
            Download test
          </Button>
        </span>
      </div>
    </div>
  );
}
