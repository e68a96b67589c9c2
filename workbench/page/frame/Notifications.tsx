import { css } from '@emotion/css';
import { AppEvents, type EventBusExtended, type GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2, type AlertVariant } from '@grafana/ui';
import { useEffect, useState } from 'react';

interface Notification {
  readonly id: number;
  readonly severity: AlertVariant;
  readonly title: string;
  readonly text?: string;
}

const SHOWN_MS = 5000;
const KINDS = [
  [AppEvents.alertSuccess, 'success'],
  [AppEvents.alertWarning, 'warning'],
  [AppEvents.alertError, 'error'],
  [AppEvents.alertInfo, 'info'],
] as const;

/** Stands in for Grafana's AppNotificationList: what services announce on the app's event bus. */
export function Notifications({ events }: { events: EventBusExtended }) {
  const [shown, setShown] = useState<readonly Notification[]>([]);
  const styles = useStyles2(getStyles);
  useEffect(() => {
    let next = 0;
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const handlers = KINDS.map(([event, severity]) => {
      const handler = (payload: unknown) => {
        const [title, text] = Array.isArray(payload) ? payload : [payload];
        const id = next++;
        const notification = {
          id,
          severity,
          title: String(title),
          text: text === undefined ? undefined : String(text),
        };
        setShown((current) => [...current, notification]);
        timers.add(setTimeout(() => setShown((current) => current.filter((entry) => entry.id !== id)), SHOWN_MS));
      };
      events.on(event, handler);
      return [event, handler] as const;
    });
    return () => {
      handlers.forEach(([event, handler]) => events.off(event, handler));
      timers.forEach(clearTimeout);
    };
  }, [events]);
  return (
    <div className={styles.list} aria-live="polite">
      {shown.map(({ id, severity, title, text }) => (
        <Alert key={id} severity={severity} title={title} elevated>
          {text}
        </Alert>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ position: 'fixed', zIndex: theme.zIndex.portal, right: 16, top: 96, width: 400 }),
});
