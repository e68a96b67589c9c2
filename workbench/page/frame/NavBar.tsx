import { css } from '@emotion/css';
import type { GrafanaTheme2, IconName } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Icon, Link, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';

interface Entry {
  readonly text: string;
  readonly href: string;
  readonly icon: IconName;
}

const ENTRIES: readonly Entry[] = [
  { text: 'Home', href: '/', icon: 'home-alt' },
  { text: 'Explore', href: '/explore', icon: 'compass' },
  { text: 'Data sources', href: '/connections/datasources', icon: 'database' },
];

/** The menu at the left, as Grafana's docked mega menu. */
export function NavBar() {
  const styles = useStyles2(getStyles);
  const { pathname } = useLocation();
  const apps = Object.keys(config.apps).map((id) => ({ text: 'Foreband', href: `/a/${id}`, icon: 'apps' as const }));
  const isHere = (href: string) =>
    href === '/' ? pathname === '/' || pathname.startsWith('/d/') : pathname.startsWith(href);
  return (
    <nav className={styles.bar} aria-label="Main menu">
      {[...ENTRIES, ...apps].map(({ text, href, icon }) => (
        <Link key={href} href={href} className={isHere(href) ? `${styles.entry} ${styles.here}` : styles.entry}>
          <Icon name={icon} size="lg" />
          {text}
        </Link>
      ))}
    </nav>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    width: 190,
    flexShrink: 0,
    padding: theme.spacing(1),
    background: theme.colors.background.primary,
    borderRight: `1px solid ${theme.colors.border.weak}`,
  }),
  entry: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.75, 1),
    borderRadius: theme.shape.radius.default,
    color: theme.colors.text.secondary,
    '&:hover': { color: theme.colors.text.primary, background: theme.colors.action.hover },
  }),
  here: css({
    color: theme.colors.text.primary,
    background: theme.colors.action.selected,
    boxShadow: `inset 2px 0 0 ${theme.colors.primary.main}`,
  }),
});
