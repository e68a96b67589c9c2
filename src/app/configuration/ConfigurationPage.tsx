import { useState } from 'react';
import { css } from '@emotion/css';
import { getValueFormat, formattedValueToString, locationUtil, type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, ConfirmModal, LinkButton, useStyles2 } from '@grafana/ui';

import { LOG_ADDRESS } from '../../grafana/appAddress';
import { storedKinds } from '../../stores/browserStorage';
import { VerbosityField } from '../log/VerbosityField';
import { MODELS_ADDRESS } from '../pages';

import { useBrowserStorage, type BrowserStorage } from './useBrowserStorage';

function getStyles(theme: GrafanaTheme2) {
  return {
    page: css({ maxWidth: theme.spacing(100), display: 'flex', flexDirection: 'column', gap: theme.spacing(4) }),
    title: css({ fontSize: theme.typography.h4.fontSize }),
    table: css({
      marginBottom: theme.spacing(2),
      'th, td': { padding: theme.spacing(0.5, 2, 0.5, 0), textAlign: 'left', verticalAlign: 'top' },
      'td:last-child, th:last-child': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    }),
    faint: css({ color: theme.colors.text.secondary }),
    buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  };
}

function StorageTable({ parts, usedBytes }: Pick<BrowserStorage, 'parts' | 'usedBytes'>) {
  const styles = useStyles2(getStyles);
  const bytes = usedBytes === undefined ? undefined : formattedValueToString(getValueFormat('bytes')(usedBytes));
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>What</th>
            <th>Entries</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ kind, nEntries }) => (
            <tr key={kind}>
              <td>{storedKinds[kind]}</td>
              <td>{nEntries}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {bytes !== undefined && (
        <p className={styles.faint}>All that this browser stores for this Grafana, its own data included: {bytes}.</p>
      )}
    </>
  );
}

function StorageSection() {
  const styles = useStyles2(getStyles);
  const { parts, usedBytes, problem, forget } = useBrowserStorage();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <section>
      <h3 className={styles.title}>Stored in this browser</h3>
      <p>For you alone, in this organization. Nothing of it is on the server.</p>
      {problem !== undefined && (
        <Alert severity="warning" title="This browser refuses its store">
          {problem}
        </Alert>
      )}
      <StorageTable parts={parts} usedBytes={usedBytes} />
      <Button variant="destructive" icon="trash-alt" onClick={() => setIsAsking(true)}>
        Forget everything in this browser
      </Button>
      <ConfirmModal
        isOpen={isAsking}
        title="Forget everything in this browser"
        body="The anomaly log, stored models, samples and files of this browser are forgotten. Pinned models, the app's list of models and dashboards stay as they are."
        confirmText="Forget"
        onConfirm={() => {
          setIsAsking(false);
          void forget();
        }}
        onDismiss={() => setIsAsking(false)}
      />
    </section>
  );
}

/** The app's configuration: what this browser logs and stores, and where the rest is set. */
export default function ConfigurationPage() {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.page} data-testid="foreband configuration">
      <section>
        <h3 className={styles.title}>Log</h3>
        <p>What this browser writes into its anomaly log while a page is open.</p>
        <VerbosityField />
      </section>
      <StorageSection />
      <section>
        <h3 className={styles.title}>Elsewhere</h3>
        <p>
          Training window, scrape interval and the simulation are set in each Foreband data source; settings of the
          detector in queries and panels.
        </p>
        <div className={styles.buttons}>
          <LinkButton variant="secondary" href={locationUtil.assureBaseUrl('/connections/datasources')}>
            Data sources
          </LinkButton>
          <LinkButton variant="secondary" href={locationUtil.assureBaseUrl(MODELS_ADDRESS)}>
            Models
          </LinkButton>
          <LinkButton variant="secondary" href={locationUtil.assureBaseUrl(LOG_ADDRESS)}>
            Anomaly log
          </LinkButton>
        </div>
      </section>
    </div>
  );
}
