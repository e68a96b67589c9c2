import { useMemo } from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeRange } from '@grafana/data';
import { usePluginComponent } from '@grafana/runtime';
import type { Panel } from '@grafana/schema';
import { Alert, ClipboardButton, Modal, TextArea, useStyles2 } from '@grafana/ui';

import { dashboardPanel, holdsSamples, MAX_ROWS_HELD, rowsHeld, type Kept } from './dashboardPanel';
import { savedOpened } from './modelOf';

interface Props {
  readonly kept: Kept;
  readonly range: TimeRange;
  readonly onClose: () => void;
}

/** Grafana's own form, from Grafana 12 on. */
interface FormProps {
  readonly buildPanel: () => Panel;
  readonly timeRange?: TimeRange;
  readonly options?: { readonly useAbsolutePath: boolean };
  readonly onClose: () => void;
}

const FORM = 'grafana/add-to-dashboard-form/v1';

function getStyles(theme: GrafanaTheme2) {
  return {
    json: css({ fontFamily: theme.typography.fontFamilyMonospace, fontSize: theme.typography.bodySmall.fontSize }),
    steps: css({ margin: theme.spacing(1, 0, 1, 2.5) }),
    copy: css({ marginTop: theme.spacing(1) }),
    title: css({ fontSize: theme.typography.h5.fontSize, marginTop: theme.spacing(3) }),
  };
}

function HeldNotice({ kept, range }: Pick<Props, 'kept' | 'range'>) {
  const n = rowsHeld(kept);
  if (n > MAX_ROWS_HELD) {
    return (
      <Alert severity="error" title="Too many samples for a panel">
        These samples cannot be queried again, so the panel would have to store them: {n} rows, at most {MAX_ROWS_HELD}.
        Zoom in, shorten the training window, or lengthen the step.
      </Alert>
    );
  }
  return (
    <Alert severity="info" title="The panel holds the samples">
      These samples cannot be queried again, so the panel stores {n} rows of them, with their model. They are seen where
      the dashboard&apos;s time range is {dateTimeFormat(range.from)} to {dateTimeFormat(range.to)}.
    </Alert>
  );
}

function PanelJson({ panel }: { readonly panel: Panel }) {
  const styles = useStyles2(getStyles);
  const json = useMemo(() => JSON.stringify(panel, null, 2), [panel]);
  return (
    <>
      <ol className={styles.steps}>
        <li>Edit the dashboard and add a visualization.</li>
        <li>Open its menu: Inspect, then Panel JSON.</li>
        <li>Replace everything there with this, and apply.</li>
      </ol>
      <TextArea className={styles.json} aria-label="Panel JSON" readOnly rows={8} value={json} />
      <ClipboardButton className={styles.copy} icon="copy" getText={() => json}>
        Copy panel JSON
      </ClipboardButton>
    </>
  );
}

/** Puts the page's series on a dashboard: by Grafana's form where it has one, else by the panel's JSON. */
export function DashboardModal({ kept, range, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const { component: Form, isLoading } = usePluginComponent<FormProps>(FORM);
  const panel = useMemo(() => dashboardPanel(kept, savedOpened(kept)), [kept]);
  const isHeld = holdsSamples(kept);
  const isTooMuch = isHeld && rowsHeld(kept) > MAX_ROWS_HELD;
  const hasForm = Form !== undefined && Form !== null;
  return (
    <Modal title="Add to dashboard" isOpen onDismiss={onClose}>
      {isHeld && <HeldNotice kept={kept} range={range} />}
      {!isTooMuch && hasForm && (
        <Form buildPanel={() => panel} timeRange={range} options={{ useAbsolutePath: true }} onClose={onClose} />
      )}
      {!isTooMuch && !isLoading && (
        <>
          {hasForm && <h4 className={styles.title}>Or by its JSON</h4>}
          <PanelJson panel={panel} />
        </>
      )}
    </Modal>
  );
}
